// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** X's chat: one conversation with a composer of its own, also Draft.js. */
import { Editor, type EditorState } from 'draft-js';
import { useState } from 'react';
import { callRest } from './call-x.ts';
import { stateOf, textOf } from './draft.ts';
import { Icon } from './icons.tsx';

export function Messages({ head }: { head: unknown }) {
  const [said, setSaid] = useState<string[]>(['See you at the meeting?']);
  const [state, setDraftState] = useState<EditorState>(stateOf(''));
  const send = () => {
    const text = textOf(state).trim();
    if (!text) return;
    callRest('dm/new', { text });
    setSaid([...said, text]);
    setDraftState(stateOf(''));
  };
  return (
    <div className="messages" data-testid="dm-container">
      <div className="sticky-head">{head as string}</div>
      <div className="said">
        {said.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages are only added at the end
          <div key={at} data-testid="messageEntry" className="message">
            {text}
          </div>
        ))}
      </div>
      <aside role="complementary" aria-label="Start a new message" className="dm-composer row">
        <div className="grow rich-text" data-testid="dmComposerTextInputRichTextInputContainer">
          <Editor
            editorState={state}
            onChange={setDraftState}
            placeholder="Start a new message"
            ariaLabel="Message text"
            ariaMultiline={true}
            role="textbox"
            webDriverTestID="dmComposerTextInput"
            stripPastedStyles={true}
          />
        </div>
        <button
          type="button"
          role="button"
          aria-label="Send"
          data-testid="dmComposerSendButton"
          className="tool"
          onClick={send}
        >
          <Icon name="up" size={20} />
        </button>
      </aside>
    </div>
  );
}
