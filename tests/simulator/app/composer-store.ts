/** Which composer is open, over which post. */
import type { ShownPost } from './read-answers.ts';
import { getPlace, leaveModal, navigate, onNavigate } from './router.ts';

export type ComposerTask =
  | { kind: 'post'; text?: string }
  | { kind: 'reply'; post: ShownPost | { id: string }; text?: string }
  | { kind: 'quote'; post: ShownPost; text?: string }
  | { kind: 'edit'; post: ShownPost };

interface Opening {
  /** Null while the modal is closed. */
  task: ComposerTask | null;
  /** Counts the openings: each has an editor of its own. */
  opening: number;
}

let state: Opening = { task: fromRoute(), opening: 1 };
const listeners = new Set<() => void>();

function fromRoute(): ComposerTask | null {
  const { route } = getPlace();
  if (route.name !== 'compose') return null;
  if (route.replyTo) return { kind: 'reply', post: { id: route.replyTo }, text: route.text };
  return { kind: 'post', text: route.text };
}

function set(task: ComposerTask | null): void {
  state = { task, opening: state.opening + 1 };
  for (const listener of listeners) listener();
}

export const getOpening = (): Opening => state;

export function onComposer(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let asked: ComposerTask | null = null;

/** Opens the modal composer over the page, at /compose/post as X does. */
export function openComposer(task: ComposerTask): void {
  asked = task;
  if (getPlace().route.name === 'compose') set(task);
  else navigate('/compose/post');
}

export function closeComposer(): void {
  set(null);
  leaveModal();
}

onNavigate(() => {
  const isOpen = getPlace().route.name === 'compose';
  if (isOpen && !state.task) set(asked ?? fromRoute());
  else if (!isOpen && state.task) set(null);
  asked = null;
});

// An intent ends in the modal at /compose/post.
if (state.task) history.replaceState(history.state, '', '/compose/post');
