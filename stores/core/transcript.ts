/** Decides what a transcript says: the one file format that is exported, imported and printed. */
import type { Conversation, LinkKind, PlacedPost, Section } from './conversation';
import { withoutText } from './merge';
import { type Move, type Moves, moveOf } from './moves';
import { type Counts, comparePosts, type Post, postUrl, type Skipped } from './post';

/** A stretch of time that was read, and from where. */
export interface Coverage {
  from: number;
  to: number;
  source: 'search' | 'home' | 'dom' | 'import';
}

/** What stands for people where their names were taken out: "A. H.", or "Person 7". */
export type Nameless = 'initials' | 'numbers';

/** What a transcript says beside its posts. Times in ms. */
export interface TranscriptMeta {
  chat: { hashtag: string; hosts: readonly string[] };
  session: { start: number | null; end: number | null; theme: string | null };
  coverage: readonly Coverage[];
  skipped: Skipped;
  /** Where names were taken out: the handles and ids are made up. */
  names?: Nameless | undefined;
  /** When posts were moved by hand, where that is known. */
  moves?: Moves | undefined;
}

/** A post as the file has it: times ISO 8601 UTC, ids as strings. */
export interface TranscriptPost {
  id: string;
  author: { handle: string; name: string };
  createdAt: string;
  text: string;
  url: string;
  replyTo: string | null;
  quoteOf: string | null;
  repostOf: string | null;
  conversationId: string | null;
  parent: string | null;
  link: LinkKind | null;
  guessed: boolean;
  question: string | null;
  section: Section;
  hashtags: string[];
  counts: Counts;
  editedIds: string[];
  observedAt: string;
  movedBy: 'hand' | null;
  deleted: boolean;
  /** Only where true: X does not show it now. */
  unavailable?: true;
  /** Only where true: part of the text was never seen. */
  truncated?: true;
  /** Only where not 0: the run of question numbers it belongs to, where a day had several. */
  session?: number;
  /** Only where it was moved by hand, and when is known. */
  movedAt?: string;
}

export interface Transcript {
  format: 'polchat-transcript';
  version: 1;
  chat: { hashtag: string; hosts: string[] };
  session: { start: string | null; end: string | null; theme: string | null };
  questions: { label: string; postId: string; askedAt: string; text: string; session?: number }[];
  posts: TranscriptPost[];
  coverage: { from: string; to: string; source: Coverage['source'] }[];
  skipped: Skipped;
  /** Only where names were taken out: handles and ids are made up, and those of another file may be the same. */
  names?: Nameless;
}

/**
 * The transcript of these posts, in the order written, placed as the conversation places them. Posts of protected
 * accounts and of those whom the person blocks or mutes are left out, with the reposts of them; a deleted post has no text, and
 * nobody repeats it.
 */
export function buildTranscript(
  conversation: Conversation,
  posts: Iterable<Post>,
  meta: TranscriptMeta,
): Transcript {
  const all = [...posts];
  const byId = new Map(all.flatMap((post) => [post.id, ...post.editedIds].map((id) => [id, post])));
  const originalOf = ({ repostOf }: Post) => byId.get(repostOf ?? '');
  const open = all.filter((post) => isOpen(post) && isOpen(originalOf(post)));
  const { hashtag, hosts } = meta.chat;
  const { start, end, theme } = meta.session;
  const shown = new Set(open.map(({ id }) => id));
  return {
    format: 'polchat-transcript',
    version: 1,
    chat: { hashtag, hosts: [...(hosts.length > 0 ? hosts : conversation.hosts)] },
    session: { start: isoOrNull(start), end: isoOrNull(end), theme },
    questions: conversation.questions
      .filter(({ postId }) => shown.has(postId))
      .map(({ label, postId, askedAt, text, session }) => ({
        label,
        postId,
        askedAt: iso(askedAt),
        text,
        ...(session > 0 && { session }),
      })),
    posts: open
      .sort(comparePosts)
      .map((post) => (originalOf(post)?.state === 'deleted' ? withoutText(post) : post))
      .map((post) => buildPost(post, conversation.placed.get(post.id), moveOf(meta.moves, post))),
    coverage: meta.coverage.map(({ from, to, source }) => ({
      from: iso(from),
      to: iso(to),
      source,
    })),
    skipped: { ...meta.skipped },
    ...(meta.names && { names: meta.names }),
  };
}

/** One that is not known closes nothing. */
function isOpen(post: Post | undefined): boolean {
  return !post?.author.protected && !post?.author.hidden;
}

function buildPost(
  post: Post,
  place: PlacedPost | undefined,
  move: Move | undefined,
): TranscriptPost {
  const present = post.state === 'present';
  return {
    id: post.id,
    author: { handle: post.author.handle, name: post.author.name },
    createdAt: iso(post.createdAt),
    text: present ? post.text : '',
    url: postUrl(post),
    replyTo: post.replyTo,
    quoteOf: post.quoteOf,
    repostOf: post.repostOf,
    conversationId: post.conversationId,
    parent: place?.parent ?? null,
    link: place?.link ?? null,
    guessed: place?.guessed ?? false,
    question: place?.question ?? null,
    section: place?.section ?? 'before',
    hashtags: [...post.hashtags],
    counts: { ...post.counts },
    editedIds: [...post.editedIds],
    observedAt: iso(post.observedAt),
    movedBy: place?.movedBy ?? null,
    deleted: post.state === 'deleted',
    ...(post.state === 'unavailable' && { unavailable: true }),
    ...(post.truncated && present && { truncated: true }),
    ...(place !== undefined && place.session > 0 && { session: place.session }),
    ...(place?.movedBy === 'hand' && move !== undefined && { movedAt: iso(move.at) }),
  };
}

/** "2026-06-18T12:00:00Z"; milliseconds only where there are some. */
export function iso(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : iso(ms);
}
