/** Text in X's composers: Draft.js states, kept outside the components so that a redraw loses none. */
import {
  CompositeDecorator,
  type ContentBlock,
  ContentState,
  EditorState,
  Modifier,
} from 'draft-js';
import { createElement, useSyncExternalStore } from 'react';

const LINKS =
  /https?:\/\/[^\s]+|(?<![\p{L}\p{N}_&/])#[\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*|(?<![\p{L}\p{N}_@])@\w{1,15}/gu;

const decorator = new CompositeDecorator([
  {
    strategy: (block: ContentBlock, found) => {
      for (const match of block.getText().matchAll(LINKS))
        found(match.index, match.index + match[0].length);
    },
    component: ({ children }) => createElement('span', { className: 'accent' }, children as string),
  },
]);

/** A composer's posts: more than one in a thread. `plain` is the text of a composer without Draft.js. */
export interface Drafted {
  states: EditorState[];
  plain: string;
}

const drafts = new Map<string, Drafted>();
const listeners = new Set<() => void>();

export function stateOf(text: string): EditorState {
  if (text === '') return EditorState.createEmpty(decorator);
  const state = EditorState.createWithContent(ContentState.createFromText(text), decorator);
  return EditorState.moveSelectionToEnd(state);
}

export function setDraft(key: string, draft: Drafted): void {
  drafts.set(key, draft);
  for (const listener of listeners) listener();
}

export function getDraft(key: string): Drafted {
  let draft = drafts.get(key);
  if (!draft) {
    draft = { states: [stateOf('')], plain: '' };
    drafts.set(key, draft);
  }
  return draft;
}

/** Gives a composer its text to begin with, once. */
export function startDraft(key: string, text: string): void {
  if (!drafts.has(key)) drafts.set(key, { states: [stateOf(text)], plain: text });
}

/** Empties a composer, or fills it with a text to begin with. */
export function resetDraft(key: string, text = ''): void {
  setDraft(key, { states: [stateOf(text)], plain: text });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useDraft = (key: string): Drafted =>
  useSyncExternalStore(subscribe, () => getDraft(key));

export const textOf = (state: EditorState): string => state.getCurrentContent().getPlainText('\n');

/** The #word being typed at the caret, without the #; null where there is none. */
export function hashtagAtCaret(state: EditorState): string | null {
  const selection = state.getSelection();
  if (!selection.isCollapsed() || !selection.getHasFocus()) return null;
  const block = state.getCurrentContent().getBlockForKey(selection.getStartKey());
  const before = block.getText().slice(0, selection.getStartOffset());
  return /(?:^|[\s(])#([\p{L}\p{M}\p{N}_]+)$/u.exec(before)?.[1] ?? null;
}

/** Puts a picked hashtag and a space in place of the word at the caret. */
export function pickHashtag(state: EditorState, tag: string): EditorState {
  const word = hashtagAtCaret(state) ?? '';
  const selection = state.getSelection();
  const end = selection.getStartOffset();
  const range = selection.merge({ anchorOffset: end - word.length - 1, focusOffset: end });
  const content = Modifier.replaceText(state.getCurrentContent(), range, `#${tag} `);
  return EditorState.push(state, content, 'insert-characters');
}
