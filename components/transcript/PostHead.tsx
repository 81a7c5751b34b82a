import { useWords } from '@/components/shared/words';
import type { Article, ArticlePost } from '@/stores/core/transcript-article';
import { doubtOf, timeOf } from '@/stores/core/transcript-words';
import { useSay } from './transcript-context';

interface Props {
  item: ArticlePost;
  hour: Article['hour'];
  timeZone: string;
}

/** Who wrote it, when, and what it answers. */
export function PostHead({ item, hour, timeZone }: Props) {
  const words = useWords();
  const say = useSay();
  const { post, answers, reposts } = item;
  const { author, createdAt, url } = post;
  const doubt = doubtOf(post, say);
  const time = <time dateTime={createdAt}>{timeOf(post, { hour }, timeZone)}</time>;
  return (
    <>
      <bdi class="name">{author.name}</bdi> <span class="faint">@{author.handle}</span>{' '}
      {url === '' ? (
        time
      ) : (
        <a href={url} target="_blank" rel="noreferrer">
          {time}
        </a>
      )}
      {answers !== null && (
        <>
          {' '}
          {answers.handle === null ? (
            <span class="faint">{words('transcript_answers_unseen')}</span>
          ) : (
            <a class="faint" href={`#p${answers.id}`}>
              {words('transcript_answers', `@${answers.handle}`)}
            </a>
          )}
        </>
      )}
      {doubt !== null && <span class="doubt"> {doubt}</span>}
      {reposts > 0 && <span class="faint"> {words.count('transcript_reposts', reposts)}</span>}
    </>
  );
}
