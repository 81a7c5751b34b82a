/** Puts the hashtag into X's composers with the first typed character, says so beforehand, and takes it out when asked. */
import {
  type Asked,
  editorOf,
  openComposer,
  purposeOf,
  readEditor,
  visibleEditors,
  waitFor,
  watchAsked,
} from '@/entrypoints/x.content/page/composer';
import { watchTyping } from '@/entrypoints/x.content/page/typing';
import type { Bridge } from '@/stores/bridge';
import { countHashtag, hasHashtag } from '@/stores/core/hashtag';
import type { Post } from '@/stores/core/post';
import { isPosted, nextAfter, startsWithLabel } from '@/stores/panel-draft';
import { order } from './order';

/** Beyond the end of any text. */
const FAR = Number.MAX_SAFE_INTEGER;

/** How long X may take to draw what was put in, ms. */
const TAKEN_WITHIN_MS = 1_500;

/** What happened in one composer. */
interface Composer {
  /** Its text when it was looked at last. */
  text: string;
  /** X gave it a text to begin with. */
  started: boolean;
  /** What was pressed to open it, whatever is pressed while it stands open. */
  opened: Asked;
  /** We put the hashtag in. */
  added: boolean;
  /** The person took it out: it stays out. */
  refused: boolean;
  /** Opened from the panel, which was to put this hashtag in whatever the rule; else ''. */
  asked: string;
  /** What we put in before anything was typed. */
  given: string;
  /** X did not take what was put in. */
  failed: boolean;
  /** So many had been posted when it was seen first: emptied since, it is for a new post. */
  posts: number;
}

export class Prefill {
  private readonly bridge: Bridge;
  private readonly asked: Asked;
  private readonly composers = new WeakMap<HTMLElement, Composer>();
  /** So many were posted in this page. */
  private posts = 0;
  private current: HTMLElement | null = null;
  /** The last character typed was Ctrl or ⌘ with Z or Y. */
  private isUndoing = false;

  constructor(bridge: Bridge) {
    this.bridge = bridge;
    this.asked = watchAsked(bridge.signal);
  }

  start(): void {
    const { bridge } = this;
    const { signal } = bridge;
    watchTyping(signal, (editor) => this.review(editor));
    const focus = ({ target }: Event) => this.show(editorOf(target));
    document.addEventListener('focusin', focus, { signal });
    for (const kind of ['keydown', 'mousedown']) {
      document.addEventListener(kind, (event) => this.pressed(event), { signal, capture: true });
    }
    bridge.onChange(() => this.show(this.current ?? focused()));
    bridge.each((feed) => feed.onOwn((posts) => this.posted(posts)));
    bridge.compose = (text) => this.compose(text);
    bridge.give = (...what) => this.give(...what);
    bridge.onChip = {
      remove: (editor) => this.refuse(editor),
      label: (editor, label) => {
        const text = `${label} `;
        const words = readEditor(editor).lastIndexOf(this.tailOf(editor));
        const end = words < 0 ? FAR : words + text.length;
        const caret = focused() === editor ? {} : { caret: end };
        editor.focus();
        order(editor, { from: 0, to: 0, text, keepCaret: true, ...caret });
        this.show(editor);
      },
    };
    this.show(focused());
  }

  /** A new post is a new choice; what was chosen in another composer stays. */
  private posted(posts: readonly Post[]): void {
    this.posts += 1;
    for (const editor of visibleEditors()) {
      const draft = { text: readEditor(editor), label: null, at: 0 };
      if (posts.some((post) => isPosted(draft, post))) this.composers.delete(editor);
    }
    this.show(focused());
    // X takes the words out of it a moment after its answer.
    const isEmpty = () => {
      const editor = focused();
      return !editor || readEditor(editor).trim() === '' || undefined;
    };
    void waitFor(isEmpty, TAKEN_WITHIN_MS).then(() => this.show(focused()));
  }

  /** Puts a whole post into X's composer, behind what may stand there, and looks whether X took it. */
  private async compose(text: string): Promise<boolean> {
    const editor = await openComposer();
    // What stands open may be an answer to somebody else, or an edit.
    if (!editor || this.purpose(editor).kind !== 'post') return false;
    const before = readEditor(editor).trim();
    // The text has its hashtag, or the person chose to do without.
    Object.assign(this.stateOf(editor), { added: false, refused: true });
    order(editor, { from: FAR, to: FAR, text: before ? `\n${text}` : text, keepCaret: false });
    const wanted = plain(text);
    const took = () => plain(readEditor(editor)).endsWith(wanted) || undefined;
    return (await waitFor(took, TAKEN_WITHIN_MS)) === true;
  }

  /** For an answer that was asked for in the panel: the rule does not count, and this text is there before anything is typed. */
  private give(editor: HTMLElement, hashtag: string, text: string, caret: number): void {
    const state = this.stateOf(editor);
    state.asked = hashtag;
    if (text && state.text.trim() === '') {
      Object.assign(state, { text, given: text, added: true });
      order(editor, { from: 0, to: FAR, text, keepCaret: false, caret });
      this.verify(editor);
    }
    this.show(editor);
  }

  /** After the text changed, by the person or by us. */
  private review(editor: HTMLElement): void {
    const state = this.stateOf(editor);
    const text = readEditor(editor);
    const isMoved = text === state.text;
    state.text = text;
    if (isMoved) return;
    const tags = countHashtag(text, this.hashtagOf(editor));
    const tail = this.tailOf(editor);
    const isBare = text.trim() === tail.trim() && !state.given;
    if (tags === 0 && state.added && text.trim() !== '') {
      Object.assign(state, { added: false, refused: true });
    } else if (text.trim() === '') state.added = false;
    // What is undone stays so, and what is done again must find the editor as it was.
    else if (this.isUndoing) state.added ||= text.includes(tail);
    // One of their own beside ours, or ours alone, which would be a post by accident and a draft that X asks about.
    else if (state.added && (tags > 1 || isBare)) this.takeOut(editor);
    else if (tags === 0 && !state.refused && !state.failed && this.isWanted(editor)) {
      state.added = true;
      order(editor, { from: FAR, to: FAR, text: tail, keepCaret: true });
      this.verify(editor);
    }
    this.show(editor);
  }

  /** Says so where X did not take it, and does not try again. */
  private verify(editor: HTMLElement): void {
    const hashtag = this.hashtagOf(editor);
    const has = () => hasHashtag(readEditor(editor), hashtag) || undefined;
    void waitFor(has, TAKEN_WITHIN_MS).then((took) => {
      const state = this.stateOf(editor);
      if (took || !state.added) return;
      Object.assign(state, { added: false, failed: true });
      this.show(editor);
    });
  }

  /** `isAway`: the caret was elsewhere, and comes back behind the person's words. */
  private takeOut(editor: HTMLElement, isAway = false): void {
    const state = this.stateOf(editor);
    const { length } = this.tailOf(editor);
    const from = state.added ? readEditor(editor).lastIndexOf(this.tailOf(editor)) : -1;
    state.added = false;
    if (from < 0) return;
    const caret = isAway ? { caret: from } : {};
    order(editor, { from, to: from + length, text: '', keepCaret: true, ...caret });
  }

  /** By the chip: out, and not in again. */
  private refuse(editor: HTMLElement): void {
    this.stateOf(editor).refused = true;
    const isAway = focused() !== editor;
    editor.focus();
    // Where the press came from the chip's own focus, Draft has the editor's back by then.
    setTimeout(() => {
      this.takeOut(editor, isAway);
      this.show(editor);
    });
  }

  private pressed(event: Event): void {
    const { target } = event;
    const isKey = event instanceof KeyboardEvent;
    // Whoever takes the mouse goes on, and may paste by its menu.
    if (!isKey) this.isUndoing = false;
    else if (event.key.length === 1) {
      this.isUndoing = (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key);
    }
    const isLeft = isKey
      ? event.key === 'Escape'
      : target instanceof Element &&
        target.closest('[data-testid="app-bar-close"], [data-testid="mask"]') !== null;
    if (isLeft && this.current) this.leave(this.current);
  }

  /** What only we wrote goes before X looks whether there is a draft to ask about. */
  private leave(editor: HTMLElement): void {
    const state = this.stateOf(editor);
    if (!state.given || readEditor(editor) !== state.given) return;
    state.added = false;
    order(editor, { from: 0, to: FAR, text: '', keepCaret: false });
  }

  private show(editor: HTMLElement | null): void {
    const state = editor ? this.stateOf(editor) : undefined;
    const isOurs = editor?.isConnected && this.isWanted(editor) && !state?.refused;
    this.current = isOurs ? editor : null;
    if (editor) void this.bridge.load('writing');
    const hashtag = this.current ? this.hashtagOf(this.current) : '';
    const has = this.current !== null && hasHashtag(readEditor(this.current), hashtag);
    // One that the person typed or that stood there needs no word of ours.
    if (!this.current || !state || (has && !state.added)) {
      this.bridge.chip?.hide();
      return;
    }
    const word = state.failed ? 'prefill_failed' : has ? 'prefill_added' : 'prefill_will';
    this.bridge.chip?.show(this.current, word, hashtag, this.labelFor(this.current));
  }

  /** The label that this post may want and has not. */
  private labelFor(editor: HTMLElement): string {
    const purpose = this.purpose(editor);
    if (purpose.kind === 'other') return '';
    const { bridge } = this;
    const label = bridge.labelOf?.('id' in purpose ? purpose.id : null) ?? '';
    const next = bridge.nextQuestion?.() ?? nextAfter(label);
    return startsWithLabel(readEditor(editor).trim(), next) ? '' : label;
  }

  /** Does this composer speak to the chat, and is it the rule or the wish that it says so? */
  private isWanted(editor: HTMLElement): boolean {
    const taking = this.bridge.taking();
    const { asked } = this.stateOf(editor);
    if (!taking && !asked) return false;
    const purpose = this.purpose(editor);
    if (!('id' in purpose)) return purpose.kind === 'post';
    return asked !== '' || (purpose.id !== null && taking?.feed.get(purpose.id) !== undefined);
  }

  private purpose(editor: HTMLElement) {
    const { opened, started } = this.stateOf(editor);
    return purposeOf(editor, opened, started);
  }

  private stateOf(editor: HTMLElement): Composer {
    const known = this.composers.get(editor);
    const text = readEditor(editor);
    if (known && (known.posts === this.posts || text.trim() !== '')) return known;
    const { posts } = this;
    const choice = { added: false, refused: false, asked: '', given: '', failed: false };
    const state = {
      text,
      started: text.trim() !== '',
      opened: { ...this.asked },
      posts,
      ...choice,
    };
    this.composers.set(editor, state);
    return state;
  }

  /** What goes behind the person's words. */
  private tailOf(editor: HTMLElement): string {
    return ` #${this.hashtagOf(editor)}`;
  }

  /** Of the chat that it was opened for, else that the person takes part in; another one may be shown. */
  private hashtagOf(editor: HTMLElement): string {
    return this.stateOf(editor).asked || (this.bridge.taking() ?? this.bridge).chat.hashtag;
  }
}

/** Draft keeps lines as paragraphs and trims none of them; only kinds of white space differ. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function focused(): HTMLElement | null {
  return editorOf(document.activeElement);
}
