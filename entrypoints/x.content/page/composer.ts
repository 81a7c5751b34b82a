/** X's composers as they stand on the page: finding them, reading them, knowing what they are for. */

/** The editors of X's posts; messages have other test ids. X.md 2.1: the number is the post's place in a thread. */
const EDITOR = '[data-testid^="tweetTextarea_"][contenteditable="true"]';
const POST = 'article[data-testid="tweet"]';
const STATUS = /\/status\/(\d+)/;

/** What a composer is for. `id` is null where the page does not tell it. `other`: an edit, or a poll that is being made. */
export type ComposerPurpose =
  | { kind: 'post' | 'other' }
  | { kind: 'reply' | 'quote'; id: string | null };

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

/** Characters `from` to `to` of what `readEditor` gave; undefined where they are not in one piece of Draft's. */
export function rangeIn(editor: HTMLElement, from: number, to: number): Range | undefined {
  const range = document.createRange();
  let at = 0;
  let isBegun = false;
  for (const block of editor.querySelectorAll('[data-block="true"]')) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node.nodeValue ?? '';
      if (!isBegun && from < at + length) {
        range.setStart(node, Math.max(0, from - at));
        isBegun = true;
      }
      if (isBegun && to <= at + length) {
        range.setEnd(node, to - at);
        return range;
      }
      at += length;
    }
    at += 1;
  }
  return undefined;
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

/** The box that an editor, its attachments and its row of buttons stand in. */
function boxOf(editor: HTMLElement): Element | null | undefined {
  return toolbarOf(editor)?.parentElement;
}

/** A poll has a field a choice; X.md does not name them, a dozen extensions know them by this [K]. */
const POLL = 'input[name^="Choice"], [data-testid="removePollButton"]';

/** What the person pressed last that opens a composer, as far as the composer itself does not tell. */
export interface Asked {
  /** The post whose repost button was pressed: a quote's preview does not say its id. */
  quoted: string | null;
  /** A post's own menu was opened, which is the one way to an edit. */
  menu: boolean;
}

/** Remembers what was asked for last. */
export function watchAsked(signal: AbortSignal): Asked {
  const asked: Asked = { quoted: null, menu: false };
  const note = (target: EventTarget | null, opener: string) => {
    const button = target instanceof Element ? target.closest(opener) : null;
    const article = button?.closest(POST);
    if (article && /repost|retweet/.test((button as HTMLElement).dataset.testid ?? '')) {
      asked.quoted = articleId(article);
    }
    if (button) asked.menu = (button as HTMLElement).dataset.testid === 'caret';
  };
  const pressed = ({ target }: Event) => note(target, `${OPENERS}, ${NEW_POST}`);
  document.addEventListener('click', pressed, { signal, capture: true });
  // By keyboard: X's own keys, T on the post that has the focus.
  const keyed = (event: KeyboardEvent) => {
    const { key, target } = event;
    if (!/^[nrt]$/.test(key) || !isShortcut(event)) return;
    asked.menu = false;
    const article = key === 't' && target instanceof Element && target.closest(POST);
    if (article) asked.quoted = articleId(article);
  };
  document.addEventListener('keydown', keyed, { signal, capture: true });
  return asked;
}

/** What one types in: fields, editors of any kind, and the hosts of our own shadow roots, where a key's target is the host. */
const FIELDS =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), polchat-panel, polchat-chip, polchat-check, polchat-notice';

/** X's shortcuts are keys alone, and none of what is being written. */
function isShortcut(event: KeyboardEvent): boolean {
  const { target, ctrlKey, metaKey, altKey, isComposing } = event;
  if (ctrlKey || metaKey || altKey || isComposing) return false;
  return !(target instanceof Element && target.closest(FIELDS));
}

/** Buttons of a post that lead to a composer. */
const OPENERS =
  '[data-testid="reply"], [data-testid="retweet"], [data-testid="unretweet"], [data-testid="repost"], [data-testid="unrepost"], [data-testid="caret"]';

/** What the composer around this editor is for. `asked` as it was when the composer opened; `started` says that it came with a text. */
export function purposeOf(editor: HTMLElement, asked: Asked, started: boolean): ComposerPurpose {
  if (boxOf(editor)?.querySelector(POLL)) return { kind: 'other' };
  const dialog = editor.closest('[role="dialog"]');
  if (dialog) {
    const parent = [...dialog.querySelectorAll(POST)].find((article) => precedes(article, editor));
    if (parent) return { kind: 'reply', id: articleId(parent) };
    if (asked.menu && started) return { kind: 'other' };
    return hasQuote(dialog) ? { kind: 'quote', id: asked.quoted } : { kind: 'post' };
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

function articleOf(id: string): Element | undefined {
  return [...document.querySelectorAll(POST)].find((one) => articleId(one) === id);
}

/** Presses X's own reply button on a post, where the post is on the page; X's composer opens. False where it is not. */
export function openReply(id: string): boolean {
  const button = articleOf(id)?.querySelector<HTMLElement>('[data-testid="reply"]');
  button?.click();
  return !!button;
}

/** X's menu comes in a moment, ms. */
const MENU_WAIT_MS = 1_000;

/** Presses X's repost button on a post and then Quote, which is the entry of its menu that reposts nothing. False where it cannot be found. */
export async function openQuote(id: string): Promise<boolean> {
  const button = articleOf(id)?.querySelector<HTMLElement>(
    '[data-testid$="retweet"], [data-testid$="repost"]',
  );
  if (!button) return false;
  button.click();
  const quote = await waitFor(() => {
    const entries = [
      ...document.querySelectorAll<HTMLElement>('[data-testid="Dropdown"] [role="menuitem"]'),
    ];
    const isRepost = ({ dataset }: HTMLElement) =>
      /(?:tweet|post)Confirm$/.test(dataset.testid ?? '');
    // Only behind the one that is known for what it is, and never that one.
    const next = entries[entries.findIndex(isRepost) + 1];
    return entries.filter(isRepost).length === 1 ? next : undefined;
  }, MENU_WAIT_MS);
  quote?.click();
  return quote !== undefined;
}

/** X's own button for a new post: in the side navigation, or floating on narrow pages. */
const NEW_POST =
  '[data-testid="SideNav_NewTweet_Button"], [data-testid="FloatingActionButtons_Tweet_Button"]';
/** X loads its composer when it is first needed. Longer, and the browser would no longer let the person's press open a window instead. */
const COMPOSER_WAIT_MS = 3_000;

/** Opens X's composer for a new post and gives its editor; undefined where X has none or it does not come in time. */
export async function openComposer(): Promise<HTMLElement | undefined> {
  const there = modalEditor();
  if (there) return there;
  const button = document.querySelector<HTMLElement>(NEW_POST);
  if (!button) return undefined;
  button.click();
  return openedEditor();
}

/** The editor of the composer that X is opening. */
export function openedEditor(): Promise<HTMLElement | undefined> {
  return waitFor(modalEditor, COMPOSER_WAIT_MS);
}

/** The last: of a thread, the post that is being written. */
function modalEditor(): HTMLElement | undefined {
  return visibleEditors()
    .filter((editor) => editor.closest('[role="dialog"]') !== null)
    .at(-1);
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
