// @vitest-environment jsdom
import { act } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { standAlone } from '@/components/panel/bring-parts';
import { createRunSheetPart } from '@/components/panel/run-sheet-part';
import { createHostStore, type HostStore } from '@/stores/host';
import { planKey } from '@/stores/plans';
import { plan, session, TEXTS } from '@/tests/fixtures/plans';
import { post, START } from '@/tests/fixtures/posts';
import { allThere, type PanelStage, stagePanel } from './panel-stage';

const MINUTE = 60_000;
const at = (minute: number) => START + minute * MINUTE;
const { questions } = session();

let stage: PanelStage;
let host: HostStore;
let now: number;
const kept = new Map<string, unknown>();
const area = {
  get: async (keys: string[]) => Object.fromEntries(keys.map((key) => [key, kept.get(key)])),
  set: async (items: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(items)) kept.set(key, value);
  },
};
const startHosting = vi.fn(async () => undefined);
const addHost = vi.fn(async () => undefined);
const openPlanner = vi.fn();
const readEarlier = vi.fn(async () => ['anna']);

async function show(hosting = true) {
  host = createHostStore({
    area,
    hashtag: 'polchat',
    now: () => now,
    readEarlier,
    readLiked: () => ['9'],
  });
  const runSheet = standAlone(createRunSheetPart({ host, startHosting, addHost, openPlanner }));
  stage = stagePanel({ theme: null, questions: [] }, allThere({ runSheet }));
  await act(async () => {
    stage.store.setHosting(hosting);
    stage.store.setMe('host');
    stage.store.showScreen({ kind: 'runSheet' });
    await host.open(START, 'Europe/London');
  });
}

beforeEach(() => {
  now = at(2);
  const own = plan({ since: '2026-06-15', sessions: [session({ id: '2026-06-15' })] });
  kept.clear();
  kept.set(planKey('polchat'), { plan: { ...own, texts: { ...TEXTS, rules: '' } }, published: {} });
});
afterEach(() => {
  stage.host.remove();
  vi.clearAllMocks();
});

const said = (id: string, by: string, minute: number, text: string) =>
  post({ id, author: by, createdAt: at(minute), text: `${text} #polchat` });
const welcome = said('1', 'host', 0, 'Welcome to the hour. Who is here, and where from?');
const ask = (n: number, minute: number, by = 'host') =>
  said(`${n}0`, by, minute, `Q${n} ${questions[n - 1]?.text}`);
const next = () => stage.text('.next');
const press = (name: string) =>
  act(async () => {
    const button = stage
      .all('button')
      .find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
    if (button === undefined) throw new Error(`no ${name}`);
    button.click();
  });

describe('the run sheet', () => {
  it('is a tab beside the conversation for hosts, and only for them', async () => {
    await show();
    expect(stage.all('.tabs button').map((one) => one.textContent)).toEqual([
      'Conversation',
      'Run sheet',
    ]);
    expect(stage.text('.tabs [aria-current]')).toBe('Run sheet');
    await press('Conversation');
    expect(stage.text('.tabs [aria-current]')).toBe('Conversation');
    await act(() => stage.store.setHosting(false));
    expect(stage.all('.tabs')).toEqual([]);
  });

  it('asks once who is no host yet', async () => {
    await show(false);
    expect(stage.text('[data-part="run-sheet"]')).toContain('Do you host #polchat?');
    await press('I host this chat');
    expect(startHosting).toHaveBeenCalledOnce();
  });

  it('offers the next post, and one press puts it into X’s composer, no more', async () => {
    await show();
    expect(next()).toContain('Welcome');
    stage.take(welcome);
    expect(next()).toMatch(/^Q1 in 3 min/);
    await press('Put into X’s composer');
    expect(stage.calls.postOnX).toHaveBeenCalledExactlyOnceWith(
      `Q1 ${questions[0]?.text} #polchat`,
    );
    await vi.waitFor(() => expect(next()).toContain('press Post there'));
    stage.take(ask(1, 5));
    expect(next()).toMatch(/^Q2 in 12 min/);
    expect(next()).not.toContain('press Post there');
  });

  it('says who was faster while the words wait in the composer', async () => {
    await show();
    stage.take(welcome);
    await press('Put into X’s composer');
    stage.take(ask(1, 5, 'colleague'));
    expect(next()).toContain('@colleague, who is not a host, has just posted Q1.');
    const step = () => stage.text('.run-step[data-label="Q1"]');
    expect(step()).toMatch(/asked \S+ by @colleague, who is not a host/);
    expect(stage.all('.run-step[data-label="Q1"] button').map((one) => one.textContent)).toContain(
      'Ask now',
    );
    await press('@colleague is a host too');
    expect(addHost).toHaveBeenCalledExactlyOnceWith('colleague');
  });

  it('skips and brings back, and remembers it for the session', async () => {
    await show();
    stage.take(welcome, ask(1, 5));
    await press('Skip Q2');
    expect(next()).toMatch(/^Q3/);
    expect(stage.text('.run-step[data-label="Q2"]')).toContain('skipped');
    stage.host.remove();
    await show();
    stage.take(welcome, ask(1, 5));
    expect(next()).toMatch(/^Q3/);
    await press('Bring back Q2');
    expect(next()).toMatch(/^Q2/);
  });

  it('remembers what was skipped where the start is moved, and forgets it for another session', async () => {
    await show();
    stage.take(welcome, ask(1, 5));
    await press('Skip Q2');
    await host.open(START + 5 * MINUTE, 'Europe/London');
    expect([...host.getState().skipped]).toEqual([questions[1]?.text]);
    // An extra session of the same day is another one.
    const own = plan({
      since: '2026-06-15',
      sessions: [
        session({ id: '2026-06-15', at: '2026-06-18T14:00' }),
        session({ id: 'extra-1', at: '2026-06-18T19:00' }),
      ],
    });
    kept.set(planKey('polchat'), { plan: own, published: {} });
    await host.open(START + 60 * MINUTE, 'Europe/London');
    expect([...host.getState().skipped]).toEqual([questions[1]?.text]);
    host.skip('wrap', true);
    await host.open(START + 6 * 60 * MINUTE, 'Europe/London');
    expect([...host.getState().skipped]).toEqual([]);
    await host.open(START + 7 * 24 * 60 * MINUTE, 'Europe/London');
    expect([...host.getState().skipped]).toEqual([]);
  });

  it('lets the host welcome people after the first question too', async () => {
    await show();
    stage.take(ask(1, 5));
    expect(stage.text('.run-step[data-kind="welcome"]')).toContain('passed over');
    await press('Skip Welcome');
    await press('Bring back Welcome');
    await press('Ask now: Welcome');
    expect(stage.calls.postOnX).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^Welcome/));
    expect(next()).toMatch(/^Q2/);
  });

  it('links to the transcript where the host has published it', async () => {
    await show();
    const wrap = () => stage.text('.run-step[data-kind="wrap"]');
    expect(wrap()).toContain('https://x.com/search');
    const published = { [`polchat ${START}`]: 'https://example.org/transcript' };
    await act(() => host.adopt({ transcripts: { newValue: { me: '', published } } }));
    expect(wrap()).toContain('Read it again: https://example.org/transcript');
  });

  it('says how late it is, and drops a question on a press', async () => {
    await show();
    now = at(10);
    stage.take(welcome);
    await act(() => host.tick());
    expect(stage.text('[data-part="behind"]')).toContain('5 min behind');
    await press('Drop Q5? It makes up time');
    expect(stage.text('[data-part="behind"]')).toBe('5 min behind');
    expect(stage.text('.run-step[data-label="Q5"]')).toContain('skipped');
  });

  it('lists who waits for a word; replies, likes on the page and Done take off the list', async () => {
    await show();
    stage.take(
      welcome,
      ask(1, 5),
      said('7', 'anna', 6, 'A1 Timing'),
      said('8', 'ben', 7, 'A1 Childcare. Does anyone pay for it?'),
      said('9', 'cat', 8, 'A1 Liked already'),
    );
    const list = (part: string) =>
      stage.all(`[data-part="${part}"] article`).map(({ dataset }) => dataset.postId);
    expect(list('ignored')).toEqual(['8', '7']);
    expect(list('newcomers')).toEqual(['9', '8']);
    expect(list('asking')).toEqual(['8']);
    await press('Done with ben’s post');
    expect(list('ignored')).toEqual(['7']);
    await press('Reply to anna');
    expect(stage.calls.reply).toHaveBeenCalledOnce();
  });

  it('mutes spam here', async () => {
    await show();
    const advert = 'Win a free phone today, just follow our page and repost this';
    stage.take(welcome, ask(1, 5), said('7', 'bot1', 6, advert), said('8', 'bot2', 7, advert));
    await press('Mute here: @bot1, @bot2');
    expect(stage.store.getState().muted.people).toEqual(['bot1', 'bot2']);
    expect(stage.all('[data-part="spam"]')).toEqual([]);
  });

  it('offers no muting where the organisation settles it', async () => {
    await show();
    stage.calls.canMute.mockReturnValue(false);
    const advert = 'Win a free phone today, just follow our page and repost this';
    stage.take(welcome, ask(1, 5), said('7', 'bot1', 6, advert), said('8', 'bot2', 7, advert));
    expect(stage.all('[data-part="spam"] .waiting-do button')).toEqual([]);
  });

  it('goes without a plan, by what the calendar says', async () => {
    kept.clear();
    await show();
    await act(() =>
      stage.store.setSession({
        ...(stage.store.getState().session as never as object),
        questions: [{ label: 'Q1', text: 'From the calendar?' }],
      } as never),
    );
    expect(stage.all('.run-step').map((one) => one.dataset.kind)).toEqual([
      'welcome',
      'rules',
      'question',
      'wrap',
    ]);
    await press('Open the planner');
    expect(openPlanner).toHaveBeenCalledOnce();
  });
});
