/** Decides which part of a transcript is handed out: without reposts, one person's contributions, without names. */

import type { Transcript } from './transcript';
import { withoutNames } from './transcript-names';

export interface Selection {
  /** Without posts that only pass another one on. */
  noReposts: boolean;
  /** `initials` and `numbers` take names and handles out, of texts too, and with them the links to the posts. */
  names: 'full' | 'initials' | 'numbers';
  /** Handle, without @, of the one person whose posts are wanted; null for everybody's. */
  only: string | null;
}

export const WHOLE: Selection = { noReposts: false, names: 'full', only: null };

/** The selected part, in the same format. Where posts are left out, it does not say that X's search was read: it holds less than that. */
export function selectPosts(
  transcript: Transcript,
  { noReposts, names, only }: Selection,
): Transcript {
  const wanted = only?.toLowerCase();
  const posts = transcript.posts.filter(
    ({ repostOf, author }) =>
      !(noReposts && repostOf !== null) &&
      (wanted === undefined || author.handle.toLowerCase() === wanted),
  );
  // A question is read with its answers, whoever asked it.
  const answered = new Set(posts.map(({ question, session = 0 }) => `${session} ${question}`));
  const questions = transcript.questions.filter(
    ({ label, session = 0 }) => wanted === undefined || answered.has(`${session} ${label}`),
  );
  const isPart = posts.length < transcript.posts.length;
  const coverage = transcript.coverage.filter(({ source }) => !isPart || source !== 'search');
  const selected = { ...transcript, questions, posts, coverage };
  return names === 'full' ? selected : withoutNames(selected, names, transcript);
}
