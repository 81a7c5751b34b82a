/** Fetches a calendar's text: without cookies, within a size and a time, and with exact words for what goes wrong. */
import { LARGEST_CALENDAR } from './core/calendar';

const PATIENCE = 10_000;

/** Why there is no text; the words stand under `schedule_error_` + code, `detail` as their $1. */
export interface CalendarFailure {
  code:
    | 'unreachable'
    | 'timeout'
    | 'login'
    | 'missing'
    | 'server'
    | 'status'
    | 'redirect'
    | 'redirect_to'
    | 'too_large'
    | 'charset'
    | 'not_allowed';
  detail: string;
}

/** What the server said to know its file again by, '' where it said nothing. */
export interface CalendarVersion {
  etag: string;
  modified: string;
}

export type Fetched =
  | { kind: 'text'; text: string; version: CalendarVersion }
  | { kind: 'unchanged' }
  | { kind: 'failed'; failure: CalendarFailure };

export interface CalendarFetchDeps {
  fetch: typeof fetch;
  /** How long the whole may take, ms. */
  patience?: number;
}

/** Never rejects. With the `version` of a text that is still held the server may answer that nothing changed. */
export async function fetchCalendar(
  address: string,
  version: CalendarVersion | null,
  { fetch, patience = PATIENCE }: CalendarFetchDeps,
): Promise<Fetched> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), patience);
  try {
    const response = await ask(address, version, fetch, end.signal);
    if (response === 'redirect') return failed('redirect');
    const away = leads(address, response);
    if (away !== null) return failed('redirect_to', away);
    if (response.status === 304 && version !== null) return { kind: 'unchanged' };
    if (!response.ok) return refused(response.status);
    return await readText(response);
  } catch {
    return failed(end.signal.aborted ? 'timeout' : 'unreachable');
  } finally {
    clearTimeout(timer);
    // Whatever was not read is not wanted.
    end.abort();
  }
}

/**
 * Redirects are asked about first, because where one leads cannot be seen: followed at once, one to a site that was not
 * allowed fails like a server that is not there. So that one may be asked, once a reading; what it says is not used.
 */
async function ask(
  address: string,
  version: CalendarVersion | null,
  fetch: CalendarFetchDeps['fetch'],
  signal: AbortSignal,
): Promise<Response | 'redirect'> {
  const accept = 'text/calendar, text/plain;q=0.5, */*;q=0.1';
  const known: Record<string, string> = { accept };
  if (version?.etag) known['if-none-match'] = version.etag;
  if (version?.modified) known['if-modified-since'] = version.modified;
  const init: RequestInit = {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal,
  };
  const response = await fetch(address, { ...init, headers: known, redirect: 'manual' });
  if (response.type !== 'opaqueredirect') return response;
  // Without the version: browsers ask another site first whether it takes such headers, and its name stays unknown.
  const follow: RequestInit = { ...init, headers: { accept }, redirect: 'follow' };
  return fetch(address, follow).catch((error: unknown) => {
    if (signal.aborted) throw error;
    return 'redirect';
  });
}

/** The other site that a followed redirect ended at; null where it stayed. */
function leads(address: string, { url }: Response): string | null {
  const there = URL.parse(url);
  return there === null || there.origin === new URL(address).origin ? null : there.host;
}

function failed(code: CalendarFailure['code'], detail = ''): Fetched {
  return { kind: 'failed', failure: { code, detail } };
}

function refused(status: number): Fetched {
  if (status === 401 || status === 403) return failed('login', String(status));
  if (status === 404 || status === 410) return failed('missing', String(status));
  return failed(status >= 500 ? 'server' : 'status', String(status));
}

async function readText(response: Response): Promise<Fetched> {
  const { headers } = response;
  if (Number(headers.get('content-length')) > LARGEST_CALENDAR) return failed('too_large');
  const bytes = await readBytes(response);
  if (bytes === null) return failed('too_large');
  const text = decode(bytes, headers.get('content-type') ?? '');
  if (text === null) return failed('charset');
  const version = {
    etag: headers.get('etag') ?? '',
    modified: headers.get('last-modified') ?? '',
  };
  return { kind: 'text', text, version };
}

/** All bytes, null as soon as there are too many. */
async function readBytes({ body }: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length;
    if (size > LARGEST_CALENDAR) {
      await reader.cancel().catch(() => {});
      return null;
    }
    chunks.push(read.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * Text in the charset that its first bytes or the server name, else UTF-8, as RFC 5545 has it. Servers name a wrong one more
 * often than bytes pass for UTF-8 by chance, so that is tried first. null where nothing fits.
 */
function decode(bytes: Uint8Array<ArrayBuffer>, type: string): string | null {
  const named = /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1];
  for (const charset of [markOf(bytes), 'utf-8', named]) {
    if (charset === undefined) continue;
    try {
      const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
      // UTF-16 without its mark is valid UTF-8, a nought behind each letter.
      if (!text.includes('\0')) return text;
    } catch {
      // Not in this charset, or one that browsers do not know.
    }
  }
  return null;
}

function markOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}
