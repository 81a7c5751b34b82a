// The page is built with the real React and Draft.js, which bring no types here: Preact's fit React's, Draft's are in draft-types.ts.
declare module 'react' {
  export * from 'preact/compat';
}
declare module 'react-dom' {
  export { createPortal, flushSync } from 'preact/compat';
}
declare module 'react-dom/client' {
  export { createRoot } from 'preact/compat/client';
}
declare module 'draft-js' {
  export const Editor: typeof import('./draft-types.ts').Editor;
  export const EditorState: typeof import('./draft-types.ts').EditorState;
  export const ContentState: typeof import('./draft-types.ts').ContentState;
  export const Modifier: typeof import('./draft-types.ts').Modifier;
  export const CompositeDecorator: typeof import('./draft-types.ts').CompositeDecorator;
  export const getDefaultKeyBinding: typeof import('./draft-types.ts').getDefaultKeyBinding;
}
declare module '*.css';
