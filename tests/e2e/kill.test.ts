import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { type Launched, launch } from '../../scripts/browsers.ts';
import { calendarOf, copyExtension } from '../../scripts/stage.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { archived } from './archived.ts';
import { stopBackground } from './killing.ts';
import { BROWSER, eventually, IS_FIREFOX, LIVE, MINUTE } from './stage.ts';

const ROUNDS = 20;
/** Mulberry32: the same moments in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('kills', () => {
  const start = Date.now() - 10 * MINUTE;
  const profile = mkdtempSync(join(tmpdir(), 'polchat-profile-'));
  const folder = copyExtension(BROWSER, calendarOf([{ start, end: start + 60 * MINUTE }]));
  afterAll(() => {
    for (const path of [profile, folder])
      rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  });

  /** A page of the extension that looks into the archive. */
  const lookout = ({ openOwn }: Launched): Promise<Page> => openOwn('popup.html');

  const begin = (sim: Simulator) =>
    launch(BROWSER, { extension: folder, proxyPort: sim.proxyPort, profile });
  const say = (sim: Simulator, n: number) =>
    sim.director.publishMany(
      Array.from({ length: n }, (_, k) => ({
        by: sim.director.script.people[k % 5]?.handle as string,
        text: `Burst ${k} #polchat`,
      })),
    );

  const play = () =>
    startSimulator({
      start,
      fromMinute: 10,
      // Whatever is said is served: this is about what is kept of it.
      settings: { pollMs: 150, autoShow: true, pageSize: 500, searchBudget: 1e6 },
    });

  it('keeps every post, once, whenever the background is stopped: the page’s outbox sends again', {
    timeout: 400_000,
  }, async () => {
    const random = seeded(7);
    const sim = await play();
    const browser = await begin(sim);
    try {
      const look = await lookout(browser);
      const page = await browser.newPage(`https://x.com${LIVE}`);
      await eventually(async () => (await archived(look)).length > 20, 20_000);
      await page.bringToFront();
      const said: string[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        said.push(...say(sim, 15));
        await new Promise((done) => setTimeout(done, random() * 600));
        await stopBackground(browser);
      }
      await eventually(async () => {
        const ids = new Set(await archived(look));
        return said.every((id) => ids.has(id));
      }, 60_000);
      const kept = await archived(look);
      expect(new Set(kept).size).toBe(kept.length);
    } finally {
      await browser.close().catch(() => undefined);
      await sim.close();
    }
  });

  /** Firefox forgets an extension that its driver installed when it ends. */
  it.runIf(!IS_FIREFOX)(
    'keeps every acknowledged post, once, whenever the browser is killed',
    {
      timeout: 400_000,
    },
    async () => {
      const random = seeded(11);
      const sim = await play();
      let browser = await begin(sim);
      try {
        // Mid-burst: what was on disk a moment before is there afterwards.
        for (let round = 0; round < ROUNDS; round += 1) {
          const look = await lookout(browser);
          const before = (await archived(look)).length;
          const x = await browser.newPage(`https://x.com${LIVE}`);
          await x.bringToFront();
          say(sim, 25);
          // Every other one is killed as soon as something was kept, the rest at any moment.
          if (round % 2 === 0) await eventually(async () => (await archived(look)).length > before);
          else await new Promise((done) => setTimeout(done, random() * 900));
          const known = await archived(look);
          await killBrowser(browser);
          expect(new Set(known).size).toBe(known.length);
          browser = await begin(sim);
          const next = await lookout(browser);
          const now = await archived(next);
          await next.close();
          expect(new Set(now).size).toBe(now.length);
          expect(known.filter((id) => !now.includes(id))).toEqual([]);
        }
      } finally {
        await browser.close().catch(() => undefined);
        await sim.close();
      }
    },
  );
});

async function killBrowser({ browser }: Launched): Promise<void> {
  const child = browser.process();
  const gone = new Promise((done) => child?.once('exit', done));
  child?.kill('SIGKILL');
  await gone;
}
