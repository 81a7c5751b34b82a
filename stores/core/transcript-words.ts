/** What a written transcript says in its own words, in every form it is written in. */
import { formatDay, formatTime } from './clock';
import type { Transcript, TranscriptPost } from './transcript';
import type { Article, ArticleSection } from './transcript-article';
import { dayOf, zoneOrLondon } from './zone';

/** Looks a sentence up by its key and puts values into its $1, $2 … */
export type Say = (key: string, ...values: (string | number)[]) => string;

/** What is needed beside the article to write it down. */
export interface Writing {
  say: Say;
  /** IANA name of the zone whose wall clock the chat keeps. */
  timeZone: string;
  /** The reader's own thoughts about it; '' for none. */
  reflection: string;
  /** It is one person's record of what they contributed. */
  isNote: boolean;
  /** What was read of the whole, where a part of it is written. */
  read?: Transcript['coverage'];
}

/** The same inside a page, whose hour tells which times need their day. */
export interface Placed extends Writing, Pick<Article, 'hour'> {}

/** "1 post", "1,204 posts" */
export function sayCount(say: Say, key: string, n: number): string {
  return say(`${key}_${n === 1 ? 'one' : 'other'}`, n.toLocaleString('en-GB'));
}

export function titleOf({ transcript }: Article, say: Say): string {
  return transcript.session.theme ?? say('transcript_untitled', transcript.chat.hashtag);
}

/** "Thursday 18 June 2026, 13:00 to 14:00 UK time"; '' where no time is known. */
export function whenOf({ hour }: Article, { say, timeZone }: Writing): string {
  if (hour === null) return '';
  const zone = zoneOrLondon(timeZone);
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: zone.id })
    .format(hour.from)
    .replace(',', '');
  const name =
    zone.id === 'Europe/London'
      ? say('clock_uk_time')
      : say('clock_place_time', zone.id.split('/').at(-1)?.replaceAll('_', ' ') ?? zone.id);
  return `${day}, ${spanOf(hour, { say, timeZone })} ${name}`;
}

function spanOf(
  { from, to }: { from: number; to: number },
  { say, timeZone }: Pick<Writing, 'say' | 'timeZone'>,
) {
  return [from, to].map((at) => formatTime(at, timeZone)).join(` ${say('transcript_to')} `);
}

/** "13:22"; "Tue 2 Jun 13:22" on another day than the hour's. */
export function timeOf(
  post: TranscriptPost,
  { hour }: Pick<Article, 'hour'>,
  timeZone: string,
): string {
  const at = Date.parse(post.createdAt);
  const zone = zoneOrLondon(timeZone);
  const time = formatTime(at, timeZone);
  if (hour === null || dayOf(zone.toWall(at)) === dayOf(zone.toWall(hour.from))) return time;
  return `${formatDay(at, { locale: 'en-GB', timeZone: zone.id })} ${time}`;
}

export function sectionTitle({ section, label, question }: ArticleSection, say: Say): string {
  if (question !== null) return `${shownLabel(label)} ${question.text}`.trim();
  if (label !== null) return say('transcript_question_unseen', shownLabel(label));
  return say(`transcript_section_${section}`);
}

/** Unnumbered questions have a label of ours, "Q+1", which nobody wrote. */
export function shownLabel(label: string | null): string {
  return label?.includes('+') ? '' : (label ?? '');
}

/** What stands where a post has no text; null where it has. */
export function absenceOf(post: TranscriptPost, say: Say): string | null {
  if (post.deleted) return say('transcript_deleted');
  return post.unavailable ? say('transcript_unavailable') : null;
}

/** "412 posts · 41 people · 5 questions · 30 reposts" */
export function numbersOf({ numbers }: Article, say: Say): string[] {
  const { posts, people, questions, reposts } = numbers;
  return [
    sayCount(say, 'posts', posts),
    sayCount(say, 'transcript_people', people),
    sayCount(say, 'transcript_questions', questions),
    ...(reposts > 0 ? [sayCount(say, 'transcript_reposts', reposts)] : []),
  ];
}

/** Why the post stands where it does, where that is not plain: guessed or moved by hand; null for no word. */
export function doubtOf(post: TranscriptPost, say: Say): string | null {
  if (post.movedBy === 'hand') return say('transcript_moved');
  const certain = post.link === 'reply' || post.link === 'quote';
  return post.guessed && !certain ? say('transcript_guessed') : null;
}

/** "13:10 to 13:24", a list of them in words; '' where X's search was read for all of it. */
export function gapsOf({ gaps }: Article, { say, timeZone }: Writing): string {
  if (gaps.length === 0) return '';
  const spans = gaps.map((gap) => spanOf(gap, { say, timeZone }));
  return say('transcript_gaps', spans.join(', '));
}
