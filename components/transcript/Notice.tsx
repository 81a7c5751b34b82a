import { useWords } from '@/components/shared/words';
import { useSay, useTranscriptState } from './transcript-context';

/** What came of the last press, and how far a long one is. Always there, so that screen readers hear it. */
export function Notice() {
  const words = useWords();
  const say = useSay();
  const notice = useTranscriptState((state) => state.notice);
  const busy = useTranscriptState((state) => state.busy);
  const said =
    busy === null
      ? notice && say(notice.key, ...notice.values)
      : busy.doing === 'export'
        ? words('transcript_writing', (busy.done / 1e6).toFixed(1))
        : words('transcript_reading', busy.done);
  return (
    <div
      class="notice"
      role="status"
      data-level={busy === null ? notice?.level : 'info'}
      data-part="notice"
    >
      {said && <p>{said}</p>}
      {busy !== null && <progress aria-label={said ?? ''} />}
    </div>
  );
}
