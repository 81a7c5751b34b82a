import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import type { ConversationState } from '@/stores/conversation';
import { hasHashtag } from '@/stores/core/hashtag';
import { weightLeft } from '@/stores/core/weighted-length';
import { buildPostText, defaultLabel, draftLabels } from '@/stores/panel-draft';
import { usePanel, usePanelState } from './panel-deps';

/** Few characters are left: the number turns to a warning. */
const FEW = 20;

/** Writes a post with its label and hashtag, and hands it to X's own composer. It posts nothing. */
export function Composer() {
  const words = useWords();
  const { store, postOnX } = usePanel();
  const draft = usePanelState((state) => state.draft);
  const hashtag = usePanelState((state) => state.hashtag);
  // As strings, so that nothing is drawn again while they stay the same.
  const labels = usePanelState((state) => draftLabels(state.conversation, isHost(state)).join(' '));
  const usual = usePanelState((state) => defaultLabel(state.conversation, isHost(state)));
  const [busy, setBusy] = useState(false);
  const label = draft.label ?? usual;
  const text = buildPostText(draft.text, label, hashtag);
  const left = weightLeft(text);
  const empty = draft.text.trim() === '';
  const send = async () => {
    setBusy(true);
    const put = await postOnX(text).catch(() => false);
    setBusy(false);
    if (put) store.setDraft({ text: '', label: null });
  };
  return (
    <form
      class="composer"
      data-part="composer"
      data-empty={empty || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty && left >= 0 && !busy) void send();
      }}
    >
      <div class="write">
        <LabelPicker label={label} labels={labels.split(' ').filter(Boolean)} />
        <Text value={draft.text} onInput={(value) => store.setDraft({ text: value })} />
        {!hasHashtag(draft.text, hashtag) && <span class="own-chip">#{hashtag}</span>}
      </div>
      <div class="send">
        <p>
          {words('panel_public')} ·{' '}
          <span class="left" data-few={left < FEW || undefined}>
            {left >= 0 ? words.count('panel_left', left) : words.count('panel_over', -left)}
          </span>
        </p>
        <button type="submit" class="solid" disabled={empty || left < 0 || busy}>
          {words('panel_post')}
        </button>
      </div>
    </form>
  );
}

function isHost({ me, conversation }: ConversationState): boolean {
  return conversation.hosts.some((one) => one.toLowerCase() === me?.toLowerCase());
}

function LabelPicker({ label, labels }: { label: string; labels: string[] }) {
  const words = useWords();
  const { store } = usePanel();
  const all = label === '' || labels.includes(label) ? labels : [label, ...labels];
  return (
    <select
      class="label-picker"
      aria-label={words('panel_label')}
      value={label}
      onChange={(event) => store.setDraft({ label: event.currentTarget.value })}
    >
      {all.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
      <option value="">{words('panel_no_label')}</option>
    </select>
  );
}

function Text({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  const words = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  // Grows with what is written; `field-sizing` is not in every browser we support.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again for each value.
  useLayoutEffect(() => {
    if (area.current === null) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${Math.min(area.current.scrollHeight, 160)}px`;
  }, [value]);
  return (
    <textarea
      ref={area}
      rows={1}
      dir="auto"
      value={value}
      placeholder={words('panel_say')}
      aria-label={words('panel_say')}
      onInput={(event) => onInput(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }
      }}
    />
  );
}
