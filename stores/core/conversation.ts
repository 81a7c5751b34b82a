/** What threading yields: every post with its place, the questions, the hosts. */
import type { Post } from './post';

/** Which evidence filed a post, strongest first (`docs/threading.md`). */
export type LinkKind = 'reply' | 'quote' | 'label' | 'mention' | 'continuation' | 'time';

export type Section = 'before' | 'introductions' | 'question' | 'after';

/** A post and where it stands. */
export interface PlacedPost {
  post: Post;
  /** Id of the post it hangs under (may be one not yet seen: a visible gap); null at the top of its section. */
  parent: string | null;
  /** Which evidence chose its question or parent; null where nothing did (before, introductions, after, the questions themselves). */
  link: LinkKind | null;
  /** Weak evidence: shown dashed and movable. */
  guessed: boolean;
  /** Label of the question it is filed under ("Q3"), null outside questions. In a later session of the day labels repeat; `session` tells them apart. */
  question: string | null;
  /** 0 for the first run of numbers in these posts, 1 after the numbers began anew, … */
  session: number;
  section: Section;
  /** A label in the text that names another question than the one it is filed under ("A3" in a reply under Q2), else null. */
  badge: string | null;
  /** This post asks the question (the first time), asks it again, or is an ordinary post. */
  role: 'question' | 'repeat' | 'teaser' | 'frame' | 'repost' | 'post';
  movedBy: 'hand' | null;
}

export interface Question {
  /** "Q3", "Q2.1", "QWrap"; for unnumbered questions of hosts "Q+1", "Q+2" in order. */
  label: string;
  session: number;
  postId: string;
  askedAt: number;
  /** The question in its asker's words, label and hashtags taken off. */
  text: string;
  /** Posts that ask it again: repeats by anyone, reposts, second parts. */
  repeatIds: string[];
}

export interface ThreadOptions {
  /** Handles of the configured hosts and guests, without @. Empty: hosts are recognised by what they do. */
  hosts: readonly string[];
  /** The session's bounds in ms, where known: posts well before or after are not introductions or goodbyes. */
  session?: { start: number; end: number } | undefined;
  /** Moves by hand, post id → question label, '' for "no question"; honoured over all evidence. */
  moves?: ReadonlyMap<string, string> | undefined;
}

/** A snapshot of the threads. */
export interface Conversation {
  /** Handles of those taken for hosts: the configured ones, else those recognised. */
  hosts: readonly string[];
  /** In the order asked. */
  questions: readonly Question[];
  /** The question now open: the last one asked and not wrapped up. */
  open: Question | null;
  placed: ReadonlyMap<string, PlacedPost>;
  /** Children by parent id, each list as written (comparePosts). Parents that were never seen are keys too. */
  children: ReadonlyMap<string, readonly string[]>;
}
