import { describe, expect, it } from 'vitest';
import type { CalendarState } from '@/stores/saved';
import {
  ADDRESS,
  calendarOf,
  chatOf,
  createWorld,
  NOW,
  type Server,
  WEEKLY,
} from '../../fixtures/programme';

const MINUTE = 60_000;
const chat = chatOf({ calendars: [ADDRESS] });

/** A calendar that could be read at NOW, with what answers there from then on. */
async function read(then?: Server) {
  const world = createWorld();
  world.servers.set(ADDRESS, () => new Response(calendarOf('Good'), { headers: { etag: '"1"' } }));
  let states: CalendarState[] = [];
  const ask = async (now: number, hurry = false) => {
    const readings = await world.calendars.read(chat, states, now, hurry);
    states = readings.map(({ state }) => state);
    return {
      themes: readings.flatMap(({ sessions }) => sessions.map(({ theme }) => theme)),
      ...states[0],
    };
  };
  const first = await ask(NOW);
  if (then) world.servers.set(ADDRESS, then);
  else world.servers.delete(ADDRESS);
  return { ...world, ask, first };
}

describe('Calendars', () => {
  it('reads each, and names it after its site, with its own title before that', async () => {
    const { first } = await read();
    expect(first).toEqual({
      themes: ['Good'],
      address: ADDRESS,
      name: 'calendars.example',
      triedAt: NOW,
      readAt: NOW,
      problem: null,
    });
    const { calendars, servers } = createWorld();
    const titled = WEEKLY.replace('VERSION:2.0', 'VERSION:2.0\r\nX-WR-CALNAME:Themes\\, 2026');
    servers.set(ADDRESS, () => new Response(titled));
    const [reading] = await calendars.read(chat, [], NOW);
    expect(reading?.state.name).toBe('Themes, 2026 (calendars.example)');
    expect(reading?.sessions[0]).toMatchObject({ theme: null, source: null });
  });

  it.each([
    ['does not answer', undefined, 'unreachable', ''],
    ['breaks', () => new Response('', { status: 500 }), 'server', '500'],
    ['is gone', () => new Response('', { status: 404 }), 'missing', '404'],
    ['becomes a web page', () => new Response('<!doctype html><p>Sign in'), 'html', ''],
    ['is empty', () => new Response(''), 'empty', ''],
    ['is cut to nothing', () => new Response('BEGIN:VCALENDAR\r\nBEGIN:VEVENT'), 'unreadable', ''],
    ['grows', () => new Response('a'.repeat(2_000_000)), 'too_large', ''],
  ] as const)('keeps what was read last where the server %s', async (_, then, code, detail) => {
    const { ask } = await read(then);
    const later = NOW + 20 * MINUTE;
    expect(await ask(later)).toMatchObject({
      themes: ['Good'],
      readAt: NOW,
      triedAt: later,
      problem: { code, detail, since: later },
    });
    // Still the same trouble, and still since then.
    expect(await ask(later + 20 * MINUTE)).toMatchObject({
      themes: ['Good'],
      problem: { since: later },
    });
  });

  it('goes on with a rule that it read long ago', async () => {
    const { calendars, servers } = createWorld();
    servers.set(ADDRESS, () => new Response(WEEKLY));
    const [first] = await calendars.read(chat, [], NOW);
    servers.clear();
    const year = NOW + 365 * 24 * 60 * MINUTE;
    const [later] = await calendars.read(chat, first ? [first.state] : [], year);
    expect(later?.state.problem?.code).toBe('unreachable');
    expect(later?.sessions.some(({ start }) => start > year)).toBe(true);
  });

  it('asks with the version it holds, and believes that nothing changed', async () => {
    let etag: string | null = null;
    const { ask } = await read((headers: Headers) => {
      etag = headers.get('if-none-match');
      return new Response(null, { status: 304 });
    });
    const later = NOW + 20 * MINUTE;
    expect(await ask(later)).toMatchObject({ themes: ['Good'], readAt: later, problem: null });
    expect(etag).toBe('"1"');
  });

  it('leaves what was asked a moment ago alone, unless in a hurry', async () => {
    const { ask, asked } = await read(() => new Response(calendarOf('New')));
    expect((await ask(NOW + 9 * MINUTE)).themes).toEqual(['Good']);
    expect(asked).toHaveLength(1);
    expect((await ask(NOW + 9 * MINUTE, true)).themes).toEqual(['New']);
    // A clock that was put back.
    expect(asked).toHaveLength(2);
    await ask(NOW - MINUTE);
    expect(asked).toHaveLength(3);
  });

  it('asks a calendar in trouble again after a minute', async () => {
    const { ask, asked } = await read();
    await ask(NOW + 20 * MINUTE);
    await ask(NOW + 20.5 * MINUTE);
    expect(asked).toHaveLength(2);
    await ask(NOW + 21 * MINUTE);
    expect(asked).toHaveLength(3);
  });

  it('asks nobody whom the browser does not let it ask, and looks again each time', async () => {
    const world = createWorld();
    world.refused.add(ADDRESS);
    world.servers.set(ADDRESS, () => new Response(calendarOf('Good')));
    const [first] = await world.calendars.read(chat, [], NOW);
    expect(first?.state.problem).toEqual({
      code: 'not_allowed',
      detail: 'calendars.example',
      since: NOW,
    });
    expect(world.asked).toEqual([]);
    world.refused.clear();
    const [second] = await world.calendars.read(chat, first ? [first.state] : [], NOW + 1);
    expect(second?.state.problem).toBeNull();
  });

  it('keeps the texts of several apart, and lets go of those that nobody follows', async () => {
    const world = createWorld();
    const other = 'https://other.example/b.ics';
    const both = chatOf({ calendars: [ADDRESS, other] });
    world.servers.set(ADDRESS, () => new Response(calendarOf('One')));
    world.servers.set(other, () => new Response(calendarOf('Two')));
    await world.calendars.read(both, [], NOW);
    const themes = async () =>
      (await world.calendars.recall(both, [], NOW)).map(({ sessions }) => sessions[0]?.theme);
    expect(await themes()).toEqual(['One', 'Two']);
    await world.calendars.tidy([chat]);
    expect(await themes()).toEqual(['One', undefined]);
  });

  it('writes a text once, however often it is read', async () => {
    const { ask, area } = await read(
      () => new Response(calendarOf('Good'), { headers: { etag: '"1"' } }),
    );
    const before = area.writes.length;
    await ask(NOW + 20 * MINUTE);
    expect(area.writes).toHaveLength(before);
  });

  it('shows beforehand what a calendar would bring, and keeps nothing of it', async () => {
    const world = createWorld();
    world.servers.set(ADDRESS, () => new Response(WEEKLY));
    const preview = await world.calendars.preview(ADDRESS, chat, NOW, 3);
    expect(preview.sessions).toHaveLength(3);
    expect(preview).toMatchObject({ name: 'calendars.example', problem: null, warnings: [] });
    world.servers.set(ADDRESS, () => new Response('<html>'));
    expect(await world.calendars.preview(ADDRESS, chat, NOW, 3)).toMatchObject({
      sessions: [],
      problem: { code: 'html', detail: '' },
    });
    expect(world.area.writes).toEqual([]);
  });
});
