/** Counts an hour: people, posts, and what each question brought. */
import type { Conversation, PlacedPost, Question } from './conversation';
import { AROUND_HOUR } from './plan-match';
import { MINUTE } from './zone';

export interface QuestionCount {
  label: string;
  text: string;
  /** Posts of others than hosts at the top of the question. */
  answers: number;
  /** Posts under answers. */
  replies: number;
}

export interface HourCount {
  /** Who wrote, hosts too; and what they wrote, reposts left out. */
  people: number;
  posts: number;
  questions: QuestionCount[];
}

/** The hour of a session: introductions before and goodbyes after it belong to it. */
const HOUR = { before: 15 * MINUTE, after: AROUND_HOUR.after };

/** What happened in the hour. Posts that X hides from the person, or whose authors deleted them, are not counted. */
export function countHour(
  conversation: Conversation,
  { start, end }: { start: number; end: number },
): HourCount {
  const hosts = new Set(conversation.hosts.map((handle) => handle.toLowerCase()));
  const inHour = [...conversation.placed.values()].filter(
    ({ post, role }) =>
      role !== 'repost' &&
      post.state === 'present' &&
      !post.author.hidden &&
      post.createdAt >= start - HOUR.before &&
      post.createdAt <= end + HOUR.after,
  );
  const asked = conversation.questions.filter(
    ({ askedAt }) => askedAt >= start - AROUND_HOUR.before && askedAt <= end + HOUR.after,
  );
  return {
    people: new Set(inHour.map(({ post }) => post.author.handle.toLowerCase())).size,
    posts: inHour.length,
    questions: asked.map((question) => countQuestion(question, inHour, hosts)),
  };
}

function countQuestion(
  question: Question,
  posts: readonly PlacedPost[],
  hosts: ReadonlySet<string>,
): QuestionCount {
  const { label, session, text } = question;
  const under = posts.filter(
    (placed) =>
      placed.role === 'post' &&
      placed.section === 'question' &&
      placed.question === label &&
      placed.session === session,
  );
  const answers = under.filter(
    (placed) => isTop(placed, question) && !hosts.has(placed.post.author.handle.toLowerCase()),
  ).length;
  const replies = under.filter((placed) => !isTop(placed, question)).length;
  return { label, text, answers, replies };
}

/** At the top of its question: an answer, not talk about one. */
export function isTop({ parent }: PlacedPost, { postId, repeatIds }: Question): boolean {
  return parent === null || parent === postId || repeatIds.includes(parent);
}

/** "7": answers a question has on average, rounded; 0 where none was asked. */
export function answersEach({ questions }: HourCount): number {
  const all = questions.reduce((sum, { answers }) => sum + answers, 0);
  return questions.length === 0 ? 0 : Math.round(all / questions.length);
}
