import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './axe.ts';
import { becomes } from './composing.ts';
import {
  eventually,
  inPanel,
  joinChat,
  LIVE,
  panelShown,
  postCount,
  type Stage,
  setStage,
  until,
} from './stage.ts';

describe('the panel for everyone', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ fromMinute: 40 });
  });
  afterAll(() => stage?.close());

  it.each(['light', 'dim', 'dark'] as const)('holds no barrier in X’s %s look', async (look) => {
    stage.sim.set({ theme: look });
    const page = await stage.open(LIVE);
    await panelShown(page);
    await inPanel(page, (root) => root.querySelectorAll('article').length > 3);
    await until(page, `document.querySelector('polchat-panel').dataset.theme === '${look}'`);
    expect(await findBarriers(page, 'polchat-panel')).toEqual([]);
    await page.close();
  });
});

describe('under load', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({
      fromMinute: 8,
      settings: { pollMs: 50, autoShow: true, searchBudget: 1e6 },
    });
  });
  afterAll(() => stage?.close());

  // How fast a key is drawn meanwhile is measured by `npm run bench`.
  it('takes in a burst of 500 posts while the person writes, and disturbs none of their words', async () => {
    const page = await stage.open(LIVE);
    await panelShown(page);
    await joinChat(page);
    await page.click('[data-testid="SideNav_NewTweet_Button"]');
    const editor = '[role="dialog"] [data-testid="tweetTextarea_0"]';
    await page.waitForSelector(editor);
    await page.focus(editor);
    await page.keyboard.type('a');
    await until(page, `document.querySelector('${editor}').textContent.includes('#polchat')`);
    const { director } = stage.sim;
    const people = director.script.people
      .filter((person) => !person.blocked && !person.muted && !person.protected)
      .map(({ handle }) => handle);
    // Twenty a response, as X gives them, one response after the other.
    const before = await postCount(page);
    for (let sent = 0; sent < 500; sent += 20) {
      director.publishMany(
        Array.from({ length: 20 }, (_, n) => ({
          by: people[(sent + n) % people.length] as string,
          text: `A1 Thought number ${sent + n} about halls and heating #polchat`,
        })),
      );
      await page.keyboard.type('b');
      await eventually(async () => (await postCount(page)) >= before + sent + 20);
    }
    const words = () => page.$eval(editor, ({ textContent }) => textContent);
    await becomes(words, `a${'b'.repeat(25)} #polchat`);
    // Only what is near the sight is drawn.
    expect(await inPanel(page, (root) => root.querySelectorAll('*').length)).toBeLessThan(1_500);
  });
});
