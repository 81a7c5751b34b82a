/** Decides what a file holds that a transcript can be made of: responses of X, a browser's recording (HAR), a transcript of ours. */
import { pageSpan } from './coverage';
import { HarSplitter, JsonFault } from './har-splitter';
import { findJsonError } from './json-place';
import type { Coverage } from './transcript';
import { isTranscript, type ParsedTranscript, parseTranscript } from './transcript-parse';
import type { Captured } from './wire';
import { bag, text } from './x-fields';
import { type Read, readJson, readResponse } from './x-responses';

/** What a file cannot be used for, in words that name the place. */
export class SourceProblem extends Error {}

export type Source =
  | { kind: 'transcript'; transcript: ParsedTranscript }
  /** `answer` where the request is known: which search it was, and which page of it. `span` is what a page of search covers where it is not. */
  | { kind: 'response'; read: Read; answer: Answer | null; span: Coverage | null };
type Answer = Pick<Captured, 'operation' | 'status' | 'text' | 'request'> & { seen: number };

/**
 * Everything in a file, in its order. Of a recording only one entry is held at a time; any other file is read whole. `saved` (ms) is
 * when the file was written: the nearest there is to when posts were seen, where it does not say. Throws a SourceProblem.
 */
export async function* readSources(
  chunks: AsyncIterable<string>,
  saved: number,
): AsyncGenerator<Source> {
  const splitter = new HarSplitter();
  const tally = { answers: 0, empty: 0 };
  try {
    // What was read before the first key is needed again where it is no recording.
    let whole = '';
    for await (const chunk of chunks) {
      const piece = whole === '' ? chunk.replace(/^\uFEFF/, '') : chunk;
      const entries = splitter.isHar === false ? [] : splitter.push(piece);
      if (!splitter.isHar) whole += piece;
      for (const entry of entries) yield* readEntry(entry, saved, tally);
    }
    if (splitter.isHar) splitter.end();
    else yield* readWhole(whole, saved);
  } catch (error) {
    if (error instanceof JsonFault) throw new SourceProblem(`is not JSON, from ${error.message}`);
    throw error;
  }
  checkTally(tally);
}

/** Browsers save recordings with or without what was answered; one without is of no use. */
function checkTally({ answers, empty }: { answers: number; empty: number }): void {
  if (answers === 0 || answers > empty) return;
  throw new SourceProblem(
    `holds ${answers} answers of X without their text: record with the developer tools open, and save all with content`,
  );
}

function* readWhole(content: string, saved: number): Generator<Source> {
  const value = parseJson(content);
  if (isTranscript(value)) {
    const parsed = parseTranscript(value);
    if ('error' in parsed) throw new SourceProblem(parsed.error);
    yield { kind: 'transcript', transcript: parsed.ok };
    return;
  }
  const read = readJson(value, saved);
  const said = ['data', 'errors', 'globalObjects', 'timeline'].some((key) => key in bag(value));
  if (!said && read.posts.length === 0) {
    throw new SourceProblem('is no response of X, no recording (HAR) and no transcript');
  }
  const isSearch = 'search_by_raw_query' in bag(bag(value).data);
  yield { kind: 'response', read, answer: null, span: isSearch ? pageSpan(content) : null };
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    const lines = readLines(content);
    if (lines) return lines;
    throw new SourceProblem(`is not JSON, from ${findJsonError(content)}`);
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

function* readEntry(
  entry: unknown,
  saved: number,
  tally: { answers: number; empty: number },
): Generator<Source> {
  const request = bag(bag(entry).request);
  const response = bag(bag(entry).response);
  const operation = operationOf(text(request.url) ?? '');
  if (!operation || response.status !== 200) return;
  const content = bag(response.content);
  const body = text(content.text);
  tally.answers += 1;
  if (!body) {
    tally.empty += 1;
    return;
  }
  const seen = Date.parse(text(bag(entry).startedDateTime) ?? '') || saved;
  const answer: Answer = {
    operation,
    status: 200,
    text: content.encoding === 'base64' ? decodeBase64(body) : body,
    request: text(bag(request.postData).text) ?? text(request.url) ?? '',
    seen,
  };
  yield { kind: 'response', read: readResponse(answer, seen), answer, span: null };
}

/** What is no base64 is no JSON either, and is counted as unreadable. */
function decodeBase64(body: string): string {
  try {
    const bytes = Uint8Array.from(atob(body), (sign) => sign.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return '{';
  }
}

/** The operation of an address of X's web app; null for everything else a browser loads. */
function operationOf(url: string): string | null {
  const found = /^https:\/\/[\w.]*\b(?:x|twitter)\.com\/(?:[\w/.-]*\/)?graphql\/[^/]+\/(\w+)/.exec(
    url,
  );
  if (found) return found[1] ?? null;
  return /^https:\/\/[\w.]*\b(?:x|twitter)\.com\/i\/api\/2\/([\w/]+)\.json/.exec(url)?.[1] ?? null;
}
