/** Which composer is open, over which post. */
import type { ShownPost } from './read-answers.ts';
import { getPlace, leaveModal, navigate, onNavigate } from './router.ts';

export type ComposerTask =
  | { kind: 'post'; text?: string }
  | { kind: 'reply'; post: ShownPost | { id: string }; text?: string }
  | { kind: 'quote'; post: ShownPost; text?: string }
  | { kind: 'edit'; post: ShownPost };

let open: ComposerTask | null = fromRoute();
const listeners = new Set<() => void>();

function fromRoute(): ComposerTask | null {
  const { route } = getPlace();
  if (route.name !== 'compose') return null;
  if (route.replyTo) return { kind: 'reply', post: { id: route.replyTo }, text: route.text };
  return { kind: 'post', text: route.text };
}

function set(task: ComposerTask | null): void {
  open = task;
  for (const listener of listeners) listener();
}

/** The task of the modal composer, null while it is closed. */
export const getComposer = (): ComposerTask | null => open;

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
  if (isOpen && !open) set(asked ?? fromRoute());
  else if (!isOpen && open) set(null);
  asked = null;
});
