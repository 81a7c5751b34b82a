/** The words of the simulated x.com: people, posts as their authors wrote them, and a scripted chat. */

export interface Person {
  id: string;
  handle: string;
  name: string;
  bio: string;
  /** '' none, else the tick X shows. */
  tick: '' | 'blue' | 'business' | 'government';
  protected: boolean;
  /** How the viewer stands to the person. */
  followed: boolean;
  blocked: boolean;
  muted: boolean;
  joined: string;
}

export interface Photo {
  alt: string;
  /** X asks before it shows the picture. */
  sensitive?: boolean;
}

/** A post as a script gives it. Refers to others by their `key`. */
export interface ScriptedPost {
  key: string;
  /** 'mm:ss' after the chat's minute 0; a leading minus for before. */
  at: string;
  by: string;
  text: string;
  replyTo?: string;
  quoteOf?: string;
  repostOf?: string;
  photo?: Photo;
  /** Likes it will have gathered in the end. */
  likes?: number;
  /** When its author deletes it, 'mm:ss'. */
  deletedAt?: string;
  /** X shows it behind TweetWithVisibilityResults ("who can reply"). */
  limited?: boolean;
  lang?: string;
}

export interface ScriptedChat {
  hashtag: string;
  theme: string;
  hosts: readonly string[];
  people: readonly Person[];
  posts: readonly ScriptedPost[];
}

/** A post that the simulated X holds. */
export interface SimPost {
  id: string;
  key: string | null;
  author: Person;
  createdAt: number;
  /** As its author wrote it: links in full, no leading mentions. */
  text: string;
  replyTo: string | null;
  quoteOf: string | null;
  repostOf: string | null;
  conversationId: string;
  photo: Photo | null;
  likes: number;
  state: 'present' | 'deleted' | 'unavailable';
  limited: boolean;
  /** Every version's id, oldest first, where it was edited; the last is `id`. */
  versions: readonly string[];
  lang: string;
  /** Part of X's everyday noise, not of a script. */
  noise: boolean;
}

/** What the director publishes; `createdAt` is now unless given. */
export interface NewPost {
  by: string;
  text: string;
  replyTo?: string | undefined;
  quoteOf?: string | undefined;
  repostOf?: string | undefined;
  createdAt?: number | undefined;
  key?: string | undefined;
  photo?: Photo | undefined;
  likes?: number | undefined;
  limited?: boolean | undefined;
  lang?: string | undefined;
}

export type Layout = 'A' | 'B' | 'C' | 'xweb';
export type Theme = 'light' | 'dim' | 'dark';
export type Failing = 'none' | '429' | '500' | 'html' | 'half' | 'slow';
export type ComposerKind = 'draft' | 'plain' | 'missing';

/** What can be changed while the simulator runs. */
export interface Settings {
  theme: Theme;
  layout: Layout;
  /** How X's reading answers fail. */
  failing: Failing;
  composer: ComposerKind;
  /** X's mobile layout at any width. */
  mobile: boolean;
  /** Milliseconds between the page's polls; null: 5 s on home, 20 s on search, which 50 requests per 15 minutes allow. */
  pollMs: number | null;
  /** SearchTimeline requests that X allows in `rateSpan`. */
  searchBudget: number;
  /** How long X counts before it counts anew, ms; 15 minutes with X. */
  rateSpan: number;
  /** Posts a page. */
  pageSize: number;
  /** How the classic page asks. */
  transport: 'xhr' | 'fetch';
  /** X's text size, 14 to 18: the font size of <html>. */
  fontSize: number;
  /** The viewer may write long posts, which go out by CreateNoteTweet. */
  premium: boolean;
  /** The browser opens no window for X's pages. */
  windowless: boolean;
  /** New posts are put in without the pill when the page is scrolled to the top. */
  autoShow: boolean;
  /** A script that runs in the page before X's own, from its first line on; '' none. */
  hostile: string;
}

export interface SentPost {
  id: string;
  text: string;
  replyTo: string | null;
  quoteOf: string | null;
  operation: 'CreateTweet' | 'CreateNoteTweet';
  /** The request's body as the page sent it. */
  body: unknown;
}

export interface WriteCall {
  operation: string;
  variables: Record<string, unknown>;
}

export interface RequestLog {
  at: number;
  method: string;
  host: string;
  path: string;
  operation: string | null;
  variables: Record<string, unknown> | null;
  status: number;
}

export interface Received {
  posts: SentPost[];
  writes: WriteCall[];
  requests: RequestLog[];
  /** Hosts that the proxy refused. */
  refused: string[];
}
