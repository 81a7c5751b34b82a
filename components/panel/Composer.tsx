import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import type { ConversationState } from '@/stores/conversation';
import { hasHashtag } from '@/stores/core/hashtag';
import { buildPostText, defaultLabel, draftLabels, nextQuestion } from '@/stores/panel-draft';
import { usePanel, usePanelState } from './panel-deps';

/** Writes a post with its label and hashtag, and hands it to X's own composer. It posts nothing. */
export function Composer() {
  const words = useWords();
  const { store, postOnX, write } = usePanel();
  const draft = usePanelState((state) => state.draft);
  const hashtag = usePanelState((state) => state.hashtag);
  const me = usePanelState((state) => state.me);
  // As strings, so that nothing is drawn again while they stay the same.
  const labels = usePanelState((state) => draftLabels(state.conversation, isHost(state)).join(' '));
  const usual = usePanelState((state) => defaultLabel(state.conversation, isHost(state)));
  const next = usePanelState((state) => nextQuestion(state.conversation));
  const [busy, setBusy] = useState(false);
  const [engaged, engage] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const label = draft.label ?? usual;
  const text = buildPostText(draft.text, label, hashtag, next);
  const empty = draft.text.trim() === '';
  // What is said of the words is drawn by a script of its own, which comes with the first of them.
  useLayoutEffect(() => {
    if (!empty) engage(true);
    if (form.current && engaged) write(form.current, { draft: draft.text, text, me });
  }, [write, draft.text, text, me, engaged, empty]);
  const send = async () => {
    setBusy(true);
    await postOnX(text).catch(() => undefined);
    setBusy(false);
  };
  return (
    <form
      ref={form}
      class="composer"
      data-part="composer"
      data-empty={empty || undefined}
      onFocusIn={() => engage(true)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty && !busy) void send();
      }}
    >
      <div data-part="writing" />
      <div class="write">
        <LabelPicker label={label} labels={labels.split(' ').filter(Boolean)} />
        <Text value={draft.text} onInput={(value) => store.setDraft({ text: value })} />
        {!hasHashtag(draft.text, hashtag) && <span class="own-chip">#{hashtag}</span>}
      </div>
      <div class="send">
        <p>
          {words('panel_public')} <span data-part="count" />
        </p>
        <button type="submit" class="solid" disabled={empty || busy}>
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
    <div class="words">
      <div data-part="marks" aria-hidden="true" />
      <textarea
        ref={area}
        rows={1}
        dir="auto"
        value={value}
        placeholder={words('panel_say')}
        aria-label={words('panel_say')}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          const isSending = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (isSending && !event.isComposing) {
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }
        }}
      />
    </div>
  );
}
