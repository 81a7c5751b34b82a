import { describe, expect, it } from 'vitest';
import type { Chat } from '@/stores/core/chat';
import { createPlan } from '@/stores/core/plan';
import type { Post } from '@/stores/core/post';
import { writeStoredPlan } from '@/stores/plans';
import { Programme } from '@/stores/programme';
import { type Saved, scheduleOf, UNSAVED } from '@/stores/saved';
import { post } from '../../fixtures/posts';
import { ADDRESS, at, calendarOf, chatOf, createWorld, NOW } from '../../fixtures/programme';

const THURSDAY = at('2026-12-03T13:00');
const settings = (...chats: Chat[]) => ({ ...UNSAVED.settings, chats });
const hosted = chatOf({ hosts: ['WexdalePolice'] });

function setUp(kept: Record<string, unknown>, archive: Post[] = []) {
  const world = createWorld(kept);
  let now = NOW;
  const read: string[] = [];
  const programme = new Programme({
    area: world.area,
    calendars: world.calendars,
    readPosts: async (hashtag) => {
      read.push(hashtag);
      return archive;
    },
    now: () => now,
  });
  const sessions = (hashtag = 'polchat') =>
    scheduleOf((world.area.kept.schedules ?? {}) as Saved['schedules'], hashtag).sessions;
  return {
    ...world,
    programme,
    read,
    sessions,
    /** Theme of Thursday 3 December, with where it is from. */
    theme: (hashtag?: string) => {
      const found = sessions(hashtag).find(({ start }) => start === THURSDAY);
      return found && [found.theme, found.source?.kind, found.source?.name];
    },
    pass(ms: number) {
      now += ms;
    },
  };
}

function says(text: string, more: Partial<Post> = {}): Post {
  return post({
    id: '100',
    author: { ...post({ id: '1' }).author, handle: 'WexdalePolice' },
    createdAt: NOW,
    text,
    hashtags: ['polchat'],
    ...more,
  });
}
const FLOODS = says('This Thursday’s #polchat, 1pm: how we talk about floods');

describe('Programme', () => {
  it('has a programme for every chat', async () => {
    const other = chatOf({ hashtag: 'CommsChat', calendars: [ADDRESS] });
    const { programme, servers, theme, area } = setUp({ settings: settings(hosted, other) });
    servers.set(ADDRESS, () => new Response(calendarOf('Tone of voice')));
    await programme.refresh();
    expect(theme('polchat')).toEqual([null, undefined, undefined]);
    expect(theme('commschat')).toEqual(['Tone of voice', 'calendar', 'calendars.example']);
    expect((area.kept.schedules as Saved['schedules']).commschat).toMatchObject({
      checkedAt: NOW,
      calendars: [{ address: ADDRESS, problem: null }],
    });
  });

  it('keeps the weekly chat beside a calendar of whole days, which lend their themes', async () => {
    const both = chatOf({ calendars: ['', ADDRESS] });
    const { programme, servers, theme, sessions } = setUp({ settings: settings(both) });
    const day = calendarOf('#polchat: Dogs').replace('20261203T130000Z', '20261203');
    servers.set(ADDRESS, () => new Response(day.replace(/DTEND.*\r\n/, '')));
    await programme.refresh();
    expect(theme()).toEqual(['Dogs', 'calendar', 'calendars.example']);
    expect(sessions().every(({ allDay }) => !allDay)).toBe(true);
    expect(sessions().length).toBeGreaterThan(10);
  });

  it('goes back to the weekly chat when all of a chosen calendar is over', async () => {
    const both = chatOf({ calendars: ['', ADDRESS] });
    const { programme, servers, sessions } = setUp({ settings: settings(both) });
    servers.set(ADDRESS, () => new Response(calendarOf('Old').replaceAll('20261203', '20261105')));
    await programme.refresh();
    expect(sessions().map(({ start }) => start)).toContain(THURSDAY);
  });

  it('takes a theme from a host’s post, and from nobody else’s', async () => {
    const { programme, theme } = setUp({ settings: settings(hosted) });
    await programme.refresh();
    const stranger = { ...FLOODS, author: { ...FLOODS.author, handle: 'WexdalePoIice' } };
    await programme.hear('polchat', [stranger]);
    expect(theme()?.[0]).toBeNull();
    await programme.hear('PolChat', [FLOODS]);
    expect(theme()).toEqual(['how we talk about floods', 'announcement', '@WexdalePolice']);
  });

  it('lets a correction replace it, and takes it back with the post', async () => {
    const { programme, theme } = setUp({ settings: settings(hosted) });
    await programme.refresh();
    await programme.hear('polchat', [FLOODS]);
    const later = says('Correction! Thursday’s #polchat theme: floods and snow', {
      id: '200',
      createdAt: NOW + 60_000,
    });
    await programme.hear('polchat', [later]);
    expect(theme()?.[0]).toBe('floods and snow');
    // Seen again, the older one is still the older one.
    await programme.hear('polchat', [FLOODS]);
    expect(theme()?.[0]).toBe('floods and snow');
    await programme.hear('polchat', [{ ...later, text: '', state: 'deleted' }]);
    expect(theme()?.[0]).toBe('how we talk about floods');
    await programme.hear('polchat', [{ ...FLOODS, text: '', state: 'deleted' }]);
    expect(theme()).toEqual([null, undefined, undefined]);
  });

  it('goes by what a post says after it was edited', async () => {
    const { programme, theme } = setUp({ settings: settings(hosted) });
    await programme.refresh();
    await programme.hear('polchat', [FLOODS]);
    const edited = says('This Thursday’s #polchat, 1pm: snow', {
      id: '101',
      editedIds: ['100', '101'],
    });
    await programme.hear('polchat', [edited]);
    expect(theme()?.[0]).toBe('snow');
    await programme.hear('polchat', [
      says('No theme yet for #polchat', { id: '102', editedIds: ['100', '101', '102'] }),
    ]);
    expect(theme()?.[0]).toBeNull();
  });

  it('lets the host whom a calendar names announce that session, and no other', async () => {
    const { programme, servers, theme, sessions } = setUp({
      settings: settings(chatOf({ calendars: [ADDRESS] })),
    });
    const guest = { ...FLOODS.author, handle: 'guest_host' };
    const two = calendarOf('#polchat', 'DESCRIPTION:Host: @Guest_Host').replace(
      'END:VCALENDAR',
      'BEGIN:VEVENT\r\nUID:two\r\nDTSTART:20261210T130000Z\r\nSUMMARY:#polchat\r\nEND:VEVENT\r\nEND:VCALENDAR',
    );
    servers.set(ADDRESS, () => new Response(two));
    await programme.refresh();
    await programme.hear('polchat', [{ ...FLOODS, author: guest }]);
    expect(theme()?.[0]).toBe('how we talk about floods');
    const next = says('Theme for #polchat on 10 December: mine', { id: '300', author: guest });
    await programme.hear('polchat', [next]);
    expect(sessions().map((session) => session.theme)).toEqual(['how we talk about floods', null]);
  });

  it('finds in the archive what a host announced before they were known as one', async () => {
    const { programme, theme, area, read } = setUp({ settings: settings(chatOf()) }, [FLOODS]);
    await programme.refresh();
    expect(theme()?.[0]).toBeNull();
    area.kept.settings = settings(hosted);
    await programme.refresh();
    expect(theme()?.[0]).toBe('how we talk about floods');
    // Once is enough.
    await programme.refresh();
    expect(read).toEqual(['polchat']);
  });

  it('forgets what was announced with the posts', async () => {
    const archive = [FLOODS];
    const { programme, theme } = setUp({ settings: settings(hosted) }, archive);
    await programme.refresh();
    expect(theme()?.[0]).toBe('how we talk about floods');
    archive.length = 0;
    await programme.forget();
    expect(theme()?.[0]).toBeNull();
  });

  it('believes the own plan before the announcement, and that before the calendar', async () => {
    const { programme, servers, theme, area, sessions } = setUp({
      settings: settings({ ...hosted, calendars: [ADDRESS] }),
    });
    servers.set(ADDRESS, () => new Response(calendarOf('From the calendar')));
    await programme.refresh();
    expect(theme()?.[1]).toBe('calendar');
    await programme.hear('polchat', [FLOODS]);
    expect(theme()?.[1]).toBe('announcement');
    const rule = { weekday: 4, time: '13:00', minutes: 60, timeZone: 'Europe/London' };
    const texts = { welcome: '', rules: '', wrap: '' };
    const plan = createPlan('uid', 'polchat', rule, texts, NOW);
    const week = {
      id: '2026-11-30',
      at: null,
      minutes: null,
      reading: '',
      hosts: '',
      questions: [],
      announcement: null,
    };
    const store = (more: { theme: string; cancelled: boolean }) =>
      writeStoredPlan(area, { plan: { ...plan, sessions: [{ ...week, ...more }] }, published: {} });
    await store({ theme: 'My own', cancelled: false });
    await programme.replan('polchat');
    expect(theme()?.slice(0, 2)).toEqual(['My own', 'plan']);
    await store({ theme: 'My own', cancelled: true });
    await programme.replan('polchat');
    expect(sessions().some(({ start }) => start === THURSDAY)).toBe(false);
  });

  it('takes the plan’s own weeks where nobody chose a calendar, and no week that a chosen one leaves out', async () => {
    const rule = { weekday: 3, time: '13:00', minutes: 60, timeZone: 'Europe/London' };
    const texts = { welcome: '', rules: '', wrap: '' };
    const plan = createPlan('uid', 'polchat', rule, texts, NOW);
    const days = async (chat: Chat) => {
      const { programme, servers, area, sessions } = setUp({ settings: settings(chat) });
      servers.set(ADDRESS, () => new Response(calendarOf('From the calendar')));
      await writeStoredPlan(area, { plan, published: {} });
      await programme.refresh();
      return new Set(sessions().map(({ start }) => new Date(start).getUTCDay()));
    };
    expect(await days(hosted)).toEqual(new Set([3]));
    expect(await days({ ...hosted, calendars: [ADDRESS] })).toEqual(new Set([4]));
  });

  it('shares one reading between callers, and outlives storage that fails', async () => {
    const { programme, servers, asked, area } = setUp({
      settings: settings(chatOf({ calendars: [ADDRESS] })),
    });
    servers.set(ADDRESS, () => new Response(calendarOf('Once')));
    await Promise.all([programme.refresh(), programme.refresh()]);
    expect(asked).toEqual([ADDRESS]);
    area.set = async () => {
      throw new Error('full');
    };
    await expect(programme.refresh(true)).resolves.toBeUndefined();
  });
});
