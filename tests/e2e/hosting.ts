/** What a host does with the run sheet, and the quiet hour to do it in. */
import type { Page } from 'puppeteer-core';
import type { Event } from '../../scripts/stage.ts';
import { CHAT_PEOPLE, VIEWER } from '../simulator/people.ts';
import type { Simulator } from '../simulator/simulator.ts';
import type { ScriptedChat } from '../simulator/types.ts';
import { eventually, inPanel, MINUTE, type Stage, setStage, until } from './stage.ts';

/** X's composer, opened over the page. */
export const EDITOR = '[role="dialog"] [data-testid="tweetTextarea_0"]';
const POST = '[role="dialog"] [data-testid="tweetButton"]';

/** Nobody says anything but what the test has them say. */
const QUIET: ScriptedChat = {
  hashtag: 'polchat',
  theme: 'Public meetings',
  hosts: [VIEWER.handle],
  people: [VIEWER, ...CHAT_PEOPLE],
  posts: [],
};

/** An hour that begins now, as a calendar has it: its questions, and hosts where they are said. */
export function hourOf(questions: readonly string[], hosts: readonly string[] = []): Event {
  const start = Date.now();
  const lines = [
    ...questions.map((text, i) => `Q${i + 1}: ${text}`),
    ...hosts.map((handle) => `Host: @${handle}`),
  ];
  const summary = '#polchat: Public meetings';
  return { start, end: start + 60 * MINUTE, summary, description: lines.join('\\n') };
}

/** A minute of that hour, its clock standing still, on an X that shows new posts at once. */
export function stageHosting(fromMinute: number, hour: Event): Promise<Stage> {
  return setStage({
    start: hour.start,
    fromMinute,
    paused: true,
    script: QUIET,
    settings: { pollMs: 200, autoShow: true },
    calendar: [hour],
  });
}

/** Presses the button of the panel that has this name, once it is there. */
export function press(page: Page, name: string): Promise<unknown> {
  return inPanel(
    page,
    `(root) => {
      const found = [...root.querySelectorAll('aside button')].find(
        (one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === ${JSON.stringify(name)} && !one.disabled,
      );
      found?.click();
      return found !== undefined;
    }` as never,
  );
}

/** Waits until the run sheet offers this next. */
export function nextIs(page: Page, name: string): Promise<unknown> {
  return inPanel(
    page,
    `(root) => root.querySelector('[data-part="run-sheet"] .next-name')?.textContent === ${JSON.stringify(name)}` as never,
  );
}

/** X's composer holds something that may be posted. */
export async function composerReady(page: Page): Promise<void> {
  await page.waitForSelector(EDITOR);
  await eventually(async () => (await page.$eval(EDITOR, (one) => one.textContent)) !== '');
  await until(page, `document.querySelector('${POST}')?.ariaDisabled !== 'true'`);
}

/** One press in the run sheet, one press on X's own button: nothing is posted before that one. Gives what was posted. */
export async function postNext(page: Page, { received }: Simulator): Promise<string> {
  const before = received.posts.length;
  await press(page, 'Put into X’s composer');
  await composerReady(page);
  if (received.posts.length !== before) throw new Error('It was posted before Post was pressed.');
  await page.click(POST);
  await eventually(() => received.posts.length === before + 1);
  await until(page, `!document.querySelector('${EDITOR}')`);
  return received.posts[before]?.text ?? '';
}
