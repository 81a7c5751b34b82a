/** The transcript command: recordings in, a threaded transcript out. Its promises are in DESIGN; errors go to stderr with status 2. */
import { once } from 'node:events';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import messages from '@/public/_locales/en_GB/messages.json' with { type: 'json' };
import { POLCHAT } from '@/stores/core/chat';
import { cutCoverage } from '@/stores/core/coverage';
import { labelsOf } from '@/stores/core/moves';
import { comparePosts } from '@/stores/core/post';
import { buildThread } from '@/stores/core/thread';
import { buildTranscript, type Transcript } from '@/stores/core/transcript';
import { FORMATS, type Format, isFormat, writeTranscript } from '@/stores/core/transcript-formats';
import { Gatherer } from '@/stores/core/transcript-gather';
import type { Say } from '@/stores/core/transcript-words';
import { FileProblem, looksLikeTranscript, readFile } from './transcript-files';

const USAGE = `usage: npm run --silent transcript -- FILE… [--hashtag polchat] [--host a,b] [--from ISO] [--to ISO] [--format ${FORMATS.join('|')}]`;

interface Wanted {
  files: string[];
  hashtag: string | undefined;
  hosts: string[];
  from: number | null;
  to: number | null;
  format: Format;
}

function readArguments(): Wanted {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { hashtag: text, host: text, from: text, to: text, format: text },
  });
  const { format = 'json' } = values;
  if (!isFormat(format)) {
    throw new FileProblem(`--format ${format}: unknown; known are ${FORMATS.join(', ')}`);
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
    format,
  };
}

/**
 * A day, or a time with its zone: a bare "2026-06-18T13:00" would be taken for this machine's own zone, which is not what was recorded,
 * and what else Date.parse takes ("18", "June") is read as anything.
 */
const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;

function readTime(name: string, value: string | undefined): number | null {
  if (value === undefined) return null;
  const ms = ISO.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) {
    throw new FileProblem(`${name} ${value}: not a time such as 2026-06-18T12:00:00Z`);
  }
  return ms;
}

async function makeTranscript(wanted: Wanted): Promise<Transcript> {
  const base = process.env.INIT_CWD ?? process.cwd();
  const gatherer = new Gatherer(wanted.hashtag);
  const files = wanted.files.map((shown) => ({ path: resolve(base, shown), shown }));
  // Transcripts first: they name the chat that the others are searched for.
  const [own = [], others = []] = [true, false].map((is) =>
    files.filter(({ path }) => looksLikeTranscript(path) === is),
  );
  for (const { path, shown } of [...own, ...others]) {
    for await (const source of readFile(path, shown)) gatherer.add(source);
  }
  const gathered = gatherer.result();
  const { session, moves, coverage, skipped, names } = gathered;
  if (names !== undefined && files.length > 1) {
    throw new FileProblem('a transcript without names is read alone: its ids are not those of X');
  }
  const hosts = wanted.hosts.length > 0 ? [...new Set(wanted.hosts)] : gathered.hosts;
  const from = wanted.from ?? Number.NEGATIVE_INFINITY;
  const to = wanted.to ?? Number.POSITIVE_INFINITY;
  const posts = gathered.posts.filter(({ createdAt }) => createdAt >= from && createdAt <= to);
  posts.sort(comparePosts);
  const start = wanted.from ?? session.start;
  const end = wanted.to ?? session.end;
  const conversation = buildThread(posts, {
    hosts,
    moves: labelsOf(moves),
    session: start !== null && end !== null ? { start, end } : undefined,
  });
  return buildTranscript(conversation, posts, {
    chat: { hashtag: gathered.hashtag, hosts },
    session: {
      start: start ?? posts[0]?.createdAt ?? null,
      end: end ?? posts.at(-1)?.createdAt ?? null,
      theme: session.theme,
    },
    coverage: cutCoverage(coverage, from, to),
    skipped,
    names,
    moves,
  });
}

const say: Say = (key, ...values) => {
  const { message = key } = (messages as Record<string, { message: string }>)[key] ?? {};
  return message.replace(/\$(\d)/g, (_, n: string) => String(values[Number(n) - 1] ?? ''));
};

async function main(): Promise<void> {
  const wanted = readArguments();
  const transcript = await makeTranscript(wanted);
  let open = true;
  // `… | head` closes the pipe early: no failure of ours.
  process.stdout.on('error', () => {
    open = false;
  });
  const writing = { say, timeZone: POLCHAT.timeZone, reflection: '', isNote: false };
  for (const piece of writeTranscript(wanted.format, transcript, writing)) {
    if (!open) return;
    if (!process.stdout.write(piece))
      await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')]);
  }
}

try {
  await main();
} catch (error) {
  // parseArgs throws TypeErrors with words that name the option.
  const said =
    error instanceof FileProblem || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`transcript: ${said ? (error as Error).message : (error as Error).stack}\n`);
  process.exitCode = 2;
}
