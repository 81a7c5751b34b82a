import { Component } from 'preact';
import { PostText } from '@/components/shared/PostText';
import { useWords } from '@/components/shared/words';
import { textDirection } from '@/stores/core/rows-text';
import type { Article, ArticlePost } from '@/stores/core/transcript-article';
import { absenceOf } from '@/stores/core/transcript-words';
import { Initials } from './Initials';
import { PostHead } from './PostHead';
import { useSay, useTranscriptState } from './transcript-context';

interface Place {
  hour: Article['hour'];
  timeZone: string;
}

interface Props extends Place {
  posts: readonly ArticlePost[];
  /** Ids of those that are shown; null for all. */
  found: ReadonlySet<string> | null;
  /** Its turn has come: before, it stays as it was drawn. */
  isDue: boolean;
}

/** A stretch of posts, drawn again only when its turn comes and something else is shown of it. */
export class Posts extends Component<Props> {
  override shouldComponentUpdate({ posts, found, isDue }: Props): boolean {
    return isDue && (posts !== this.props.posts || found !== this.drawn);
  }

  private drawn: Props['found'] = null;

  render({ posts, found, hour, timeZone }: Props) {
    this.drawn = found;
    return posts
      .filter(({ post }) => found === null || found.has(post.id))
      .map((item) => <PostView key={item.post.id} item={item} hour={hour} timeZone={timeZone} />);
  }
}

function PostView({ item, hour, timeZone }: { item: ArticlePost } & Place) {
  const words = useWords();
  const say = useSay();
  const hashtag = useTranscriptState((state) => state.chat.hashtag);
  const { post, depth } = item;
  const absent = absenceOf(post, say);
  return (
    <article
      id={`p${post.id}`}
      class={`d${depth}`}
      data-post-id={post.id}
      data-question={post.question ?? ''}
      data-parent={post.parent ?? ''}
    >
      <Initials author={post.author} />
      <p class="head">
        <PostHead item={item} hour={hour} timeZone={timeZone} />
      </p>
      {absent === null ? (
        <p class="text" dir={textDirection(post.text)}>
          <PostText post={{ text: post.text, links: [] }} hashtag={hashtag} />
          {post.truncated && <span class="faint"> {words('transcript_cut')}</span>}
        </p>
      ) : (
        <p class="text absent">{absent}</p>
      )}
    </article>
  );
}
