/** Writes the post that announces a session, in words that people like to read and Polchat on their machines understands. */
import { type Announcement, readAnnouncements } from './announcement';
import { plainLine } from './calendar-text';
import { type Plan, planSchedule, readHandles, type Slot, tidySession } from './plan';
import { dayInWords, hourInWords } from './plan-words';
import type { Post } from './post';
import { WEIGHT_LIMIT, weightedLength } from './weighted-length';
import { DAY, zoneOrLondon } from './zone';

export interface PlannedAnnouncement {
  text: string;
  /** The theme that other machines take out of the text; null where they take none. */
  understood: string | null;
}

/** A post by the host that says this, as other machines get it. */
function postOf(text: string, hashtag: string, at: number): Post {
  return {
    id: '1',
    author: {
      id: null,
      handle: 'host',
      name: '',
      avatar: null,
      protected: false,
      followed: false,
      hidden: false,
    },
    createdAt: at,
    text,
    truncated: false,
    replyTo: null,
    replyToHandle: null,
    quoteOf: null,
    repostOf: null,
    conversationId: null,
    hashtags: [hashtag.toLowerCase()],
    mentions: [],
    links: [],
    media: [],
    counts: { replies: 0, reposts: 0, likes: 0, quotes: 0 },
    editedIds: [],
    sensitive: false,
    state: 'present',
    observedAt: at,
    source: 'response',
  };
}

/**
 * The announcement of a session, to be posted at `now` (ms). Of several ways to say it the first one that another machine
 * would read the same theme from; at most 280 as X counts, as long as the theme leaves room for the rest.
 */
export function buildAnnouncement(plan: Plan, slot: Slot, now: number): PlannedAnnouncement {
  const session = tidySession(slot.session);
  const { theme } = session;
  const { timeZone } = plan.rule;
  const day = dayInWords(zoneOrLondon(timeZone).toWall(slot.start));
  const when = `${day}, ${hourInWords(slot, timeZone)}`;
  const tag = `#${plan.hashtag}`;
  if (theme === '') return { text: `${tag} is on ${when}. All welcome.`, understood: null };
  const guests = readHandles(session.hosts).map((handle) => `@${handle}`);
  const extras = [
    ...(session.reading === '' ? [] : [`Read first: ${session.reading}`]),
    ...(guests.length === 0
      ? []
      : [`Guest host${guests.length > 1 ? 's' : ''}: ${guests.join(', ')}`]),
    'All welcome: answer with A1, A2 … and add the hashtag.',
  ];
  const ways = [
    `${tag}, ${when}\n\nTheme: ${theme}`,
    `${tag}, ${when}\n\nTheme: “${theme}”`,
    `Theme for ${tag} on ${when}: ${theme}`,
    `Theme for ${tag} on ${when}: "${theme}"`,
    `The theme of ${tag} on ${when} is “${theme}”.`,
  ].map((head) => addAsFits(head, extras));
  const read = ways.map((text) => understand(plan, text, slot, now));
  const best = read.findIndex((understood) => understood !== null && isSame(understood, theme));
  const chosen = Math.max(0, best);
  return { text: ways[chosen] ?? '', understood: read[chosen] ?? null };
}

/** What stands at the end of a theme and does not change it is not read as part of it. */
export function isSame(understood: string, theme: string): boolean {
  const bare = (text: string) => text.replace(/[\s.,;:!–—-]+$/u, '');
  return bare(understood) === bare(theme);
}

/** The head with as many of the extras as X has room for, the last ones left out first. */
function addAsFits(head: string, extras: readonly string[]): string {
  for (let many = extras.length; many > 0; many--) {
    const text = `${head}\n\n${extras.slice(0, many).join('\n')}`;
    if (weightedLength(text) <= WEIGHT_LIMIT) return text;
  }
  return head;
}

/** The theme that a machine which has the host's calendar, but no theme, takes from the text for just this session. */
export function understand(plan: Plan, text: string, slot: Slot, now: number): string | null {
  const found = readAs(plan, plan, text, slot, now);
  return found !== null && found.start === slot.start ? found.theme : null;
}

/** What a machine that knows the weekly time and nothing else takes from it: a theme, and for the session that begins when (ms). */
export function understandWeekly(
  plan: Plan,
  text: string,
  slot: Slot,
  now: number,
): Pick<Announcement, 'start' | 'theme'> | null {
  return readAs({ ...plan, sessions: [] }, plan, text, slot, now);
}

/** How another machine reads the text that knows the sessions of `known`. */
function readAs(
  known: Plan,
  { hashtag, rule: { timeZone } }: Plan,
  text: string,
  slot: Slot,
  now: number,
): Announcement | null {
  const { sessions, usual } = planSchedule(
    known,
    '',
    now - DAY,
    Math.max(now, slot.start) + 70 * DAY,
  );
  const bare = [...sessions, ...usual].map((session) => ({
    ...session,
    theme: null,
    source: null,
    hosts: [],
  }));
  const chat = { hashtag, title: '', hosts: ['host'], guests: [], calendars: [], timeZone };
  const found = readAnnouncements(postOf(plainLines(text), hashtag, now), bare, chat);
  return found.find(({ start }) => start === slot.start) ?? found[0] ?? null;
}

function plainLines(text: string): string {
  return text
    .split('\n')
    .map((line) => plainLine(line, 1_000))
    .join('\n');
}
