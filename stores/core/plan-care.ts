/** Decides whom a host has overlooked so far: answers nobody replied to, newcomers, questions, ideas; and what looks like spam. */
import type { Conversation, PlacedPost } from './conversation';
import { bareWords } from './labels';
import { type Author, comparePosts, type Post } from './post';
import { authorKey } from './rows-people';
import { DAY, MINUTE } from './zone';

export interface CareInput {
  conversation: Conversation;
  /** The hour, ms. */
  session: { start: number; end: number };
  /** The person's own handle, where it is known. */
  me: string | null;
  /** Posts that the person likes, beyond what X's responses said. */
  liked: ReadonlySet<string>;
  /** Who wrote in earlier chats, by `authorKey`; null where no earlier chat is kept here. */
  known: ReadonlySet<string> | null;
  /** Out of sight: blocked, muted, or dealt with. */
  isHidden: (post: Post) => boolean;
}

export interface Newcomer {
  author: Author;
  /** Their first post of the hour. */
  post: Post;
  /** They said so themselves. */
  saidSo: boolean;
}

export interface Spam {
  reason: 'same' | 'tags';
  /** As written. */
  posts: Post[];
}

/** Everything newest first. */
export interface Care {
  /** Answers and introductions without a reply, quote or repost of the hosts, and without the person's like. */
  ignored: Post[];
  newcomers: Newcomer[];
  /** Questions of participants that no host has answered. */
  asking: Post[];
  /** Posts of the days around the hour that suggest a theme, and others that hold something to talk about. */
  themes: Post[];
  points: Post[];
  /** What may be spam stands in the other lists too; what is stands here alone. */
  spam: Spam[];
}

const WEEK = 6 * DAY;
const LEAD = 15 * MINUTE;
const MOST_TAGS = 6;
/** So many posts of the same words, with links or many tags, are spam; fewer may be. */
const SURE = 3;

const FIRST_TIME =
  /\b(?:(?:my |the )?first (?:time|#?\w*chat|one|ever)|new (?:here|to (?:this|#?\w*chat|these))|newbie|never (?:done|joined|been)|first[- ]timer|long[- ]time lurker|debut)\b/iu;
const SUGGESTS =
  /\b(?:(?:theme|topic|subject)s?\b(?![^.!?]*\b(?:today|this week)\b)|suggest(?:ion|ed|ing)?|(?:could|can|should|shall|how about|what about|let['’]?s)\b[^.!?]{0,40}\b(?:talk about|discuss|cover|chat about|look at)|(?:would|['’]d) (?:love|like) (?:to (?:talk|discuss|hear|see)|a (?:chat|session))|(?:future|next|another) (?:chat|session|#?polchat|week)|idea for)\b/iu;
const POINT =
  /[?？]|\b(?:discuss|thoughts|what do (?:you|people|others|we) think|anyone else|debate)\b/iu;

export function readCare(input: CareInput): Care {
  const { conversation, session, isHidden } = input;
  const hosts = new Set(conversation.hosts.map((handle) => handle.toLowerCase()));
  if (input.me !== null) hosts.add(input.me.toLowerCase());
  const others = [...conversation.placed.values()].filter(
    ({ post, role }) =>
      role !== 'repost' &&
      post.state === 'present' &&
      !hosts.has(post.author.handle.toLowerCase()) &&
      !isHidden(post),
  );
  const during = others.filter(
    ({ post }) => post.createdAt >= session.start - LEAD && post.createdAt <= session.end + LEAD,
  );
  const around = others.filter(
    ({ post }) =>
      post.createdAt >= session.start - WEEK &&
      (post.createdAt < session.start - LEAD || post.createdAt > session.end + LEAD),
  );
  const heeded = createHeeded(conversation, hosts, input.liked);
  const asks = during.filter((placed) => isQuestion(placed, hosts) && !heeded(placed.post, true));
  const ideas = readIdeas(around.map(({ post }) => post));
  const spam = readSpam(others.map(({ post }) => post));
  const junk = new Set(spam.filter(isJunk).flatMap(({ posts }) => posts.map(({ id }) => id)));
  const clean = (posts: readonly Post[]) => newestFirst(posts.filter(({ id }) => !junk.has(id)));
  return {
    ignored: clean(
      during
        .filter((placed) => isAnswer(placed, conversation) && !heeded(placed.post, false))
        .map(({ post }) => post),
    ),
    newcomers: readNewcomers(during, input.known).filter(({ post }) => !junk.has(post.id)),
    asking: clean(asks.map(({ post }) => post)),
    themes: clean(ideas.themes),
    points: clean(ideas.points),
    spam,
  };
}

/** Of posts outside an hour those that suggest a theme, and others that hold something to talk about; newest first. */
export function readIdeas(posts: readonly Post[]): Pick<Care, 'themes' | 'points'> {
  const [themes, others] = [true, false].map((suggests) =>
    newestFirst(posts.filter(({ text }) => SUGGESTS.test(text) === suggests)),
  ) as [Post[], Post[]];
  return { themes, points: others.filter(({ text }) => POINT.test(text)) };
}

function newestFirst(posts: readonly Post[]): Post[] {
  return [...posts].sort((a, b) => comparePosts(b, a));
}

/** At the top of a question, or saying hello. Replies between participants are their own affair. */
function isAnswer({ role, section, parent }: PlacedPost, conversation: Conversation): boolean {
  if (role !== 'post') return false;
  if (section === 'introductions') return parent === null;
  if (section !== 'question') return false;
  return (
    parent === null ||
    conversation.questions.some(
      ({ postId, repeatIds }) => postId === parent || repeatIds.includes(parent),
    )
  );
}

/** Asks something, of the hosts or of all; not an answer that ends in "right?" to another participant. */
function isQuestion({ post, role, parent, section }: PlacedPost, hosts: ReadonlySet<string>) {
  if (role !== 'post' || section === 'before' || post.repostOf !== null) return false;
  if (!/[?？]/u.test(bareWords(post.text))) return false;
  const to = post.replyToHandle?.toLowerCase();
  return parent === null || to === undefined || hosts.has(to);
}

/** Whether a host has taken notice of a post: said something to it, passed it on, or (where `saying` is false) likes it. */
function createHeeded(
  { children, placed }: Conversation,
  hosts: ReadonlySet<string>,
  liked: ReadonlySet<string>,
) {
  const passedOn = new Set<string>();
  for (const { post } of placed.values()) {
    if (!hosts.has(post.author.handle.toLowerCase())) continue;
    for (const id of [post.replyTo, post.quoteOf, post.repostOf]) if (id !== null) passedOn.add(id);
  }
  return ({ id, liked: own }: Post, saying: boolean): boolean => {
    if (passedOn.has(id) || (!saying && (own === true || liked.has(id)))) return true;
    return (children.get(id) ?? []).some((child) => {
      const by = placed.get(child)?.post;
      return by !== undefined && by.replyTo === id && hosts.has(by.author.handle.toLowerCase());
    });
  };
}

/** Each of them once, with their first post of the hour. Without earlier chats to compare with, those who say so themselves. */
function readNewcomers(
  during: readonly PlacedPost[],
  known: ReadonlySet<string> | null,
): Newcomer[] {
  const first = new Map<string, Newcomer>();
  const posts = during.map(({ post }) => post).sort(comparePosts);
  for (const post of posts) {
    const person = authorKey(post.author);
    const before = first.get(person);
    const saidSo = FIRST_TIME.test(post.text);
    if (before === undefined) first.set(person, { author: post.author, post, saidSo });
    else if (saidSo && !before.saidSo) first.set(person, { ...before, post, saidSo });
  }
  return [...first]
    .filter(([person, { author, saidSo }]) => {
      if (saidSo || known === null) return saidSo;
      return !known.has(person) && !known.has(author.handle.toLowerCase());
    })
    .map(([, newcomer]) => newcomer)
    .sort((a, b) => comparePosts(b.post, a.post));
}

/** The same words from several people or three times from one; and posts that are mostly hashtags. */
function readSpam(posts: readonly Post[]): Spam[] {
  const byWords = Map.groupBy(posts, ({ text }) => foldSpam(text));
  const same = [...byWords]
    .filter(([words, list]) => words.length >= 25 && isCampaign(list))
    .map(([, list]): Spam => ({ reason: 'same', posts: list.toSorted(comparePosts) }));
  const known = new Set(same.flatMap(({ posts: list }) => list.map(({ id }) => id)));
  const tagged = posts
    .filter(({ id, hashtags }) => !known.has(id) && new Set(hashtags).size >= MOST_TAGS)
    .map((post): Spam => ({ reason: 'tags', posts: [post] }));
  return [...same, ...tagged].sort((a, b) =>
    comparePosts(b.posts.at(-1) as Post, a.posts.at(-1) as Post),
  );
}

/** Sure enough to be kept from the other lists: two newcomers may say hello in the same words. */
function isJunk({ posts }: Spam): boolean {
  const pushy = posts.filter(
    ({ links, text, hashtags }) =>
      links.length > 0 || /https?:\/\//i.test(text) || new Set(hashtags).size >= MOST_TAGS,
  );
  return pushy.length >= SURE;
}

function isCampaign(posts: readonly Post[]): boolean {
  const people = new Set(posts.map(({ author }) => author.handle.toLowerCase())).size;
  return people > 1 || posts.length > 2;
}

/** Words alone: links, names, tags and signs differ from copy to copy. */
function foldSpam(text: string): string {
  return text
    .replace(/https?:\/\/\S+|[@#]\w+/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
