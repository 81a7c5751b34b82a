import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHAT_PEOPLE, VIEWER } from '../simulator/people.ts';
import type { Person } from '../simulator/types.ts';
import { becomes } from './composing.ts';
import { composerReady, EDITOR, hourOf, nextIs, postNext, press, stageHosting } from './hosting.ts';
import { joinStage } from './install.ts';
import { inPanel, LIVE, panelShown, type Stage } from './stage.ts';

const QUESTIONS = ['What stops people coming?', 'Which meeting surprised you?', 'What is next?'];
const other = CHAT_PEOPLE[1] as Person;

describe('two hosts, each in a browser of their own', () => {
  let stage: Stage;
  let second: Awaited<ReturnType<typeof joinStage>>;
  let ours: Page;
  let theirs: Page;
  beforeAll(async () => {
    const hour = hourOf(QUESTIONS, [VIEWER.handle, other.handle]);
    stage = await stageHosting(6, hour);
    second = await joinStage(stage, [hour], other.id);
    ours = await stage.open(LIVE);
    theirs = await second.newPage(`https://x.com${LIVE}`);
    for (const page of [ours, theirs]) {
      await page.bringToFront();
      await panelShown(page);
      await press(page, 'More');
      await press(page, 'Run sheet, for hosts');
      for (const step of ['Welcome', 'How it works']) {
        await nextIs(page, step);
        await press(page, `Skip ${step}`);
      }
      await nextIs(page, 'Q1');
    }
  }, 120_000);
  afterAll(async () => {
    await second?.close();
    await stage?.close();
  });

  /** Who posted each question, as a run sheet has it. */
  const asked = (page: Page) =>
    inPanel(page, (root) => {
      const steps = [...root.querySelectorAll<HTMLElement>('.run-step[data-kind="question"]')];
      return steps.map((one) => {
        const by = one.querySelector('.facts button')?.textContent ?? '';
        return `${one.dataset.label} ${/@\w+/.exec(by)?.[0]}`;
      });
    });

  it('shows each what the other posted, and does not offer it again', async () => {
    expect(await postNext(ours, stage.sim)).toBe(`Q1 ${QUESTIONS[0]} #polchat`);
    await nextIs(theirs, 'Q2');
    await nextIs(ours, 'Q2');
    expect(await postNext(theirs, stage.sim)).toBe(`Q2 ${QUESTIONS[1]} #polchat`);
    await nextIs(ours, 'Q3');
    await nextIs(theirs, 'Q3');
    expect(stage.sim.director.published().map(({ author }) => author.handle)).toEqual([
      VIEWER.handle,
      other.handle,
    ]);
    for (const page of [ours, theirs]) {
      const first = async () => (await asked(page)).slice(0, 2).join();
      await becomes(first, `Q1 @${VIEWER.handle},Q2 @${other.handle}`);
    }
  });

  it('says so where the other was quicker with the question that waits in X’s composer', async () => {
    await press(ours, 'Put into X’s composer');
    await composerReady(ours);
    expect(await postNext(theirs, stage.sim)).toBe(`Q3 ${QUESTIONS[2]} #polchat`);
    await nextIs(ours, 'Wrap-up');
    const told = await inPanel(ours, (root) => root.querySelector('.next .note.late')?.textContent);
    expect(told).toContain(other.handle);
    expect(await ours.$eval(EDITOR, (one) => one.textContent)).toContain(QUESTIONS[2]);
    expect(stage.sim.received.posts).toHaveLength(3);
  });
});
