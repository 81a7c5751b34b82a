/** Which themes a host's post announces, for which sessions. */
import { type Mention, nearest, readMentions, resolveSession } from './announcement-dates';
import { findItems, isOpen } from './announcement-list';
import {
  announcesNothing,
  callsOff,
  isAddressed,
  isCalledOffIn,
  isJoke,
  isLead,
  isSmallTalk,
  namesTheme,
  opensHour,
} from './announcement-talk';
import { findThemes, isTheme, type Span } from './announcement-theme';
import { MASK } from './announcement-ways';
import { escapeRegExp, plainLine } from './calendar-text';
import type { Chat } from './chat';
import { type Post, postUrl } from './post';
import { ENDED_FOR, type Session, type ThemeSource } from './schedule';
import { dayOf, HOUR, MINUTE, zoneOrLondon } from './zone';

export interface Announcement {
  /** Start of the session it is about, ms. */
  start: number;
  /** Plain text of at most 200 characters. */
  theme: string;
  source: ThemeSource;
  /** When it was written, ms: of two about one session the later one holds. */
  at: number;
  postId: string;
}

const LONGEST_THEME = 200;
const LONGEST_POST = 4000;

/** Clock times: "1pm", "13:00–14:00", "1-2pm UK time", "lunchtime". */
const TIMES =
  /\b(?:\d{1,2}\s*(?:[-–—]|to)\s*)?(?:\d{1,2}(?:[:.][0-5]\d)?\s*(?:am|pm)\b(?:\s*(?:[-–—]|to)\s*\d{1,2}(?:[:.][0-5]\d)?\s*(?:am|pm)?\b)?|\d{1,2}:[0-5]\d(?:\s*(?:[-–—]|to)\s*\d{1,2}:[0-5]\d)?(?:\s*hrs)?|\d{1,2}\.[0-5][05](?=\s*(?:[-–—]|to)\s*\d{1,2}\.)\s*(?:[-–—]|to)\s*\d{1,2}\.[0-5][05]|\d{4}\s?hrs?\b|noon\b|(?:at )?lunchtime\b)(?:\s*\(?(?:gmt|bst|uk time|uk|london time)\b\)?)?/giu;
/** "#polchat in 1 hour". */
const COUNTDOWN = new RegExp(
  `(?<=${MASK.tag}\\s+(?:is\\s+|starts?\\s+|starting\\s+)?)in (?:an?|one|two|half an|\\d+) (?:hours?|minutes?|mins)\\b`,
  'giu',
);
const LINKS = /https?:\/\/\S+|\bpic\.(?:twitter|x)\.com\/\S+/giu;
/** Hashtags of chats: what another one announces is not ours. */
const CHAT_TAG = /#\w*(?:chat|hour|comms|live)\w*/giu;

/** The next session, said without a day. */
const SOON =
  /\b(?:(?:hours?|minutes?|mins|days?|sleeps?) (?:until|till|to go|away)|in (?:an|one|two|\d+) (?:hours?|minutes?|mins)|next time|coming up|up next|our next|next chat|starting (?:now|soon))\b/iu;
/** A question or an answer of the hour itself. */
const LABEL = /^[^\p{L}\p{N}]*(?:@\w+\s+|#\w+\s+)*(?:[qa]\s?\d{1,2}|question \d{1,2})\b/iu;
/** How long the host opens the hour. */
const OPENING = 5 * MINUTE;
const SAME_DAY = 14 * HOUR;

/** What a post says, with all that is needed to find themes in it. */
interface Reading {
  post: Post;
  text: string;
  mask: string;
  mentions: readonly Mention[];
  sessions: readonly Session[];
  chat: Chat;
}

/**
 * The themes that `post` announces, one a session: only a host's own present words count (a repost's are its author's,
 * and come as a post of their own), and only for sessions that are not over and of which they are host. In the hour, and
 * in replies, a theme must be named as such. `sessions` in any order.
 */
export function readAnnouncements(
  post: Post,
  sessions: readonly Session[],
  chat: Chat,
): Announcement[] {
  if (post.state !== 'present' || post.repostOf !== null) return [];
  if (!hostsOf(chat, sessions).has(post.author.handle.toLowerCase())) return [];
  const text = clean(post.text);
  if (!namesChat(post, text, chat.hashtag) || isJoke(text) || LABEL.test(text)) return [];
  const today = dayOf(zoneOrLondon(chat.timeZone).toWall(post.createdAt));
  const mentions = readMentions(text, today);
  const mask = maskText(text, mentions, chat.hashtag, hoursOf(sessions));
  const reading = { post, text, mask, mentions, sessions, chat };
  return readList(reading) ?? readOne(reading);
}

function readOne(reading: Reading): Announcement[] {
  const { post, text, mask, mentions, sessions } = reading;
  const hasDay = mentions.length > 0 || mask.includes(MASK.time) || SOON.test(text);
  for (const span of findThemes(mask, hasDay)) {
    const theme = themeAt(text, mask, span);
    if (theme === null) continue;
    const named = nearest(mentions, span, text);
    const session = resolveSession(named, sessions, post.createdAt);
    if (session === undefined || calledOff(reading, span).has(session.start)) continue;
    if (!isHostOf(reading, session)) continue;
    if (mustName(reading, session, named) && !isNamed(reading, session, span)) continue;
    if (!isLikely(reading, session, span)) continue;
    return [announce(post, session, theme)];
  }
  return [];
}

/** A programme, a day and its theme each; undefined where the post is none, nothing where a part of it cannot be read. */
function readList(reading: Reading): Announcement[] | undefined {
  const { post, text, mask, mentions, sessions } = reading;
  const items = findItems(mask, mentions, sessions);
  const [first] = items;
  if (first === undefined || isReply(post, text)) return undefined;
  const start = sentenceStart(mask, first.at);
  const before = text.slice(start, first.at);
  const isOff = isCalledOffIn(mask.slice(start, first.at));
  if (isOff || announcesNothing(before, '')) return [];
  const found: Announcement[] = [];
  for (const { at, span, session } of items) {
    const words = plainLine(text.slice(span.from, span.to), LONGEST_THEME);
    if (!isOurs(mask.slice(0, at))) return [];
    if (isOpen(words)) continue;
    if (!isTheme(words) || isSmallTalk('', words)) return [];
    // What is over, or has begun, keeps its theme.
    if (session.start > post.createdAt && isHostOf(reading, session))
      found.push(announce(post, session, words));
  }
  return found;
}

function announce(post: Post, { start }: Session, theme: string): Announcement {
  const name = `@${post.author.handle}`;
  const source = { kind: 'announcement', name, url: postUrl(post) } as const;
  return { start, theme, source, at: post.createdAt, postId: post.id };
}

function isHostOf({ post, chat }: Reading, session: Session): boolean {
  return hostsOf(chat, [session]).has(post.author.handle.toLowerCase());
}

function isReply({ replyTo, replyToHandle, author }: Post, text: string): boolean {
  const isOwn = replyToHandle?.toLowerCase() === author.handle.toLowerCase();
  return (replyTo !== null && !isOwn) || isAddressed(text);
}

/** In the hour, in the hours after it where no other day is named, and in replies hosts talk about the chat all the time. */
function mustName(reading: Reading, session: Session, named: readonly Mention[]): boolean {
  const { post, text, sessions } = reading;
  const at = post.createdAt;
  if (session.start <= at || isReply(post, text)) return true;
  const justOver = sessions.some(({ end }) => end <= at && at < end + ENDED_FOR);
  return justOver && named.length === 0 && !SOON.test(text);
}

function isNamed({ post, text, mask }: Reading, session: Session, span: Span): boolean {
  const start = sentenceStart(mask, span.from);
  const opening = post.createdAt - session.start;
  if (opening >= 0 && opening < OPENING && opensHour(text, text.slice(start, span.from)))
    return true;
  return namesTheme(text, text.slice(start, sentenceEnd(mask, span.to)));
}

/** On the day of the chat much is said of it that only looks like a theme. */
function isLikely({ post, mask }: Reading, session: Session, span: Span): boolean {
  if (span.isNamed || session.start - post.createdAt > SAME_DAY) return true;
  return isLead(mask.slice(sentenceStart(mask, span.from), span.from));
}

/** Starts of the sessions that the post calls off, in other sentences than the theme's. */
function calledOff({ post, mask, mentions, sessions }: Reading, theme: Span): Set<number> {
  const found = new Set<number>();
  for (let from = 0; from < mask.length; ) {
    const to = Math.max(from + 1, sentenceEnd(mask, from) + 1);
    const isElsewhere = to <= theme.from || from >= theme.to;
    if (isElsewhere && callsOff(mask.slice(from, to))) {
      const named = mentions.filter((m) => m.from >= from && m.to <= to);
      const session = resolveSession(named, sessions, post.createdAt);
      if (session !== undefined) found.add(session.start);
    }
    from = to;
  }
  return found;
}

/** Sessions with the announced themes, oldest announcement first, for `mergeSessions` as a list of kind 'announcement'. */
export function announcedSessions(
  announcements: readonly Announcement[],
  sessions: readonly Session[],
): Session[] {
  return [...announcements]
    .sort((a, b) => a.at - b.at)
    .flatMap(({ start, theme, source }) => {
      const session = sessions.find((s) => s.start === start);
      return session === undefined ? [] : [{ ...session, theme, source }];
    });
}

/** Handles in lower case of those whose word counts: the chat's hosts for every session, and for each its own. */
export function hostsOf(chat: Pick<Chat, 'hosts'>, sessions: readonly Session[]): Set<string> {
  const hosts = [...chat.hosts, ...sessions.flatMap((session) => session.hosts)];
  return new Set(hosts.map((host) => host.toLowerCase()));
}

/** What the host says themselves: nothing behind "RT @someone:", the old way to repost. */
function clean(text: string): string {
  return (text.split(/\bRT @\w+/u, 1)[0] ?? '')
    .slice(0, LONGEST_POST)
    .toWellFormed()
    .replace(/[\uE000-\uE004]/gu, ' ');
}

/** By hashtag, or by the bare name where a person forgot the #. */
function namesChat(post: Post, text: string, hashtag: string): boolean {
  const tag = hashtag.toLowerCase();
  return post.hashtags.includes(tag) || new RegExp(`\\b${escapeRegExp(tag)}\\b`, 'iu').test(text);
}

function maskText(
  text: string,
  mentions: readonly Mention[],
  hashtag: string,
  hours: ReadonlySet<number>,
): string {
  const fill = (mark: string) => (match: string) => mark.repeat(match.length);
  const own = new RegExp(`#?\\b${escapeRegExp(hashtag)}\\b(?:['’]s)?`, 'giu');
  let mask = text.replace(LINKS, fill(MASK.link)).replace(own, fill(MASK.tag));
  mask = mask.replace(CHAT_TAG, fill(MASK.other));
  for (const { from, to } of mentions)
    mask = mask.slice(0, from) + MASK.day.repeat(to - from) + mask.slice(to);
  mask = mask.replace(COUNTDOWN, fill(MASK.time));
  return mask.replace(TIMES, (match) =>
    hours.has(hourOf(match)) ? fill(MASK.time)(match) : match,
  );
}

/** The hours of the wall at which sessions begin or end; other times of day belong to what a theme is about. */
function hoursOf(sessions: readonly Session[]): Set<number> {
  return new Set(
    sessions.flatMap(({ start, end, timeZone }) => {
      const zone = zoneOrLondon(timeZone);
      return [start, end].map((ms) => new Date(zone.toWall(ms)).getUTCHours());
    }),
  );
}

/** The first hour of a time or span of time: of "1-2pm" 13. */
function hourOf(time: string): number {
  if (/noon|lunchtime/iu.test(time)) return 13;
  const hour = Number(/\d{1,2}/u.exec(time)?.[0] ?? Number.NaN);
  return hour < 12 && /pm/iu.test(time) ? hour + 12 : hour;
}

/** The words of a span as a theme; null where they are none, or stand among words that announce nothing of ours. */
function themeAt(text: string, mask: string, { from, to, isNamed }: Span): string | null {
  const start = sentenceStart(mask, from);
  const end = sentenceEnd(mask, to);
  const before = text.slice(start, from);
  if (announcesNothing(before, text.slice(to, end))) return null;
  if (isCalledOffIn(mask.slice(start, from)) || isCalledOffIn(mask.slice(to, end))) return null;
  if (!isOurs(mask.slice(0, from))) return null;
  let words = text.slice(from, to);
  if (
    /\b(?:correct\w*|sorry|oops|typo|chang\w*|mov(?:e[ds]?|ing)|updat\w*|apolog\w*|instead)\b/iu.test(
      text,
    )
  )
    words = words.replace(/[\s,;(]+(?:(?:and )?not|instead of|rather than)\s.*$/iu, '');
  const theme = plainLine(words, LONGEST_THEME).replace(/[\s.,;:!–—-]+$/u, '');
  if (!isNamed && isSmallTalk(before, theme)) return null;
  return isTheme(theme) ? theme : null;
}

/** Of several chats named, the last before the theme has it; "and", "&" or a comma between two makes it both's. */
function isOurs(before: string): boolean {
  const tags = [...before.matchAll(new RegExp(`(${MASK.tag}|${MASK.other})\\1*`, 'gu'))].reverse();
  for (const [i, tag] of tags.entries()) {
    if (tag[1] === MASK.tag) return true;
    const previous = tags[i + 1];
    if (previous === undefined) return false;
    const join = before.slice(previous.index + previous[0].length, tag.index);
    if (!/^\s*(?:and|&|\+|x|\/|with|,)?\s*$/iu.test(join)) return false;
  }
  return true;
}

function sentenceStart(mask: string, at: number): number {
  const ends = [...mask.slice(0, at).matchAll(/[.!?](?=\s)|\n{2,}/gu)];
  const last = ends.at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

function sentenceEnd(mask: string, at: number): number {
  const end = mask.slice(at).search(/[.!?](?=\s)|\n/u);
  return end === -1 ? mask.length : at + end;
}
