// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** X's composer: Draft.js under X's test ids, inline and in the modal. */
import { Editor, type EditorState, getDefaultKeyBinding } from 'draft-js';
import { useEffect, useRef, useState } from 'react';
import { weightedLength } from '../weighted-length.ts';
import { Avatar } from './bits.tsx';
import { viewer } from './boot.ts';
import type { ComposerTask } from './composer-store.ts';
import {
  type Drafted,
  hashtagAtCaret,
  pickHashtag,
  resetDraft,
  setDraft,
  stateOf,
  textOf,
  useDraft,
} from './draft.ts';
import { usePageState } from './hooks.ts';
import { Icon, type IconName } from './icons.tsx';
import { QuoteCard } from './post-card.tsx';
import type { ShownPost } from './read-answers.ts';
import { sendPosts } from './send.ts';
import { suggestions, Typeahead } from './typeahead.tsx';

const avatarUrl = `https://pbs.twimg.com/profile_images/${viewer.id}/${viewer.handle}_normal.svg`;

interface TextProps {
  index: number;
  state: EditorState;
  placeholder: string;
  focus: boolean;
  change(state: EditorState): void;
  send(): void;
}

/** One Draft.js editor, nested as X nests it. */
function DraftText({ index, state, placeholder, focus, change, send }: TextProps) {
  const editor = useRef<{ focus(): void }>(null);
  const [dismissed, dismiss] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const word = hashtagAtCaret(state);
  const tags = word === dismissed ? [] : suggestions(word);
  useEffect(() => {
    if (focus) editor.current?.focus();
  }, [focus]);
  const pick = (tag: string) => change(pickHashtag(state, tag));
  const keyBinding = (event: KeyboardEvent): string | null => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return 'send';
    if (tags.length === 0) return getDefaultKeyBinding(event);
    if (event.key === 'Enter' || event.key === 'Tab') return 'pick';
    if (event.key === 'ArrowDown') return 'next';
    if (event.key === 'ArrowUp') return 'previous';
    if (event.key === 'Escape') {
      event.stopPropagation();
      return 'dismiss';
    }
    return getDefaultKeyBinding(event);
  };
  const COMMANDS: Record<string, () => void> = {
    send,
    pick: () => pick(tags[at] ?? tags[0] ?? ''),
    next: () => setAt((at + 1) % tags.length),
    previous: () => setAt((at + tags.length - 1) % tags.length),
    dismiss: () => dismiss(word),
  };
  const onCommand = (command: string) => {
    const run = COMMANDS[command];
    run?.();
    return run ? 'handled' : 'not-handled';
  };
  return (
    <>
      <div data-testid={`tweetTextarea_${index}_label`} className="composer-label">
        <div className="css-175oi2r">
          <div dir="ltr" className="composer-font">
            <div className="css-175oi2r">
              <div className="css-175oi2r">
                <div
                  data-testid={`tweetTextarea_${index}RichTextInputContainer`}
                  className="rich-text"
                >
                  <Editor
                    ref={editor}
                    editorState={state}
                    onChange={change}
                    placeholder={placeholder}
                    ariaLabel="Post text"
                    ariaMultiline={true}
                    role="textbox"
                    webDriverTestID={`tweetTextarea_${index}`}
                    spellCheck={true}
                    stripPastedStyles={true}
                    keyBindingFn={keyBinding}
                    handleKeyCommand={onCommand}
                  />
                </div>
              </div>
            </div>
          </div>
        </div>
      </div>
      {tags.length > 0 ? (
        <Typeahead tags={tags} at={Math.min(at, tags.length - 1)} pick={pick} />
      ) : null}
    </>
  );
}

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

const TOOLS: readonly [string, IconName, string?][] = [
  ['Add photos or video', 'photo'],
  ['Add a GIF', 'gif', 'gifSearchButton'],
  ['Add poll', 'poll', 'createPollButton'],
  ['Add emoji', 'emoji'],
  ['Schedule post', 'schedule', 'scheduleOption'],
  ['Tag location', 'location', 'geoButton'],
];

interface ToolBarProps {
  inline: boolean;
  label: string;
  left: number | null;
  disabled: boolean;
  send(): void;
  poll(): void;
  add?: (() => void) | undefined;
}

function ToolBar({ inline, label, left, disabled, send, poll, add }: ToolBarProps) {
  return (
    <div data-testid="toolBar" className="tool-bar row">
      <nav role="navigation" className="grow">
        <div className="css-175oi2r">
          <div data-testid="ScrollSnap-SwipeableList">
            <div role="tablist" data-testid="ScrollSnap-List" className="row">
              {TOOLS.map(([name, icon, testid]) => (
                <div key={name} role="presentation">
                  <button
                    type="button"
                    role="button"
                    aria-label={name}
                    data-testid={testid}
                    className="tool"
                    onClick={testid === 'createPollButton' ? poll : undefined}
                  >
                    <Icon name={icon} size={20} />
                  </button>
                  {icon === 'photo' ? (
                    <input
                      accept="image/jpeg,image/png,image/webp,image/gif,video/mp4"
                      tabIndex={-1}
                      type="file"
                      className="hidden-text"
                      data-testid="fileInput"
                    />
                  ) : null}
                </div>
              ))}
            </div>
          </div>
        </div>
      </nav>
      <div className="row tool-end">
        {left === null ? null : (
          <div role="progressbar" className={left < 0 ? 'count over' : 'count'}>
            {left <= 20 ? left : ''}
          </div>
        )}
        {add ? (
          <button
            type="button"
            role="button"
            aria-label="Add post"
            data-testid="addButton"
            className="add-post"
            onClick={add}
          >
            <Icon name="plus" size={16} />
          </button>
        ) : null}
        <button
          type="button"
          role="button"
          disabled={disabled}
          aria-disabled={disabled ? true : undefined}
          tabIndex={disabled ? -1 : undefined}
          data-testid={inline ? 'tweetButtonInline' : 'tweetButton'}
          className="send"
          onClick={send}
        >
          <div dir="ltr">
            <span>
              <span>{label}</span>
            </span>
          </div>
        </button>
      </div>
    </div>
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
