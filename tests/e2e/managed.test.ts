import { createHash, generateKeyPairSync } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarOf, copyExtension } from '../../scripts/stage.ts';
import { BROWSER, eventually, IS_FIREFOX, type Stage, setStage, until } from './stage.ts';

/** Where the browser looks for what an organisation set: Debian's Chromium, and Firefox on every Linux. */
const FOLDER = IS_FIREFOX ? '/etc/firefox/policies' : '/etc/chromium/policies/managed';
const POLICY = {
  gather: false,
  exports: false,
  keepMonths: 3,
  follow: { background: false },
  chats: [{ hashtag: 'ForceChat', hosts: ['ourforce'] }],
};

/** The nearest folder that is there. */
function there(path: string): string {
  return existsSync(path) ? path : there(dirname(path));
}

function mayWrite(): boolean {
  try {
    accessSync(there(FOLDER), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A policy names an extension by its id: an id that nothing else here has. Chromium's comes out of the key in the manifest. */
function fixId(folder: string): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  if (IS_FIREFOX) {
    const id = `test-${process.pid}@polchat.invalid`;
    manifest.browser_specific_settings.gecko.id = id;
    writeFileSync(path, JSON.stringify(manifest));
    return id;
  }
  writeFileSync(path, JSON.stringify({ ...manifest, key: der.toString('base64') }));
  const hex = createHash('sha256').update(der).digest('hex').slice(0, 32);
  return [...hex].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}

describe.runIf(mayWrite())('what an organisation set', () => {
  let stage: Stage;
  let page: Page;
  let folder: string;
  // Chromium reads every file there, Firefox the one.
  const file = join(FOLDER, IS_FIREFOX ? 'policies.json' : `polchat-test-${process.pid}.json`);
  const before = existsSync(file) ? readFileSync(file) : null;
  beforeAll(async () => {
    folder = copyExtension(BROWSER, calendarOf([]));
    const id = fixId(folder);
    mkdirSync(FOLDER, { recursive: true });
    const policies = IS_FIREFOX
      ? { policies: { '3rdparty': { Extensions: { [id]: POLICY } } } }
      : { '3rdparty': { extensions: { [id]: POLICY } } };
    writeFileSync(file, JSON.stringify(policies));
    stage = await setStage({ bare: true, geckoId: id });
    expect(await stage.browser.browser.installExtension(folder)).toBe(id);
    stage.browser.extensionId = id;
    page = await stage.browser.openOwn('options.html#privacy');
    await page.waitForSelector('main[data-section="privacy"]');
  });
  afterAll(async () => {
    await stage?.close();
    if (before) writeFileSync(file, before);
    else rmSync(file, { force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  it('counts, is listed, and leaves the rest to the person', async () => {
    const kept = () =>
      page.evaluate(`chrome.storage.local.get(['settings', 'locked'])`) as Promise<{
        settings: Record<string, unknown>;
        locked?: string[];
      }>;
    await eventually(async () => (await kept()).locked?.length === 5);
    const { settings, locked } = await kept();
    expect(locked?.sort()).toEqual(Object.keys(POLICY).sort());
    expect(settings).toMatchObject({
      gather: false,
      exports: false,
      keepMonths: 3,
      chats: [{ hashtag: 'ForceChat', hosts: ['ourforce'], timeZone: 'Europe/London' }],
      look: 'x',
    });
  });

  it('cannot be changed in the settings, which say so', async () => {
    await page.close();
    page = await stage.browser.openOwn('options.html#privacy');
    await page.waitForSelector('main .locked');
    expect(await page.$eval('main select', (select) => select.disabled)).toBe(true);
    expect(await page.$eval('main', (main) => main.textContent)).toContain(
      'Set by your organisation',
    );
    await page.evaluate(`location.hash = 'chats'`);
    await page.waitForSelector('[data-chat="forcechat"]');
    expect(await page.$('[data-part="add-chat"]')).toBeNull();
    await until(
      page,
      `[...document.querySelectorAll('.chat-body input')].filter((one) => !one.disabled).length === 1`,
    );
    await page.evaluate(`location.hash = 'reading'`);
    await page.waitForSelector('main[data-section="reading"]');
    const free = await page.$$eval('main input', (all) =>
      all.filter((one) => !one.disabled).map(({ type }) => type),
    );
    expect([...new Set(free)]).toEqual(['radio']);
  });
});

describe.runIf(!mayWrite())('what an organisation set', () => {
  it(`cannot be tried here: only root may write ${FOLDER}, and the browser looks nowhere else`, () => {
    expect(process.getuid?.()).not.toBe(0);
  });
});
