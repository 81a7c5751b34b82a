/** Decides what the panel says about the whole conversation: the question rail, people, posts, and what waits behind the bar. */
import type { Conversation, PlacedPost, Question } from './conversation';
import { comparePosts, type Post } from './post';
import { type GroupKey, groupKey, isFolded, questionKey } from './rows-groups';
import type { PlannedQuestion } from './schedule';

export interface RailItem {
  key: GroupKey;
  kind: 'before' | 'introductions' | 'question' | 'after' | 'planned';
  /** "Q3"; '' for the sections without a number. */
  label: string;
  /** The question's words, '' where there is none. */
  text: string;
  posts: number;
  unread: number;
  /** The question now open. */
  open: boolean;
}

export interface Waiting {
  key: GroupKey;
  label: string;
  kind: RailItem['kind'];
  posts: number;
}

export interface Summary {
  rail: RailItem[];
  /** Everyone who wrote a post in it, hosts too. */
  people: number;
  /** All posts but those that X or the reader hides. */
  posts: number;
  hidden: number;
  /** What is behind the bar, the question with most first. */
  waiting: Waiting[];
}

export interface SummaryOptions {
  held: ReadonlySet<string>;
  isHidden: (post: Post) => boolean;
  isUnread: (post: Post) => boolean;
  planned: readonly PlannedQuestion[];
}

interface Tally {
  sample: PlacedPost | null;
  question: Question | null;
  first: Post | null;
  posts: number;
  unread: number;
  held: number;
}

/** Counts the conversation in one pass. Held posts count in the rail, so that it tells where there is something new. */
export function summarise(conversation: Conversation, options: SummaryOptions): Summary {
  const tallies = new Map<GroupKey, Tally>();
  for (const question of conversation.questions) {
    tallies.set(questionKey(question.label, question.session), emptyTally(question));
  }
  const people = new Set<string>();
  let posts = 0;
  let hidden = 0;
  for (const placed of conversation.placed.values()) {
    const { post } = placed;
    if (options.isHidden(post)) {
      hidden += 1;
      continue;
    }
    posts += 1;
    people.add(post.author.handle.toLowerCase());
    if (isFolded(placed, conversation)) continue;
    count(tallies, placed, options);
  }
  const rail = [...tallies].sort(compareTallies).map(([key, tally]) => ({
    ...nameOf(key, tally),
    text: tally.question?.text ?? '',
    posts: tally.posts,
    unread: tally.unread,
    open: conversation.open !== null && tally.question?.postId === conversation.open.postId,
  }));
  return {
    rail: [...rail, ...notYetAsked(conversation, options.planned)],
    people: people.size,
    posts,
    hidden,
    waiting: waitingIn(tallies),
  };
}

function emptyTally(question: Question | null): Tally {
  return { sample: null, question, first: null, posts: 0, unread: 0, held: 0 };
}

function count(tallies: Map<GroupKey, Tally>, placed: PlacedPost, options: SummaryOptions): void {
  const key = groupKey(placed);
  let tally = tallies.get(key);
  if (tally === undefined) {
    tally = emptyTally(null);
    tallies.set(key, tally);
  }
  const { post } = placed;
  tally.sample ??= placed;
  if (tally.first === null || comparePosts(post, tally.first) < 0) tally.first = post;
  if (options.held.has(post.id)) tally.held += 1;
  if (options.isUnread(post)) tally.unread += 1;
  if (tally.question?.postId !== post.id) tally.posts += 1;
}

function nameOf(key: GroupKey, tally: Tally): Pick<RailItem, 'key' | 'kind' | 'label'> {
  if (tally.question !== null) return { key, kind: 'question', label: tally.question.label };
  const section = tally.sample?.section ?? 'before';
  return {
    key,
    kind: section,
    label: section === 'question' ? (tally.sample?.question ?? '') : '',
  };
}

const order = { before: 0, introductions: 1, question: 2, after: 3, planned: 4 };

function compareTallies([aKey, a]: [GroupKey, Tally], [bKey, b]: [GroupKey, Tally]): number {
  return (
    sessionOf(a) - sessionOf(b) ||
    order[nameOf(aKey, a).kind] - order[nameOf(bKey, b).kind] ||
    beginning(a) - beginning(b)
  );
}

function sessionOf(tally: Tally): number {
  return tally.question?.session ?? tally.sample?.session ?? 0;
}

function beginning(tally: Tally): number {
  return tally.question?.askedAt ?? tally.first?.createdAt ?? 0;
}

/** Questions of the plan that no one has asked: shown as still to come, without a count. */
function notYetAsked(conversation: Conversation, planned: readonly PlannedQuestion[]): RailItem[] {
  const asked = new Set(conversation.questions.map((question) => question.label));
  return planned
    .filter((question) => !asked.has(question.label))
    .map(({ label, text }) => ({
      key: `planned ${label}`,
      kind: 'planned',
      label,
      text,
      posts: 0,
      unread: 0,
      open: false,
    }));
}

function waitingIn(tallies: ReadonlyMap<GroupKey, Tally>): Waiting[] {
  return [...tallies]
    .filter(([, tally]) => tally.held > 0)
    .map(([key, tally]) => ({ ...nameOf(key, tally), posts: tally.held }))
    .sort((a, b) => b.posts - a.posts);
}
