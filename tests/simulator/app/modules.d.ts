// The page is built with the real React and Draft.js, which bring no types here; Preact's fit React's.
declare module 'react' {
  export * from 'preact/hooks';
  export const createElement: typeof import('preact').createElement;
  export const useSyncExternalStore: typeof import('preact/compat').useSyncExternalStore;
}
declare module 'react-dom' {
  export const flushSync: typeof import('preact/compat').flushSync;
}
declare module 'react-dom/client' {
  export const createRoot: (node: Element) => { render(tree: unknown): void; unmount(): void };
}
declare module '*.css';

declare module 'draft-js' {
  export interface SelectionState {
    isCollapsed(): boolean;
    getHasFocus(): boolean;
    getStartKey(): string;
    getStartOffset(): number;
    merge(change: { anchorOffset?: number; focusOffset?: number }): SelectionState;
  }
  export interface ContentBlock {
    getText(): string;
  }
  export interface ContentState {
    getPlainText(delimiter?: string): string;
    getBlockForKey(key: string): ContentBlock;
  }
  export const ContentState: { createFromText(text: string): ContentState };
  export interface EditorState {
    getCurrentContent(): ContentState;
    getSelection(): SelectionState;
  }
  export const EditorState: {
    createEmpty(decorator?: unknown): EditorState;
    createWithContent(content: ContentState, decorator?: unknown): EditorState;
    push(state: EditorState, content: ContentState, change: string): EditorState;
    moveSelectionToEnd(state: EditorState): EditorState;
  };
  export const Modifier: {
    replaceText(content: ContentState, range: SelectionState, text: string): ContentState;
  };
  export const CompositeDecorator: new (
    parts: {
      strategy(block: ContentBlock, found: (start: number, end: number) => void): void;
      component(props: { children?: unknown }): unknown;
    }[],
  ) => unknown;
  export const getDefaultKeyBinding: (event: KeyboardEvent) => string | null;
  export const Editor: (props: {
    ref?: unknown;
    editorState: EditorState;
    onChange(state: EditorState): void;
    placeholder?: string;
    ariaLabel?: string;
    ariaMultiline?: boolean;
    role?: string;
    webDriverTestID?: string;
    spellCheck?: boolean;
    stripPastedStyles?: boolean;
    keyBindingFn?(event: KeyboardEvent): string | null;
    handleKeyCommand?(command: string): 'handled' | 'not-handled';
    onFocus?(): void;
    onBlur?(): void;
  }) => import('preact').VNode;
}
