/** Writes a transcript as a table: CSV as RFC 4180 has it, one row a post. */
import { formatTime } from './clock';
import type { Transcript, TranscriptPost } from './transcript';

type Cell = string | number | boolean | null;

const COLUMNS: [name: string, read: (post: TranscriptPost, timeZone: string) => Cell][] = [
  ['id', ({ id }) => id],
  ['created_at', ({ createdAt }) => createdAt],
  ['time', ({ createdAt }, zone) => formatTime(Date.parse(createdAt), zone)],
  ['name', ({ author }) => author.name],
  ['handle', ({ author }) => author.handle],
  ['section', ({ section }) => section],
  ['question', ({ question }) => question],
  ['text', ({ text }) => text],
  ['url', ({ url }) => url],
  ['parent', ({ parent }) => parent],
  ['reply_to', ({ replyTo }) => replyTo],
  ['quote_of', ({ quoteOf }) => quoteOf],
  ['repost_of', ({ repostOf }) => repostOf],
  ['link', ({ link }) => link],
  ['guessed', ({ guessed }) => guessed],
  ['moved_by_hand', ({ movedBy }) => movedBy !== null],
  ['deleted', ({ deleted }) => deleted],
  ['replies', ({ counts }) => counts.replies],
  ['reposts', ({ counts }) => counts.reposts],
  ['likes', ({ counts }) => counts.likes],
  ['quotes', ({ counts }) => counts.quotes],
];

/** What a spreadsheet would take for a formula, in full width too: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

/** A header and a row for each post; times of day on the wall of `timeZone`. Lines end in CRLF. */
export function* writeCsv(transcript: Transcript, timeZone: string): Generator<string> {
  yield line(COLUMNS.map(([name]) => name));
  for (const post of transcript.posts) yield line(COLUMNS.map(([, read]) => read(post, timeZone)));
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A text that could be run gets an apostrophe before it, which spreadsheets show as text. */
function cell(value: Cell): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
}
