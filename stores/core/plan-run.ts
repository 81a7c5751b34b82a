/** Runs the hour: from the plan, what was really posted, and the clock, to what comes next and when. */
import type { Conversation } from './conversation';
import { hasHashtag } from './hashtag';
import type { PlanQuestion } from './plan';
import { labelQuestions } from './plan';
import { type Matches, matchFrame, matchQuestions, type Posted } from './plan-match';
import { numberOf } from './questions';
import { MINUTE } from './zone';

/** One post of the hour. */
export interface RunStep {
  /** 'welcome', 'rules', 'wrap', for questions their words; for improvised ones the post's id. */
  key: string;
  kind: 'welcome' | 'rules' | 'question' | 'improvised' | 'wrap';
  /** "Q3"; '' for what is no question. Of one still to come the number it is to be asked under. */
  label: string;
  /** Words, without label and hashtag. */
  text: string;
  /** When the plan has it, ms; null for improvised ones. */
  planned: number | null;
  /** When it is due as the hour goes, ms; null for what is posted or skipped. */
  due: number | null;
  /**
   * `passed`: a later one was posted before it. `outside`: an account that is no host posted it word for word. Both can still
   * be asked.
   */
  state: 'posted' | 'next' | 'later' | 'skipped' | 'passed' | 'outside';
  posted: Posted | null;
}

export interface RunSheet {
  /** In the order of the hour. */
  steps: RunStep[];
  /** What to post next; null when all is said. */
  next: RunStep | null;
  /** Whole minutes the hour is behind its plan; 0 where it is not. */
  behind: number;
  /** A question whose dropping would bring the hour back to its plan; null where there is no need. */
  drop: RunStep | null;
}

export interface RunInput {
  start: number;
  end: number;
  questions: readonly PlanQuestion[];
  /** With their braces filled; '' for none. */
  texts: { welcome: string; rules: string; wrap: string };
  conversation: Conversation;
  /** Keys of steps that the host skips. */
  skipped: ReadonlySet<string>;
  /** Handles of people who are muted here. */
  muted?: readonly string[];
  now: number;
}

/** From so many minutes behind on a question is offered for dropping. */
const MUCH = 3;
/** What the last question gets to be answered, at least; and how far pauses may shrink to make up time. */
const TAIL = 5 * MINUTE;
const TIGHTEST = 0.6;

/** The run sheet of the hour. The same input always gives the same sheet, so that two hosts see the same. */
export function buildRunSheet(input: RunInput): RunSheet {
  const { start, questions, conversation } = input;
  const matches = matchQuestions(labelQuestions(questions), conversation, input, input.muted);
  const steps = [
    ...openingSteps(input, matches),
    ...questionSteps(input, matches),
    closingStep(input, lastAsked(matches) ?? start),
  ].filter((step) => step.text !== '');
  const open = steps.filter(
    ({ state, kind }) => state === 'later' || (state === 'passed' && kind === 'question'),
  );
  // What was passed over waits until the others are asked, but before the end.
  const next =
    open.find(({ state, kind }) => state === 'later' && kind !== 'wrap') ??
    open.find(({ state }) => state === 'passed') ??
    open[0];
  if (next !== undefined) next.state = 'next';
  relabel(steps, matches);
  const anchor = lastAsked(matches) ?? start;
  const behind = retime(steps, input, anchor);
  const asking = steps.filter(
    ({ kind, state }) => kind === 'question' && (state === 'next' || state === 'later'),
  );
  const made = madeUp(steps, input);
  // The last one is the one people go home with: rather the one before it.
  const drop = behind - made >= MUCH && asking.length > 1 ? (asking.at(-2) ?? null) : null;
  return { steps: withImprovised(steps, matches), next: next ?? null, behind, drop };
}

/** The words as they go into X's composer: label in front, hashtag behind, each once. */
export function postText({ label, text }: RunStep, hashtag: string): string {
  const front = label === '' ? '' : `${label} `;
  return `${front}${text}${hasHashtag(text, hashtag) ? '' : ` #${hashtag}`}`;
}

function openingSteps(input: RunInput, matches: Matches): RunStep[] {
  const { texts, start, conversation } = input;
  const begun = matches.asked.size + matches.improvised.length > 0;
  return (['welcome', 'rules'] as const).map((kind, i) => {
    const posted = matchFrame(kind, texts[kind], conversation, input) ?? null;
    const planned = start + i * MINUTE;
    const step = { key: kind, kind, label: '', text: texts[kind], planned, due: null, posted };
    if (posted !== null) return { ...step, state: 'posted' };
    if (input.skipped.has(kind)) return { ...step, state: 'skipped' };
    // Nobody is welcomed in the middle of the hour, but for a host who wants to.
    return { ...step, state: begun ? 'passed' : 'later' };
  });
}

function questionSteps(
  { questions, start, skipped }: RunInput,
  { asked, outside }: Matches,
): RunStep[] {
  let planned = start;
  const last = Math.max(-1, ...asked.keys());
  const keys = keysOf(questions);
  return questions.map(({ text, after }, place) => {
    const key = keys[place] as string;
    planned += after * MINUTE;
    const posted = asked.get(place) ?? null;
    const elsewhere = outside.get(place) ?? null;
    const open = elsewhere !== null ? 'outside' : place < last ? 'passed' : 'later';
    return {
      key,
      kind: 'question',
      label: posted?.label ?? `Q${place + 1}`,
      text,
      planned,
      due: null,
      state: posted !== null ? 'posted' : skipped.has(key) ? 'skipped' : open,
      posted: posted ?? elsewhere,
    };
  });
}

/** Each question's words, with a number behind them where they were planned before: the same key would be the same question. */
function keysOf(questions: readonly PlanQuestion[]): string[] {
  const times = new Map<string, number>();
  return questions.map(({ text }) => {
    const nth = 1 + (times.get(text) ?? 0);
    times.set(text, nth);
    return nth === 1 ? text : `${text} (${nth})`;
  });
}

function closingStep(input: RunInput, asked: number): RunStep {
  const { texts, end, conversation, skipped } = input;
  // "Thanks for coming" and one more question: it goes on.
  const posted = matchFrame('wrap', texts.wrap, conversation, input, asked) ?? null;
  return {
    key: 'wrap',
    kind: 'wrap',
    label: '',
    text: texts.wrap,
    planned: end - 2 * MINUTE,
    due: null,
    state: posted !== null ? 'posted' : skipped.has('wrap') ? 'skipped' : 'later',
    posted,
  };
}

/** A number that something else was asked under is not used again: the threads would take it for the same question. */
function relabel(steps: readonly RunStep[], { asked, improvised }: Matches): void {
  const labels = [...asked.values(), ...improvised].map(({ label }) => label);
  const used = new Set(labels.map(numberOf));
  const unasked = steps.filter(({ kind, state }) => kind === 'question' && state !== 'posted');
  // What is skipped takes no number from what is to come.
  const ordered = [
    ...unasked.filter(({ state }) => state !== 'skipped'),
    ...unasked.filter(({ state }) => state === 'skipped'),
  ];
  for (const step of ordered) {
    let number = Number(step.label.slice(1));
    while (used.has(number)) number += 1;
    used.add(number);
    step.label = `Q${number}`;
  }
}

function lastAsked({ asked, improvised }: Matches): number | undefined {
  const times = [...asked.values(), ...improvised].map(({ at }) => at);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/**
 * Says when the questions to come are due, the pauses shortened as far as needed and possible so that the last one still has its
 * time; gives the minutes by which the next one is behind its plan.
 */
function retime(
  steps: readonly RunStep[],
  { start, end, questions, now }: RunInput,
  anchor: number,
) {
  const keys = keysOf(questions);
  const pauses = new Map(questions.map(({ after }, i) => [keys[i], after * MINUTE]));
  const coming = steps.filter(
    ({ kind, state }) => kind === 'question' && (state === 'next' || state === 'later'),
  );
  const [first] = coming;
  for (const step of steps)
    if (step.kind !== 'question' && (step.state === 'next' || step.state === 'later'))
      step.due = step.kind === 'wrap' ? Math.max(end - 2 * MINUTE, anchor) : step.planned;
  if (first === undefined) return 0;
  const pauseOf = ({ key }: RunStep) => pauses.get(key) ?? 0;
  const usual = anchor + pauseOf(first);
  const began = Math.max(anchor, now - pauseOf(first));
  const wanted = coming.reduce((sum, step) => sum + pauseOf(step), 0);
  const pace = Math.min(1, Math.max(TIGHTEST, (end - TAIL - began) / Math.max(wanted, 1)));
  let at = anchor;
  for (const step of coming) {
    at += pauseOf(step) * pace;
    step.due = at;
    // What is overdue is asked now, and the rest counts from there.
    at = Math.max(at, now);
  }
  const behind = Math.max(usual, now) - (first.planned ?? start);
  return Math.max(0, Math.floor(behind / MINUTE));
}

/** Minutes that dropped questions further on will give back. */
function madeUp(steps: readonly RunStep[], { questions }: RunInput): number {
  const next = steps.findIndex(({ kind, state }) => kind === 'question' && state === 'next');
  const dropped = steps.filter((step, i) => i > next && step.state === 'skipped');
  const gone = new Set(dropped.map(({ key }) => key));
  const keys = keysOf(questions);
  return questions.reduce((sum, { after }, i) => sum + (gone.has(keys[i] ?? '') ? after : 0), 0);
}

/** Improvised questions in their place in the hour. */
function withImprovised(steps: readonly RunStep[], { improvised }: Matches): RunStep[] {
  const all = [...steps];
  for (const posted of improvised) {
    const before = all.findLastIndex(
      ({ state, posted: own }) => state === 'posted' && own !== null && own.at < posted.at,
    );
    const { postId, label, text } = posted;
    all.splice(before + 1, 0, {
      key: postId,
      kind: 'improvised',
      label: /^Q\d/.test(label) ? label : '',
      text,
      planned: null,
      due: null,
      state: 'posted',
      posted,
    });
  }
  return all;
}
