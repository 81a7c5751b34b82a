import { describe, expect, it } from 'vitest';
import { type ConversationStore, createConversationStore } from '@/stores/conversation';
import type { Post } from '@/stores/core/post';
import { buildFoundRows } from '@/stores/core/rows-found';
import { isFolded } from '@/stores/core/rows-groups';
import { createThreader } from '@/stores/core/thread';
import { hiddenBy } from '@/stores/panel-rows';
import { isWhole } from '@/stores/panel-state';
import { seeded } from '@/tests/fixtures/chat';
import { post, START } from '@/tests/fixtures/posts';
import { sessionAt } from '@/tests/fixtures/session';

const live = { state: 'live', text: '', detail: '', progress: 0.5, lastFive: false } as const;
const PEOPLE = ['ann', 'ben', 'cat', 'dan', 'rude'];

interface Play {
  store: ConversationStore;
  chance: () => number;
  pick: <T>(list: readonly T[]) => T;
  /** Posts still to come, in no order. */
  coming: Post[];
  come: Post[];
}

function play(seed: number): Play {
  const chance = seeded(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T;
  const store = createConversationStore({
    hashtag: 'polchat',
    threader: createThreader({ hosts: ['host'] }),
    now: () => START,
    schedule: (task) => task(),
    storage: {
      get: async () => undefined,
      set: async () => undefined,
      adopt: async () => undefined,
      onChange: () => undefined,
    },
    found: () => buildFoundRows,
  });
  const questions = ['Q2', 'Q9'].map((label) => ({ label, text: 'Planned' }));
  store.setSession(sessionAt(START, { hosts: ['host'], questions }));
  store.setClock(live);
  const coming: Post[] = [];
  for (let n = 0; n < 60; n += 1) coming.push(inventPost(n, coming, chance, pick));
  return { store, chance, pick, coming: coming.sort(() => chance() - 0.5), come: [] };
}

function inventPost(
  n: number,
  before: readonly Post[],
  chance: () => number,
  pick: Play['pick'],
): Post {
  const common = { id: String(2000 + 2 * n), createdAt: START + n * 30_000, author: pick(PEOPLE) };
  const question = Math.ceil((n + 1) / 10);
  if (n % 10 === 3) {
    return post({ ...common, author: 'host', text: `Q${question} What about it? #polchat` });
  }
  const other = before.length > 0 ? pick(before.slice(-12)) : null;
  const dice = chance();
  if (other !== null && dice < 0.35) return post({ ...common, replyTo: other.id });
  if (other !== null && dice < 0.45) return post({ ...common, repostOf: other.id });
  if (other !== null && dice < 0.6) return post({ ...common, quoteOf: other.id });
  return post(dice < 0.85 ? { ...common, text: `A${question} So it is #polchat` } : common);
}

/** What people and X do, in no order. */
const STEPS: ((play: Play) => void)[] = [
  takeMore,
  takeMore,
  takeMore,
  ({ store, come, pick }) => store.take([{ ...pick(come), state: 'deleted', text: '' }]),
  ({ store, come, pick }) => {
    const known = pick(come);
    const id = String(Number(known.id) + 1);
    const isQuestion = known.author.handle === 'host';
    if (!isQuestion) store.take([{ ...known, id, editedIds: [known.id, id] }]);
  },
  ({ store, come, pick }) => {
    const { id, author } = pick(come);
    if (author.handle !== 'host') store.move(id, pick(['', 'Q1', 'Q2', 'Q3']));
  },
  ({ store, pick }) => store.mute({ people: pick([[], ['rude']]) }),
  ({ store, pick }) => store.setShowMuted(pick([true, false])),
  ({ store, pick }) => store.showGroup(pick(['all', 'all', 'Q1', 'Q2', 'introductions'])),
  ({ store, pick }) => store.showNew(pick(store.getState().summary.waiting)?.key),
  ({ store }) => store.showOpen(),
  ({ store, pick }) => store.showPost(pick([...store.getState().conversation.placed.keys()])),
  ({ store, come, pick }) => store.showScreen({ kind: 'thread', root: pick(come).id }),
  ({ store, pick }) => store.setFind({ query: pick(['', 'so', 'from:ann']) }),
];

function takeMore({ store, coming, come }: Play): void {
  const some = coming.splice(0, 3);
  come.push(...some);
  store.take(some);
}

/** What the panel says in numbers, beside what there is. */
function countsOf({ getState }: ConversationStore): [said: object, there: object] {
  const { conversation, muted, showMuted, held, summary, rows, group } = getState();
  const isHidden = hiddenBy(muted, showMuted);
  const all = [...conversation.placed.values()];
  const shown = all.filter((placed) => !isHidden(placed.post));
  const drawn = shown.filter((placed) => !isFolded(placed, conversation));
  const asks = new Set(conversation.questions.map(({ postId }) => postId));
  const sum = (list: readonly { posts: number }[]) =>
    list.reduce((all, { posts }) => all + posts, 0);
  const keys = rows.map(({ key }) => key);
  const said = {
    posts: summary.posts,
    hidden: summary.hidden,
    rail: sum(summary.rail),
    waiting: sum(summary.waiting),
    keys: keys.length,
  };
  const there = {
    posts: shown.length,
    hidden: all.length - shown.length,
    rail: drawn.filter(({ post }) => !asks.has(post.id)).length,
    waiting: drawn.filter(({ post }) => held.has(post.id)).length,
    keys: new Set(keys).size,
  };
  if (!isWhole(getState()) || group !== 'all') return [said, there];
  const listed = rows.map((row) =>
    row.kind === 'more' ? row.hidden : Number(row.kind === 'post'),
  );
  const open = drawn.filter(({ post }) => !asks.has(post.id) && !held.has(post.id));
  return [
    { ...said, listed: listed.reduce((all, one) => all + one, 0) },
    { ...there, listed: open.length },
  ];
}

describe('the panel’s numbers', () => {
  it.each(Array.from({ length: 40 }, (_, n) => n))(
    'agree with what is there, whatever happens: chat %i',
    (seed) => {
      const made = play(seed);
      takeMore(made);
      made.store.touch();
      made.store.scrolled(false);
      for (let n = 0; n < 60; n += 1) {
        made.pick(STEPS)(made);
        const [said, there] = countsOf(made.store);
        expect(said).toEqual(there);
      }
    },
  );
});
