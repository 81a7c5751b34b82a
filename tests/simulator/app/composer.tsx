// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** X's composer: Draft.js under X's test ids, inline and in the modal. */
import type { EditorState } from 'draft-js';
import { useState } from 'react';
import { weightedLength } from '../weighted-length.ts';
import { Avatar } from './bits.tsx';
import { viewer } from './boot.ts';
import type { ComposerTask } from './composer-store.ts';
import { type Drafted, resetDraft, setDraft, stateOf, textOf, useDraft } from './draft.ts';
import { DraftText } from './draft-text.tsx';
import { usePageState } from './hooks.ts';
import { QuoteCard } from './quote-card.tsx';
import type { ShownPost } from './read-answers.ts';
import { sendPosts } from './send.ts';
import { ToolBar } from './tool-bar.tsx';

const avatarUrl = `https://pbs.twimg.com/profile_images/${viewer.id}/${viewer.handle}_normal.svg`;

/** A composer without Draft.js, for what an extension does when X changes its editor. */
function PlainText({ placeholder, change }: { placeholder: string; change(text: string): void }) {
  return (
    <div
      data-testid="tweetTextarea_0"
      role="textbox"
      aria-multiline="true"
      aria-label="Post text"
      contentEditable="plaintext-only"
      className="composer-font plain-text"
      data-placeholder={placeholder}
      // biome-ignore lint/performance/useDomNodeTextContent: line breaks may be elements
      onInput={(event) => change((event.currentTarget as HTMLElement).innerText)}
    />
  );
}

function Poll({ remove }: { remove(): void }) {
  return (
    <div data-testid="attachments" className="poll">
      <input name="Choice1" placeholder="Choice 1" maxLength={25} />
      <input name="Choice2" placeholder="Choice 2" maxLength={25} />
      <button
        type="button"
        role="button"
        className="accent"
        data-testid="removePollButton"
        onClick={remove}
      >
        Remove poll
      </button>
    </div>
  );
}

interface BoxProps {
  draftKey: string;
  task: ComposerTask;
  inline: boolean;
  focus: boolean;
  onSent(): void;
}

const PLACEHOLDERS = {
  post: 'What’s happening?',
  reply: 'Post your reply',
  quote: 'Add a comment',
  edit: '',
};
const BUTTONS = { post: 'Post', reply: 'Reply', quote: 'Post', edit: 'Update' };

function canSend(texts: string[], most: number): boolean {
  return texts.every((text) => text.trim() !== '' && weightedLength(text) <= most);
}

function textsOf(draft: Drafted, plain: boolean): string[] {
  return plain ? [draft.plain] : draft.states.map(textOf);
}

/** The texts, the attachments and the bar of a composer. */
export function ComposerBox({ draftKey, task, inline, focus, onSent }: BoxProps) {
  const { settings } = usePageState();
  const draft = useDraft(draftKey);
  const [poll, setPoll] = useState(false);
  const [sending, setSending] = useState(false);
  const plain = settings.composer === 'plain';
  const texts = textsOf(draft, plain);
  const disabled = sending || !canSend(texts, settings.premium ? 25_000 : 280);
  const send = async () => {
    if (disabled) return;
    setSending(true);
    const sent = await sendPosts(texts, task, poll);
    setSending(false);
    if (!sent) return;
    setPoll(false);
    resetDraft(draftKey);
    onSent();
  };
  const change = (index: number, state: EditorState) => {
    const states = [...draft.states];
    states[index] = state;
    setDraft(draftKey, { ...draft, states });
  };
  if (settings.composer === 'missing')
    return <div className="quiet note">Something went wrong.</div>;
  const used = Math.max(...texts.map(weightedLength));
  return (
    <div className="composer-box">
      {draft.states.map((state, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: posts of a thread are only added at its end
        <div key={index} className="composer-row row">
          <div className="avatar-column">
            <Avatar handle={viewer.handle} url={avatarUrl} size={40} />
          </div>
          <div className="grow">
            {plain ? (
              <PlainText
                placeholder={PLACEHOLDERS[task.kind]}
                change={(text) => setDraft(draftKey, { ...draft, plain: text })}
              />
            ) : (
              <DraftText
                index={index}
                state={state}
                placeholder={index > 0 ? 'Add another post' : PLACEHOLDERS[task.kind]}
                focus={focus && index === draft.states.length - 1}
                change={(next) => change(index, next)}
                send={() => void send()}
              />
            )}
          </div>
        </div>
      ))}
      {poll ? <Poll remove={() => setPoll(false)} /> : null}
      {task.kind === 'quote' ? (
        <div data-testid="attachments" className="composer-quote">
          <QuoteCard quote={task.post} preview={true} />
        </div>
      ) : null}
      <ToolBar
        inline={inline}
        label={draft.states.length > 1 ? 'Post all' : BUTTONS[task.kind]}
        left={used > 0 ? 280 - used : null}
        disabled={disabled}
        send={() => void send()}
        poll={() => setPoll(true)}
        add={
          !inline && task.kind !== 'edit' && used > 0
            ? () => setDraft(draftKey, { ...draft, states: [...draft.states, stateOf('')] })
            : undefined
        }
      />
    </div>
  );
}

/** On home, and under a post on its own page. */
export function InlineComposer({ place, post }: { place: 'home' | 'reply'; post?: ShownPost }) {
  const task: ComposerTask = post ? { kind: 'reply', post } : { kind: 'post' };
  return (
    <div className={`inline-composer ${place}`}>
      <ComposerBox
        draftKey={post ? `reply ${post.id}` : 'home'}
        task={task}
        inline={true}
        focus={false}
        onSent={() => undefined}
      />
    </div>
  );
}
