// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Session } from '@/stores/core/schedule';
import { DEFAULTS } from '@/stores/core/settings';
import { type CalendarState, UNSAVED } from '@/stores/saved';
import { at, stage, thursdays } from './popup-stage';

afterEach(cleanup);

describe('the next chat', () => {
  it('shows theme, where it is from, and the time', async () => {
    const { part, text } = await stage({
      sessions: thursdays(10, ['Getting people to public meetings']),
    });
    await waitFor(() => expect(part('next')).not.toBeNull());
    expect(part('next')?.dataset.state).toBe('upcoming');
    expect(text('theme')).toBe('Getting people to public meetings');
    expect(screen.getByText('From themes.ics')).toBeTruthy();
    expect(text('clock')).toBe('in 2 daysThu 3 Dec, 13:00');
  });

  it('says that a theme is to be announced, and names no source then', async () => {
    const { text, container } = await stage();
    await waitFor(() => expect(text('theme')).toBe('Theme to be announced'));
    expect(container.querySelector('.source')?.textContent).toBe('');
  });

  it('counts down by the second while soon and live, and by nothing faster than needed before', async () => {
    const { part, text, due, pass } = await stage({ now: '2026-12-03T12:49:00' });
    await waitFor(() => expect(text('clock')).toBe('today 13:00'));
    expect(due()).toBe(60_000);
    pass();
    await waitFor(() => expect(text('clock')).toBe('starts 10:00at 13:00'));
    expect(due()).toBe(1000);
    for (let i = 0; i < 600; i++) pass();
    await waitFor(() => expect(part('next')?.dataset.state).toBe('live'));
    expect(text('clock')).toBe('1:00:00 leftends 14:00');
    expect(screen.getByText('LIVE')).toBeTruthy();
  });

  it('says when the last five minutes have begun, and what to do when it is over', async () => {
    const { text, pass, part } = await stage({ now: '2026-12-03T13:54:59' });
    await waitFor(() => expect(text('clock')).toBe('05:01 leftends 14:00'));
    expect(screen.queryByText('last five minutes')).toBeNull();
    pass();
    expect(await screen.findByText('last five minutes')).toBeTruthy();
    for (let i = 0; i < 300; i++) pass();
    await waitFor(() => expect(part('next')?.dataset.state).toBe('ended'));
    expect(text('join')).toBe('Catch up');
  });

  it('shows nothing that ticks while hidden, and the right time when shown again', async () => {
    const { store, due, text } = await stage({ now: '2026-12-03T13:30:00' });
    await waitFor(() => expect(text('clock')).toBe('30:00 leftends 14:00'));
    store.show(false);
    expect(due()).toBeUndefined();
    store.show(true);
    expect(due()).toBe(1000);
  });

  it('goes by X’s clock where this computer’s is known to be off', async () => {
    const now = '2026-12-03T12:59:00';
    const clock = { offset: 60_000, at: at(now) };
    const { text } = await stage({ now, sessions: thursdays(1), saved: { clock } });
    await waitFor(() => expect(text('clock')).toBe('1:00:00 leftends 14:00'));
  });

  it('shows the reader’s own time where it differs', async () => {
    const { text } = await stage({ timeZone: 'Australia/Sydney' });
    await waitFor(() =>
      expect(text('clock')).toBe('in 2 daysThu 3 Dec, 13:00 UK timeFri 00:00 your time'),
    );
  });

  it('links to the source, reading and only to https', async () => {
    const [first] = thursdays(1, ['A theme']);
    const session = {
      ...(first as Session),
      source: {
        kind: 'announcement',
        name: '@notarealforce',
        url: 'https://x.com/notarealforce/status/1',
      },
      reading: 'javascript:alert(1)',
      hosts: ['notarealforce', 'alsoinvented'],
      others: [{ theme: 'Another', source: { kind: 'calendar', name: 'b.ics', url: null } }],
    } as Session;
    const { container } = await stage({ sessions: [session] });
    const link = await screen.findByRole('link', { name: 'Announced by @notarealforce' });
    expect(link.getAttribute('href')).toBe('https://x.com/notarealforce/status/1');
    expect(screen.getByText('Hosts @notarealforce @alsoinvented')).toBeTruthy();
    expect(container.querySelector('.others')?.textContent).toBe(
      'Another calendar says: Another. From b.ics',
    );
    expect(container.querySelectorAll('a')).toHaveLength(1);
  });

  it('shows hostile words as they are', async () => {
    const { container, text } = await stage({
      sessions: thursdays(1, ['<img src=x onerror=alert(1)>']),
    });
    await waitFor(() => expect(text('theme')).toBe('<img src=x onerror=alert(1)>'));
    expect(container.querySelector('img')).toBeNull();
  });
});

describe('Join', () => {
  it('joins the chat that is shown and closes the popup', async () => {
    const { sent, closed, part } = await stage();
    await waitFor(() => expect(part('join')).not.toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Join' }));
    await waitFor(() => expect(closed()).toBe(1));
    expect(sent).toContainEqual({ hashtag: 'polchat', start: at('2026-12-03T13:00') });
  });

  it('promises no hashtag to whoever chose to add it themselves', async () => {
    const settings = { ...DEFAULTS, prefill: 'never' as const };
    await stage({ saved: { settings } });
    expect(await screen.findByText(/You chose to add #polchat yourself/)).toBeTruthy();
    await stage({ saved: { settings, joined: { polchat: at('2026-12-03T13:00') } } });
    expect(await screen.findByText(/^You take part. You chose to add #polchat/)).toBeTruthy();
  });

  it('takes no part in what is over: catching up only opens it', async () => {
    const { sent, closed } = await stage({ now: '2026-12-03T14:05:00' });
    fireEvent.click(await screen.findByRole('button', { name: 'Catch up' }));
    await waitFor(() => expect(closed()).toBe(1));
    expect(sent).toContainEqual({ hashtag: 'polchat', start: null });
  });

  it('says when X could not be opened, and stays', async () => {
    const join = async () => {
      throw new Error('nobody answered');
    };
    const { closed } = await stage({ deps: { join } });
    fireEvent.click(await screen.findByRole('button', { name: 'Join' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/^X could not be opened/);
    expect(closed()).toBe(0);
  });

  it('says that the person takes part already', async () => {
    await stage({ saved: { joined: { polchat: at('2026-12-03T13:00') } } });
    expect(await screen.findByRole('button', { name: 'Open the chat' })).toBeTruthy();
    expect(screen.getByText(/^You take part: #polchat/)).toBeTruthy();
  });
});

describe('the programme', () => {
  const starts = (container: Element) =>
    [...container.querySelectorAll<HTMLElement>('[data-part="upcoming"] li')].map(
      (li) => li.dataset.start,
    );

  it('has the next eight with their start in UTC', async () => {
    const { container } = await stage();
    await waitFor(() => expect(starts(container)).toHaveLength(8));
    expect(starts(container)[0]).toBe('2026-12-03T13:00:00.000Z');
    expect(starts(container)[7]).toBe('2027-01-21T13:00:00.000Z');
  });

  it('has day, time, own time and theme in a row, and marks the one on now', async () => {
    const { container } = await stage({
      now: '2026-12-03T13:30:00',
      sessions: thursdays(2, ['Meetings', null]),
      timeZone: 'Asia/Kolkata',
    });
    await waitFor(() => expect(starts(container)).toHaveLength(2));
    const rows = [...container.querySelectorAll('[data-part="upcoming"] li')];
    expect(rows.map((row) => row.textContent)).toEqual([
      'Thu 3 Decnow · 18:30 your timeMeetings',
      'Thu 10 Dec13:00 · 18:30 your timeTheme to be announced',
    ]);
    expect(rows.map((row) => row.getAttribute('aria-current'))).toEqual(['true', null]);
    expect(screen.getByText('UK time · your time')).toBeTruthy();
  });

  it('has past chats, newest first, with how much is kept and the ways there', async () => {
    const sessions = thursdays(5, ['One', 'Two', null, 'Four']);
    const [, second] = sessions as [Session, Session];
    const { container } = await stage({
      now: '2026-12-18T09:00:00',
      sessions,
      archived: [
        { ...second, theme: 'As it was known then', posts: 212 },
        { ...second, start: at('2026-10-01T12:00'), end: at('2026-10-01T13:00'), posts: 1 },
      ],
    });
    const rows = () =>
      [...container.querySelectorAll('[data-part="past"] li')].map((li) =>
        li.textContent?.replace(/\s+/g, ' '),
      );
    // The chat of the day before has been over for longer than it is news.
    await waitFor(() =>
      expect(rows()).toEqual([
        'Thu 17 Decnot seenNo theme knownCatch up: Thu 17 Dec',
        'Thu 10 Dec212 postsTwoRead: Thu 10 DecCatch up: Thu 10 Dec',
        'Thu 3 Decnot seenOneCatch up: Thu 3 Dec',
        'Thu 1 Oct1 postTwoRead: Thu 1 OctCatch up: Thu 1 Oct',
      ]),
    );
    const [read, catchUp] = container.querySelectorAll<HTMLAnchorElement>(
      '[data-part="past"] li:nth-child(2) a',
    );
    expect(read?.getAttribute('href')).toBe(
      `/transcript.html?chat=polchat&start=${at('2026-12-10T13:00')}`,
    );
    expect(catchUp?.href).toBe(
      'https://x.com/search?q=%23polchat%20since_time%3A1796907000%20until_time%3A1796913000&f=live',
    );
  });

  it('says of a later theme where it is from, and who disagrees', async () => {
    const sessions = thursdays(2, ['One', 'Two']).map((session) => ({
      ...session,
      others: [
        {
          theme: 'Else',
          source: { kind: 'calendar', name: 'b.ics', url: 'https://b.example/b.ics' } as const,
        },
      ],
    }));
    const { container } = await stage({ sessions });
    await waitFor(() => expect(starts(container)).toHaveLength(2));
    const row = container.querySelector('[data-part="upcoming"] li:nth-child(2)');
    expect(row?.textContent).toBe(
      'Thu 10 Dec13:00TwoFrom themes.icsAnother calendar says: Else. From b.ics',
    );
    expect(row?.querySelector('a')?.href).toBe('https://b.example/b.ics');
  });

  it('leaves past chats out where there are none', async () => {
    const { part } = await stage();
    await waitFor(() => expect(part('upcoming')).not.toBeNull());
    expect(part('past')).toBeNull();
  });
});

describe('when something is wrong', () => {
  it('says that nothing is planned', async () => {
    const { part } = await stage({ sessions: [] });
    expect(await screen.findByText('No chat is planned')).toBeTruthy();
    expect(part('next')?.dataset.state).toBe('none');
    expect(part('join')).toBeNull();
    expect(part('upcoming')).toBeNull();
  });

  it('reads the calendar for the first time', async () => {
    let done = () => {};
    const refresh = () =>
      new Promise<void>((resolve) => {
        done = resolve;
      });
    const started = stage({ saved: { schedules: {} }, deps: { refresh } });
    expect(await screen.findByText('Reading the calendar…')).toBeTruthy();
    done();
    const { store } = await started;
    const polchat = {
      sessions: thursdays(1),
      checkedAt: at('2026-12-01T09:00'),
      calendars: [],
    };
    store.adopt({ schedules: { newValue: { polchat } } });
    expect(
      await screen.findByText('Theme to be announced', { selector: '[data-part=theme]' }),
    ).toBeTruthy();
  });

  it('keeps the last good sessions, and says which calendar, since when and why', async () => {
    const polchat = {
      sessions: thursdays(3),
      checkedAt: at('2026-12-01T08:59'),
      calendars: [broken('html', '2026-11-30T05:10')],
    };
    const { text, part } = await stage({ saved: { schedules: { polchat } } });
    await waitFor(() => expect(part('upcoming')).not.toBeNull());
    expect(text('problems')).toBe(
      'The calendar themes.ics has been unreadable since Mon 30 Nov 08:15. The address gives a web page, not a calendar. Shown is what it said Mon 30 Nov 05:10.',
    );
    expect(screen.getByText('Calendar checked 08:59')).toBeTruthy();
  });

  it('has a sentence for codes it does not know', async () => {
    const polchat = { sessions: [], checkedAt: 1, calendars: [broken('from_the_future')] };
    const { text } = await stage({ saved: { schedules: { polchat } } });
    await waitFor(() =>
      expect(text('problems')).toBe(
        'The calendar themes.ics has been unreadable since Mon 30 Nov 08:15. The calendar could not be read.',
      ),
    );
  });

  it('works without the background, and with storage that fails', async () => {
    const fail = async () => {
      throw new Error('no');
    };
    const { part } = await stage({ deps: { refresh: fail, area: { get: fail, set: fail } } });
    await waitFor(() => expect(part('next')?.dataset.state).toBe('none'));
  });

  it('asks for a calendar’s own site where the browser does not let Polchat fetch it', async () => {
    const polchat = { sessions: [], checkedAt: 1, calendars: [broken('not_allowed')] };
    const { sent } = await stage({ saved: { schedules: { polchat } } });
    fireEvent.click(await screen.findByRole('button', { name: 'Allow this calendar' }));
    await waitFor(() => expect(sent.slice(-2)).toEqual([broken('').address, 'refreshSchedule']));
  });

  it('says that the computer’s clock is off, and by how much', async () => {
    const clock = { offset: -200_000, at: at('2026-12-01T09:00') };
    const { text } = await stage({ sessions: thursdays(1, ['One']), saved: { clock } });
    await waitFor(() =>
      expect(text('notes')).toBe(
        "This computer's clock is off by 3 minutes. The times here follow X's clock.",
      ),
    );
  });

  it('leads hosts to the planner, and nobody else', async () => {
    await stage();
    await screen.findByRole('button', { name: 'Settings' });
    expect(screen.queryByRole('button', { name: 'Open the planner' })).toBeNull();
    cleanup();
    const settings = { ...UNSAVED.settings, hosting: ['polchat'] };
    const { sent } = await stage({ saved: { settings } });
    fireEvent.click(await screen.findByRole('button', { name: 'Open the planner' }));
    expect(sent).toContain('plan');
  });

  it('asks for the host where no theme is known and nobody could announce one', async () => {
    const { sent, part } = await stage();
    fireEvent.click(await screen.findByRole('button', { name: 'Name the host' }));
    expect(sent).toContain('settings');
    cleanup();
    const hosted = thursdays(2).map((session) => ({ ...session, hosts: ['notarealforce'] }));
    const other = await stage({ sessions: hosted });
    await waitFor(() => expect(other.part('next')).not.toBeNull());
    expect(other.part('notes')).toBeNull();
    expect(part('notes')).toBeNull();
  });

  it('asks for x.com where the browser does not let Polchat in', async () => {
    let allowed = false;
    const access = {
      has: async () => allowed,
      request: async () => {
        allowed = true;
        return true;
      },
    };
    const { part } = await stage({ deps: { access } });
    fireEvent.click(await screen.findByRole('button', { name: 'Allow x.com' }));
    await waitFor(() => expect(part('access')).toBeNull());
    expect(allowed).toBe(true);
  });
});

/** A calendar that cannot be read since a quarter past eight of the day before. */
function broken(code: string, readAt?: string): CalendarState {
  return {
    address: 'https://example.org/themes.ics',
    name: 'themes.ics',
    triedAt: at('2026-12-01T08:59'),
    readAt: readAt === undefined ? 0 : at(readAt),
    problem: { code, detail: '', since: at('2026-11-30T08:15') },
  };
}

describe('for everyone', () => {
  it.each([
    ['upcoming', {}],
    ['live', { now: '2026-12-03T13:56:00' }],
    ['over', { now: '2026-12-18T09:00:00', sessions: thursdays(5, ['One', 'Two']) }],
    ['none', { sessions: [] }],
  ])('axe finds nothing wrong: %s', async (_, given) => {
    const { container, part } = await stage(given);
    await waitFor(() => expect(part('next')).not.toBeNull());
    // jsdom paints nothing: contrast is looked at on the screenshots.
    const rules = { 'color-contrast': { enabled: false } };
    const { violations } = await axe.run(container, { rules });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});
