/** What the panel's store holds: the shapes that it shares with the components and with whoever feeds it. */
import type { Conversation } from './core/conversation';
import type { Row } from './core/rows';
import type { GroupKey } from './core/rows-groups';
import type { Summary } from './core/rows-summary';
import type { Session } from './core/schedule';
import type { Draft } from './panel-draft';

/** The clock in words, made by whoever owns the time; the panel draws it and counts nothing. */
export interface ClockView {
  state: 'upcoming' | 'today' | 'soon' | 'live' | 'ended' | 'none';
  /** "23:10 left", "in 3 days", "today 13:00", "starts in 04:59". */
  text: string;
  /** "ends 14:00", or ''. */
  detail: string;
  /** 0 to 1 while live, else null. */
  progress: number | null;
  /** The last five minutes. */
  lastFive: boolean;
}

export interface LineAction {
  label: string;
  run: () => void;
}

/** One thing to say about how well Polchat reads X. */
export interface StatusLine {
  level: 'info' | 'warning' | 'problem';
  text: string;
  /** What the person can do about it. */
  action?: LineAction | undefined;
  /** And what else. */
  also?: LineAction | undefined;
}

export type Screen =
  | { kind: 'conversation' }
  | { kind: 'thread'; root: string }
  | { kind: 'catchUp' }
  | { kind: 'links' }
  | { kind: 'people' }
  | { kind: 'runSheet' }
  | { kind: 'follow' };

/**
 * untouched: opened, and nothing done in it yet: everything is shown as it comes. following: at the live end, which is kept in sight.
 * away: reading something else: new posts wait.
 */
export type Reading = 'untouched' | 'following' | 'away';

/** Narrows the conversation. All parts must hold; `query` is matched in text, names and handles. */
export interface Find {
  who: 'all' | 'hosts' | 'followed' | 'mine';
  unanswered: boolean;
  /** Reposts as rows of their own. */
  reposts: boolean;
  query: string;
}

export const FIND_ALL: Find = { who: 'all', unanswered: false, reposts: false, query: '' };

/** True where it narrows nothing. */
export function findsAll({ who, unanswered, reposts, query }: Find): boolean {
  return who === 'all' && !unanswered && !reposts && query.trim() === '';
}

/** What shows the conversation itself: whoever goes somewhere in it looks for nothing else any more. */
export const WHOLE = { screen: { kind: 'conversation' }, find: FIND_ALL } as const;

/** True where the list is the conversation itself: no thread of it, nothing found in it. */
export function isWhole({ screen, find }: Pick<ConversationState, 'screen' | 'find'>): boolean {
  return screen.kind === 'conversation' && findsAll(find);
}

export interface Muted {
  /** Handles, lower case, without @. */
  people: string[];
  /** Lower case. */
  words: string[];
}

/** Where the list is asked to go: to a row, or to its end. A new object is a new wish. */
export type Goal = { key: string; align: 'start' | 'nearest'; focus: boolean } | { key: null };

export interface ConversationState {
  /** Without #. */
  hashtag: string;
  session: Session | null;
  clock: ClockView;
  status: readonly StatusLine[];
  joined: boolean;
  /** Handles of the chat's guests, who stand out as hosts do. */
  guests: readonly string[];
  /** Handle of the person, null where X has not said it. */
  me: string | null;
  /** The person hosts this chat. */
  hosting: boolean;

  conversation: Conversation;
  summary: Summary;
  rows: readonly Row[];

  screen: Screen;
  group: GroupKey | 'all';
  /** The search and the filters are open. */
  finding: boolean;
  find: Find;
  expanded: ReadonlySet<string>;
  reading: Reading;
  /** Posts that wait behind the bar. */
  held: ReadonlySet<string>;
  /** Posts that came from behind the bar last. */
  fresh: ReadonlySet<string>;
  /** Posts up to this moment (ms) were seen on an earlier visit; null: there was none. */
  lastRead: number | null;
  goal: Goal | null;
  muted: Muted;
  /** Shows what is muted here (never what is blocked or muted on X). */
  showMuted: boolean;
  draft: Draft;
}
