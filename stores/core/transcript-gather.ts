/** Decides what several files together say of a chat: its posts, hosts, times, moves and what was read. */
import { POLCHAT } from './chat';
import { joinCoverage, SearchTrail } from './coverage';
import { createKeeper, type Keeper } from './keep';
import { type Moves, mergeMoves, movesOf } from './moves';
import type { Post, Skipped } from './post';
import type { Coverage, Nameless, TranscriptMeta } from './transcript';
import { mergeSessions, mostOf, unionOfHandles } from './transcript-merge';
import type { ParsedTranscript } from './transcript-parse';
import type { Source } from './transcript-sources';

export interface Gathered {
  hashtag: string;
  hosts: string[];
  /** In no order. */
  posts: Post[];
  /** Of these posts, by the id each has now. */
  moves: Moves;
  session: TranscriptMeta['session'];
  coverage: Coverage[];
  skipped: Skipped;
  /** Where a file had its names taken out: its posts cannot be told from those of another such file. */
  names: Nameless | undefined;
}

interface Open {
  tag: string;
  keeper: Keeper;
  trail: SearchTrail;
}

/** Takes in one source after the other; holds the chat's posts, and nothing else of them. The order makes no difference once the chat is known. */
export class Gatherer {
  private readonly transcripts: ParsedTranscript[] = [];
  private chat: Open | undefined;
  private readonly coverage: Coverage[] = [];
  private skipped: Skipped = { unreadable: 0, promoted: 0, offTopic: 0 };

  /** Without a hashtag it is that of the first source where it is a transcript, else #polchat. '' is the chat that every post belongs to. */
  constructor(hashtag?: string) {
    if (hashtag !== undefined) this.open(hashtag);
  }

  add(source: Source): void {
    if (source.kind === 'transcript') {
      this.transcripts.push(source.transcript);
      this.addTranscript(source.transcript, this.chat ?? this.open(source.transcript.chat.hashtag));
    } else this.addResponse(source, this.chat ?? this.open(POLCHAT.hashtag));
  }

  result(): Gathered {
    const { tag, keeper } = this.chat ?? this.open(POLCHAT.hashtag);
    const skipped = this.transcripts.map((one) => one.skipped).reduce(mostOf, NONE);
    const posts = keeper.posts(tag);
    const moves = this.transcripts.reduce<Moves>(
      (all, { moves }) => mergeMoves(all, moves),
      new Map(),
    );
    const none = { start: null, end: null, theme: null };
    return {
      hashtag: tag,
      hosts: hostsOf(this.transcripts),
      posts,
      moves: movesOf(moves, posts),
      session: this.transcripts.map(({ session }) => session).reduce(mergeSessions, none),
      coverage: joinCoverage([
        // Another chat's was not a search for this one.
        ...this.transcripts
          .filter(({ chat }) => isOf(chat, tag))
          .flatMap(({ coverage }) => coverage),
        ...this.coverage,
      ]),
      skipped: {
        unreadable: skipped.unreadable + this.skipped.unreadable,
        promoted: skipped.promoted + this.skipped.promoted,
        offTopic: skipped.offTopic + this.skipped.offTopic + keeper.waiting(),
      },
      names: this.transcripts.find(({ names }) => names)?.names,
    };
  }

  private open(tag: string): Open {
    const endless = { waitMs: Number.POSITIVE_INFINITY, maxWaiting: Number.POSITIVE_INFINITY };
    this.chat = {
      tag,
      keeper: createKeeper({ hashtags: [tag], ...endless }),
      trail: new SearchTrail(tag),
    };
    return this.chat;
  }

  private addTranscript({ posts, chat }: ParsedTranscript, { tag, keeper }: Open): void {
    // A transcript of the same chat says itself that its posts belong.
    if (isOf(chat, tag)) keeper.learn(tag, posts, 0);
    else this.skipped.offTopic += keeper.take({ posts, deleted: [], unavailable: [] }, 0).offTopic;
  }

  private addResponse(source: Source & { kind: 'response' }, { keeper, trail }: Open): void {
    const { read, answer, span } = source;
    this.skipped = {
      unreadable: this.skipped.unreadable + read.skipped.unreadable,
      promoted: this.skipped.promoted + read.skipped.promoted,
      offTopic: this.skipped.offTopic + read.skipped.offTopic + keeper.take(read, 0).offTopic,
    };
    if (answer) {
      const heard = trail.hear(answer, answer.seen);
      if (heard) this.coverage.push(heard);
    } else if (span) this.coverage.push(span);
  }
}

function isOf({ hashtag }: ParsedTranscript['chat'], tag: string): boolean {
  return tag === '' || hashtag.toLowerCase() === tag.toLowerCase();
}

const NONE: Skipped = { unreadable: 0, promoted: 0, offTopic: 0 };

function hostsOf(transcripts: readonly ParsedTranscript[]): string[] {
  const [first, ...rest] = transcripts.map(({ chat }) => chat.hosts);
  if (rest.length === 0) return [...(first ?? [])];
  return rest.reduce<readonly string[]>(unionOfHandles, first ?? []) as string[];
}
