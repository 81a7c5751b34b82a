/** Decides how a transcript is read: sections with their threads in reading order, the picture of the hour, links and people. */
import type { Section } from './conversation';
import { findGaps } from './coverage';
import { compareIds } from './merge';
import type { Transcript, TranscriptPost } from './transcript';
import { linksIn, type SharedAddress } from './transcript-links';
import { buildMinutes, type Minute } from './transcript-minutes';

/** A post and how it stands under others. */
export interface ArticlePost {
  post: TranscriptPost;
  /** 0 at the top of its section, at most `DEEPEST`. */
  depth: number;
  /** Who it answers, where that is not the post it stands under; the handle is null where that post was never seen. */
  answers: { id: string; handle: string | null } | null;
  /** Reposts of it that were read. */
  reposts: number;
}

export interface ArticleSection {
  /** A name for addresses within the page: "Q3", "introductions", "Q3-2" in a second run of numbers. */
  key: string;
  section: Section;
  /** "Q3"; null for sections without a number. */
  label: string | null;
  /** null where it is no question, or its post was never seen. */
  question: { text: string; post: TranscriptPost | null; askedAt: number } | null;
  posts: ArticlePost[];
}

export interface ArticlePerson {
  handle: string;
  name: string;
  posts: number;
  host: boolean;
}

export interface Article {
  transcript: Transcript;
  /** The hour: the session's, or without one (or with one of days) that of the questions; null without posts. */
  hour: { from: number; to: number } | null;
  numbers: { posts: number; people: number; questions: number; reposts: number; deleted: number };
  minutes: Minute[];
  /** Stretches of the hour that X's search was not read for. */
  gaps: { from: number; to: number }[];
  sections: ArticleSection[];
  links: SharedAddress[];
  people: ArticlePerson[];
}

/** Deeper replies are drawn at this depth. */
export const DEEPEST = 4;
/** A shorter stretch that was not read is not worth a word, ms. */
const GAP_FROM = 60_000;

/** A session of more than half a day is a file's whole span, ms. */
const LONGEST = 12 * 3_600_000;

const ORDER: Record<Section, number> = { before: 0, introductions: 1, question: 2, after: 3 };

/** The article of a transcript; `read` is what was read of the whole that it is a part of. Every post is in it once, or counted as a repost of one that is. Linear but for sorting. */
export function buildArticle(
  transcript: Transcript,
  read: Transcript['coverage'] = transcript.coverage,
): Article {
  const { posts, session } = transcript;
  const start = momentOf(session.start);
  const end = momentOf(session.end);
  const byId = new Map(posts.map((post) => [post.id, post]));
  const reposts = countReposts(posts, byId);
  const sections = buildSections(transcript, byId, reposts);
  const shown = posts.filter((post) => !isRepost(post, byId));
  const minutes = buildMinutes(shown, transcript.questions, { start, end });
  const hour = hourOf(start, end, minutes);
  return {
    transcript,
    hour,
    numbers: {
      posts: shown.length,
      people: new Set(shown.map(({ author }) => author.handle.toLowerCase())).size,
      questions: transcript.questions.length,
      reposts: posts.length - shown.length,
      deleted: shown.filter(({ deleted }) => deleted).length,
    },
    minutes,
    gaps: hour ? findGaps(inMs(read), hour.from, hour.to, GAP_FROM) : [],
    sections,
    links: linksIn(shown),
    people: buildPeople(transcript, shown),
  };
}

function hourOf(start: number | null, end: number | null, minutes: readonly Minute[]) {
  if (start !== null && end !== null && end - start <= LONGEST) return { from: start, to: end };
  const [first, last] = [minutes.at(0), minutes.at(-1)];
  return first && last ? { from: first.at, to: last.at } : null;
}

function inMs(coverage: Transcript['coverage']) {
  return coverage.map(({ from, to, source }) => ({
    from: Date.parse(from),
    to: Date.parse(to),
    source,
  }));
}

function momentOf(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso);
}

type ById = ReadonlyMap<string, TranscriptPost>;

/** A repost of a post that is there itself says nothing more than that. */
function isRepost({ repostOf }: TranscriptPost, byId: ById): boolean {
  return repostOf !== null && byId.has(repostOf);
}

function countReposts(posts: readonly TranscriptPost[], byId: ById): Map<string, number> {
  const counts = new Map<string, number>();
  for (const post of posts) {
    const original = post.repostOf;
    if (original === null || !isRepost(post, byId)) continue;
    counts.set(original, (counts.get(original) ?? 0) + 1);
  }
  return counts;
}

function buildSections(
  transcript: Transcript,
  byId: ById,
  reposts: ReadonlyMap<string, number>,
): ArticleSection[] {
  const drafts = new Map<string, Draft>();
  const asked = new Set<string>();
  for (const question of transcript.questions) {
    const post = byId.get(question.postId) ?? null;
    const session = question.session ?? 0;
    const draft = draftOf(drafts, 'question', question.label, session);
    // Of two that claim one label the first stands; the other one's post is read in its place.
    if (draft.question !== null) continue;
    draft.question = { text: question.text, post, askedAt: Date.parse(question.askedAt) };
    draft.begins = draft.question.askedAt;
    asked.add(question.postId);
  }
  for (const post of transcript.posts) {
    if (asked.has(post.id) || isRepost(post, byId)) continue;
    const draft = draftOf(drafts, post.section, post.question, post.session ?? 0);
    draft.posts.push(post);
    if (draft.question === null) draft.begins = Math.min(draft.begins, Date.parse(post.createdAt));
  }
  return [...drafts.values()]
    .sort(
      (a, b) => a.session - b.session || ORDER[a.section] - ORDER[b.section] || a.begins - b.begins,
    )
    .map(({ key, section, label, question, posts }) => ({
      key,
      section,
      label,
      question,
      posts: orderThreads(posts, question?.post?.id ?? null, byId, reposts),
    }));
}

interface Draft extends Omit<ArticleSection, 'posts'> {
  session: number;
  begins: number;
  posts: TranscriptPost[];
}

function draftOf(
  drafts: Map<string, Draft>,
  section: Section,
  question: string | null,
  session: number,
): Draft {
  const label = section === 'question' ? question : null;
  const name = label ?? section;
  const key = session === 0 ? name : `${name}-${session + 1}`;
  const known = drafts.get(key);
  if (known !== undefined) return known;
  const made: Draft = {
    key,
    section,
    label,
    question: null,
    session,
    begins: Number.POSITIVE_INFINITY,
    posts: [],
  };
  drafts.set(key, made);
  return made;
}

/** Threads in the order begun, each followed by its replies, deepest first. Own stack: threads may be thousands deep. */
function orderThreads(
  posts: readonly TranscriptPost[],
  questionId: string | null,
  byId: ById,
  reposts: ReadonlyMap<string, number>,
): ArticlePost[] {
  const here = new Set(posts.map(({ id }) => id));
  const children = new Map<string, TranscriptPost[]>();
  const roots: TranscriptPost[] = [];
  for (const post of posts) {
    const { parent } = post;
    if (parent === null || !here.has(parent) || parent === post.id) roots.push(post);
    else if (children.get(parent)?.push(post) === undefined) children.set(parent, [post]);
  }
  const ordered: ArticlePost[] = [];
  const seen = new Set<string>();
  const walk = (from: TranscriptPost) => {
    const stack: [TranscriptPost, number][] = [[from, 0]];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const [post, depth] = next;
      if (seen.has(post.id)) continue;
      seen.add(post.id);
      const answers = depth > 0 ? null : answersOf(post, questionId, byId);
      ordered.push({
        post,
        depth: Math.min(depth, DEEPEST),
        answers,
        reposts: reposts.get(post.id) ?? 0,
      });
      for (const child of children.get(post.id)?.toReversed() ?? []) stack.push([child, depth + 1]);
    }
  };
  for (const root of roots) walk(root);
  // Only circles of bad data are left by now.
  if (seen.size < posts.length) for (const post of posts) walk(post);
  return ordered;
}

function answersOf({ parent, replyTo, id }: TranscriptPost, questionId: string | null, byId: ById) {
  const above = parent ?? replyTo;
  if (above === null || above === questionId || above === id) return null;
  return { id: above, handle: byId.get(above)?.author.handle ?? null };
}

/** Hosts first, then whoever wrote most; the newest name of a handle stands. */
function buildPeople({ chat }: Transcript, posts: readonly TranscriptPost[]): ArticlePerson[] {
  const hosts = new Set(chat.hosts.map((handle) => handle.toLowerCase()));
  const people = new Map<string, ArticlePerson & { last: string }>();
  for (const { id, author } of posts) {
    const key = author.handle.toLowerCase();
    const known = people.get(key);
    if (known === undefined) {
      people.set(key, { ...author, posts: 1, host: hosts.has(key), last: id });
      continue;
    }
    known.posts += 1;
    if (compareIds(known.last, id) < 0) Object.assign(known, { name: author.name, last: id });
  }
  return [...people.values()]
    .map(({ last: _, ...person }) => person)
    .sort(
      (a, b) =>
        Number(b.host) - Number(a.host) || b.posts - a.posts || compareText(a.handle, b.handle),
    );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
