// @vitest-environment jsdom
import { act } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mountPlanner } from '@/components/options/mount-planner';
import { readPlan } from '@/stores/core/plan-calendar-read';
import { createPlannerStore, type PlannerStore } from '@/stores/planner';
import { parseStoredPlan, planKey } from '@/stores/plans';
import { plan, session, TEXTS } from '@/tests/fixtures/plans';
import { words } from '../panel/panel-stage';

vi.mock('@/components/options/planner.css', () => ({}));

const NOW = Date.UTC(2026, 10, 30, 9);
const KEY = planKey('polchat');
let place: HTMLElement;
let store: PlannerStore;
let kept: Map<string, unknown>;
let fails = false;
const compose = vi.fn();
const copy = vi.fn(async () => undefined);
const download = vi.fn();
const area = {
  get: async (keys: string[]) => Object.fromEntries(keys.map((key) => [key, kept.get(key)])),
  set: async (items: Record<string, unknown>) => {
    if (fails) throw new Error('full');
    for (const [key, value] of Object.entries(items)) kept.set(key, sorted(value));
  },
};

/** A copy as Chrome's storage gives it back: with its keys in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}

async function show(): Promise<void> {
  store = createPlannerStore({
    area,
    hashtag: 'polchat',
    now: () => NOW,
    newId: () => 'new',
    rule: plan().rule,
    texts: TEXTS,
    readRecord: async () => [
      {
        start: NOW - 4 * 86_400_000,
        theme: 'Fraud',
        people: 31,
        posts: 160,
        questions: [{ label: 'Q1', text: 'What works?', answers: 12, replies: 3 }],
      },
    ],
    readIdeas: async () => ({ themes: [], points: [] }),
  });
  place = document.createElement('main');
  document.body.append(place);
  mountPlanner(place, { store, words, compose, copy, download });
  await act(() => store.start());
}

beforeEach(() => {
  kept = new Map([[KEY, { plan: plan(), published: {} }]]);
  fails = false;
});
afterEach(() => {
  render(null, place);
  place.remove();
  vi.clearAllMocks();
});

function $<E extends HTMLElement = HTMLElement>(selector: string): E {
  const found = place.querySelector<E>(selector);
  if (found === null) throw new Error(`There is no ${selector}`);
  return found;
}
/** What is written is on its way by then. */
const written = () => new Promise((done) => setTimeout(done));
const type = (selector: string, value: string) =>
  act(async () => {
    const field = $<HTMLInputElement>(selector);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await written();
  });
const press = (name: string) =>
  act(async () => {
    const found = [...place.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent)?.trim() === name,
    );
    if (found === undefined) throw new Error(`no ${name}`);
    found.click();
    await written();
  });
const stored = () => parseStoredPlan(kept.get(KEY));
const themes = () => stored()?.plan.sessions.map(({ theme }) => theme);
const items = () =>
  [...place.querySelectorAll('.planner-list ol:first-of-type li')].map((one) => one.textContent);

describe('the planner', () => {
  it('lists the coming sessions and opens the next one', async () => {
    await show();
    expect(items()[0]).toBe('Thursday 3 December, 1pmGetting people to public meetings6 questions');
    expect(items()[1]).toBe('Thursday 10 December, 1pmTheme to be announced');
    expect($<HTMLInputElement>('[name="theme"]').value).toBe('Getting people to public meetings');
  });

  it('keeps every letter as it is typed', async () => {
    await show();
    await type('[name="theme"]', 'T');
    expect(themes()).toEqual(['T']);
    await type('[name="theme"]', 'Trust ');
    expect(themes()).toEqual(['Trust ']);
    await type('[name="reading"]', 'https:/');
    expect(stored()?.plan.sessions[0]?.reading).toBe('https:/');
    expect(place.textContent).toContain('Only a whole address');
  });

  it('shows which guest hosts it understood, and what it did not', async () => {
    await show();
    await type('[name="guests"]', 'Sgt Anna Jones (@anna), Ben');
    expect($('#guests-read').textContent).toBe(
      'Goes out as @annaNot taken for an account: Ben. Write @name, or the address of the profile; ten at most.',
    );
  });

  it('undoes typing in one step, by button and by key, and does it again', async () => {
    await show();
    await type('[name="theme"]', 'Trust');
    await type('[name="theme"]', 'Trust me');
    await press('Undo');
    expect(themes()).toEqual(['Getting people to public meetings']);
    await press('Redo');
    expect(themes()).toEqual(['Trust me']);
    await act(async () => {
      $('[name="theme"]').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }),
      );
    });
    expect($<HTMLInputElement>('[name="theme"]').value).toBe('Getting people to public meetings');
  });

  it('says where it could not save, and saves again on a press', async () => {
    await show();
    fails = true;
    await type('[name="theme"]', 'Lost?');
    await vi.waitFor(() => expect($('[data-saving]').dataset.saving).toBe('failed'));
    fails = false;
    await press('Save again');
    await vi.waitFor(() => expect(themes()).toEqual(['Lost?']));
    await vi.waitFor(() => expect($('[data-saving]').dataset.saving).toBe('saved'));
  });

  it('says that the stored plan cannot be read, and offers nothing that writes over it unasked', async () => {
    kept.set(KEY, { plan: { version: 9 } });
    await show();
    expect($('[data-part="locked"] [role="alert"]').textContent).toContain('not all of it');
    expect(place.querySelector('[name="theme"]')).toBeNull();
    expect(kept.get(KEY)).toEqual({ plan: { version: 9 } });
    await press('Save what is kept as a file, and go on with what can be read');
    expect(download).toHaveBeenCalledExactlyOnceWith(
      'polchat-plan.json',
      expect.stringContaining('"version": 9'),
    );
    await type('[name="theme"]', 'Anew');
    expect(themes()).toEqual(['Anew']);
  });

  it('adds, moves and removes questions', async () => {
    await show();
    await press('Move Q2 up');
    expect(stored()?.plan.sessions[0]?.questions.slice(0, 2)).toEqual([
      { text: 'Which meeting surprised you, and why?', after: 5 },
      { text: 'What stops people coming to public meetings?', after: 9 },
    ]);
    await press('Remove Q6');
    await press('Add a question');
    await type('.plan-question:last-child textarea', 'One more\nline?');
    expect(stored()?.plan.sessions[0]?.questions.at(-1)).toEqual({
      text: 'One more line?',
      after: 9,
    });
    expect($('.questions').textContent).toContain('10 minutes left for the last answers');
  });

  it('moves, cancels and adds sessions', async () => {
    await show();
    await type('[name="at"]', '2026-12-02T12:30');
    expect(items()[0]).toContain('Wednesday 2 December, 12:30pmmoved');
    await press('Back to the usual time');
    await act(async () => $<HTMLInputElement>('[name="cancelled"]').click());
    expect(items()[0]).toContain('cancelled');
    expect(place.querySelector('[name="announcement"]')).toBeNull();
    await press('Add an extra session');
    expect(items()[0]).toContain('Wednesday 2 December, 1pmextra');
  });

  it('takes over another session', async () => {
    await show();
    await act(async () => store.select('2026-12-07'));
    await act(async () => {
      const select = $<HTMLSelectElement>('[name="template"]');
      select.value = '2026-11-30';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(stored()?.plan.sessions[1]).toEqual(session({ id: '2026-12-07' }));
  });

  it('hands the announcement to X’s composer, and says what other machines make of it', async () => {
    await show();
    expect($('.announcement').textContent).toContain('takes the theme from this post');
    await press('Put into X’s composer');
    expect(compose).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining(
        '#polchat, Thursday 3 December, 1pm to 2pm UK time\n\nTheme: Getting',
      ),
    );
    await type('[name="announcement"]', '#polchat is on Thursday. Come along!');
    expect($('.announcement').textContent).toContain('takes no theme from this post');
    await press('Back to the one Polchat makes');
    await type('[name="theme"]', 'Another');
    expect($<HTMLTextAreaElement>('[name="announcement"]').value).toContain('Theme: Another');
  });

  it('says where a moved session is understood with the calendar alone', async () => {
    await show();
    await type('[name="at"]', '2026-12-03T19:00');
    expect($('.announcement').textContent).toContain(
      'where it has your calendar file. Where it knows the weekly time alone, it shows the theme for Thursday 3 December, 1pm.',
    );
    await type('[name="at"]', '2026-12-01T13:00');
    expect($('.announcement').textContent).toContain('it takes none.');
  });

  it('keeps an announcement written by hand with its session, until the person goes back to the made one', async () => {
    await show();
    const text = () => $<HTMLTextAreaElement>('[name="announcement"]').value;
    await type('[name="announcement"]', 'Come along!');
    await type('[name="theme"]', 'Trust');
    await act(async () => store.select('2026-12-07'));
    expect(text()).not.toContain('Come along!');
    await show();
    expect(text()).toBe('Come along!');
    await press('Back to the one Polchat makes');
    expect(text()).toContain('Theme: Trust');
    await press('Undo');
    expect(text()).toBe('Come along!');
    const undo = { key: 'z', ctrlKey: true, bubbles: true, cancelable: true };
    await act(
      async () => void $('[name="announcement"]').dispatchEvent(new KeyboardEvent('keydown', undo)),
    );
    expect(themes()).toEqual(['Trust']);
  });

  it('lists what is planned for later than the next quarter', async () => {
    await show();
    await type('[name="at"]', '2027-04-01T13:00');
    expect(items().at(-1)).toContain('Thursday 1 April, 1pmmoved');
  });

  it('says so where the browser lets nothing onto the clipboard', async () => {
    copy.mockRejectedValueOnce(new Error('refused'));
    await show();
    await press('Copy');
    expect($('.announcement [role="alert"]').textContent).toContain('did not let it');
  });

  it('gives the calendar as a file, and takes one back as one change', async () => {
    await show();
    await press('Save as calendar file (.ics)');
    const [name, text] = download.mock.calls[0] as [string, string];
    expect(name).toBe('polchat.ics');
    expect(readPlan(text, 'polchat', 'Europe/London')?.plan).toEqual(plan());
    expect(stored()?.published).toHaveProperty('weekly');
    await type('[name="theme"]', 'Something else');
    const input = $<HTMLInputElement>('[type="file"]');
    Object.defineProperty(input, 'files', { value: [{ text: async () => text }] });
    await act(async () => {
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await Promise.resolve();
    });
    await vi.waitFor(() => expect(themes()).toEqual(['Getting people to public meetings']));
    await press('Undo');
    expect(themes()).toEqual(['Something else']);
  });

  it('takes over what another page saved, and is not disturbed by its own writes', async () => {
    await show();
    await type('[name="theme"]', 'Mine');
    const mine = kept.get(KEY);
    await type('[name="theme"]', 'Mine now');
    await act(async () => store.adopt({ [KEY]: { newValue: mine } }));
    expect($<HTMLInputElement>('[name="theme"]').value).toBe('Mine now');
    const theirs = { plan: plan({ sessions: [session({ theme: 'Theirs' })] }), published: {} };
    await act(async () => store.adopt({ [KEY]: { newValue: theirs } }));
    expect($<HTMLInputElement>('[name="theme"]').value).toBe('Theirs');
    await press('Undo');
    expect($<HTMLInputElement>('[name="theme"]').value).toBe('Mine now');
  });

  it('lets go of a plan that was deleted elsewhere: undo and the next key bring none of it back', async () => {
    await show();
    await type('[name="theme"]', 'Secret until Thursday');
    await act(async () => store.adopt({ [KEY]: {} }));
    expect($<HTMLInputElement>('[name="theme"]').value).toBe('');
    store.undo();
    await type('[name="reading"]', 'https://example.org/');
    expect(JSON.stringify(stored())).not.toContain('Secret');
    expect($<HTMLInputElement>('[name="theme"]').value).toBe('');
  });

  it('counts the shared texts as they will be, and says which braces nobody fills', async () => {
    await show();
    await type('[name="welcome"]', 'Hello from {plaice}');
    expect($('[data-part="texts"]').textContent).toContain('{plaice}');
    expect(stored()?.plan.texts.welcome).toBe('Hello from {plaice}');
  });

  it('moves the weekly hour', async () => {
    await show();
    await act(async () => {
      const select = $<HTMLSelectElement>('[name="weekday"]');
      select.value = '3';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(items()[0]).toContain('Wednesday 2 December, 1pm');
  });

  it('shows what was so far', async () => {
    await show();
    const record = $('[data-part="record"]');
    expect(record.textContent).toContain('Thursday 26 NovemberFraud31160');
    expect(record.textContent).toContain('What works?123');
    expect(record.querySelector('svg')?.getAttribute('aria-label')).toContain('31 at most');
  });

  it('begins with an empty plan', async () => {
    kept.clear();
    await show();
    expect(items()[0]).toContain('Thursday 3 December');
    expect(kept.size).toBe(0);
    await type('[name="theme"]', 'First');
    expect(stored()?.plan).toMatchObject({ uid: 'new', texts: TEXTS });
  });
});
