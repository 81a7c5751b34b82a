/** From the press on the edge tab to the first posts on screen, with 2,000 posts of this session in the archive. */
import { postCount, type Stage, until } from '../e2e/stage.ts';
import { forgetChoices, openPanel, QUIET, readPanel, setPanelStage } from './panel-stage.ts';
import { median, type Result, repeat } from './result.ts';

const POSTS = 2_000;
const ROUNDS = 5;

interface Opened {
  cold: number;
  warm: number;
}

export async function run(): Promise<Result[]> {
  // Narrower than where the panel opens by itself: the edge tab waits for the press.
  const stage = await setPanelStage(POSTS, { width: 1_200 });
  try {
    const raw = await repeat(ROUNDS, () => open(stage));
    const row = (name: string, key: keyof Opened): Result => {
      const samples = raw.map((one) => one[key]);
      return { name, value: median(samples), unit: 'ms', limit: 200, raw: samples };
    };
    return [
      row('panel opened on 2,000 archived posts, its script not yet loaded', 'cold'),
      row('panel opened again on 2,000 posts', 'warm'),
    ];
  } finally {
    await stage.close();
  }
}

/** A fresh page: opened for the first time, collapsed once all is there, and opened again. */
async function open(stage: Stage): Promise<Opened> {
  await forgetChoices(stage);
  const page = await stage.open(QUIET);
  await until(
    page,
    `document.querySelector('polchat-panel')?.shadowRoot.querySelector('.edge-tab')`,
  );
  await page.bringToFront();
  // The page's own first work is not what is measured.
  await page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done())));
  const cold = await openPanel(page);
  while ((await postCount(page)) < POSTS) await page.evaluate('new Promise(requestAnimationFrame)');
  await readPanel(page, (root) => {
    const buttons = [...root.querySelectorAll<HTMLElement>('header button')];
    buttons.at(-1)?.click();
  });
  await until(page, `!document.querySelector('polchat-panel').shadowRoot.querySelector('article')`);
  const warm = await openPanel(page);
  await page.close();
  return { cold, warm };
}
