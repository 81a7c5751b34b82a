import { describe, expect, it } from 'vitest';
import {
  type ConversationStore,
  createConversationStore,
  type PanelStorage,
} from '@/stores/conversation';
import type { Post } from '@/stores/core/post';
import { buildFoundRows } from '@/stores/core/rows-found';
import { createThreader } from '@/stores/core/thread';
import { author, post, START } from '@/tests/fixtures/posts';
import { sessionAt } from '@/tests/fixtures/session';

const clock = { state: 'live', text: '', detail: '', progress: 0.5, lastFive: false } as const;
const session = sessionAt(START, { hosts: ['host'] });

interface Desk {
  store: ConversationStore;
  /** Runs what was put off to the next frames. */
  frames(): void;
  kept: Map<string, unknown>;
}

function desk(kept = new Map<string, unknown>()): Desk {
  const tasks: (() => void)[] = [];
  const store = createConversationStore({
    hashtag: 'polchat',
    threader: createThreader({ hosts: ['host'] }),
    now: () => START,
    schedule: (task) => tasks.push(task),
    storage: keptIn(kept),
    found: () => buildFoundRows,
  });
  store.setSession(session);
  store.setClock(clock);
  const frames = () => {
    while (tasks.length > 0) for (const task of tasks.splice(0)) task();
  };
  return { store, frames, kept };
}

type Changed = Parameters<PanelStorage['onChange']>[0];
const hearers = new WeakMap<Map<string, unknown>, Set<Changed>>();

const nameOf = (key: string, owner = '') => (key === 'draft' ? `draft ${owner}` : key);

/** Storage as the browser has it: whoever writes hears of it too, with all others. */
function keptIn(kept: Map<string, unknown>): PanelStorage {
  const all = hearers.get(kept) ?? new Set();
  hearers.set(kept, all);
  return {
    get: async (key, owner) => structuredClone(kept.get(nameOf(key, owner))),
    async set(key, value, owner = '') {
      kept.set(nameOf(key, owner), structuredClone(value));
      for (const changed of all) changed(key, structuredClone(value), owner);
    },
    async adopt(draft, owner) {
      kept.set(nameOf('draft', owner), structuredClone(draft));
      kept.delete(nameOf('draft'));
    },
    onChange: (changed) => all.add(changed),
  };
}

/** Waits for the storage's answers, which are promises already settled. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

const ask = (n: number): Post =>
  post({
    id: `100${n}`,
    author: 'host',
    createdAt: START + n * 600_000,
    text: `Q${n} What about ${n}? #polchat`,
  });
const answer = (id: string, n: number, rest: Partial<Post> = {}): Post => ({
  ...post({
    id,
    author: `by${id}`,
    createdAt: START + n * 600_000 + 30_000,
    text: `A${n} This ${id} #polchat`,
  }),
  ...rest,
});

const keys = ({ store }: Desk) => store.getState().rows.map((row) => row.key);
const waiting = ({ store }: Desk) =>
  store.getState().summary.waiting.map(({ label, posts }) => `${posts} in ${label}`);

function filled(): Desk {
  const made = desk();
  made.store.take([ask(1), answer('2001', 1), ask(2), answer('2002', 2)]);
  made.frames();
  return made;
}

describe('createConversationStore', () => {
  it('shows what comes into an untouched panel at once, by label, reply and quote', () => {
    const made = filled();
    made.store.take([
      answer('2003', 2),
      { ...answer('2004', 2), text: 'By reply #polchat', replyTo: '1002' },
      { ...answer('2005', 2), text: 'By quote #polchat', quoteOf: '1002' },
    ]);
    made.frames();
    expect(keys(made)).toEqual(['1001', '2001', '1002', '2002', '2003', '2004', '2005']);
    expect(waiting(made)).toEqual([]);
  });

  it('holds new posts back while someone reads, and says where they are', () => {
    const made = filled();
    made.store.touch();
    made.store.scrolled(false);
    made.store.take([answer('2003', 2), answer('2004', 1), answer('2005', 2)]);
    made.frames();
    expect(keys(made)).toEqual(['1001', '2001', '1002', '2002']);
    expect(waiting(made)).toEqual(['2 in Q2', '1 in Q1']);
    made.store.showNew('Q2');
    expect(keys(made)).toEqual(['1001', '2001', '2004', '1002', '2002', '2003', '2005']);
    expect(waiting(made)).toEqual([]);
    expect(made.store.getState().goal).toMatchObject({ key: '2003' });
  });

  it('follows the live end until someone points at it, and lets go of what waited then', () => {
    const made = filled();
    made.store.touch();
    made.store.scrolled(true);
    made.store.take([answer('2003', 2)]);
    made.frames();
    expect(keys(made)).toContain('2003');
    made.store.engage(true);
    made.store.take([answer('2004', 2)]);
    made.frames();
    expect(keys(made)).not.toContain('2004');
    made.store.engage(false);
    expect(keys(made)).toContain('2004');
  });

  it('follows again at the end where all that waits is hidden, for no bar leads on', () => {
    const made = filled();
    made.store.touch();
    made.store.scrolled(false);
    made.store.take([answer('2003', 2, { author: author('rude', { hidden: true }) })]);
    made.frames();
    expect(waiting(made)).toEqual([]);
    made.store.scrolled(true);
    expect(made.store.getState().reading).toBe('following');
  });

  it('takes the end of a thread’s own screen for no live end', () => {
    const made = filled();
    made.store.touch();
    made.store.scrolled(false);
    made.store.showScreen({ kind: 'thread', root: '2001' });
    made.store.scrolled(true);
    expect(made.store.getState().reading).toBe('away');
  });

  it('never lets the person’s own post wait', () => {
    const made = filled();
    made.store.setMe('By2003');
    made.store.touch();
    made.store.scrolled(false);
    made.store.take([answer('2003', 2)]);
    made.frames();
    expect(keys(made)).toContain('2003');
  });

  it('counts reposts in place, without making them wait', () => {
    const made = filled();
    made.store.touch();
    made.store.scrolled(false);
    made.store.take([
      post({ id: '3001', author: 'fan', repostOf: '2002', createdAt: START + 1_300_000 }),
    ]);
    made.frames();
    expect(waiting(made)).toEqual([]);
    expect(made.store.getState().rows.find(({ key }) => key === '2002')).toMatchObject({
      reposts: 1,
    });
  });

  it('takes the text of a deleted post away at once', () => {
    const made = filled();
    made.store.touch();
    made.store.scrolled(false);
    made.store.take([answer('2002', 2, { state: 'deleted', text: '' })]);
    made.frames();
    const row = made.store.getState().rows.find(({ key }) => key === '2002');
    expect(row).toMatchObject({ placed: { post: { state: 'deleted', text: '' } } });
  });

  it('shows the first posts without waiting for a frame, later ones with the next', () => {
    const set = desk();
    set.store.take([ask(1)]);
    expect(keys(set)).toEqual(['1001']);
    set.store.take([answer('2001', 1)]);
    expect(keys(set)).toEqual(['1001']);
    set.frames();
    expect(keys(set)).toEqual(['1001', '2001']);
  });

  it('threads a burst in shares and draws seldom, so that frames stay short', () => {
    const tasks: (() => void)[] = [];
    const shares: number[] = [];
    let drawn = 0;
    let time = START;
    const threader = createThreader({ hosts: ['host'] });
    const store = createConversationStore({
      hashtag: 'polchat',
      threader: {
        // Every share takes 4 ms here.
        add: (posts) => {
          shares.push(posts.length);
          time += 4;
          return threader.add(posts);
        },
        configure: (options) => threader.configure(options),
        conversation: () => threader.conversation(),
      },
      now: () => time,
      schedule: (task) => tasks.push(task),
      storage: keptIn(new Map()),
      found: () => undefined,
    });
    store.subscribe(() => {
      drawn += 1;
    });
    store.take([ask(1)]);
    tasks.shift()?.();
    shares.length = 0;
    drawn = 0;
    store.take(Array.from({ length: 525 }, (_, n) => answer(String(5000 + n), 1)));
    let frames = 0;
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
      frames += 1;
      task();
    }
    expect(shares).toEqual([50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 25]);
    // Two shares a frame, 44 ms in all: only the last frame is drawn.
    expect([frames, drawn]).toEqual([6, 1]);
    expect(store.getState().summary.posts).toBe(526);
  });

  it('shows one question alone, with what waited for it', () => {
    const made = filled();
    made.store.touch();
    made.store.scrolled(false);
    made.store.take([answer('2003', 1), answer('2004', 2)]);
    made.frames();
    made.store.showGroup('Q1');
    expect(keys(made)).toEqual(['1001', '2001', '2003']);
    expect(waiting(made)).toEqual(['1 in Q2']);
  });

  it('looks for words in every question, until one is chosen', () => {
    const made = filled();
    made.store.showGroup('Q1');
    made.store.setFinding(true);
    made.store.setFind({ unanswered: true });
    expect(keys(made)).toEqual(['found Q1', '2001']);
    made.store.setFind({ query: 'this' });
    expect(made.store.getState().group).toBe('all');
    expect(keys(made)).toEqual(['found Q1', '2001', 'found Q2', '2002']);
    made.store.showGroup('Q1');
    made.store.setFind({ query: 'this 2' });
    expect(keys(made)).toEqual(['found Q1', '2001']);
  });

  it('leaves a search for whatever it is asked to go to', () => {
    for (const go of [
      ({ store }: Desk) => store.showOpen(),
      ({ store }: Desk) => store.showPost('1002'),
      ({ store }: Desk) => store.showNew(),
    ]) {
      const made = filled();
      made.store.touch();
      made.store.scrolled(false);
      made.store.setFinding(true);
      made.store.setFind({ query: '2001' });
      made.store.take([answer('2003', 2)]);
      made.frames();
      expect(keys(made)).toEqual(['found Q1', '2001']);
      go(made);
      expect(keys(made)).toContain('1002');
      expect(keys(made)).toContain(made.store.getState().goal?.key);
    }
  });

  it('goes to the open question where that waits behind the bar, and leaves the others there', () => {
    const made = filled();
    made.store.touch();
    made.store.scrolled(false);
    made.store.take([answer('2003', 1), ask(3), answer('2004', 3)]);
    made.frames();
    made.store.showOpen();
    expect(keys(made)).toEqual(['1001', '2001', '1002', '2002', '1003', '2004']);
    expect(made.store.getState().goal).toMatchObject({ key: '1003' });
    expect(waiting(made)).toEqual(['1 in Q1']);
  });

  it('shows what waits under another question than the one that is shown alone', () => {
    const made = filled();
    made.store.touch();
    made.store.scrolled(false);
    made.store.take([answer('2003', 2)]);
    made.frames();
    made.store.showGroup('Q1');
    made.store.showNew('Q2');
    expect(keys(made)).toEqual(['1001', '2001', '1002', '2002', '2003']);
    expect(made.store.getState().goal).toMatchObject({ key: '2003' });
  });

  it('lets a post that is edited stand where it stood, or wait where it waited', () => {
    const made = filled();
    made.store.touch();
    made.store.scrolled(false);
    made.store.take([answer('2003', 2)]);
    made.frames();
    const edited = (was: string, id: string) =>
      answer(id, 2, { author: author(`by${was}`), editedIds: [was, id] });
    made.store.take([edited('2002', '2012'), edited('2003', '2013')]);
    made.frames();
    expect(keys(made)).toEqual(['1001', '2001', '1002', '2012']);
    expect(waiting(made)).toEqual(['1 in Q2']);
  });

  it('moves a post by hand and remembers it', async () => {
    const made = filled();
    made.store.move('2002', 'Q1');
    expect(keys(made)).toEqual(['1001', '2001', '2002', '1002']);
    await settled();
    expect(made.kept.get('moves')).toEqual({ '2002': 'Q1' });
    const again = desk(made.kept);
    again.store.take([ask(1), answer('2001', 1), ask(2), answer('2002', 2)]);
    again.frames();
    await settled();
    expect(keys(again)).toEqual(['1001', '2001', '2002', '1002']);
  });

  it('draws the line where the last visit ended', async () => {
    const made = filled();
    made.store.saw(['1001', '2001']);
    made.store.save();
    await settled();
    expect(made.kept.get('lastRead')).toBe(START + 630_000);
    const again = desk(made.kept);
    again.store.take([ask(1), answer('2001', 1), ask(2), answer('2002', 2)]);
    again.frames();
    await settled();
    expect(keys(again)).toEqual(['1001', '2001', 'last read', '1002', '2002']);
    expect(again.store.getState().summary.rail.map(({ unread }) => unread)).toEqual([0, 2]);
    again.store.saw(['1002', '2002']);
    again.frames();
    expect(again.store.getState().summary.rail.map(({ unread }) => unread)).toEqual([0, 0]);
  });

  it('never draws the line before what was read in another tab since', async () => {
    const kept = new Map<string, unknown>();
    const [one, other] = [desk(kept), desk(kept)];
    for (const { store, frames } of [one, other]) {
      store.take([ask(1), answer('2001', 1), ask(2), answer('2002', 2)]);
      frames();
    }
    await settled();
    one.store.saw(['2001']);
    other.store.saw(['2002']);
    other.store.save();
    one.store.save();
    expect(kept.get('lastRead')).toBe(answer('2002', 2).createdAt);
  });

  it('opens a chat that is over where the reader stopped, a live one at its end', async () => {
    for (const [state, goal] of [
      ['ended', 'last read'],
      ['live', undefined],
    ] as const) {
      const made = desk(new Map([['lastRead', START + 700_000]]));
      made.store.setClock({ ...clock, state });
      await settled();
      made.store.take([ask(1), answer('2001', 1), ask(2), answer('2002', 2)]);
      made.frames();
      expect(made.store.getState().goal?.key).toBe(goal);
      // Going there by itself is no touch: what comes next is still shown at once.
      made.store.scrolled(false);
      made.store.take([answer('2003', 1)]);
      made.frames();
      expect(keys(made)).toContain('2003');
    }
  });

  it('finds no fault with what the storage holds', async () => {
    const junk = new Map<string, unknown>([
      ['lastRead', 'yesterday'],
      ['moves', ['Q1']],
      ['muted', { people: 'all', words: [1, 'spoiler'] }],
      ['draft ', 7],
    ]);
    const made = desk(junk);
    made.store.take([ask(1), answer('2001', 1)]);
    made.frames();
    await settled();
    expect(made.store.getState()).toMatchObject({
      lastRead: null,
      muted: { people: [], words: ['spoiler'] },
      draft: { text: '', label: null },
    });
    expect(keys(made)).toEqual(['1001', '2001']);
  });

  it('hides the muted, counts them, and shows them on request', () => {
    const made = filled();
    made.store.mute({ people: ['by2001'] });
    expect(keys(made)).toEqual(['1001', '1002', '2002']);
    expect(made.store.getState().summary.hidden).toBe(1);
    made.store.setShowMuted(true);
    expect(keys(made)).toContain('2001');
  });

  it('mutes whole words, in any capitals and behind a hashtag’s sign, not parts of others', () => {
    const made = filled();
    const said = ['Cat cafés.', 'We love #cat pictures', 'Education first', 'c.t', 'Concatenate'];
    made.store.take(said.map((text, n) => answer(`400${n}`, 2, { text: `A2 ${text}` })));
    made.frames();
    made.store.mute({ words: ['cat', 'c.t'] });
    const shown = keys(made).filter((key) => key.startsWith('400'));
    expect(shown).toEqual(['4002', '4004']);
  });

  it('goes to a folded post by unfolding its thread', () => {
    const made = filled();
    made.store.take(
      'abcde'.split('').map((id, n) => answer(`30${n}${id}`, 2, { text: 'Yes', replyTo: '2002' })),
    );
    made.frames();
    expect(keys(made)).toContain('more 2002');
    made.store.showPost('304e');
    expect(keys(made)).toContain('304e');
    expect(made.store.getState().goal).toMatchObject({ key: '304e' });
  });

  it('keeps the draft', async () => {
    const made = desk();
    made.store.setDraft({ text: 'Half a thou' });
    await settled();
    const again = desk(made.kept);
    await settled();
    expect(again.store.getState().draft).toMatchObject({ text: 'Half a thou', label: null });
  });

  describe('whose the draft is', () => {
    const draft = (text: string) => ({ text, label: null, at: 1 });
    const textOf = (made: Desk) => made.store.getState().draft.text;
    const keptFor = (made: Desk, owner: string) =>
      (made.kept.get(`draft ${owner}`) as { text: string } | undefined)?.text;

    it('begun before X said who is there, it joins what that person had, and is nobody’s any more', async () => {
      const made = desk(new Map([['draft dan', draft('Begun yesterday')]]));
      made.store.setDraft({ text: 'Begun now' });
      await settled();
      expect(keptFor(made, '')).toBe('Begun now');
      expect(keptFor(made, 'dan')).toBe('Begun yesterday');
      made.store.setMe('dan');
      // Typed while storage is being read.
      made.store.setDraft({ text: 'Begun now!' });
      expect(keptFor(made, 'dan')).toBe('Begun yesterday');
      await settled();
      expect(textOf(made)).toBe('Begun yesterday\nBegun now!');
      expect(keptFor(made, 'dan')).toBe('Begun yesterday\nBegun now!');
      expect(made.kept.has('draft ')).toBe(false);
    });

    it('what one account took over is not shown to the next', async () => {
      const made = desk();
      made.store.setDraft({ text: 'Dan’s alone' });
      made.store.setMe('dan');
      await settled();
      const other = desk(made.kept);
      await settled();
      expect(textOf(other)).toBe('');
      other.store.setMe('force');
      await settled();
      expect(textOf(other)).toBe('');
      expect(made.kept.has('draft force')).toBe(false);
    });

    it('written by nobody before the tab went, it goes to who comes, even where they come at once', async () => {
      const made = desk(new Map([['draft ', draft('Half a thought')]]));
      made.store.setMe('dan');
      await settled();
      expect(textOf(made)).toBe('Half a thought');
      expect([...made.kept.keys()].filter((key) => key.startsWith('draft'))).toEqual(['draft dan']);
    });

    it('of another account comes in its stead, and neither is written over', async () => {
      const made = desk(new Map([['draft force', draft('Of the other')]]));
      made.store.setMe('dan');
      await settled();
      made.store.setDraft({ text: 'Mine' });
      made.store.setMe('force');
      await settled();
      expect(textOf(made)).toBe('Of the other');
      expect([keptFor(made, 'dan'), keptFor(made, 'force')]).toEqual(['Mine', 'Of the other']);
    });

    it('stays where X does not say for a while who is there', async () => {
      const made = desk();
      made.store.setMe('dan');
      await settled();
      made.store.setDraft({ text: 'Half a thou' });
      made.store.setMe(null);
      await settled();
      expect(made.store.getState().me).toBe('dan');
      made.store.setDraft({ text: 'Half a thought' });
      await settled();
      expect(textOf(made)).toBe('Half a thought');
      expect(keptFor(made, 'dan')).toBe('Half a thought');
    });
  });
});
