/** The transcript command: recordings in, a threaded transcript out. Its promises are in DESIGN; errors go to stderr with status 2. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createKeeper, type Keeper } from '@/stores/core/keep';
import { comparePosts, type Post, type Skipped } from '@/stores/core/post';
import { buildThread } from '@/stores/core/thread';
import { buildTranscript, type Coverage, type TranscriptMeta } from '@/stores/core/transcript';
import { FileProblem, readSources, type Source } from './transcript-files';

const USAGE =
  'usage: npm run --silent transcript -- FILE… [--hashtag polchat] [--host a,b] [--from ISO] [--to ISO] [--format json]';

interface Wanted {
  files: string[];
  hashtag: string | undefined;
  hosts: string[];
  from: number | null;
  to: number | null;
}

function readArguments(): Wanted {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { hashtag: text, host: text, from: text, to: text, format: text },
  });
  const { format = 'json' } = values;
  if (format !== 'json') {
    const known = ['html', 'md', 'csv'].includes(format);
    throw new FileProblem(
      known
        ? `--format ${format}: not written yet, only json is`
        : `--format ${format}: unknown; json is known`,
    );
  }
  if (positionals.length === 0) throw new FileProblem(USAGE);
  return {
    files: positionals,
    hashtag: values.hashtag?.replace(/^[#＃]/, ''),
    hosts: (values.host ?? '')
      .split(',')
      .map((host) => host.trim().replace(/^@/, ''))
      .filter(Boolean),
    from: readTime('--from', values.from),
    to: readTime('--to', values.to),
  };
}

function readTime(name: string, value: string | undefined): number | null {
  if (value === undefined) return null;
  const ms = Date.parse(value);
  // A bare "2026-06-18T13:00" would be taken for this machine's own zone, which is not what was recorded.
  if (Number.isNaN(ms) || (value.includes('T') && !/(?:Z|[+-]\d\d:?\d\d)$/i.test(value))) {
    throw new FileProblem(`${name} ${value}: not a time such as 2026-06-18T12:00:00Z`);
  }
  return ms;
}

interface Gathered {
  keeper: Keeper;
  tag: string;
  hosts: string[];
  moves: Map<string, string>;
  session: TranscriptMeta['session'];
  coverage: Coverage[];
  skipped: Skipped;
}

function gather(sources: readonly Source[], wanted: Wanted): Gathered {
  const transcripts = sources.flatMap((source) =>
    source.kind === 'transcript' ? [source.transcript] : [],
  );
  const tag = wanted.hashtag ?? transcripts[0]?.chat.hashtag ?? 'polchat';
  const endless = { waitMs: Number.POSITIVE_INFINITY, maxWaiting: Number.POSITIVE_INFINITY };
  const gathered: Gathered = {
    keeper: createKeeper({ hashtags: [tag], ...endless }),
    tag,
    hosts: [
      ...new Set(
        wanted.hosts.length ? wanted.hosts : transcripts.flatMap(({ chat }) => chat.hosts),
      ),
    ],
    moves: new Map(transcripts.flatMap(({ moves }) => [...moves])),
    session: transcripts[0]?.session ?? { start: null, end: null, theme: null },
    coverage: transcripts.flatMap(({ coverage }) => coverage),
    skipped: { unreadable: 0, promoted: 0, offTopic: 0 },
  };
  for (const source of sources) addSource(gathered, source);
  gathered.skipped.offTopic += gathered.keeper.waiting();
  return gathered;
}

function addSource({ keeper, tag, coverage, skipped }: Gathered, source: Source): void {
  if (source.kind === 'transcript') {
    const { posts, chat } = source.transcript;
    addUp(skipped, source.transcript.skipped);
    // A transcript of the same chat says itself that its posts belong.
    if (tag === '' || chat.hashtag.toLowerCase() === tag.toLowerCase()) keeper.learn(tag, posts, 0);
    else skipped.offTopic += keeper.take({ posts, deleted: [], unavailable: [] }, 0).offTopic;
    return;
  }
  addUp(skipped, source.read.skipped);
  skipped.offTopic += keeper.take(source.read, 0).offTopic;
  if (source.operation === 'SearchTimeline') coverage.push(...spanOf(source.read.posts));
}

function addUp(sum: Skipped, more: Skipped): void {
  sum.unreadable += more.unreadable;
  sum.promoted += more.promoted;
  sum.offTopic += more.offTopic;
}

/** A page of search covers the time from its oldest post to its newest. */
function spanOf(posts: readonly Post[]): Coverage[] {
  const times = posts
    .filter(({ quoteOf, repostOf }) => !quoteOf && !repostOf)
    .map((post) => post.createdAt);
  if (times.length === 0) return [];
  return [{ from: Math.min(...times), to: Math.max(...times), source: 'search' }];
}

function main(): void {
  const wanted = readArguments();
  const base = process.env.INIT_CWD ?? process.cwd();
  const sources = wanted.files.flatMap((file) => readSources(resolve(base, file), file));
  const { keeper, tag, hosts, moves, session, coverage, skipped } = gather(sources, wanted);
  const from = wanted.from ?? Number.NEGATIVE_INFINITY;
  const to = wanted.to ?? Number.POSITIVE_INFINITY;
  const posts = keeper.posts(tag).filter(({ createdAt }) => createdAt >= from && createdAt <= to);
  posts.sort(comparePosts);
  const start = wanted.from ?? session.start;
  const end = wanted.to ?? session.end;
  const conversation = buildThread(posts, {
    hosts,
    moves,
    session: start !== null && end !== null ? { start, end } : undefined,
  });
  const transcript = buildTranscript(conversation, posts, {
    chat: { hashtag: tag, hosts },
    session: {
      start: start ?? posts[0]?.createdAt ?? null,
      end: end ?? posts.at(-1)?.createdAt ?? null,
      theme: session.theme,
    },
    coverage,
    skipped,
  });
  // `… | head` closes the pipe early: no failure of ours.
  process.stdout.on('error', () => undefined);
  process.stdout.write(`${JSON.stringify(transcript, null, 2)}\n`);
}

try {
  main();
} catch (error) {
  // parseArgs throws TypeErrors with words that name the option.
  const said =
    error instanceof FileProblem || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`transcript: ${said ? (error as Error).message : (error as Error).stack}\n`);
  process.exitCode = 2;
}
