/** Decides which forms a transcript is written in, and writes it: in pieces, so that a long one is never held as one text. */
import type { Transcript } from './transcript';
import { buildArticle } from './transcript-article';
import { writeCsv } from './transcript-csv';
import { writeHtml } from './transcript-html';
import { writeJson } from './transcript-json';
import { writeMarkdown } from './transcript-markdown';
import type { Writing } from './transcript-words';

export const FORMATS = ['json', 'html', 'md', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export const MEDIA_TYPES: Record<Format, string> = {
  json: 'application/json',
  html: 'text/html',
  md: 'text/markdown',
  csv: 'text/csv',
};

export function isFormat(name: string): name is Format {
  return (FORMATS as readonly string[]).includes(name);
}

/** About so many characters a piece. */
const PIECE = 65_536;

/** The file, in pieces. */
export function* writeTranscript(
  format: Format,
  transcript: Transcript,
  writing: Writing,
): Generator<string> {
  let waiting: string[] = [];
  let length = 0;
  for (const piece of writeParts(format, transcript, writing)) {
    waiting.push(piece);
    length += piece.length;
    if (length < PIECE) continue;
    yield waiting.join('');
    waiting = [];
    length = 0;
  }
  if (length > 0) yield waiting.join('');
}

function writeParts(format: Format, transcript: Transcript, writing: Writing): Iterable<string> {
  switch (format) {
    case 'json':
      return writeJson(transcript);
    case 'csv':
      return writeCsv(transcript, writing.timeZone);
    case 'md':
      return writeMarkdown(buildArticle(transcript, writing.read), writing);
    case 'html':
      return writeHtml(buildArticle(transcript, writing.read), writing);
  }
}
