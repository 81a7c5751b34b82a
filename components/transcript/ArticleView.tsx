import { useMemo } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import type { Article } from '@/stores/core/transcript-article';
import { findPosts } from '@/stores/core/transcript-search';
import { ArticleHead } from './ArticleHead';
import { ArticleSections } from './ArticleSections';
import { Contents } from './Contents';
import { Finder } from './Finder';
import { Handling } from './Handling';
import { Reflection } from './Reflection';
import { useTranscriptState } from './transcript-context';
import { useGrowing } from './use-growing';

/** One session, read like an article. */
export function ArticleView({ article }: { article: Article }) {
  const words = useWords();
  const timeZone = useTranscriptState(({ session }) => session?.timeZone ?? 'Europe/London');
  const find = useTranscriptState((state) => state.find);
  const person = useTranscriptState((state) => state.person);
  const found = useMemo(() => findPosts(article, find, person), [article, find, person]);
  const total = article.sections.reduce((sum, { posts }) => sum + posts.length, 0);
  const growing = useGrowing(found, total);
  return (
    <>
      <a class="skip" href="#questions">
        {words('transcript_skip')}
      </a>
      <ArticleHead article={article} timeZone={timeZone} />
      <Finder article={article} found={found} />
      {found.ids === null && <Contents article={article} />}
      <main id="questions" tabIndex={-1}>
        <ArticleSections article={article} found={found} growing={growing} timeZone={timeZone} />
        <Reflection />
      </main>
      <Handling />
    </>
  );
}
