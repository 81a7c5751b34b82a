/** Answers to /graphql/ID/Operation: budgets, failures on demand, the record of what was asked. */
import type { Director } from './director.ts';
import { READING } from './operations.ts';
import type { Json } from './payload/user.ts';
import { VIEWER } from './people.ts';
import { createRateLimit } from './rate-limit.ts';
import type { PostStore } from './store.ts';
import type { Person, Received, Settings, SimPost } from './types.ts';
import type { World } from './world.ts';
import { writing } from './writes.ts';
import { xwebOperation } from './xweb.ts';

export interface ApiAnswer {
  status: number;
  body: string;
  contentType: string;
  headers: Record<string, string>;
  delay: number;
}

export interface Api {
  answer(operation: string, variables: Json, xweb?: boolean, viewer?: Person): ApiAnswer;
  world(): World;
  /** Gives X's patience back: all budgets full again. */
  resetBudgets(): void;
}

const SLOW = 3_000;

const json = (status: number, body: unknown, headers: Record<string, string>): ApiAnswer => ({
  status,
  body: JSON.stringify(body),
  contentType: 'application/json;charset=utf-8',
  headers,
  delay: 0,
});

const FAILURES: Record<Exclude<Settings['failing'], 'none'>, (good: ApiAnswer) => ApiAnswer> = {
  '429': (good) => ({
    ...good,
    status: 429,
    body: 'Rate limit exceeded\n',
    contentType: 'text/plain',
    headers: { ...good.headers, 'x-rate-limit-remaining': '0' },
  }),
  '500': (good) => ({
    ...good,
    status: 500,
    body: JSON.stringify({ errors: [{ message: 'Internal error', code: 131 }] }),
  }),
  html: (good) => ({
    ...good,
    body: '<!DOCTYPE html><html><body>Something went wrong</body></html>',
    contentType: 'text/html',
  }),
  half: (good) => ({ ...good, body: good.body.slice(0, Math.floor(good.body.length / 2)) }),
  slow: (good) => ({ ...good, delay: SLOW }),
};

export function createApi(
  store: PostStore,
  director: Director,
  settings: Settings,
  received: Received,
  advert: SimPost,
): Api {
  const limits = createRateLimit();
  const writes = writing(received);
  const world = (viewer = VIEWER): World => ({
    viewer,
    store,
    advert,
    now: director.now(),
    layout: settings.layout === 'xweb' ? 'C' : settings.layout,
    pageSize: settings.pageSize,
  });
  const read = (operation: string, variables: Json, xweb: boolean): ApiAnswer => {
    const budget = operation === 'SearchTimeline' ? settings.searchBudget : undefined;
    const rate = limits.take(operation, director.now(), budget, settings.rateSpan);
    const run = READING[operation];
    if (!rate.allowed) return FAILURES['429'](json(429, {}, rate.headers));
    if (!run) return json(404, { errors: [{ message: 'Query not found' }] }, rate.headers);
    const body = xweb ? xwebOperation(operation, world(), variables) : run(world(), variables);
    const good = json(200, body, rate.headers);
    return settings.failing === 'none' ? good : FAILURES[settings.failing](good);
  };
  return {
    world,
    resetBudgets: limits.reset,
    answer: (operation, variables, xweb = false, viewer = VIEWER) => {
      director.sync();
      const write = writes[operation];
      if (!write) return read(operation, variables, xweb);
      received.writes.push({ operation, variables });
      const rate = limits.take(operation, director.now(), 300);
      return json(200, write(world(viewer), variables), rate.headers);
    },
  };
}
