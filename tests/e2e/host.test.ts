import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHAT_PEOPLE, VIEWER } from '../simulator/people.ts';
import { findBarriers } from './axe.ts';
import { hourOf, nextIs, postNext, press, stageHosting } from './hosting.ts';
import {
  eventually,
  inPanel,
  LIVE,
  LOOKS,
  MINUTE,
  panelShown,
  type Stage,
  until,
  wearLook,
} from './stage.ts';

const QUESTIONS = [
  'What stops people coming to public meetings?',
  'Which meeting surprised you, and why?',
  'How do you reach those who never come?',
  'Where do online meetings work better?',
  'One thing you will try next month?',
];
const [colleague = '', anna = '', ben = ''] = CHAT_PEOPLE.map(({ handle }) => handle).slice(1);

function partText(page: Page, selector: string): Promise<string> {
  return inPanel(
    page,
    `(root) => root.querySelector(${JSON.stringify(selector)})?.textContent` as never,
  );
}

describe('an hour hosted from the run sheet', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await stageHosting(1, hourOf(QUESTIONS));
    page = await stage.open(LIVE);
    await panelShown(page);
  });
  afterAll(() => stage?.close());

  const posted = () => stage.sim.received.posts.map(({ text }) => text);

  const post = () => postNext(page, stage.sim);

  it('is for whoever says once that they host', async () => {
    await press(page, 'More');
    await press(page, 'Run sheet, for hosts');
    await press(page, 'I host this chat');
    await nextIs(page, 'Welcome');
    await inPanel(page, (root) => root.querySelector('.tabs [aria-current]') !== null);
  });

  it('starts late, says so, and goes on in order', async () => {
    const { director } = stage.sim;
    director.jump(9);
    await inPanel(page, (root) =>
      /4 min behind/.test(root.querySelector('.next')?.textContent ?? ''),
    );
    await eventually(async () =>
      (await partText(page, '[data-part="behind"]')).includes('Drop Q4?'),
    );
    expect(await post()).toMatch(/^Welcome to #polchat!/);
    await nextIs(page, 'How it works');
    expect(await post()).toContain('A1, A2');
    await nextIs(page, 'Q1');
    expect(await post()).toBe(`Q1 ${QUESTIONS[0]} #polchat`);
    await nextIs(page, 'Q2');
  });

  it('skips a question on a press', async () => {
    await press(page, 'Skip Q2');
    await nextIs(page, 'Q3');
  });

  it('follows what a colleague posts from elsewhere', async () => {
    const { director } = stage.sim;
    director.jump(19);
    director.publish({ by: colleague, text: `Q3. ${QUESTIONS[2]} #polchat` });
    await nextIs(page, 'Q4');
    const step = () => partText(page, '.run-step[data-label="Q3"]');
    await eventually(async () => (await step()).includes(`by @${colleague}`));
    await press(page, `@${colleague} is a host too`);
    await inPanel(page, (root) => root.querySelector('.run-step .chip') === null);
  });

  it('lists who waits for a word, until the host has one for them', async () => {
    const { director } = stage.sim;
    director.jump(21);
    const first = director.publish({ by: anna, text: 'A3 We go to the school gate #polchat' });
    director.jump(22);
    const second = director.publish({ by: ben, text: 'A3 Bingo nights, honestly #polchat' });
    const listed = () =>
      inPanel(page, (root) => {
        const posts = [...root.querySelectorAll<HTMLElement>('[data-part="ignored"] article')];
        return `${posts.map(({ dataset }) => dataset.postId).join(' ')} `;
      });
    await eventually(async () => (await listed()) === `${second} ${first} `);
    director.publish({ by: VIEWER.handle, text: 'Lovely #polchat', replyTo: second });
    await eventually(async () => (await listed()) === `${first} `);
    // A press on X's own heart.
    await until(
      page,
      `(() => {
        const heart = document.querySelector('article:has(a[href$="/status/${first}"]) [data-testid="like"]');
        heart?.click();
        return heart !== null;
      })()`,
    );
    await inPanel(page, (root) => root.querySelector('[data-part="ignored"]') === null);
  });

  it('holds no barrier, in the three looks, and at 320 px', async () => {
    for (const look of LOOKS) {
      await wearLook(stage, page, look);
      expect(await findBarriers(page, 'polchat-panel')).toEqual([]);
    }
    await page.evaluate(() =>
      (document.querySelector('polchat-panel') as HTMLElement).style.setProperty(
        '--polchat-width',
        '320px',
      ),
    );
    const wide = await inPanel(page, (root) => {
      const sheet = root.querySelector<HTMLElement>('[data-part="run-sheet"]');
      return sheet && `${sheet.scrollWidth - sheet.clientWidth}`;
    });
    expect(wide).toBe('0');
  });

  it('closes with the hour’s numbers, a link to the hour, and what comes next', async () => {
    const { director, received } = stage.sim;
    director.jump(40);
    expect(await post()).toBe(`Q4 ${QUESTIONS[3]} #polchat`);
    await nextIs(page, 'Q5');
    expect(await post()).toBe(`Q5 ${QUESTIONS[4]} #polchat`);
    await nextIs(page, 'Wrap-up');
    director.jump(58);
    const wrap = await post();
    expect(wrap).toMatch(/^That’s a wrap! 4 people, \d+ posts/);
    const link = new URL(/https:\S+/.exec(wrap)?.[0] ?? '');
    const query = link.searchParams.get('q') ?? '';
    const [, since, till] = /^#polchat since_time:(\d+) until_time:(\d+)$/.exec(query) ?? [];
    expect(Number(since) * 1000).toBeLessThanOrEqual(stage.start);
    expect(Number(till) * 1000).toBeGreaterThanOrEqual(stage.start + 60 * MINUTE);
    await inPanel(page, (root) =>
      /All is posted/.test(root.querySelector('.next')?.textContent ?? ''),
    );
    const all = [...posted(), ...director.published().map(({ text }) => text)];
    for (const [i, question] of QUESTIONS.entries()) {
      const times = new Set(all.filter((text) => text.includes(question))).size;
      expect(times, `Q${i + 1}`).toBe(i === 1 ? 0 : 1);
    }
    // By the host's own presses on X's button alone: welcome, rules, three questions, wrap-up.
    expect(received.posts).toHaveLength(6);
    expect(
      received.writes.filter((write) => /Favorite|Retweet/.test(JSON.stringify(write))),
    ).toHaveLength(1);
  });
});
