/** What the scripts in X's page that load later (panel, prefill) get from the one that is always there. All run in one isolated world. */
import type { Chat } from './core/chat';
import type { Post } from './core/post';
import type { Clock } from './core/schedule';
import type { Feed } from './feed';
import type { MessageName, Protocol } from './messages';
import type { PageScript } from './page-scripts';
import type { Draft } from './panel-draft';
import type { StatusLine } from './panel-state';
import type { SavedStore } from './saved';

/** Preact as the panel has it; components know its types. */
export interface Lent {
  preact: object;
  hooks: object;
  jsx: object;
}

/** A chat, with its posts and its time. */
export interface Followed {
  chat: Chat;
  /** Its hashtag in lower case. */
  tag: string;
  feed: Feed;
  clock: Clock;
  /** The person takes part in the session that its clock shows. */
  joined: boolean;
  /** That session is on, or near enough for people to talk. */
  near: boolean;
}

/** Makes the feed of a chat by its hashtag in lower case; `want` is called when it has other conversations. */
export type CreateFeed = (hashtag: string, want: () => void) => Feed;

export interface Bridge {
  /** For the script that makes the feeds, which comes before any other that asks for them. */
  bringFeeds: (create: CreateFeed) => void;
  /** The chat shown, and its feed: others after `switchTo`, or when another one's time comes. */
  readonly chat: Chat;
  readonly feed: Feed;
  /** All that are followed, in the person's order. */
  chats: () => readonly Followed[];
  /** Calls back with the feed of each, there or to come. */
  each: (listener: (feed: Feed) => void) => void;
  /** Shows another one of them. */
  switchTo: (hashtag: string) => void;
  saved: SavedStore;
  /** Open, on the panel's own host outside X's tree. */
  root: ShadowRoot;
  host: HTMLElement;
  /** Ends with this script's life: the extension was updated or switched off. */
  signal: AbortSignal;
  /** The responses of this page are read; false where the tab was open before the extension. */
  reading: boolean;
  /** This page is the search that is followed, in the background or in a window of its own. */
  followed: () => boolean;
  follow: (isFollowed: boolean) => void;
  /** Set by the script that reports to the background what is heard of X's searches: told where X goes, before its address is there. */
  moved?: (url: URL) => void;
  clock: () => Clock;
  /** ms since 1970 by X's clock. */
  now: () => number;
  /** X's clock less this computer's, ms. */
  clockOffset: () => number;
  joined: () => boolean;
  /** The chat whose hashtag is, by the person's rule, to be put into X's composers now; the one shown before others. */
  taking: () => Followed | null;
  /** Sends to the background. */
  send: <N extends MessageName>(
    name: N,
    body: Protocol[N]['takes'],
  ) => Promise<Protocol[N]['gives']>;
  /** Hides the panel behind its edge tab. */
  collapse: () => void;
  /** The panel's width, px. */
  readonly setWidth: (px: number) => void;
  /** Called whenever what the functions above answer may have changed. Returns the way to stop. */
  onChange: (changed: () => void) => () => void;
  /** What the person should know about their last press, in words; '' for nothing. */
  notice: string;
  /** Sets the notice and has it drawn. */
  notify: (notice: string) => void;
  /** Set by the script that reads the page itself: what X shows and cannot be read, for the status line. */
  sight?: () => StatusLine[];
  /** Set by the script that reports X's searches: to be called once the posts that the page shows were read. */
  pageRead?: () => void;
  /** Set by the script for following live: how that goes, for the status line. */
  following?: () => StatusLine[];
  /** Set by the panel's script: the handle of the account signed in on X here, without @; null while X does not say it. */
  viewer?: () => string | null;
  /** Set by the panel's script once it is there: draws, or stops drawing. */
  showPanel?: (open: boolean) => void;
  /** Set by the panel's script: its Preact, for the scripts that bring parts of it later (`components/panel/parts.ts`). */
  lent?: Lent;
  /** What those scripts brought, by name. */
  parts: Record<string, unknown>;
  /** Puts a script into the page, once. Resolves in any case; what it sets here tells whether it came. */
  load: (script: PageScript) => Promise<void>;
  /** Set by the prefill script: opens X's composer with this text in it, and says whether X took it. */
  compose?: (text: string) => Promise<boolean>;
  /** Set by the prefill script: writes into an editor that was opened for a chat from the panel, whatever the rule, the caret at a place in it. */
  give?: (editor: HTMLElement, hashtag: string, text: string, caret: number) => void;
  /** Set by the prefill script: what the chip's buttons do. */
  onChip?: {
    remove: (editor: HTMLElement) => void;
    label: (editor: HTMLElement, label: string) => void;
  };
  /** Set by the writing script: the chip beside X's composer. */
  chip?: Chip;
  /** Set by the panel's script: the label that an answer to this post gets, to the open question for null; '' for none. */
  labelOf?: (id: string | null) => string;
  /** Set by the panel's script: the number of the question that comes next. */
  nextQuestion?: () => number;
  /** Set by the script with the draft check and the counter. */
  writing?: Writing;
  /** Set by the panel's script: the draft and whose it is, and the way to be rid of it once X has the post. */
  draft?: {
    read: () => { draft: Draft; me: string | null } | undefined;
    clear: () => void;
  };
  /** Set by the panel: has what is being written in it drawn by that script, once it is there. */
  written?: () => void;
}

/** What is being written in the panel. */
export interface Written {
  /** The person's own words. */
  draft: string;
  /** The whole post, with label and hashtag. */
  text: string;
  /** Who will post it; null while X does not say. */
  me: string | null;
}

/** What lies above X's page beside one of its editors. */
export interface TopLayer {
  host: HTMLElement;
  /** The editor; null while it is not shown. */
  anchor: () => HTMLElement | null;
}

/** Says that the hashtag will be added, was, or could not be. */
export interface Chip extends TopLayer {
  /** `label` is one to offer, '' for none. */
  show: (
    editor: HTMLElement,
    word: 'prefill_will' | 'prefill_added' | 'prefill_failed',
    hashtag: string,
    label: string,
  ) => void;
  hide: () => void;
}

/** What the script brings that comes with the first words written. */
export interface Writing {
  /** Draws what there is to say of a draft in the panel's composer. */
  draw: (form: HTMLFormElement, written: Written) => void;
  /** Opens X's own reply or quote of a post with label and hashtag in it: in the page, or where that does not show the post in X's window for it; says where neither could be. */
  answer: (kind: 'reply' | 'quote', post: Post, label: string) => Promise<void>;
  /** Takes words to X's small window, else to the clipboard, and says which. */
  handOver: (text: string) => Promise<void>;
  /** Own posts that went out without the hashtag, in words, with what can be done. */
  lost: () => StatusLine[];
}

const KEY = Symbol.for('polchat bridge');
type Holder = { [KEY]?: Bridge };

export function offerBridge(bridge: Bridge): void {
  (globalThis as Holder)[KEY] = bridge;
}

/** The bridge, where the content script of this page is alive. */
export function takeBridge(): Bridge | undefined {
  return (globalThis as Holder)[KEY];
}

/** The panel's Preact. Throws where there is no panel: nobody else asks for what needs it. */
export function takeLent(): Lent {
  const lent = takeBridge()?.lent;
  if (lent === undefined) throw new Error('no panel here');
  return lent;
}
