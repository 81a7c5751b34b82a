import { useMemo } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { sessionSearch } from '@/stores/core/calendar-links';
import type { Article } from '@/stores/core/transcript-article';
import { findPosts } from '@/stores/core/transcript-search';
import { gapsOf, numbersOf, titleOf, whenOf } from '@/stores/core/transcript-words';
import { Contents } from './Contents';
import { Finder } from './Finder';
import { Handling } from './Handling';
import { Hour } from './Hour';
import { LinksShared } from './LinksShared';
import { PeopleList } from './PeopleList';
import { Reflection } from './Reflection';
import { SectionView } from './SectionView';
import { useSay, useTranscriptState } from './transcript-context';
import { useGrowing } from './use-growing';

/** One session, read like an article. */
export function ArticleView({ article }: { article: Article }) {
  const words = useWords();
  const say = useSay();
  const session = useTranscriptState((state) => state.session);
  const find = useTranscriptState((state) => state.find);
  const person = useTranscriptState((state) => state.person);
  const { chat } = article.transcript;
  const timeZone = session?.timeZone ?? 'Europe/London';
  const writing = { say, timeZone, reflection: '', isNote: false };
  const found = useMemo(() => findPosts(article, find, person), [article, find, person]);
  const total = article.sections.reduce((sum, { posts }) => sum + posts.length, 0);
  const growing = useGrowing(found, total);
  const gaps = gapsOf(article, writing);
  const isPart = found.ids !== null;
  let above = 0;
  return (
    <>
      <a class="skip" href="#questions">
        {words('transcript_skip')}
      </a>
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
      <Finder article={article} found={found} />
      {!isPart && <Contents article={article} />}
      <main id="questions" tabIndex={-1}>
        {article.sections.map((section) => {
          const start = above;
          above += section.posts.length;
          return (
            <SectionView
              key={section.key}
              section={section}
              start={start}
              growing={growing}
              found={found}
              hour={article.hour}
              timeZone={timeZone}
            />
          );
        })}
        {!isPart && <LinksShared links={article.links} />}
        {!isPart && <PeopleList people={article.people} />}
        <Reflection />
      </main>
      <Handling />
    </>
  );
}
