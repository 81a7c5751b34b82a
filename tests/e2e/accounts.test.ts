import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHAT_PEOPLE, VIEWER } from '../simulator/people.ts';
import type { Person } from '../simulator/types.ts';
import { becomes } from './composing.ts';
import { eventually, inPanel, panelShown, type Stage, setStage } from './stage.ts';

const other = CHAT_PEOPLE[3] as Person;

describe('somebody with two accounts', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage({ fromMinute: 8, granted: {} });
    const door = await stage.door();
    await eventually(() => door.get<unknown>('locked'));
    await door.set({
      joined: { polchat: Math.floor(stage.start / 1000) * 1000 },
      welcomed: true,
    });
    page = await stage.open();
    await page.bringToFront();
    await panelShown(page);
  });
  afterAll(() => stage?.close());

  /** X's own switching of accounts: a cookie, and a new page. */
  async function turnTo({ id }: Person): Promise<void> {
    const twid = { name: 'twid', value: `u%3D${id}`, domain: 'x.com', path: '/', secure: true };
    await stage.browser.browser.setCookie(twid);
    await page.reload({ waitUntil: 'domcontentloaded' });
    await panelShown(page);
  }

  /** The composer names the account that would post, once there is something to post. */
  function isSaid({ handle }: Person): Promise<unknown> {
    return eventually(async () => {
      const [text] = await inPanel(page, (root) => [
        root.querySelector('[data-part="composer"]')?.textContent,
      ]);
      return text?.includes(`posting as @${handle}`);
    });
  }

  function draft(): Promise<string> {
    return inPanel(page, (root) => {
      const area = root.querySelector<HTMLTextAreaElement>('[data-part="composer"] textarea');
      area?.focus();
      return area && [area.value];
    }).then(([value = '']) => value);
  }

  /** Writes a draft, and waits until the browser has it. */
  async function write(text: string, person: Person): Promise<void> {
    await becomes(draft, '');
    await page.keyboard.type(text);
    await becomes(draft, text);
    await isSaid(person);
    const { handle } = person;
    const key = `panel polchat draft ${Math.floor(stage.start / 1000) * 1000} ${handle.toLowerCase()}`;
    const door = await stage.door();
    await eventually(async () => (await door.get<{ text: string }>(key))?.text === text);
  }

  it('finds each account’s own draft under its name, and never the other’s', async () => {
    await turnTo(VIEWER);
    await write('From the first', VIEWER);
    await turnTo(other);
    await write('From the second', other);
    await turnTo(VIEWER);
    await becomes(draft, 'From the first');
    await isSaid(VIEWER);
    await turnTo(other);
    await becomes(draft, 'From the second');
    await isSaid(other);
    expect(stage.sim.received.writes).toEqual([]);
  });
});
