/** Scripted posts as short rows: key, time, author, words, and whatever else there is to say. */
import type { ScriptedPost } from '../types.ts';

export type Row = readonly [
  key: string,
  at: string,
  by: string,
  text: string,
  more?: Omit<ScriptedPost, 'key' | 'at' | 'by' | 'text'>,
];

export function toPosts(rows: readonly Row[]): ScriptedPost[] {
  return rows.map(([key, at, by, text, more = {}]) => ({
    key,
    at,
    by,
    // X puts the mention of who is answered in front by itself.
    text: more.replyTo ? text.replace(/^@\w+ /, '') : text,
    ...more,
  }));
}
