import { useWords } from '@/components/shared/words';
import { sessionSearch } from '@/stores/core/calendar-links';
import type { Article } from '@/stores/core/transcript-article';
import { gapsOf, numbersOf, titleOf, whenOf } from '@/stores/core/transcript-words';
import { Hour } from './Hour';
import { useSay, useTranscriptState } from './transcript-context';

interface Props {
  article: Article;
  timeZone: string;
}

/** What the chat was about, when, whose, how much of it there is. */
export function ArticleHead({ article, timeZone }: Props) {
  const words = useWords();
  const say = useSay();
  const session = useTranscriptState((state) => state.session);
  const { chat } = article.transcript;
  const writing = { say, timeZone, reflection: '', isNote: false };
  const gaps = gapsOf(article, writing);
  return (
    <header class="head">
      <p class="chat">#{chat.hashtag}</p>
      <h1 dir="auto">{titleOf(article, say)}</h1>
      <p>{whenOf(article, writing)}</p>
      {chat.hosts.length > 0 && (
        <p>{words('transcript_hosted', chat.hosts.map((host) => `@${host}`).join(', '))}</p>
      )}
      <p class="faint" data-part="numbers">
        {numbersOf(article, say).join(' · ')}
      </p>
      <Hour article={article} timeZone={timeZone} />
      {gaps !== '' && (
        <p class="gaps" data-part="gaps">
          {gaps}{' '}
          {session && (
            <a
              href={sessionSearch(session, chat.hashtag)}
              target="_blank"
              rel="noreferrer"
              data-part="catch-up"
            >
              {words('transcript_catch_up')}
            </a>
          )}
        </p>
      )}
    </header>
  );
}
