/**
 * X's single-key shortcuts: on document, in the bubble phase, ignored where the event's target is a text field.
 * A key typed in somebody's shadow root reaches document with the host as its target, so it fires here, as on X.
 */
import { mute, toggleBookmark, toggleLike } from './actions.ts';
import { viewer } from './boot.ts';
import { openComposer } from './composer-store.ts';
import { askBlock, openRepostMenu } from './post-menus.ts';
import type { ShownPost } from './read-answers.ts';
import { getPlace, navigate } from './router.ts';
import { getState, setState } from './state.ts';
import { allTimelines } from './timeline.ts';

const GO: Record<string, string> = {
  h: '/home',
  e: '/explore',
  n: '/notifications',
  m: '/i/chat',
  p: `/${viewer.handle}`,
  b: '/i/bookmarks',
  s: '/settings/account',
};

const articles = () =>
  [...document.querySelectorAll<HTMLElement>('article[data-testid=tweet]')].sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );

/** The article that has the keyboard: the focused one, else the first in view. */
function current(): HTMLElement | undefined {
  const focused = document.activeElement?.closest<HTMLElement>('article[data-testid=tweet]');
  return focused ?? articles().find((one) => one.getBoundingClientRect().top >= 0);
}

function currentPost(): ShownPost | undefined {
  const href = current()?.querySelector('a[href*="/status/"]')?.getAttribute('href') ?? '';
  const id = /\/status\/(\d+)/.exec(href)?.[1];
  for (const timeline of allTimelines())
    for (const row of timeline.state.rows)
      if (row.kind === 'post' && row.post.id === id) return row.post;
  return undefined;
}

function move(step: 1 | -1): void {
  const all = articles();
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? current() : all[at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'center' });
}

const withPost = (run: (post: ShownPost) => void) => () => {
  const post = currentPost();
  if (post) run(post);
};

function showNew(): void {
  for (const timeline of allTimelines()) timeline.showWaiting();
  scrollTo(0, 0);
}

const KEYS: Record<string, () => void> = {
  j: () => move(1),
  k: () => move(-1),
  n: () => openComposer({ kind: 'post' }),
  l: withPost(toggleLike),
  r: withPost((post) => openComposer({ kind: 'reply', post })),
  t: withPost((post) =>
    openRepostMenu(post, current()?.querySelector('[data-testid=retweet]') ?? null),
  ),
  m: () => navigate('/i/chat'),
  u: withPost(mute),
  x: withPost(askBlock),
  b: withPost(toggleBookmark),
  o: withPost((post) => post.photo && navigate(`/${post.author.handle}/status/${post.id}/photo/1`)),
  i: () => undefined,
  '/': () => document.querySelector<HTMLElement>('[data-testid=SearchBox_Search_Input]')?.focus(),
  '?': () => navigate('/i/keyboard_shortcuts'),
  '.': showNew,
  ' ': () => scrollBy(0, innerHeight * 0.9),
  Enter: withPost((post) => navigate(`/${post.author.handle}/status/${post.id}`)),
};

function count(name: string): void {
  window.__xShortcuts[name] = (window.__xShortcuts[name] ?? 0) + 1;
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Buttons and links have their own Enter and Space. */
function isOwnKey(event: KeyboardEvent): boolean {
  const target = event.target as Element | null;
  return /^(?:Enter| )$/.test(event.key) && target?.closest?.('a, button, [role=menuitem]') != null;
}

const isCovered = () =>
  getPlace().route.name === 'compose' || getState().sheet !== null || getState().menu !== null;

let going = 0;

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTextField(event.target) || isOwnKey(event) || isCovered()) return;
  const { key } = event;
  if (Date.now() - going < 1500 && GO[key]) {
    going = 0;
    count(`g${key}`);
    navigate(GO[key]);
    return;
  }
  if (key === 'g') {
    going = Date.now();
    count('g');
    return;
  }
  const run = KEYS[key];
  if (!run) return;
  count(key);
  event.preventDefault();
  run();
}

/** Counts each one that fires in `window.__xShortcuts`. */
export function installShortcuts(): void {
  window.__xShortcuts = {};
  document.addEventListener('keydown', onKey);
  // The look, for tests and the demo.
  window.__simTheme = (theme) => setState({ settings: { ...getState().settings, theme } });
}
