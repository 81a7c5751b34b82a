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
import { eventually, IS_FIREFOX, type Stage, setStage } from './stage.ts';

/** Where Debian's Chromium looks for what an organisation set. */
const FOLDER = '/etc/chromium/policies/managed';
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

/** A policy names an extension by its id, which comes out of the key in its manifest. */
function fixId(folder: string): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, key: der.toString('base64') }));
  const hex = createHash('sha256').update(der).digest('hex').slice(0, 32);
  return [...hex].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}

describe.runIf(!IS_FIREFOX && mayWrite())('what an organisation set', () => {
  let stage: Stage;
  let page: Page;
  let folder: string;
  const file = join(FOLDER, `polchat-test-${process.pid}.json`);
  beforeAll(async () => {
    folder = copyExtension('chromium', calendarOf([]));
    const id = fixId(folder);
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: POLICY } } }));
    stage = await setStage({ bare: true });
    expect(await stage.browser.browser.installExtension(folder)).toBe(id);
    page = await stage.browser.newPage(`chrome-extension://${id}/options.html#privacy`);
    await page.waitForSelector('main[data-section="privacy"]');
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(file, { force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  it('counts, is listed, and leaves the rest to the person', async () => {
    const kept = () =>
      page.evaluate(`chrome.storage.local.get(['settings', 'locked'])`) as Promise<{
        settings: Record<string, unknown>;
        locked: string[];
      }>;
    await eventually(async () => (await kept()).locked.length === 5);
    const { settings, locked } = await kept();
    expect(locked.sort()).toEqual(Object.keys(POLICY).sort());
    expect(settings).toMatchObject({
      gather: false,
      exports: false,
      keepMonths: 3,
      chats: [{ hashtag: 'ForceChat', hosts: ['ourforce'], timeZone: 'Europe/London' }],
      look: 'x',
    });
  });

  it('cannot be changed in the settings, which say so', async () => {
    await page.reload({ waitUntil: 'domcontentloaded' });
    await page.waitForSelector('main .locked');
    expect(await page.$eval('main select', (select) => select.disabled)).toBe(true);
    expect(await page.$eval('main', (main) => main.textContent)).toContain(
      'Set by your organisation',
    );
    await page.evaluate(`location.hash = 'chats'`);
    await page.waitForSelector('[data-chat="forcechat"]');
    expect(await page.$('[data-part="add-chat"]')).toBeNull();
    expect(
      await page.$$eval('.chat-body input', (all) => all.filter((one) => !one.disabled).length),
    ).toBe(1);
    await page.evaluate(`location.hash = 'reading'`);
    await page.waitForSelector('main[data-section="reading"]');
    const free = await page.$$eval('main input', (all) =>
      all.filter((one) => !one.disabled).map(({ type }) => type),
    );
    expect([...new Set(free)]).toEqual(['radio']);
  });
});

describe.runIf(!IS_FIREFOX && !mayWrite())('what an organisation set', () => {
  it(`cannot be tried here: only root may write ${FOLDER}, and Chromium looks nowhere else`, () => {
    expect(process.getuid?.()).not.toBe(0);
  });
});
