import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WEEKLY_CHAT } from '../simulator/chat-script.ts';
import { archived } from './archived.ts';
import { setLateStage } from './install.ts';
import { stopBackground } from './killing.ts';
import { eventually, IS_FIREFOX, MINUTE, type Stage, setStage, until } from './stage.ts';

const MONTH = 30 * 24 * 60 * MINUTE;
const script = { ...WEEKLY_CHAT, posts: [] };

/** X's page asks for the chat, once, and does `then` when it has the answer. */
function ask(page: Page, then = ''): Promise<unknown> {
  return page.evaluate(`(async () => {
    const variables = { rawQuery: '#polchat', count: 20, querySource: 'typed_query', product: 'Latest' };
    const url = '/i/api/graphql/VhUd6vHVmLBcw0uX-6jMLA/SearchTimeline';
    await (await fetch(url, { method: 'POST', body: JSON.stringify({ variables }) })).text();
    ${then}
  })()`);
}

function say({ sim: { director } }: Stage, text: string): string {
  return director.publish({ by: director.script.hosts[0] as string, text: `${text} #polchat` });
}

describe('the first answer that concerns a chat, long before the hour', () => {
  let stage: Stage;
  let page: Page;
  let look: Page;
  beforeEach(async () => {
    const start = Date.now() + MONTH;
    stage = await setStage({
      calendar: [{ start, end: start + 60 * MINUTE }],
      script,
      settings: { pollMs: 3_600_000 },
    });
    look = await stage.browser.openOwn('popup.html');
    page = await stage.open('/notifications');
    await until(page, `document.querySelector('polchat-panel') !== null`);
  });
  afterEach(() => stage?.close());

  const kept = (id: string) => eventually(async () => (await archived(look)).includes(id));

  it('is read', async () => {
    const id = say(stage, 'Early');
    await ask(page);
    await kept(id);
  });

  it('is read where the background was stopped before', async () => {
    const id = say(stage, 'Woken');
    await stopBackground(stage.browser);
    await ask(page);
    await kept(id);
  });

  it('is read where the background is stopped meanwhile', async () => {
    const id = say(stage, 'Interrupted');
    await Promise.all([ask(page), stopBackground(stage.browser)]);
    await stopBackground(stage.browser);
    await kept(id);
  });

  it('is kept where the page goes at once', async () => {
    const id = say(stage, 'Gone');
    // Not after a stop: what a page says as it goes to one that must be started first, the browser may drop.
    await ask(page, `location.href = 'https://api.x.com/login';`).catch(() => undefined);
    await kept(id);
  });
});

it.runIf(!IS_FIREFOX)(
  'an update leaves a page that had nothing to read until then in peace',
  async () => {
    const stage = await setLateStage({ fromMinute: 90, script, settings: { pollMs: 3_600_000 } });
    try {
      await stage.install();
      const page = await stage.open('/notifications');
      await until(page, `document.querySelector('polchat-panel') !== null`);
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await stage.install();
      say(stage, 'Too late');
      await ask(page);
      await ask(page);
      await until(page, `document.querySelector('polchat-panel') === null`);
      expect(complaints).toEqual([]);
    } finally {
      await stage.close();
    }
  },
);
