import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRunSheet, postText, type RunInput } from '@/stores/core/plan-run';
import type { Post } from '@/stores/core/post';
import { createThreader } from '@/stores/core/thread';
import { session, TEXTS } from '../../../fixtures/plans.ts';
import { post, START } from '../../../fixtures/posts.ts';

const MINUTE = 60_000;
const { questions } = session();
const HOSTS = ['host', 'colleague'];

/** The sheet at a minute of the hour, after these posts. */
function sheet(posts: Post[], minute: number, more: Partial<RunInput> = {}) {
  const threader = createThreader({ hosts: HOSTS });
  threader.configure({ hosts: HOSTS, session: { start: START, end: START + 60 * MINUTE } });
  threader.add(posts);
  return buildRunSheet({
    start: START,
    end: START + 60 * MINUTE,
    questions,
    texts: { ...TEXTS, welcome: 'Welcome to #polchat. Who is here, and where are you from?' },
    conversation: threader.conversation(),
    skipped: new Set(),
    now: START + minute * MINUTE,
    ...more,
  });
}

let ids = 100;
const said = (text: string, minute: number, by = 'host', parts: Partial<Post> = {}) =>
  post({ id: String(ids++), author: by, text, createdAt: START + minute * MINUTE, ...parts });
const ask = (n: number, minute: number, by = 'host', label = `Q${n}`) =>
  said(`${label} ${questions[n - 1]?.text} #polchat`, minute, by);
const opening = () => [
  said('Welcome to #polchat! Who is here and where are you from?', 0),
  said('I ask Q1, Q2 …, you answer A1, A2 … Please keep #polchat in every post.', 1),
];
const states = (made: ReturnType<typeof sheet>) =>
  made.steps.map(({ kind, label, state }) => `${label || kind} ${state}`);
const minutes = (made: ReturnType<typeof sheet>) =>
  made.steps
    .filter(({ kind, due }) => kind === 'question' && due !== null)
    .map(({ due }) => Math.round(((due ?? 0) - START) / MINUTE));

interface Act {
  question: number;
  by: string;
  kind: string;
  minute: number;
}

/** What one host or the other does; `done` collects what was posted. */
function act(
  { question, by, kind, minute }: Act,
  posts: Post[],
  skipped: Set<string>,
  done: Set<string>,
): void {
  const text = questions[question - 1]?.text ?? '';
  // Of an account that is no host the first question alone counts.
  const asker = posts.some(({ author }) => author.handle === 'phone') ? 'host' : by;
  const step = sheet(posts, minute, { skipped }).steps.find(({ key }) => key === text);
  if (kind === 'skip') skipped.add(text);
  else if (kind === 'improvised')
    posts.push(said(`Anyone tried drones for number ${minute}? #polchat`, minute, asker));
  else if (!done.has(text)) {
    done.add(text);
    posts.push(said(`${step?.label} ${text} #polchat`, minute, asker));
  }
}

describe('buildRunSheet', { timeout: 60_000 }, () => {
  it('takes no thanks in the middle of the hour for the wrap-up, and any in its last minutes', () => {
    const all = questions.map((_, i) => ask(i + 1, 5 + 5 * i));
    const wraps = (minute: number) =>
      sheet(
        [...opening(), ...all, said('Thanks everyone for joining us #polchat', minute)],
        59,
      ).steps.find(({ kind }) => kind === 'wrap')?.state;
    expect([wraps(5 * questions.length + 2), wraps(57)]).toEqual(['next', 'posted']);
  });

  it('tells two questions of the same words apart: one can be skipped and the other asked', () => {
    const twice = ['And why?', 'And why?', 'What next?'].map((text) => ({ text, after: 9 }));
    const made = sheet(opening(), 3, { questions: twice, skipped: new Set(['And why? (2)']) });
    expect(new Set(made.steps.map(({ key }) => key)).size).toBe(made.steps.length);
    expect(states(made).filter((state) => state.startsWith('Q'))).toEqual([
      'Q1 next',
      'Q2 skipped',
      'Q3 later',
    ]);
  });

  it('begins with the welcome, then rules, then the questions in their rhythm', () => {
    const before = sheet([], -3);
    expect(before.next?.kind).toBe('welcome');
    expect(minutes(before)).toEqual([5, 14, 23, 32, 41, 50]);
    expect(before.behind).toBe(0);
    const greeted = sheet(opening(), 2);
    expect(greeted.next?.label).toBe('Q1');
    expect(states(greeted).slice(0, 3)).toEqual(['welcome posted', 'rules posted', 'Q1 next']);
  });

  it('follows what was posted, by any host and in other words', () => {
    const made = sheet(
      [
        ...opening(),
        ask(1, 5),
        said('Q2. Which meeting really surprised you? And why was that? #polchat', 14, 'colleague'),
      ],
      16,
    );
    expect(made.next?.label).toBe('Q3');
    expect(made.steps.find(({ label }) => label === 'Q2')?.posted?.handle).toBe('colleague');
  });

  it('moves on from what an account that nobody named asks word for word, and says so', () => {
    const made = sheet([...opening(), ask(1, 5), ask(2, 14, 'PhoneOfTheHost')], 15);
    expect(made.next?.label).toBe('Q3');
    expect(made.steps.find(({ label }) => label === 'Q2')).toMatchObject({
      state: 'outside',
      posted: { handle: 'PhoneOfTheHost' },
    });
    const talk = said('Q2 was a good one, I was late #polchat', 14, 'anna');
    expect(sheet([...opening(), ask(1, 5), talk], 15).next?.label).toBe('Q2');
  });

  it('lets no outsider take a plan apart', () => {
    const all = (minute: number, parts: Partial<Post> = {}) =>
      questions.map(({ text }, i) => said(`Q${i + 1} ${text} #polchat`, minute, 'troll', parts));
    const { author } = post({ id: '1', author: 'troll' });
    const offered = (posts: Post[]) => states(sheet([...opening(), ...posts], 4)).slice(2, -1);
    const untouched = ['Q1 next', 'Q2 later', 'Q3 later', 'Q4 later', 'Q5 later', 'Q6 later'];
    expect(offered(all(-20))).toEqual(untouched);
    expect(offered(all(3, { author: { ...author, hidden: true } }))).toEqual(untouched);
    expect(offered(all(3, { state: 'deleted' }))).toEqual(untouched);
    const muted = sheet([...opening(), ...all(3)], 4, { muted: ['troll'] });
    expect(states(muted).slice(2, -1)).toEqual(untouched);
    expect(offered(all(3))).toEqual(['Q1 outside', 'Q2 next', ...untouched.slice(2)]);
    expect(offered(all(3).slice(-1))).toEqual([...untouched.slice(0, -1), 'Q6 outside']);
  });

  it('takes the host’s own question before a copy that was quicker, and an answer in a copy for none', () => {
    const copy = said(`Q2 ${questions[1]?.text} #polchat`, 6, 'anna');
    const answer = said(`Q3 ${questions[2]?.text} By bike #polchat`, 6, 'ben');
    const made = sheet([...opening(), ask(1, 5), copy, answer, ask(2, 7)], 8);
    expect(made.steps.find(({ label }) => label === 'Q2')?.posted?.handle).toBe('host');
    expect(made.next?.label).toBe('Q3');
  });

  it('goes on after a skipped question, and keeps it for whoever changes their mind', () => {
    const skipped = new Set([questions[1]?.text ?? '']);
    const made = sheet([...opening(), ask(1, 5)], 7, { skipped });
    expect(made.next?.label).toBe('Q3');
    expect(states(made)).toContain('Q2 skipped');
  });

  it('comes back to what was passed over once the others are asked', () => {
    const most = [...opening(), ask(1, 5), ask(3, 14)];
    expect(states(sheet(most, 15))).toContain('Q2 passed');
    expect(sheet(most, 15).next?.label).toBe('Q4');
    const all = [...most, ask(4, 23), ask(5, 32), ask(6, 41)];
    expect(sheet(all, 42).next?.label).toBe('Q2');
  });

  it('shows improvised questions where they were asked, and gives their number to nothing else', () => {
    const made = sheet(
      [...opening(), ask(1, 5), said('Q2 Who pays for the hall and the heating? #polchat', 12)],
      13,
    );
    expect(states(made).slice(2, 5)).toEqual(['Q1 posted', 'Q2 posted', 'Q3 next']);
    expect(made.next?.text).toBe(questions[1]?.text);
    expect(made.steps.map(({ label }) => label).filter(Boolean)).toEqual([
      'Q1',
      'Q2',
      'Q3',
      'Q4',
      'Q5',
      'Q6',
      'Q7',
    ]);
  });

  it('counts a part of a question, Q2b, as its number', () => {
    const part = said('Q2b Who pays for the hall and the heating? #polchat', 12);
    const made = sheet([...opening(), ask(1, 5), part], 13);
    expect(states(made).slice(2, 5)).toEqual(['Q1 posted', 'Q2b posted', 'Q3 next']);
  });

  it('takes for a planned question none that shares a word or two with it by chance', () => {
    const asked = (text: string, plan = questions) =>
      sheet([...opening(), said(`${text} #polchat`, 5)], 6, { questions: plan })
        .steps.filter(({ kind }) => kind === 'improvised')
        .map(({ label }) => label);
    expect(asked('Q5 Do your meetings work?')).toEqual(['Q5']);
    const plan = [
      'Who here leads on this?',
      'What training would you like?',
      'Why?',
      'How was it?',
    ];
    const texts = plan.map((text) => ({ text, after: 9 }));
    expect(asked('Q2 Which training day went wrong?', texts)).toEqual(['Q2']);
    expect(asked('Q3 Why do people complain?', texts)).toEqual(['Q3']);
    expect(asked('Q4 So, how was it for you all?', texts)).toEqual([]);
    expect(asked('Q3 How might one reach those people who never come?')).toEqual([]);
  });

  it('keeps a question that was posted and deleted in its place', () => {
    const second = ask(2, 14);
    const threader = createThreader({ hosts: HOSTS });
    threader.configure({ hosts: HOSTS, session: { start: START, end: START + 60 * MINUTE } });
    threader.add([...opening(), ask(1, 5), second]);
    threader.conversation();
    const observedAt = second.observedAt + 1;
    threader.add([{ ...second, text: '', state: 'deleted', observedAt }]);
    const made = sheet([], 16, { conversation: threader.conversation() });
    expect(states(made).slice(2, 5)).toEqual(['Q1 posted', 'Q2 posted', 'Q3 next']);
    expect(made.steps[3]).toMatchObject({ text: questions[1]?.text, posted: { deleted: true } });
  });

  it('counts repeats', () => {
    const made = sheet([...opening(), ask(1, 5), ask(1, 8)], 9);
    expect(made.steps[2]?.posted?.repeats).toBe(1);
    expect(made.next?.label).toBe('Q2');
  });

  it('says how late the hour runs, what to drop, and that dropping made up for it', () => {
    expect(sheet(opening(), 6)).toMatchObject({ behind: 1, drop: null });
    const late = sheet(opening(), 9);
    expect(late).toMatchObject({ behind: 4, drop: { label: 'Q5' } });
    const skipped = new Set([late.drop?.key ?? '']);
    expect(sheet(opening(), 9, { skipped })).toMatchObject({ behind: 4, drop: null });
    const last = sheet([...opening(), ask(1, 5), ask(2, 18), ask(3, 27), ask(4, 36)], 40);
    expect(last).toMatchObject({ behind: 4, drop: { label: 'Q5' } });
  });

  it('shortens the pauses so that the last question has its time', () => {
    const late = sheet([...opening(), ask(1, 14)], 15);
    const due = minutes(late);
    expect(due[0]).toBeLessThan(23);
    expect(due.at(-1)).toBeLessThanOrEqual(55);
  });

  it('closes once all is asked', () => {
    const all = questions.map((_, i) => ask(i + 1, 5 + 9 * i));
    const made = sheet([...opening(), ...all], 52);
    expect(made.next?.kind).toBe('wrap');
    const wrapped = said(
      'That’s a wrap! 41 people, 212 posts. Read it again: https://x.com/search?q=a Next: Thursday 10 December',
      58,
    );
    expect(sheet([...opening(), ...all, wrapped], 59).next).toBeNull();
  });

  it('writes label and hashtag once', () => {
    const made = sheet(opening(), 2);
    const [welcome] = sheet([], 0).steps;
    expect(made.next && postText(made.next, 'polchat')).toBe(`Q1 ${questions[0]?.text} #polchat`);
    expect(welcome && postText(welcome, 'polchat')).toBe(
      'Welcome to #polchat. Who is here, and where are you from?',
    );
  });

  it('never offers what was posted, whoever posted what in which order', () => {
    const event = fc.record({
      question: fc.integer({ min: 1, max: 6 }),
      by: fc.constantFrom('host', 'colleague', 'phone'),
      kind: fc.constantFrom('planned', 'planned', 'planned', 'skip', 'improvised'),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 10 }), (events) => {
        const posts = opening();
        const skipped = new Set<string>();
        const done = new Set<string>();
        let minute = 4;
        for (const { question, by, kind } of events) {
          minute += 5;
          act({ question, by, kind, minute }, posts, skipped, done);
          const made = sheet(posts, minute + 1, { skipped });
          if (made.next?.kind === 'question') {
            expect(done).not.toContain(made.next.text);
            expect(skipped).not.toContain(made.next.text);
          }
          const posted = made.steps.filter(({ posted }) => posted).map(({ text }) => text);
          expect(posted).toEqual(expect.arrayContaining([...done]));
          const labels = made.steps
            .filter(({ kind, state }) => kind === 'question' && state !== 'skipped')
            .map(({ label }) => label);
          expect(new Set(labels).size).toBe(labels.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
