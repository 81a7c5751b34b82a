import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcedSessions, readAnnouncements } from '@/stores/core/announcement';
import type { Chat } from '@/stores/core/chat';
import type { Post } from '@/stores/core/post';
import { mergeSessions, type Session } from '@/stores/core/schedule';
import { sessionAt } from '@/tests/fixtures/session';
import { cpuTime } from '@/tests/unit/cpu-time';
import { ANNOUNCEMENTS, NONE } from './announcement-cases';
import { HARDER, HARDER_NONE } from './announcement-harder';
import {
  CALLED_OFF,
  IN_THE_HOUR,
  LISTS,
  MISSED,
  SMALL_TALK,
  SMALL_TALK_AT,
  STILL_ON,
} from './announcement-talk';

const at = (text: string) => Date.parse(`${text}Z`);
const DAY = 86_400_000;
const chat: Chat = {
  hashtag: 'polchat',
  title: '#polchat',
  hosts: ['notarealforce', 'PretendComms'],
  guests: [],
  calendars: [''],
  timeZone: 'Europe/London',
};

/** Thursdays at 13:00 in London from 12 November 2026 on. */
const sessions: Session[] = Array.from({ length: 14 }, (_, i) =>
  sessionAt(at('2026-11-12T13:00') + i * 7 * DAY),
);

function post(text: string, more: { on?: string; by?: string } & Partial<Post> = {}): Post {
  const { on = '2026-11-30T09:00', by = 'notarealforce', ...rest } = more;
  return {
    id: '1860000000000000000',
    author: {
      id: '1',
      handle: by,
      name: by,
      avatar: null,
      protected: false,
      followed: false,
      hidden: false,
    },
    createdAt: at(on),
    text,
    truncated: false,
    replyTo: null,
    replyToHandle: null,
    quoteOf: null,
    repostOf: null,
    conversationId: null,
    hashtags: [...text.matchAll(/#(\w+)/g)].map((m) => (m[1] ?? '').toLowerCase()),
    mentions: [],
    links: [],
    media: [],
    counts: { replies: 0, reposts: 0, likes: 0, quotes: 0 },
    editedIds: [],
    sensitive: false,
    state: 'present',
    observedAt: 0,
    source: 'response',
    ...rest,
  };
}

/** "12-03 The theme" of each. */
function allAnnounced(text: string, more: Parameters<typeof post>[1] = {}): string[] {
  return readAnnouncements(post(text, more), sessions, chat).map(
    ({ start, theme }) => `${new Date(start).toISOString().slice(5, 10)} ${theme}`,
  );
}

/** The first, or null. */
function announced(text: string, more: Parameters<typeof post>[1] = {}): string | null {
  return allAnnounced(text, more)[0] ?? null;
}

const written = (on: string | undefined) => (on === undefined ? {} : { on });

const ALL = [...ANNOUNCEMENTS, ...HARDER];

describe('readAnnouncements, invented posts', () => {
  // Hard ones among them on purpose, a few of them beyond it.
  it('sets the right theme on the right session in at least 95 of 100', () => {
    expect(ALL.length).toBeGreaterThan(300);
    const wrong = ALL.filter(([text, expected, on]) => announced(text, written(on)) !== expected);
    expect(wrong.length / ALL.length).toBeLessThanOrEqual(0.03);
  });

  it.each([...NONE, ...HARDER_NONE].map(([text, on]) => ({ text, on })))(
    'takes no theme from: $text',
    ({ text, on }) => {
      expect(announced(text, written(on))).toBeNull();
    },
  );

  it.each(SMALL_TALK)('takes no theme at any time from: %s', (text) => {
    for (const on of SMALL_TALK_AT) expect(`${on} ${announced(text, { on })}`).toBe(`${on} null`);
  });

  it.each(IN_THE_HOUR)('takes no theme, once the hour has begun, from: %s', (text, on) => {
    expect(announced(text, { on })).toBeNull();
  });

  it.each(CALLED_OFF)('takes no theme from what calls the chat off: %s', (text) => {
    expect(announced(text)).toBeNull();
  });

  it.each([...STILL_ON, ...MISSED].map(([text, expected, on]) => ({ text, expected, on })))(
    'reads: $text',
    ({ text, expected, on }) => {
      expect(announced(text, written(on))).toBe(expected);
    },
  );

  it.each(LISTS.map(([text, expected, on]) => ({ text, expected, on })))(
    'gives each session its own theme, or none: $text',
    ({ text, expected, on }) => {
      expect(allAnnounced(text, written(on))).toEqual(expected);
    },
  );

  it('takes from a reply to someone else only what names the theme', () => {
    const reply = { replyTo: '5', replyToHandle: 'anna' };
    expect(announced('This Thursday’s #polchat is about listening', reply)).toBeNull();
    expect(announced('Theme for Thursday’s #polchat: listening', reply)).toBe('12-03 listening');
    const thread = { replyTo: '5', replyToHandle: 'NotARealForce' };
    expect(announced('This Thursday’s #polchat is about listening', thread)).toBe(
      '12-03 listening',
    );
  });

  it('takes none of them from anyone but a host', () => {
    for (const [text, , on] of ALL)
      expect(announced(text, { by: 'passer_by', ...written(on) })).toBeNull();
  });
});

describe('readAnnouncements', () => {
  const text = 'Theme for this Thursday’s #polchat: Scam calls';

  it('knows hosts case-blind, from the chat and from the sessions', () => {
    expect(announced(text, { by: 'NotARealForce' })).toBe('12-03 Scam calls');
    const hosted = sessions.map((s) => ({ ...s, hosts: ['guest_host'] }));
    expect(readAnnouncements(post(text, { by: 'Guest_Host' }), hosted, chat)[0]?.theme).toBe(
      'Scam calls',
    );
  });

  it('says where the theme is from', () => {
    expect(readAnnouncements(post(text), sessions, chat)[0]).toEqual({
      start: at('2026-12-03T13:00'),
      theme: 'Scam calls',
      source: {
        kind: 'announcement',
        name: '@notarealforce',
        url: 'https://x.com/notarealforce/status/1860000000000000000',
      },
      at: at('2026-11-30T09:00'),
      postId: '1860000000000000000',
    });
  });

  it('takes nothing from what is gone, and nothing from reposts: their author’s own post counts', () => {
    expect(announced(text, { state: 'deleted' })).toBeNull();
    expect(announced(text, { state: 'unavailable' })).toBeNull();
    expect(announced(text, { repostOf: '5' })).toBeNull();
  });

  it('takes no theme for a session that is over or unknown', () => {
    expect(
      announced('Theme for #polchat on 3 December: Scam calls', { on: '2026-12-03T14:30' }),
    ).toBeNull();
    expect(announced('#polchat theme: Scam calls', { on: '2027-03-01T09:00' })).toBeNull();
  });

  it('reckons days on the wall of the chat', () => {
    const summer = sessions.map((s) => ({
      ...s,
      start: s.start - 155 * DAY,
      end: s.end - 155 * DAY,
    }));
    // 23:30 UTC on Wednesday is half past midnight on Thursday in London.
    const late = post('Today’s #polchat theme: Scam calls', { on: '2026-06-17T23:30' });
    const friday = summer.map((s) => ({ ...s, start: s.start + DAY, end: s.end + DAY }));
    const [found] = readAnnouncements(late, friday, chat);
    expect(new Date(found?.start ?? 0).toISOString().slice(0, 10)).toBe('2026-06-18');
  });

  it('shows hostile words as plain text, cut to size, and links only to the post itself', () => {
    const hostile = announced(
      `#polchat theme: <script>alert(1)</script> \u202egpj.exe\u0000 javascript:alert(1)`,
    );
    expect(hostile).toBe('12-03 <script>alert(1)</script> gpj.exe javascript:alert(1)');
    const long = announced(`#polchat theme: ${'very '.repeat(20_000)}long`);
    expect(long?.length).toBeLessThanOrEqual(6 + 200);
    expect(announced('#polchat theme: https://example.org/a')).toBeNull();
  });

  it('comes back soon from whatever a host may write, and never throws', () => {
    const scraps = [
      'theme',
      ' is ',
      '#polchat',
      ': ',
      'Thursday',
      ' 1pm ',
      '3 Dec',
      'join us',
      '. ',
      '\n',
      '“',
      '(',
      '👮',
      'changed from ',
      ' to ',
      'x',
      'we ',
      'talk about ',
      'next time ',
      '@anna ',
      'voted ',
      'no ',
      '3 Dec: a; ',
      '- ',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...scraps), fc.string()), { maxLength: 60 }),
        (parts) => {
          const found = readAnnouncements(post(parts.join('')), sessions, chat);
          for (const { theme } of found) expect(theme.trim().length).toBeGreaterThan(2);
        },
      ),
      { numRuns: 300 },
    );
    for (const scrap of scraps) {
      const long = post(`#polchat ${scrap.repeat(4000)}`);
      expect(cpuTime(() => readAnnouncements(long, sessions, chat))).toBeLessThan(1000);
    }
  });
});

describe('announcedSessions', () => {
  it('lets the newest announcement win over older ones and the calendar, and the plan over all', () => {
    const read = (text: string, on: string) =>
      readAnnouncements(post(text, { on }), sessions, chat);
    const found = [
      ...read('Correction: Thursday’s #polchat theme is scam calls', '2026-12-01T09:00'),
      ...read('Theme for Thursday’s #polchat: spam calls', '2026-11-30T09:00'),
    ];
    const calendar = sessions.map((s) => ({
      ...s,
      theme: 'From the calendar',
      source: { kind: 'calendar', name: 'themes.ics', url: null } as const,
    }));
    const merged = mergeSessions(
      [
        { kind: 'calendar', sessions: calendar },
        { kind: 'announcement', sessions: announcedSessions(found, sessions) },
      ],
      at('2026-12-01T10:00'),
    );
    expect(merged.find((s) => s.start === at('2026-12-03T13:00'))).toMatchObject({
      theme: 'scam calls',
      source: { kind: 'announcement', name: '@notarealforce' },
    });
    expect(merged.filter((s) => s.theme === 'From the calendar')).toHaveLength(13);
  });
});
