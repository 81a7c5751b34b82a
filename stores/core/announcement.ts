/** Which theme a host's post announces, for which session. */
import { type Mention, readMentions, resolveSession } from './announcement-dates';
import { findThemes, isTheme, type Span } from './announcement-theme';
import { MASK } from './announcement-ways';
import { escapeRegExp, plainLine } from './calendar-text';
import type { Chat } from './chat';
import { type Post, postUrl } from './post';
import type { Session, ThemeSource } from './schedule';
import { dayOf, zoneOrLondon } from './zone';

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
const LINKS = /https?:\/\/\S+|\bpic\.(?:twitter|x)\.com\/\S+/giu;
/** Hashtags of chats: what another one announces is not ours. */
const CHAT_TAG = /#\w*(?:chat|hour|comms|live)\w*/giu;

/** What makes the words around a theme something else than an announcement. */
const PAST =
  /\b(?:last (?:week|month|year|time|session|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|remember (?:that|when|our|the)|previously|yesterday|(?:we|i) (?:had|held|hosted|enjoyed|loved)\b|was (?:the|our|about)|were (?:talking|discussing)|talked about|discussed|thanks? (?:you )?(?:to|for|all|everyone)|great chat|recap|round-?up|summary|transcript|catch up|missed|throwback|archive|years? ago)\b/iu;
const UNCERTAIN =
  /\b(?:might be|may be|could be|should be|would be|maybe|perhaps|possibly|if (?:the|we|only)|imagine|wish|just kidding|only joking|jok(?:e|ing)|jk|not really|april fool|poll|vote (?:now|for|here|on|in|by)|(?:please|to|can|you) vote|suggest(?:ion|ions|ed)?|ideas? for|any ideas|pitch|what (?:should|would|theme|topic)|which (?:theme|topic)|who (?:has|wants)|(?:still )?looking for|need(?:s|ing)? a (?:theme|topic)|not (?:a|an|the|our)\s+(?:\S+\s+)?theme|isn['’]t)\b/iu;
/** The next session, said without a day. */
const SOON =
  /\b(?:(?:hours?|minutes?|mins|days?|sleeps?) (?:until|till|to go|away)|in (?:an|one|two|\d+) (?:hours?|minutes?|mins)|next time|coming up|up next|our next|next chat|starting (?:now|soon))\b/iu;
/** A question or an answer of the hour itself. */
const LABEL = /^[^\p{L}\p{N}]*(?:@\w+\s+|#\w+\s+)*(?:[qa]\s?\d{1,2}|question \d{1,2})\b/iu;
/** What makes a question of what is said before a theme: "Should #polchat be about …?" */
const ASKED =
  /^[^\p{L}]*(?:should|shall|could|would|might|what (?:if|about)|how about|why not|(?:do|does|did|has|have|is|are|can) (?:you|we|anyone|anybody|someone))\b/iu;
/** What does not take place has no theme. */
const CALLED_OFF = /\b(?:cancell?ed|called off|postponed)\b/iu;
const JOKE = /\b(?:just kidding|only joking|jk|not really|april fool)\b|\(joke\)|#joke\b/iu;

/**
 * The theme that `post` announces, or null: only a host's own present words count (a repost's are its author's, and
 * come as a post of their own), and only for a session that is not over and of which they are host. `sessions` in any
 * order.
 */
export function readAnnouncement(
  post: Post,
  sessions: readonly Session[],
  chat: Chat,
): Announcement | null {
  if (post.state !== 'present' || post.repostOf !== null) return null;
  const handle = post.author.handle.toLowerCase();
  if (!hostsOf(chat, sessions).has(handle)) return null;
  const text = clean(post.text);
  if (!namesChat(post, text, chat.hashtag) || JOKE.test(text) || LABEL.test(text)) return null;
  const today = dayOf(zoneOrLondon(chat.timeZone).toWall(post.createdAt));
  const mentions = readMentions(text, today);
  const mask = maskText(text, mentions, chat.hashtag, hoursOf(sessions));
  const hasDay = mentions.length > 0 || mask.includes(MASK.time) || SOON.test(text);
  for (const span of findThemes(mask, hasDay)) {
    const theme = themeAt(text, mask, span);
    if (theme === null) continue;
    const session = resolveSession(nearest(mentions, span, text), sessions, post.createdAt);
    if (session === undefined || !hostsOf(chat, [session]).has(handle)) continue;
    const source = {
      kind: 'announcement',
      name: `@${post.author.handle}`,
      url: postUrl(post),
    } as const;
    return { start: session.start, theme, source, at: post.createdAt, postId: post.id };
  }
  return null;
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
function themeAt(text: string, mask: string, { from, to }: Span): string | null {
  const before = text.slice(sentenceStart(mask, from), from);
  const around = before + text.slice(to, sentenceEnd(mask, to));
  if (PAST.test(around) || UNCERTAIN.test(around)) return null;
  if (CALLED_OFF.test(around) || ASKED.test(before)) return null;
  if (!isOurs(mask.slice(0, from))) return null;
  let words = text.slice(from, to);
  if (
    /\b(?:correct\w*|sorry|oops|typo|chang\w*|mov(?:e[ds]?|ing)|updat\w*|apolog\w*|instead)\b/iu.test(
      text,
    )
  )
    words = words.replace(/[\s,;(]+(?:(?:and )?not|instead of|rather than)\s.*$/iu, '');
  const theme = plainLine(words, LONGEST_THEME).replace(/[\s.,;:!–—-]+$/u, '');
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

/** The days named closest before the theme, else closest behind it: "Thanks for today! Next week (10 Dec): …". */
function nearest(mentions: readonly Mention[], span: Span, text: string): Mention[] {
  const before = mentions.filter((m) => m.to <= span.from);
  const after = mentions.filter((m) => m.from >= span.to);
  const ordered = before.length > 0 ? [...before].reverse() : after;
  const group: Mention[] = [];
  for (const mention of ordered) {
    const last = group.at(-1);
    // "next Thursday (10 December)": one day said twice.
    const gap = last === undefined ? 0 : Math.max(last.from - mention.to, mention.from - last.to);
    if (gap > 12 || (last !== undefined && /[.!?]\s/u.test(between(text, last, mention)))) break;
    group.push(mention);
  }
  return group;
}

function between(text: string, a: Mention, b: Mention): string {
  return text.slice(Math.min(a.to, b.to), Math.max(a.from, b.from));
}
