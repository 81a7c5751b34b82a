/** X's composers as they stand on the page: finding them, reading them, knowing what they are for. */

/** The editors of X's posts; messages have other test ids. X.md 2.1: the number is the post's place in a thread. */
const EDITOR = '[data-testid^="tweetTextarea_"][contenteditable="true"]';
const POST = 'article[data-testid="tweet"]';
const STATUS = /\/status\/(\d+)/;

/** What a composer is for. `id` is null where the page does not tell it. */
export type ComposerPurpose = { kind: 'post' } | { kind: 'reply' | 'quote'; id: string | null };

/** The editor that an event or element belongs to. */
export function editorOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(EDITOR) : null;
}

/** Every editor on the page that can be seen. */
export function visibleEditors(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(EDITOR)].filter((editor) =>
    editor.checkVisibility(),
  );
}

/** The text in Draft's model: a line a paragraph. */
export function readEditor(editor: HTMLElement): string {
  const blocks = [...editor.querySelectorAll('[data-block="true"]')];
  const lines = (blocks.length ? blocks : [editor]).map((block) => block.textContent ?? '');
  return lines.join('\n');
}

/** Id of the post that an article shows, from the permalink at its time. */
export function articleId(article: Element): string | null {
  const link = article.querySelector('a[href*="/status/"]:has(time)');
  return STATUS.exec(link?.getAttribute('href') ?? '')?.[1] ?? null;
}

/** The row of buttons below an editor, beside it in the tree and not around it. */
export function toolbarOf(editor: HTMLElement): HTMLElement | null {
  for (
    let around = editor.parentElement;
    around && around !== document.body;
    around = around.parentElement
  ) {
    const bar = around.querySelector<HTMLElement>('[data-testid="toolBar"]');
    if (bar) return bar;
  }
  return null;
}

/** Remembers of which post the person pressed repost, since a quote's preview does not say its id. */
export function watchQuotes(signal: AbortSignal): () => string | null {
  let id: string | null = null;
  const pressed = ({ target }: Event) => {
    const button =
      target instanceof Element &&
      target.closest('[data-testid$="retweet"], [data-testid$="repost"]');
    const article = button instanceof Element ? button.closest(POST) : null;
    if (article) id = articleId(article);
  };
  document.addEventListener('click', pressed, { signal, capture: true });
  // By keyboard: X's own T on the post that has the focus.
  const keyed = ({ key, target }: KeyboardEvent) => {
    const article = key === 't' && target instanceof Element && target.closest(POST);
    if (article) id = articleId(article);
  };
  document.addEventListener('keydown', keyed, { signal, capture: true });
  return () => id;
}

/** What the composer around this editor is for. `quoted` says of which post the person last asked to quote. */
export function purposeOf(editor: HTMLElement, quoted: () => string | null): ComposerPurpose {
  const dialog = editor.closest('[role="dialog"]');
  if (dialog) {
    const parent = [...dialog.querySelectorAll(POST)].find((article) => precedes(article, editor));
    if (parent) return { kind: 'reply', id: articleId(parent) };
    return hasQuote(dialog) ? { kind: 'quote', id: quoted() } : { kind: 'post' };
  }
  const page = STATUS.exec(location.pathname)?.[1];
  return page ? { kind: 'reply', id: page } : { kind: 'post' };
}

function precedes(a: Element, b: Element): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** A quoted post stands in the composer as a text with its author and without a permalink. */
function hasQuote(dialog: Element): boolean {
  return [...dialog.querySelectorAll('[data-testid="tweetText"], [data-testid="User-Name"]')].some(
    (part) => !part.closest(POST),
  );
}

/** Presses X's own reply button on a post, where the post is on the page; X's composer opens. False where it is not. */
export function openReply(id: string): boolean {
  const article = [...document.querySelectorAll(POST)].find((one) => articleId(one) === id);
  const button = article?.querySelector<HTMLElement>('[data-testid="reply"]');
  button?.click();
  return button !== undefined && button !== null;
}

/** X's own button for a new post: in the side navigation, or floating on narrow pages. */
const NEW_POST =
  '[data-testid="SideNav_NewTweet_Button"], [data-testid="FloatingActionButtons_Tweet_Button"]';
/** X loads its composer when it is first needed. */
const COMPOSER_WAIT_MS = 5_000;

/** Opens X's composer for a new post and gives its editor; undefined where X has none or it does not come in time. */
export async function openComposer(): Promise<HTMLElement | undefined> {
  const find = () => visibleEditors().find((editor) => editor.closest('[role="dialog"]') !== null);
  const there = find();
  if (there) return there;
  const button = document.querySelector<HTMLElement>(NEW_POST);
  if (!button) return undefined;
  button.click();
  return waitFor(find, COMPOSER_WAIT_MS);
}

/** Looks again at every change of the page until `find` finds, or until `ms` are over. */
export function waitFor<T>(find: () => T | undefined, ms: number): Promise<T | undefined> {
  const now = find();
  if (now !== undefined) return Promise.resolve(now);
  return new Promise((resolve) => {
    const done = (found: T | undefined) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(found);
    };
    const observer = new MutationObserver(() => {
      const found = find();
      if (found !== undefined) done(found);
    });
    const timer = setTimeout(() => done(find()), ms);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}
