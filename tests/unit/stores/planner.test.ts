import { describe, expect, it, vi } from 'vitest';
import { writePlan } from '@/stores/core/plan-calendar';
import { changeSession } from '@/stores/core/plan-edit';
import { createPlannerStore, type PlannerStore } from '@/stores/planner';
import { parseStoredPlan, planKey } from '@/stores/plans';
import { plan, session, TEXTS } from '../../fixtures/plans.ts';

const NOW = Date.UTC(2026, 10, 30, 9);
const KEY = planKey('polchat');

/** A storage that can be made to fail. */
function stageArea(value?: unknown) {
  const fails = { get: false, set: false };
  const data: Record<string, unknown> = value === undefined ? {} : { [KEY]: value };
  return {
    data,
    fails,
    get: async (keys: string[]) => {
      if (fails.get) throw new Error('gone');
      return Object.fromEntries(keys.map((key) => [key, structuredClone(data[key])]));
    },
    set: async (items: Record<string, unknown>) => {
      if (fails.set) throw new Error('full');
      Object.assign(data, structuredClone(items));
    },
  };
}

type Area = ReturnType<typeof stageArea>;
let ids = 0;

function create(area: Area): PlannerStore {
  return createPlannerStore({
    area,
    hashtag: 'polchat',
    now: () => NOW,
    newId: () => `id${ids++}`,
    rule: plan().rule,
    texts: TEXTS,
    readRecord: async () => [],
    readIdeas: async () => ({ themes: [], points: [] }),
  });
}

async function open(area: Area): Promise<PlannerStore> {
  const store = create(area);
  await store.start();
  return store;
}

const written = () => new Promise((done) => setTimeout(done));
const typeTheme = (store: PlannerStore, theme: string) =>
  store.change((before) => changeSession(before, '2026-12-07', { theme }), 'theme');
const stored = ({ data }: Area) => parseStoredPlan(data[KEY]);

describe('a stored plan that cannot be read', () => {
  const questions = Array.from({ length: 31 }, (_, i) => ({ text: `And ${i}?`, after: 1 }));
  const newer = { id: 'week 49', theme: 'From a newer Polchat' };
  it.each([
    ['another shape', { plan: { version: 9 } }],
    ['a zone nobody knows', { plan: plan({ rule: { ...plan().rule, timeZone: 'Mars/North' } }) }],
    ['more questions than Polchat takes', { plan: plan({ sessions: [session({ questions })] }) }],
    ['a session of another shape', { plan: { ...plan(), sessions: [session(), newer] } }],
  ])('is never written over, and said: %s', async (_, value) => {
    const area = stageArea(value);
    const store = await open(area);
    expect(store.getState().problem).toBe('unreadable');
    typeTheme(store, 'Lost?');
    store.exportCalendar();
    expect(store.importCalendar(writePlan(plan(), {}, NOW).text)).toBe(false);
    store.tick();
    await written();
    expect(area.data[KEY]).toEqual(value);
  });

  it('is handed out before the person goes on with what can be read of it', async () => {
    const value = { plan: { ...plan(), sessions: [session(), newer] }, published: {} };
    const area = stageArea(value);
    const store = await open(area);
    expect(JSON.parse(store.goOn())).toEqual(value);
    expect(area.data[KEY]).toEqual(value);
    typeTheme(store, 'Next');
    await written();
    expect(stored(area)?.plan.sessions.map(({ theme }) => theme)).toEqual([
      'Getting people to public meetings',
      'Next',
    ]);
  });

  it('is kept where the storage does not answer, and read once it does', async () => {
    const area = stageArea({ plan: plan(), published: {} });
    area.fails.get = true;
    const store = await open(area);
    expect(store.getState().problem).toBe('refused');
    typeTheme(store, 'Lost?');
    await written();
    expect(stored(area)?.plan).toEqual(plan());
    area.fails.get = false;
    store.tick();
    await vi.waitFor(() =>
      expect(store.getState()).toMatchObject({ problem: null, history: { now: plan() } }),
    );
  });

  it('locks the page too where another page wrote it', async () => {
    const area = stageArea({ plan: plan(), published: {} });
    const store = await open(area);
    store.adopt({ [KEY]: { newValue: { plan: { version: 9 } } } });
    expect(store.getState().problem).toBe('unreadable');
    store.adopt({ [KEY]: { newValue: { plan: plan(), published: {} } } });
    expect(store.getState().problem).toBeNull();
  });

  it('changes nothing before the storage was read', async () => {
    const area = stageArea({ plan: plan(), published: {} });
    const store = create(area);
    typeTheme(store, 'Lost?');
    await written();
    expect(stored(area)?.plan).toEqual(plan());
  });
});

describe('saving', () => {
  it('is tried again by itself after it failed', async () => {
    const area = stageArea();
    const store = await open(area);
    area.fails.set = true;
    typeTheme(store, 'Kept');
    await vi.waitFor(() => expect(store.getState().saving).toBe('failed'));
    area.fails.set = false;
    store.tick();
    await vi.waitFor(() => expect(store.getState().saving).toBe('saved'));
    expect(stored(area)?.plan.sessions[0]?.theme).toBe('Kept');
  });
});

describe('an imported calendar', () => {
  it('is read again as it was taken over, also from a zone that only the file explains', async () => {
    const uid = `040000008200E00074C5B7101A82E00800000000${'A0B1C2D3E4F5060708'.repeat(4)}`;
    const text = writePlan(plan({ uid }), {}, NOW)
      .text.replaceAll('TZID:Europe/London', 'TZID:Customized Time Zone')
      .replaceAll('TZID=Europe/London', 'TZID="Customized Time Zone"')
      .replace(/X-LIC-LOCATION.*\r\n/, '');
    const area = stageArea();
    const store = await open(area);
    expect(store.importCalendar(text)).toBe(true);
    await written();
    const again = await open(area);
    expect(again.getState().history.now).toEqual(plan({ uid }));
  });

  it('may say any day of its first week', async () => {
    const text = writePlan(plan(), {}, NOW)
      .text.replaceAll(/\r\n[ \t]/g, '')
      .replace('"since":"2026-11-30"', '"since":"2026-12-02"');
    const store = await open(stageArea());
    expect(store.importCalendar(text)).toBe(true);
    expect(store.getState().history.now.since).toBe('2026-11-30');
  });

  const sequences = (text: string) =>
    [...text.matchAll(/SEQUENCE:(\d+)/g)].map(([, number]) => Number(number));

  it('never lowers what calendars were told: another plan, undo, an older file', async () => {
    const area = stageArea({ plan: plan(), published: {} });
    const store = await open(area);
    const first = store.exportCalendar();
    store.change((before) => changeSession(before, '2026-11-30', { theme: 'Two' }), '');
    expect(sequences(store.exportCalendar())).toEqual([0, 1]);
    store.importCalendar(writePlan(plan({ uid: 'other' }), {}, NOW).text);
    expect(store.exportCalendar()).toContain('UID:other');
    store.undo();
    store.change((before) => changeSession(before, '2026-11-30', { theme: 'Three' }), '');
    expect(sequences(store.exportCalendar())).toEqual([0, 2]);
    await written();
    const again = await open(area);
    again.importCalendar(first);
    expect(sequences(again.exportCalendar())).toEqual([0, 3]);
  });

  it('takes the higher number of the two', async () => {
    const raised = { sequence: 7, at: NOW, print: 0 };
    const { text } = writePlan(plan(), { weekly: raised, '2026-11-30': raised }, NOW);
    const store = await open(stageArea({ plan: plan(), published: {} }));
    store.exportCalendar();
    store.importCalendar(text);
    expect(sequences(store.exportCalendar())).toEqual([8, 8]);
    store.undo();
    store.change((before) => changeSession(before, '2026-11-30', { theme: 'Two' }), '');
    expect(sequences(store.exportCalendar())).toEqual([8, 9]);
  });

  it('leaves texts, rhythm and the words of cancelled sessions that the file has lost', async () => {
    const rhythm = [3, 8, 8, 8, 8, 8];
    const questions = session().questions.map(({ text }, i) => ({ text, after: rhythm[i] ?? 0 }));
    const own = plan({
      sessions: [
        session({ questions }),
        session({ id: '2026-12-07', cancelled: true, theme: 'Another time' }),
      ],
    });
    const store = await open(stageArea({ plan: own, published: {} }));
    const text = store
      .exportCalendar()
      .replaceAll(/\r\n[ \t]/g, '')
      .replaceAll(/X-POLCHAT.*\r\n/g, '');
    expect(store.importCalendar(text)).toBe(true);
    expect(store.getState().history.now).toEqual(own);
  });
});
