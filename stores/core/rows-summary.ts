/** Decides what the panel says about the whole conversation: the question rail, people, posts, and what waits behind the bar. */
import type { Conversation, Section } from './conversation';
import type { Group, GroupKey, Groups } from './rows-groups';
import type { PlannedQuestion } from './schedule';

export interface RailItem {
  key: GroupKey;
  kind: Section | 'planned';
  /** "Q3"; '' for the sections without a number. */
  label: string;
  /** The question's words, '' where there is none. */
  text: string;
  posts: number;
  unread: number;
  /** The question now open. */
  open: boolean;
}

export type Waiting = Pick<RailItem, 'key' | 'label' | 'kind' | 'posts'>;

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

/** What the groups add up to. Held posts count in the rail, so that it tells where there is something new. */
export function summarise(
  { open }: Conversation,
  { list, people, posts, hidden }: Groups,
  planned: readonly PlannedQuestion[],
): Summary {
  const rail: RailItem[] = list.map((group) => ({
    ...nameOf(group),
    text: group.question?.text ?? '',
    posts: group.posts,
    unread: group.unread,
    open: open !== null && group.question?.postId === open.postId,
  }));
  // Answers tell that it was asked, though the question itself was never seen.
  const asked = new Set(list.map(({ label }) => label));
  // Questions of the plan that no one has asked: shown as still to come, without a count.
  for (const { label, text } of planned) {
    if (asked.has(label)) continue;
    const key = `planned ${label}`;
    rail.push({ key, kind: 'planned', label, text, posts: 0, unread: 0, open: false });
  }
  const waiting = list
    .filter(({ held }) => held > 0)
    .map((group) => ({ ...nameOf(group), posts: group.held }))
    .sort((a, b) => b.posts - a.posts);
  return { rail, people, posts, hidden, waiting };
}

function nameOf({ key, section, label }: Group): Pick<RailItem, 'key' | 'kind' | 'label'> {
  return { key, kind: section, label: label ?? '' };
}
