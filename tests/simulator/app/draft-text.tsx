// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** One Draft.js editor of a composer, with its hashtag list. */
import { Editor, type EditorState, getDefaultKeyBinding } from 'draft-js';
import { useEffect, useRef, useState } from 'react';
import { hashtagAtCaret, pickHashtag } from './draft.ts';
import { suggestions, Typeahead } from './typeahead.tsx';

interface TextProps {
  index: number;
  state: EditorState;
  placeholder: string;
  focus: boolean;
  change(state: EditorState): void;
  send(): void;
}

/** One Draft.js editor, nested as X nests it. */
export function DraftText({ index, state, placeholder, focus, change, send }: TextProps) {
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
