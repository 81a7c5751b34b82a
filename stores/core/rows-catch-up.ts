/** Decides what someone who comes late, or back, needs to read: each question with the answers that mattered, and what is open now. */
import type { Conversation, PlacedPost, Question } from './conversation';
import { comparePosts } from './post';
import {
  buildGroups,
  type GroupKey,
  groupKey,
  isFolded,
  isInSight,
  questionKey,
  type Sight,
} from './rows-groups';

export interface CatchUpQuestion {
  key: GroupKey;
  question: Question;
  /** Posts under it. */
  posts: number;
  people: number;
  /** The answers most replied to, reposted and liked, best first. */
  top: PlacedPost[];
  /** What the hosts said under it besides asking, as written. */
  hosts: PlacedPost[];
  /** The newest answers, as written; only of the open question. */
  latest: PlacedPost[];
  open: boolean;
}

export interface CatchUpOptions extends Sight {
  top: number;
  hosts: number;
  latest: number;
}

export const CATCH_UP = { top: 3, hosts: 2, latest: 3 };

/** A conversation starts more than a share does, a share more than a like. */
const WEIGHTS = { reply: 3, repost: 2, like: 1 };

/** Every question in sight in the order asked. Linear in the number of posts, but for sorting each question's answers. */
export function buildCatchUp(
  conversation: Conversation,
  options: CatchUpOptions,
): CatchUpQuestion[] {
  const { reposts } = buildGroups(conversation, options);
  const hosts = new Set(conversation.hosts.map((handle) => handle.toLowerCase()));
  const byQuestion = gather(conversation, options);
  return conversation.questions.map((question) => {
    const key = questionKey(question.label, question.session);
    const posts = byQuestion.get(key) ?? [];
    const open = conversation.open?.postId === question.postId;
    const isHost = ({ post }: PlacedPost) => hosts.has(post.author.handle.toLowerCase());
    const scored = posts
      .filter((placed) => isAnswer(placed, question) && !isHost(placed))
      .map((placed) => ({ placed, score: scoreOf(placed, conversation, reposts) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || comparePosts(a.placed.post, b.placed.post));
    const top = scored.slice(0, options.top).map(({ placed }) => placed);
    const newest = posts.filter((placed) => !isHost(placed) && !top.includes(placed));
    return {
      key,
      question,
      posts: posts.length,
      people: new Set(posts.map(({ post }) => post.author.handle.toLowerCase())).size,
      top,
      hosts: posts.filter((placed) => isHost(placed) && isSaid(placed)).slice(0, options.hosts),
      latest: open ? newest.slice(-options.latest) : [],
      open,
    };
  });
}

/** "Q2 in a moment" and "thanks all" steer the hour: once it is over they say nothing. */
function isSaid({ role }: PlacedPost): boolean {
  return role !== 'teaser' && role !== 'frame';
}

/** At the top of its question: what hangs under an answer is talk about it. */
function isAnswer({ parent, post }: PlacedPost, question: Question): boolean {
  const top = parent === null || parent === question.postId || question.repeatIds.includes(parent);
  return top && post.state === 'present';
}

/** Posts under each question as written, without the question itself, repeats and reposts. */
function gather(conversation: Conversation, sight: Sight): Map<GroupKey, PlacedPost[]> {
  const posts = [...conversation.placed.values()].filter(
    (placed) =>
      placed.section === 'question' &&
      placed.role !== 'question' &&
      isInSight(placed, sight) &&
      !isFolded(placed, conversation),
  );
  return Map.groupBy(
    posts.sort((a, b) => comparePosts(a.post, b.post)),
    groupKey,
  );
}

/** X's counts, or what was read here where that is more: counts are as old as their response. */
function scoreOf(
  { post }: PlacedPost,
  conversation: Conversation,
  reposts: ReadonlyMap<string, number>,
): number {
  const read = conversation.children.get(post.id)?.length ?? 0;
  const shares = Math.max(post.counts.reposts, reposts.get(post.id) ?? 0) + post.counts.quotes;
  return (
    WEIGHTS.reply * Math.max(post.counts.replies, read) +
    WEIGHTS.repost * shares +
    WEIGHTS.like * post.counts.likes
  );
}
