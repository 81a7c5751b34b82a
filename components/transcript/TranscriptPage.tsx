import { useEffect } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { titleOf } from '@/stores/core/transcript-words';
import { ArticleView } from './ArticleView';
import { Kept } from './Kept';
import { NothingKept } from './NothingKept';
import { Notice } from './Notice';
import { PrintedArticle } from './PrintedArticle';
import { useSay, useTranscript, useTranscriptState } from './transcript-context';
import './transcript.css';
import './article.css';
import './print.css';

/** The page, whole: one session as an article, or the list of those that are kept. */
export function TranscriptPage() {
  const words = useWords();
  const say = useSay();
  const { actions } = useTranscript();
  const status = useTranscriptState((state) => state.status);
  const article = useTranscriptState((state) => state.article);
  const printed = useTranscriptState((state) => state.printed);
  const problem = useTranscriptState((state) => state.problem);
  const hashtag = useTranscriptState((state) => state.chat.hashtag);
  const session = useTranscriptState((state) => state.session);
  useEffect(() => {
    // A paper's head or a PDF's name is the page's title.
    const shown = printed ?? article;
    const title = shown === null ? `#${hashtag}` : titleOf(shown, say);
    actions.setTitle(`${title} · ${words('transcript_title', hashtag)}`);
    if (status !== 'loading') actions.setPlace(hashtag, session?.start ?? null);
  });
  return (
    <>
      {/* First, so that the links on paper lead to places on paper. */}
      {printed !== null && <PrintedArticle article={printed} />}
      <div class="page" data-status={status} aria-busy={status === 'loading'}>
        <Notice />
        {status === 'loading' && <p class="faint">{words('transcript_loading')}</p>}
        {status === 'failed' && (
          <main>
            <h1>{words('transcript_failed')}</h1>
            <p>{problem}</p>
          </main>
        )}
        {status === 'ready' && article !== null && <ArticleView article={article} />}
        {status === 'unknown' && <NothingKept />}
        {status === 'list' && <Kept />}
      </div>
    </>
  );
}
