import { CLOSE, Drawing } from '@/components/shared/Icon';
import { useWords, type Words } from '@/components/shared/words';
import type { Notice } from '@/stores/options';
import { useOptions, useOptionsState } from './options-deps';

/** Says what was kept, and takes it back when asked. */
export function NoticeBar() {
  const words = useWords();
  const { store } = useOptions();
  const notice = useOptionsState((state) => state.notice);
  return (
    <div class="notice" data-part="notice" data-kind={notice?.kind} role="status">
      {notice && (
        <>
          <span>{sentence(words, notice)}</span>
          {'undo' in notice && (
            <button type="button" class="quiet" onClick={() => void store.undo()}>
              {words('plan_undo')}
            </button>
          )}
          <button
            type="button"
            class="icon"
            aria-label={words('options_dismiss')}
            onClick={() => store.dismiss()}
          >
            <Drawing path={CLOSE} />
          </button>
        </>
      )}
    </div>
  );
}

function sentence(words: Words, notice: Notice): string {
  if (notice.kind !== 'refused') return words(`options_notice_${notice.kind}`);
  const { code, detail } = notice.problem;
  return `${words('options_notice_refused')} ${words(`options_file_${code}`, detail)}`;
}
