/** Reads the files that a transcript is made of: responses of X, recordings of a browser (HAR), transcripts of ours. */
import { readFileSync, statSync } from 'node:fs';
import {
  isTranscript,
  type ParsedTranscript,
  parseTranscript,
} from '@/stores/core/transcript-parse';
import { bag, list, text } from '@/stores/core/x-fields';
import { type Read, readJson, readResponse } from '@/stores/core/x-responses';
import { findJsonError } from './json-place';

/** What a file cannot be used for, in words that name it. */
export class FileProblem extends Error {}

export type Source =
  | { kind: 'transcript'; transcript: ParsedTranscript }
  | { kind: 'response'; read: Read; operation: string };

/** Everything in a file, in its order. Throws a FileProblem that names the file and the place. */
export function readSources(path: string, shown: string): Source[] {
  const { value, observedAt } = readFile(path, shown);
  if (isTranscript(value)) {
    const parsed = parseTranscript(value);
    if ('error' in parsed) throw new FileProblem(`${shown}: ${parsed.error}`);
    return [{ kind: 'transcript', transcript: parsed.ok }];
  }
  const entries = bag(bag(value).log).entries;
  if (entries !== undefined) return readHar(list(entries), observedAt);
  const read = readJson(value, observedAt);
  const said = ['data', 'errors', 'globalObjects', 'timeline'].some((key) => key in bag(value));
  if (!said && read.posts.length === 0) {
    throw new FileProblem(`${shown}: is no response of X, no recording (HAR) and no transcript`);
  }
  return [
    {
      kind: 'response',
      read,
      operation: 'search_by_raw_query' in bag(bag(value).data) ? 'SearchTimeline' : '',
    },
  ];
}

function readFile(path: string, shown: string): { value: unknown; observedAt: number } {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new FileProblem(`${shown}: ${missing ? 'no such file' : (error as Error).message}`);
  }
  // When it was saved is the nearest there is to when its posts were seen.
  const observedAt = Math.floor(statSync(path).mtimeMs);
  try {
    return { value: JSON.parse(content.replace(/^\uFEFF/, '')), observedAt };
  } catch {
    const lines = readLines(content);
    if (lines) return { value: lines, observedAt };
    throw new FileProblem(`${shown}: is not JSON, from ${findJsonError(content)}`);
  }
}

/** JSON Lines: a value a line, as post archives come. */
function readLines(content: string): unknown[] | null {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  try {
    return lines.map((line): unknown => JSON.parse(line));
  } catch {
    return null;
  }
}

function readHar(entries: readonly unknown[], saved: number): Source[] {
  return entries.flatMap((entry): Source[] => {
    const request = bag(bag(entry).request);
    const response = bag(bag(entry).response);
    const operation = operationOf(text(request.url) ?? '');
    const content = bag(response.content);
    const body = text(content.text);
    if (!operation || response.status !== 200 || !body) return [];
    const seen = Date.parse(text(bag(entry).startedDateTime) ?? '');
    const captured = {
      operation,
      text: content.encoding === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : body,
      request: text(bag(request.postData).text) ?? text(request.url) ?? '',
    };
    return [{ kind: 'response', read: readResponse(captured, seen || saved), operation }];
  });
}

/** The operation of an address of X's web app; null for everything else a browser loads. */
function operationOf(url: string): string | null {
  const found = /^https:\/\/[\w.]*\b(?:x|twitter)\.com\/(?:[\w/.-]*\/)?graphql\/[^/]+\/(\w+)/.exec(
    url,
  );
  if (found) return found[1] ?? null;
  return /^https:\/\/[\w.]*\b(?:x|twitter)\.com\/i\/api\/2\/([\w/]+)\.json/.exec(url)?.[1] ?? null;
}
