/** Puts the hashtag into X's composers with the first typed character, says so beforehand, and takes it out when asked. */
import { browser } from '#imports';
import {
  editorOf,
  openComposer,
  purposeOf,
  readEditor,
  waitFor,
  watchQuotes,
} from '@/entrypoints/x.content/page/composer';
import type { Bridge } from '@/stores/bridge';
import { countHashtag, hasHashtag } from '@/stores/core/hashtag';
import { type Chip, type ChipWord, createChip } from './chip';
import { order } from './order';

/** Beyond the end of any text. */
const FAR = Number.MAX_SAFE_INTEGER;

/** How long X may take to draw what was put in, ms. */
const TAKEN_WITHIN_MS = 1_500;

/** What happened to the hashtag in one composer. */
interface Composer {
  /** We put it in. */
  added: boolean;
  /** The person took it out: it stays out. */
  refused: boolean;
}

export class Prefill {
  private readonly bridge: Bridge;
  private readonly quoted: () => string | null;
  private readonly chip: Chip;
  private composers = new WeakMap<HTMLElement, Composer>();
  private current: HTMLElement | null = null;

  constructor(bridge: Bridge) {
    const { signal, chat } = bridge;
    this.bridge = bridge;
    this.quoted = watchQuotes(signal);
    const words = (key: ChipWord) => browser.i18n.getMessage(key, [chat.hashtag]);
    this.chip = createChip(signal, words, () => this.current && this.refuse(this.current));
  }

  start(): void {
    const { bridge } = this;
    const { signal } = bridge;
    watchTyping(signal, (editor) => this.review(editor));
    const focus = ({ target }: Event) => this.show(editorOf(target));
    document.addEventListener('focusin', focus, { signal });
    bridge.onChange(() => this.show(this.current ?? focused()));
    bridge.feed.onOwn(() => {
      // Posted: the inline composer is empty again, and a new post is a new choice.
      this.composers = new WeakMap();
      this.show(focused());
    });
    bridge.compose = (text) => this.compose(text);
    this.show(focused());
  }

  /** Puts a whole post into X's composer, behind what may stand there, and looks whether X took it. */
  private async compose(text: string): Promise<boolean> {
    const editor = await openComposer();
    if (!editor) return false;
    const before = readEditor(editor).trim();
    // The text has its hashtag, or the person chose to do without.
    Object.assign(this.stateOf(editor), { added: false, refused: true });
    order(editor, { from: FAR, to: FAR, text: before ? `\n${text}` : text, keepCaret: false });
    const wanted = plain(text);
    const took = () => plain(readEditor(editor)).endsWith(wanted) || undefined;
    return (await waitFor(took, TAKEN_WITHIN_MS)) === true;
  }

  /** After the text changed, by the person or by us. */
  private review(editor: HTMLElement): void {
    const state = this.stateOf(editor);
    const text = readEditor(editor);
    const tags = countHashtag(text, this.bridge.chat.hashtag);
    const isBare = text.trim() === this.tail.trim();
    // One of their own beside ours, or ours alone, which would be a post by accident and a draft that X asks about.
    if (state.added && (tags > 1 || isBare)) this.takeOut(editor);
    else if (text.trim() === '') state.added = false;
    else if (tags === 0 && state.added) Object.assign(state, { added: false, refused: true });
    else if (tags === 0 && !state.refused && this.isWanted(editor)) {
      state.added = true;
      order(editor, { from: FAR, to: FAR, text: this.tail, keepCaret: true });
    }
    this.show(editor);
  }

  private takeOut(editor: HTMLElement): void {
    const state = this.stateOf(editor);
    const from = state.added ? readEditor(editor).lastIndexOf(this.tail) : -1;
    state.added = false;
    if (from >= 0) order(editor, { from, to: from + this.tail.length, text: '', keepCaret: true });
  }

  /** By the chip: out, and not in again. */
  private refuse(editor: HTMLElement): void {
    this.takeOut(editor);
    this.stateOf(editor).refused = true;
    this.show(editor);
  }

  private show(editor: HTMLElement | null): void {
    const { hashtag } = this.bridge.chat;
    const isOurs = editor?.isConnected && this.isWanted(editor) && !this.stateOf(editor).refused;
    this.current = isOurs ? editor : null;
    const has = this.current !== null && hasHashtag(readEditor(this.current), hashtag);
    // One that the person typed or that stood there needs no word of ours.
    if (!this.current || (has && !this.stateOf(this.current).added)) this.chip.hide();
    else this.chip.show(this.current, has ? 'prefill_added' : 'prefill_will');
  }

  /** Does this composer speak to the chat? */
  private isWanted(editor: HTMLElement): boolean {
    if (!this.bridge.takesPart()) return false;
    const purpose = purposeOf(editor, this.quoted);
    if (purpose.kind === 'post') return true;
    return purpose.id !== null && this.bridge.feed.get(purpose.id) !== undefined;
  }

  private stateOf(editor: HTMLElement): Composer {
    const state = this.composers.get(editor) ?? { added: false, refused: false };
    this.composers.set(editor, state);
    return state;
  }

  /** What goes behind the person's words. */
  private get tail(): string {
    return ` #${this.bridge.chat.hashtag}`;
  }
}

/** Draft keeps lines as paragraphs and trims none of them; only kinds of white space differ. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function focused(): HTMLElement | null {
  return editorOf(document.activeElement);
}

/** Calls `typed` once an editor's model has taken in what was typed, and not in the middle of a composition (IME). */
function watchTyping(signal: AbortSignal, typed: (editor: HTMLElement) => void): void {
  let composing = false;
  const later = ({ target }: Event) => {
    const editor = editorOf(target);
    // Draft takes over what the browser typed in a task of its own.
    if (editor) setTimeout(() => !composing && editor.isConnected && typed(editor), 0);
  };
  document.addEventListener(
    'compositionstart',
    () => {
      composing = true;
    },
    { signal, capture: true },
  );
  document.addEventListener(
    'compositionend',
    (event) => {
      composing = false;
      later(event);
    },
    { signal, capture: true },
  );
  for (const kind of ['input', 'keyup', 'paste', 'cut', 'drop']) {
    document.addEventListener(kind, later, { signal, capture: true });
  }
}
