import { useMemo } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import type { Article } from '@/stores/core/transcript-article';
import { findPosts } from '@/stores/core/transcript-search';
import { ArticleHead } from './ArticleHead';
import { ArticleSections } from './ArticleSections';
import { useTranscriptState } from './transcript-context';

const WHOLE = { drawn: Number.POSITIVE_INFINITY, mounted: Number.POSITIVE_INFINITY };

/** What goes on paper: the selected part, all of it at once, and the reflection where it is one's own note. */
export function PrintedArticle({ article }: { article: Article }) {
  const words = useWords();
  const timeZone = useTranscriptState(({ session }) => session?.timeZone ?? 'Europe/London');
  const reflection = useTranscriptState((state) => state.reflection.trim());
  const isNote = useTranscriptState((state) => state.selection.only !== null);
  const found = useMemo(() => findPosts(article, '', ''), [article]);
  return (
    <div data-part="printed">
      <ArticleHead article={article} timeZone={timeZone} />
      <main>
        <ArticleSections article={article} found={found} growing={WHOLE} timeZone={timeZone} />
        {isNote && reflection !== '' && (
          <section>
            <h2>{words('transcript_reflection')}</h2>
            <p class="thoughts" dir="auto">
              {reflection}
            </p>
          </section>
        )}
      </main>
    </div>
  );
}
