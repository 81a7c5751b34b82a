import { afterEach, describe, expect, it } from 'vitest';
import { followedPage, followLive, isHidden, missingIn, talk, type Way } from './following.ts';
import { IS_FIREFOX, type Stage, setStage } from './stage.ts';

const MINUTE = 60_000;
const stages: Stage[] = [];
afterEach(async () => {
  await Promise.all(stages.splice(0).map((stage) => stage.close()));
});

async function stageIt(options = {}): Promise<Stage> {
  const stage = await setStage({ fromMinute: 5, throttled: true, ...options });
  stages.push(stage);
  return stage;
}

/** Three minutes with a peak of 60: all that is said arrives in a tab that stays on home and is not touched. */
async function followThreeMinutes(way: Way): Promise<void> {
  const stage = await stageIt();
  const page = await stage.open('/home');
  await followLive(page, way);
  const followed = await followedPage(stage);
  if (way === 'background') await isHidden(followed);
  await page.bringToFront();
  const ids = await talk(stage, [20, 60, 20]);
  if (way === 'background') await isHidden(followed);
  expect(await missingIn(page, ids, 4 * MINUTE)).toEqual([]);
  expect(new URL(page.url()).pathname).toBe('/home');
  const searches = stage.sim.received.requests.filter(
    ({ operation, variables }) => operation === 'SearchTimeline' && !variables?.cursor,
  );
  const pauses = searches.slice(1).map(({ at }, n) => at - (searches[n]?.at ?? 0));
  if (way === 'background') expect(Math.min(...pauses)).toBeGreaterThan(29_000);
}

describe('following live', () => {
  it(
    'brings every post of three minutes with a peak of 60, in a window and in the background',
    async () => {
      const ways: Way[] = IS_FIREFOX ? ['background'] : ['window', 'background'];
      await Promise.all(ways.map(followThreeMinutes));
    },
    9 * MINUTE,
  );
});
