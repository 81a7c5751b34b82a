/** Decides where the entries of a recording (HAR) begin and end, while it is still being read: no more than one is held at a time. */
import { findJsonError, type Place, placeAfter } from './json-place';

const QUOTE = 34;
const BACKSLASH = 92;
const STOP = /["\\]/g;
const MARK = /["{}[\],:]/g;

/** `{"log":{"entries":[` are three deep. */
const DEPTH = 3;

/** Says why a text is no JSON, with the place. */
export class JsonFault extends Error {}

/**
 * Takes a file's text in pieces and gives the entries of `log.entries` one by one, parsed. Everything else in it is parsed at the end,
 * so that a file that is broken anywhere is refused.
 */
export class HarSplitter {
  /** Whether the file is a recording: known with its first key, null before. */
  isHar: boolean | null = null;
  private place: Place = { line: 1, column: 1 };
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** The text read last, and the keys at depths 1 and 2. */
  private word = '';
  private wordStart: string[] = [];
  private keys: string[] = [];
  private inEntries = false;
  /** Pieces of the entry being read, null between them. */
  private entry: { parts: string[]; place: Place } | null = null;
  private around: string[] = [];
  private hasEntries = false;

  /** The entries that end in this piece. Throws a JsonFault. */
  push(piece: string): unknown[] {
    const entries: unknown[] = [];
    /** Up to here everything was put where it belongs. */
    let done = 0;
    let at = 0;
    while (at < piece.length) {
      if (this.inString) {
        at = this.skipString(piece, at);
        continue;
      }
      MARK.lastIndex = at;
      const mark = MARK.exec(piece);
      if (mark === null) break;
      at = mark.index;
      const sign = mark[0];
      if (this.inEntries && this.depth === DEPTH && sign === '{' && this.entry === null) {
        this.putAround(piece.slice(done, at));
        this.entry = { parts: [], place: placeAfter(piece.slice(0, at), this.place) };
        done = at;
      }
      at += 1;
      this.step(sign);
      if (this.entry && this.depth === DEPTH && sign === '}') {
        this.entry.parts.push(piece.slice(done, at));
        entries.push(parse(this.entry.parts.join(''), this.entry.place));
        this.around.push('0');
        this.hasEntries = true;
        this.entry = null;
        done = at;
      }
    }
    if (this.entry) this.entry.parts.push(piece.slice(done));
    else this.putAround(piece.slice(done));
    this.place = placeAfter(piece, this.place);
    return entries;
  }

  /** The file is over. Throws a JsonFault where it is no whole JSON. */
  end(): void {
    const { line, column } = this.place;
    if (this.depth > 0 || this.inString) {
      throw new JsonFault(`line ${line}, column ${column}, where it ends too early`);
    }
    const around = this.around.join('');
    try {
      JSON.parse(around);
    } catch {
      // Entries are left out of it: behind the first one its places are not the file's.
      throw new JsonFault(
        this.hasEntries ? 'what stands around its entries' : findJsonError(around),
      );
    }
  }

  /** Of the space between entries nothing is kept: a part of a text keeps all of that text in memory. */
  private putAround(text: string): void {
    const isBetween = this.hasEntries && /^[ \t\r\n,]*$/.test(text) && !this.inString;
    this.around.push(isBetween ? text.replace(/[ \t\r\n]+/g, '') : text);
  }

  private skipString(piece: string, start: number): number {
    let at = start;
    if (this.escaped) {
      this.escaped = false;
      at += 1;
    }
    for (;;) {
      STOP.lastIndex = at;
      const stop = STOP.exec(piece);
      const end = stop?.index ?? piece.length;
      if (this.depth < DEPTH) this.wordStart.push(piece.slice(start, end));
      if (stop === null) return piece.length;
      if (piece.charCodeAt(end) === QUOTE) {
        this.inString = false;
        this.word = this.wordStart.join('');
        this.wordStart = [];
        return end + 1;
      }
      at = end + 2;
      if (at > piece.length) {
        this.escaped = piece.charCodeAt(end) === BACKSLASH;
        return piece.length;
      }
    }
  }

  private step(sign: string): void {
    switch (sign) {
      case '"':
        this.inString = true;
        break;
      case ':':
        if (this.depth < DEPTH) this.keys[this.depth] = this.word;
        if (this.depth === 1) this.isHar ??= this.word === 'log';
        break;
      case '{':
      case '[':
        this.depth += 1;
        this.inEntries ||=
          sign === '[' &&
          this.depth === DEPTH &&
          this.keys[1] === 'log' &&
          this.keys[2] === 'entries';
        break;
      case '}':
      case ']':
        this.depth -= 1;
        if (this.depth < DEPTH) this.inEntries = false;
        break;
    }
  }
}

function parse(text: string, place: Place): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonFault(findJsonError(text, place));
  }
}
