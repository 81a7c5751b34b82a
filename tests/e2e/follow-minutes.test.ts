import { describe, expect, it } from 'vitest';
import {
  followedPage,
  followLive,
  isHidden,
  loadsOf,
  missingIn,
  stageFollowing,
  talk,
  type Way,
} from './following.ts';
import { stopBackground } from './killing.ts';
import { IS_FIREFOX, MINUTE, type Stage } from './stage.ts';

/** Three minutes with a peak of 60: all that is said arrives in a tab that stays on home and is not touched. */
async function followThreeMinutes(stage: Stage, way: Way): Promise<void> {
  const page = await stage.open('/home');
  await followLive(page, way);
  const followed = await followedPage(stage);
  if (way === 'background') await isHidden(followed);
  await page.bringToFront();
  const talking = talk(stage, [60, 20, 20]);
  // Again and again in the first minute: nothing that was heard is lost with the background.
  if (way === 'background') for (let n = 0; n < 4; n++) await stopSoon(stage);
  const ids = await talking;
  if (way === 'background') await isHidden(followed);
  expect({ way, missing: await missingIn(page, ids, 4 * MINUTE) }).toEqual({ way, missing: [] });
  expect(new URL(page.url()).pathname).toBe('/home');
  const loads = loadsOf(stage);
  const pauses = loads.slice(1).map((at, n) => at - (loads[n] as number));
  // X's page asks sooner after one load, later after another: only that counts, not how busy the machine was.
  if (way === 'background') expect(Math.min(...pauses)).toBeGreaterThan(25_000);
}

/** Stops the background where it runs, at a moment that has nothing to do with the loads. */
async function stopSoon(stage: Stage): Promise<void> {
  await new Promise((done) => setTimeout(done, 13_000));
  await stopBackground(stage.browser);
}

describe.concurrent('following live for three minutes with a peak of 60 posts a minute', () => {
  const ways: Way[] = IS_FIREFOX ? ['background'] : ['window', 'background'];
  it.each(ways)('brings every post, in the way "%s"', { timeout: 9 * MINUTE }, async (way) => {
    const stage = await stageFollowing();
    try {
      await followThreeMinutes(stage, way);
    } finally {
      await stage.close();
    }
  });
});
