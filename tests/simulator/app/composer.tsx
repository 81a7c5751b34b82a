import type { ShownPost } from './read-answers.ts';
export function InlineComposer(_: { place: 'home' | 'reply'; post?: ShownPost }) {
  return <div className="css-175oi2r" />;
}
