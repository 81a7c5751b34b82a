import { resolve } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { LIVE, MINUTE, panelShown, setStage, settled, until } from './stage.ts';

interface Played {
  requests: string[];
  errors: string[];
  messages: string[];
  layout: unknown;
  outline: unknown;
  keys: unknown;
  battery: Record<string, Record<string, unknown>>;
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [resolve(import.meta.dirname, 'same-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
  });
  return outputFiles[0]?.text ?? '';
}

/** Where each of X's elements is. */
function readLayout(page: Page) {
  return page.evaluate(() => {
    const place = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map((side) => Math.round(side * 100) / 100).join();
    };
    const root = document.documentElement;
    return {
      page: [root.scrollWidth, root.scrollHeight, root.clientWidth, innerWidth, scrollX, scrollY],
      elements: [...document.querySelectorAll('#react-root *, #layers *')].map(
        (element) =>
          `${element.tagName} ${element.getAttribute('data-testid') ?? ''} ${place(element)}`,
      ),
    };
  });
}

/** What X built. */
function readOutline(page: Page) {
  return page.evaluate(() => {
    const attributes = (element: Element) =>
      [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort();
    return {
      html: attributes(document.documentElement),
      body: attributes(document.body),
      head: [...document.head.children].map(({ tagName }) => tagName),
      children: [...document.body.children]
        .map(({ tagName }) => tagName)
        .filter((name) => name !== 'POLCHAT-PANEL'),
      root: [...document.querySelectorAll('#react-root *')].map(
        (element) => `${element.tagName} ${attributes(element).join()}`,
      ),
      text: document.querySelector('#react-root')?.textContent,
    };
  });
}

/** X's shortcuts, one after the other, and every key event as a page's own listener sees it. */
async function playKeys(page: Page): Promise<unknown> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heardKeys: heard });
    for (const type of ['keydown', 'keypress', 'keyup', 'focusin', 'beforeinput', 'input']) {
      for (const capture of [true, false]) {
        document.addEventListener(
          type,
          (event) => {
            const { key = '' } = event as KeyboardEvent;
            const target = (event.target as Element).tagName;
            heard.push(`${type} ${key} ${target} ${capture} ${event.defaultPrevented}`);
          },
          capture,
        );
      }
    }
  });
  for (const key of ['j', 'j', 'k', 'l', 't', 'Escape', '.', '/']) {
    await page.keyboard.press(key as 'j');
  }
  await page.keyboard.type('halls');
  return page.evaluate(`({
    shortcuts: window.__xShortcuts,
    heard: window.heardKeys,
    active: document.activeElement.getAttribute('data-testid'),
    path: location.href,
  })`);
}

/** Long enough ago that X says "2h" of every post, whichever second it is drawn in; the session lasts. */
const START = Date.now() - 150 * MINUTE;

async function play(bare: boolean, script: string): Promise<Played> {
  const errors: string[] = [];
  const messages: string[] = [];
  const stage = await setStage({
    bare,
    start: START,
    paused: true,
    calendar: [{ start: START, end: START + 300 * MINUTE }],
    settings: { pollMs: 3_600_000, searchBudget: 10_000 },
  });
  try {
    const page = await stage.browser.newPage();
    page.on('pageerror', (error) => errors.push((error as Error).message));
    page.on('console', (message) => messages.push(`${message.type()} ${message.text()}`));
    await page.goto(`https://x.com${LIVE}`, { waitUntil: 'domcontentloaded' });
    await until(page, `document.querySelectorAll('article').length > 5`);
    if (!bare) await panelShown(page);
    await until(page, `document.fonts.ready.then(() => true)`);
    const played: Partial<Played> = { errors, messages };
    played.layout = await settled(() => readLayout(page));
    played.outline = await readOutline(page);
    played.keys = await playKeys(page);

    await page.evaluate(script);
    const run = (name: string) =>
      page.evaluate(`window.battery.${name}()`) as Promise<Record<string, unknown>>;
    played.battery = { identity: await run('identity'), xhr: await run('xhr') };
    played.battery.fetch = await run('fetch');
    played.battery.unhandled = { told: await run('unhandled') };
    stage.sim.set({ failing: 'slow' });
    played.battery.slow = await run('slow');
    played.requests = stage.sim.received.requests
      .filter(({ path }) => !/AbortedTimeline|graphql\/slow/.test(path))
      .map(
        ({ method, host, path, operation, status, variables }) =>
          `${method} ${host}${path} ${operation} ${status} ${JSON.stringify(variables)}`,
      );
    return played as Played;
  } finally {
    await stage.close();
  }
}

describe('X is the same with Polchat and without', () => {
  let without: Played;
  let polchat: Played;
  beforeAll(async () => {
    const script = await bundle();
    without = await play(true, script);
    polchat = await play(false, script);
  });

  it('asks for the same, in the same order', () => {
    expect(without.requests.length).toBeGreaterThan(50);
    expect(polchat.requests).toEqual(without.requests);
  });

  it('has the same errors, and says the same', () => {
    expect(without.errors.join('\n')).toContain('thrown by the page');
    expect(polchat.errors.sort()).toEqual(without.errors.sort());
    // A resource that is missing is told as often as it happened to be asked for by then.
    const told = ({ messages }: Played) => [...new Set(messages)].sort();
    expect(told(polchat)).toEqual(told(without));
  });

  it('stands where it stood', () => {
    expect(polchat.layout).toEqual(without.layout);
    expect(polchat.outline).toEqual(without.outline);
  });

  it('hears the same keys and does the same', () => {
    expect(without.keys).toMatchObject({ shortcuts: { j: 2, k: 1, l: 1, '/': 1 } });
    expect(polchat.keys).toEqual(without.keys);
  });

  it.each(['identity', 'xhr', 'fetch', 'unhandled', 'slow'])('gets the same of %s', (part) => {
    const [mine, theirs] = [polchat.battery[part], without.battery[part]];
    expect(Object.keys(theirs as object).length).toBeGreaterThan(0);
    for (const [name, result] of Object.entries(theirs as object)) {
      expect({ [name]: mine?.[name] }).toEqual({ [name]: result });
    }
  });
});
