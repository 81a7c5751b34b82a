/** Decides whether a file is a transcript of ours, and reads it; a bad one is refused whole, with the place that is wrong. */
import { compareIds } from './merge';
import type { Move } from './moves';
import type { Counts, Link, Mention, Post, Skipped } from './post';
import type { Coverage, Nameless, TranscriptMeta } from './transcript';
import {
  counts,
  handle,
  hashtag,
  maybe,
  maybeList,
  maybeObject,
  oneOf,
  postId,
  Refusal,
  refuse,
  show,
  time,
  whole,
  words,
  yes,
} from './transcript-fields';
import { type Bag, bag, list } from './x-fields';
import { hashtagsIn } from './x-text';

export interface ParsedTranscript extends TranscriptMeta {
  posts: Post[];
  /** Posts moved by hand; where the file does not say when, the moment the post was seen stands for it. */
  moves: Map<string, Move>;
}

const LINKS = ['reply', 'quote', 'label', 'mention', 'continuation', 'time'] as const;
const SECTIONS = ['before', 'introductions', 'question', 'after'] as const;

/**
 * Reads a transcript (version 1). Needed are `format`, `version`, `chat.hashtag` and each post's id, author.handle,
 * createdAt and text; everything else is derived where it is missing, and refused where it is of the wrong kind.
 * The error names the place ("posts[3].createdAt: …"). Nothing is thrown.
 */
export function parseTranscript(value: unknown): { ok: ParsedTranscript } | { error: string } {
  try {
    return { ok: readTranscript(bag(value)) };
  } catch (error) {
    if (error instanceof Refusal) return { error: error.message };
    throw error;
  }
}

/** Whether it claims to be one, so that it is worth saying what is wrong with it. */
export function isTranscript(value: unknown): boolean {
  return bag(value).format === 'polchat-transcript';
}

function readTranscript(file: Bag): ParsedTranscript {
  if (!isTranscript(file)) refuse('format', 'is not "polchat-transcript"');
  if (file.version !== 1)
    refuse('version', `is ${show(file.version)}; this Polchat reads version 1`);
  const chat = bag(file.chat);
  const session = maybeObject(file.session, 'session');
  if (!Array.isArray(file.posts)) refuse('posts', 'is not a list');
  const moves = new Map<string, Move>();
  const posts = list(file.posts).map((post, index) =>
    readPost(bag(post), `posts[${index}]`, moves),
  );
  return {
    chat: {
      hashtag: hashtag(chat.hashtag, 'chat.hashtag'),
      hosts: maybeList(chat.hosts, 'chat.hosts').map((host, i) => words(host, `chat.hosts[${i}]`)),
    },
    session: withoutSpan(posts, {
      start: maybe(session.start, 'session.start', time),
      end: maybe(session.end, 'session.end', time),
      theme: maybe(session.theme, 'session.theme', words),
    }),
    posts,
    moves,
    coverage: maybeList(file.coverage, 'coverage').map(readCoverage),
    skipped: counts(file.skipped, 'skipped', {
      unreadable: 0,
      promoted: 0,
      offTopic: 0,
    } satisfies Skipped),
    names: readNames(file) ?? undefined,
  };
}

/** Before there was a word for it, a file without names was known by the addresses of its posts: it had none. */
function readNames(file: Bag): Nameless | null {
  const posts = list(file.posts);
  const nowhere = posts.length > 0 && posts.every((post) => bag(post).url === '');
  return maybe(file.names, 'names', oneOf(['initials', 'numbers'])) ?? (nowhere ? 'numbers' : null);
}

/** A session from the first post to the last is what was written where none was known: nothing can be told by it. */
function withoutSpan(posts: readonly Post[], session: TranscriptMeta['session']) {
  const times = posts.map(({ createdAt }) => createdAt);
  const first = times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return session.start === first && session.end === last
    ? { ...session, start: null, end: null }
    : session;
}

function readPost(raw: Bag, place: string, moves: Map<string, Move>): Post {
  const at = (name: string): string => `${place}.${name}`;
  const own = postId(raw.id, at('id'));
  const author = bag(raw.author);
  const by = handle(author.handle, at('author.handle'));
  const text = words(raw.text, at('text'));
  const createdAt = time(raw.createdAt, at('createdAt'));
  const pointer = (name: string): string | null => maybe(raw[name], at(name), postId);
  const question = maybe(raw.question, at('question'), words);
  const writtenAt = maybe(raw.observedAt, at('observedAt'), time) ?? createdAt;
  const movedAt = maybe(raw.movedAt, at('movedAt'), time) ?? writtenAt;
  // A file without counts has nothing newer to say than what is known.
  const observedAt = raw.counts ? writtenAt : createdAt;
  if (raw.movedBy === 'hand') moves.set(own, { label: question ?? '', at: movedAt });
  const deleted = yes(raw.deleted, at('deleted'));
  const unavailable = yes(raw.unavailable, at('unavailable'));
  checkDerived(raw, at);
  const hashtags = maybeList(raw.hashtags, at('hashtags')).map((tag) => words(tag, at('hashtags')));
  return {
    id: own,
    author: {
      id: null,
      handle: by,
      name: maybe(author.name, at('author.name'), words) ?? by,
      avatar: null,
      protected: false,
      followed: false,
      hidden: false,
    },
    createdAt,
    text: deleted ? '' : text,
    truncated: yes(raw.truncated, at('truncated')),
    replyTo: pointer('replyTo'),
    replyToHandle: null,
    quoteOf: pointer('quoteOf'),
    repostOf: pointer('repostOf'),
    conversationId: pointer('conversationId'),
    hashtags: [...new Set([...hashtags.map((tag) => tag.toLowerCase()), ...hashtagsIn(text)])],
    mentions: deleted ? [] : mentionsIn(text),
    links: deleted ? [] : linksIn(text),
    media: [],
    counts: counts(raw.counts, at('counts'), {
      replies: 0,
      reposts: 0,
      likes: 0,
      quotes: 0,
    } satisfies Counts),
    editedIds: maybeList(raw.editedIds, at('editedIds'))
      .map((each) => postId(each, at('editedIds')))
      .sort(compareIds),
    sensitive: false,
    state: deleted ? 'deleted' : unavailable ? 'unavailable' : 'present',
    observedAt,
    source: 'import',
  };
}

/** What is worked out anew is not read, but it is not to be of the wrong kind either. */
function checkDerived(raw: Bag, at: (name: string) => string): void {
  maybe(raw.url, at('url'), words);
  maybe(raw.parent, at('parent'), postId);
  maybe(raw.link, at('link'), oneOf(LINKS));
  maybe(raw.section, at('section'), oneOf(SECTIONS));
  maybe(raw.movedBy, at('movedBy'), oneOf(['hand']));
  maybe(raw.session, at('session'), whole);
  yes(raw.guessed, at('guessed'));
}

function readCoverage(value: unknown, index: number): Coverage {
  const { from, to, source } = bag(value);
  const known = (['search', 'home', 'dom', 'import'] as const).find((each) => each === source);
  if (!known) refuse(`coverage[${index}].source`, `is ${show(source)}`);
  return {
    from: time(from, `coverage[${index}].from`),
    to: time(to, `coverage[${index}].to`),
    source: known,
  };
}

function mentionsIn(text: string): Mention[] {
  const handles = new Set<string>();
  for (const found of text.matchAll(/(?<![\w/@.])@(\w{1,20})\b/g)) handles.add(found[1] as string);
  return [...handles].map((handle) => ({ handle, id: null }));
}

function linksIn(text: string): Link[] {
  const urls = text.match(/https?:\/\/[^\s"<>]*[^\s"<>.,;:!?')\]]/gi) ?? [];
  return [...new Set(urls)].map((url) => ({ url, display: url.replace(/^https?:\/\//i, '') }));
}
