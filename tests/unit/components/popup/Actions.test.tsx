// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { POLCHAT } from '@/stores/core/chat';
import { DEFAULTS, type Settings } from '@/stores/core/settings';
import { at, type Stage, stage, thursdays } from './popup-stage';

afterEach(cleanup);

const START = at('2026-12-03T13:00');
const settings = (more: Partial<Settings>) => ({ settings: { ...DEFAULTS, ...more } });
const reminders = { on: true, minutes: 10, dayBefore: false };

async function unfold(name: string, given: Stage = {}) {
  const popup = await stage(given);
  const button = await screen.findByRole('button', { name });
  fireEvent.click(button);
  await waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('true'));
  return { ...popup, button };
}
const links = () =>
  screen
    .getAllByRole<HTMLAnchorElement>('link')
    .filter((link) => link.closest('[data-part="actions"]'))
    .map((link) => [link.textContent, new URL(link.href)] as const);

describe('Remind me', () => {
  it('asks the browser when it is switched on, and stays on where the person says yes', async () => {
    let asked = 0;
    const notifications = {
      has: async () => false,
      request: async () => {
        asked++;
        return true;
      },
    };
    const { store } = await unfold('Remind me', { deps: { notifications } });
    expect(screen.getByLabelText<HTMLSelectElement>('Before it begins').disabled).toBe(true);
    fireEvent.click(screen.getByLabelText('Remind me of every chat'));
    await waitFor(() => expect(store.getState().reminders).toEqual(reminders));
    await screen.findByRole('button', { name: 'Reminder on' });
    expect(asked).toBe(1);
  });

  it('goes off again where the person says no', async () => {
    const notifications = { has: async () => false, request: async () => false };
    const { store } = await unfold('Remind me', { deps: { notifications } });
    const box = screen.getByLabelText<HTMLInputElement>('Remind me of every chat');
    fireEvent.click(box);
    await waitFor(() => expect(store.getState().reminders.on).toBe(false));
    await waitFor(() => expect(box.checked).toBe(false));
    expect(screen.getByRole('button', { name: 'Remind me' })).toBeTruthy();
  });

  it('keeps when, and whether also the day before', async () => {
    const { store } = await unfold('Remind me', { saved: settings({ reminders }) });
    fireEvent.change(screen.getByLabelText('Before it begins'), { target: { value: '30' } });
    await waitFor(() => expect(store.getState().reminders.minutes).toBe(30));
    fireEvent.click(screen.getByLabelText('Also the day before'));
    await waitFor(() => expect(store.getState().reminders.dayBefore).toBe(true));
  });

  it('offers the minutes that were chosen elsewhere', async () => {
    const odd = { ...reminders, minutes: 25 };
    await unfold('Remind me', { saved: settings({ reminders: odd }) });
    const select = screen.getByLabelText<HTMLSelectElement>('Before it begins');
    expect([...select.options].map((option) => option.text)).toEqual([
      '5 minutes',
      '10 minutes',
      '15 minutes',
      '25 minutes',
      '30 minutes',
      '60 minutes',
    ]);
    expect(select.value).toBe('25');
  });

  it('says that the browser shows none, and asks again', async () => {
    let allowed = false;
    const notifications = {
      has: async () => allowed,
      request: async () => {
        allowed = true;
        return true;
      },
    };
    await unfold('Remind me', { saved: settings({ reminders }), deps: { notifications } });
    fireEvent.click(await screen.findByRole('button', { name: 'Allow them' }));
    await screen.findByRole('button', { name: 'Reminder on' });
    expect(screen.queryByRole('button', { name: 'Allow them' })).toBeNull();
  });

  it('is the organisation’s where it decided', async () => {
    await unfold('Remind me', { saved: { ...settings({ reminders }), locked: ['reminders'] } });
    expect(screen.getByText('Set by your organisation.')).toBeTruthy();
    const box = screen.getByLabelText<HTMLInputElement>('Remind me of every chat');
    expect(box.matches(':disabled')).toBe(true);
  });

  it('lets the browser be asked also where the organisation decided', async () => {
    const request = vi.fn(async () => true);
    await unfold('Remind me', {
      saved: { ...settings({ reminders }), locked: ['reminders'] },
      deps: { notifications: { has: async () => false, request } },
    });
    const button = await screen.findByRole('button', { name: 'Allow them' });
    expect(button.matches(':disabled')).toBe(false);
    fireEvent.click(button);
    await waitFor(() => expect(request).toHaveBeenCalled());
  });
});

describe('Add to calendar', () => {
  it('gives files, and fills Google’s and Outlook’s pages', async () => {
    const sessions = thursdays(3, ['Snow, floods & “us”']);
    const { sent } = await unfold('Add to calendar', { sessions });
    fireEvent.click(screen.getByRole('button', { name: 'This chat, as a file (.ics)' }));
    fireEvent.click(screen.getByRole('button', { name: 'Every chat, as a file (.ics)' }));
    expect(sent.slice(-2)).toEqual(['session', 'series']);
    const [[, google], [, outlook]] = links() as [[string, URL], [string, URL]];
    expect(google.origin).toBe('https://calendar.google.com');
    expect(Object.fromEntries(google.searchParams)).toMatchObject({
      action: 'TEMPLATE',
      text: '#polchat: Snow, floods & “us”',
      dates: '20261203T130000Z/20261203T140000Z',
    });
    expect(outlook.origin).toBe('https://outlook.office.com');
    expect(Object.fromEntries(outlook.searchParams)).toMatchObject({
      subject: '#polchat: Snow, floods & “us”',
      startdt: '2026-12-03T13:00:00Z',
      enddt: '2026-12-03T14:00:00Z',
    });
    expect(outlook.href).not.toContain('+');
  });

  it('means the next chat once one is over, and gives no series of one', async () => {
    const given = { now: '2026-12-03T14:30', sessions: thursdays(2, ['Over', 'To come']) };
    await unfold('Add to calendar', given);
    expect(screen.queryByRole('button', { name: /Every chat/ })).toBeNull();
    expect(links()[0]?.[1].searchParams.get('text')).toBe('#polchat: To come');
  });

  it('says so where nothing is planned', async () => {
    const { part } = await unfold('Add to calendar', { sessions: [] });
    expect(part('actions')?.textContent).toContain('No chat is planned');
  });
});

describe('Suggest', () => {
  const texts = () => links().map(([, { href }]) => new URL(href).searchParams.get('text'));

  it('begins a post to the host, for a theme or a point on the theme', async () => {
    const sessions = thursdays(1, ['Scam calls']).map((one) => ({
      ...one,
      hosts: ['WexdalePolice'],
    }));
    await unfold('Suggest', { sessions });
    expect(texts()).toEqual([
      '@WexdalePolice Theme idea for #polchat: ',
      '@WexdalePolice A point for #polchat on “Scam calls”: ',
    ]);
    for (const [, { origin, pathname }] of links())
      expect(origin + pathname).toBe('https://x.com/intent/post');
  });

  it('does without a host and a theme', async () => {
    await unfold('Suggest');
    expect(texts()).toEqual(['Theme idea for #polchat: ', 'A point for the next #polchat: ']);
  });
});

describe('several chats', () => {
  it('shows the one that is live or next, and another when asked', async () => {
    const comms = { ...POLCHAT, hashtag: 'CommsChat', title: 'Comms' };
    const monday = thursdays(1, ['Tone of voice']).map((one) => ({
      ...one,
      start: START - 3 * 86_400_000,
      end: START - 3 * 86_400_000 + 3_600_000,
    }));
    const schedule = { checkedAt: 1, calendars: [] };
    const { text } = await stage({
      now: '2026-11-30T12:00',
      saved: {
        ...settings({ chats: [POLCHAT, comms] }),
        schedules: {
          polchat: { ...schedule, sessions: thursdays(2, ['Scam calls']) },
          commschat: { ...schedule, sessions: monday },
        },
      },
    });
    await waitFor(() => expect(text('theme')).toBe('Tone of voice'));
    const select = screen.getByLabelText<HTMLSelectElement>('Chat');
    expect(select.value).toBe('CommsChat');
    fireEvent.change(select, { target: { value: 'polchat' } });
    await waitFor(() => expect(text('theme')).toBe('Scam calls'));
    expect(screen.getByRole('heading', { name: '#polchat' })).toBeTruthy();
  });
});

describe('for everyone', () => {
  it.each(['Remind me', 'Add to calendar', 'Suggest'])(
    'axe finds nothing wrong: %s',
    async (name) => {
      const { container, button } = await unfold(name);
      const rules = { 'color-contrast': { enabled: false } };
      const { violations } = await axe.run(container, { rules });
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      fireEvent.click(button);
      await waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('false'));
    },
  );
});
