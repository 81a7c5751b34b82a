import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { type LateStage, setLateStage } from './install.ts';
import { eventually, IS_FIREFOX, inPanel, joinChat, LIVE, panelShown, until } from './stage.ts';

let stage: LateStage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

const EDITOR = '[data-testid="tweetTextarea_0"]';
const CHIP = `document.querySelector('polchat-chip')?.matches(':popover-open')`;

/** Everything that the page, and what runs in it, complains of. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  return complaints;
}

async function setUpdatedStage(settings = {}): Promise<LateStage> {
  stage = await setLateStage({
    fromMinute: 12,
    settings: { pollMs: 300, autoShow: true, ...settings },
  });
  await stage.install();
  return stage;
}

function saysReload(page: Page): Promise<unknown> {
  return inPanel(page, (root) =>
    /Polchat was updated\. Reload this tab/.test(
      root.querySelector('[data-part="status"]')?.textContent ?? '',
    ),
  );
}

describe.runIf(!IS_FIREFOX)('an update under an open tab', () => {
  it('ends quietly: the panel says to reload, prefill stops, X goes on', async () => {
    const stage = await setUpdatedStage();
    const page = await stage.open('/home');
    await panelShown(page);
    await joinChat(page);
    await page.click(EDITOR);
    await until(page, CHIP);
    const complaints = complaintsOf(page);
    const { director } = stage.sim;

    await stage.install();
    await saysReload(page);
    await until(page, `!(${CHIP})`);
    await page.type(EDITOR, 'Morning all');
    const { length } = stage.sim.received.requests;
    director.publish({ by: director.script.hosts[0] as string, text: 'Still here? #polchat' });
    // X's own page goes on asking; what comes is none of the old script's business.
    await eventually(() => stage.sim.received.requests.length > length + 3);
    expect(
      await page.$eval(`${EDITOR} [data-block="true"]`, ({ textContent }) => textContent),
    ).toBe('Morning all');

    // What was read stays there to be read, moved through and searched.
    await inPanel(page, (root) => {
      root.querySelector<HTMLElement>('[data-part="questions"] button:last-of-type')?.click();
      return root.querySelectorAll('article[data-post-id]').length > 0;
    });
    await inPanel(page, (root) => {
      const box = root.querySelector<HTMLTextAreaElement>('[data-part="composer"] textarea');
      box?.focus();
      return root.activeElement === box;
    });
    await page.keyboard.type('jnlrt');
    expect(await page.evaluate('window.__xShortcuts ?? {}')).toEqual({});
    expect(stage.sim.received.writes).toEqual([]);
    await saysReload(page);
    expect(complaints).toEqual([]);
  });

  it('goes on after the button’s reload, with one panel that reads', async () => {
    const stage = await setUpdatedStage();
    const page = await stage.open(LIVE);
    await panelShown(page);
    await stage.install();
    await saysReload(page);
    await Promise.all([
      page.waitForNavigation({ waitUntil: 'domcontentloaded' }),
      inPanel(page, (root) => {
        const button = root.querySelector<HTMLElement>('[data-part="status"] button');
        button?.click();
        return button !== null;
      }),
    ]);
    await panelShown(page);
    const { director } = stage.sim;
    const id = director.publish({
      by: director.script.hosts[0] as string,
      text: 'Welcome back #polchat',
    });
    await inPanel(
      page,
      `(root) => root.querySelector('article[data-post-id="${id}"]') !== null` as never,
    );
    expect(await page.$$('polchat-panel')).toHaveLength(1);
  });

  it('leaves nothing of a closed panel', async () => {
    const stage = await setUpdatedStage();
    const page = await stage.open(LIVE);
    await panelShown(page);
    await inPanel(page, (root) => {
      root.querySelector<HTMLElement>('[aria-label="Collapse to the edge"]')?.click();
      return root.querySelector<HTMLElement>('.edge-tab')?.checkVisibility();
    });
    const complaints = complaintsOf(page);
    await stage.install();
    await until(page, `document.querySelector('polchat-panel') === null`);
    expect(complaints).toEqual([]);
  });
});

it.runIf(IS_FIREFOX)(
  'Firefox puts the new script into the open tab: one panel, which reads the page',
  async () => {
    const stage = await setUpdatedStage();
    const page = await stage.open(LIVE);
    await panelShown(page);
    const complaints = complaintsOf(page);
    await page.evaluate(() =>
      document.querySelector('polchat-panel')?.setAttribute('data-old', ''),
    );
    await stage.install();
    await until(page, `document.querySelector('polchat-panel:not([data-old])') !== null`);
    await panelShown(page);
    expect(await page.$$('polchat-panel')).toHaveLength(1);
    const { director } = stage.sim;
    const id = director.publish({
      by: director.script.hosts[0] as string,
      text: 'Read off the page #polchat',
    });
    await inPanel(
      page,
      `(root) => root.querySelector('article[data-post-id="${id}"]') !== null` as never,
    );
    expect(complaints).toEqual([]);
  },
);
