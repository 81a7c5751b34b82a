/**
 * A door into the installed extension, for what a person would do in its pages or with the browser's own buttons, and a driver
 * cannot in both browsers: a copy of the package gets a script on a site of the test's own, which reads and writes the storage,
 * sends messages, and has the background call the browser's functions.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Message, MessageName, Protocol } from '../../stores/messages.ts';

export const DOOR_HOST = 'door.test';

/** What the person is taken to have allowed. */
export interface Granted {
  /** Hosts. */
  sites?: readonly string[];
  permissions?: readonly string[];
}

const CONTENT = `
const api = globalThis.browser ?? chrome;
addEventListener('message', async ({ data }) => {
  if (!data?.ask) return;
  const { set, get, send, call } = data.ask;
  let answer = null;
  try {
    if (set) await api.storage.local.set(set);
    if (get) answer = await api.storage.local.get(get);
    if (send) answer = await api.runtime.sendMessage(send);
    if (call) answer = await api.runtime.sendMessage({ door: call });
  } catch (error) { answer = { failed: String(error) }; }
  postMessage({ answer });
});`;

/** Goes before all else in the background, so that it learns of every notification and who listens to presses. */
const BACKGROUND = `(() => {
  const api = globalThis.browser ?? chrome;
  const pressed = [];
  const created = [];
  const { notifications } = api;
  if (notifications) {
    const add = notifications.onClicked.addListener.bind(notifications.onClicked);
    notifications.onClicked.addListener = (listener) => (pressed.push(listener), add(listener));
    const create = notifications.create.bind(notifications);
    notifications.create = (...asked) => (created.push(asked), create(...asked));
  }
  api.runtime.onMessage.addListener(({ door }, _, respond) => {
    if (!door) return undefined;
    const [path, ...args] = door;
    const names = path.split('.');
    const last = names.pop();
    const press = () => pressed.forEach((listener) => listener(...args));
    const call = () => names.reduce((found, name) => found[name], api)[last](...args);
    Promise.resolve()
      .then({ press, created: () => created }[path] ?? call)
      .then((value) => respond(value ?? null), (error) => respond({ failed: String(error) }));
    return true;
  });
})();
`;

interface Manifest {
  host_permissions: string[];
  permissions: string[];
  content_scripts: object[];
}

function changeManifest(folder: string, change: (manifest: Manifest) => void): void {
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  change(manifest);
  writeFileSync(file, JSON.stringify(manifest));
}

/** Gives the package in `folder` further permissions. */
export function permit(folder: string, permissions: readonly string[]): void {
  changeManifest(folder, (manifest) => manifest.permissions.push(...permissions));
}

/** Puts the door into the package in `folder`, with rights that a person would be asked for. */
export function buildDoor(folder: string, { sites = [], permissions = [] }: Granted): void {
  permit(folder, permissions);
  changeManifest(folder, (manifest) => {
    manifest.host_permissions.push(...sites.map((host) => `https://${host}/*`));
    manifest.content_scripts.push({
      matches: [`https://${DOOR_HOST}/*`],
      js: ['door.js'],
      run_at: 'document_start',
    });
  });
  writeFileSync(join(folder, 'door.js'), CONTENT);
  const background = join(folder, 'background.js');
  writeFileSync(background, BACKGROUND + readFileSync(background, 'utf8'));
}

export interface Door {
  get<T>(key: string): Promise<T | undefined>;
  set(items: Record<string, unknown>): Promise<void>;
  /** A message to the background, as the extension's own pages send it. */
  send<N extends MessageName>(
    name: N,
    body: Protocol[N]['takes'],
  ): Promise<{ gives: Protocol[N]['gives'] } | { failed: string }>;
  /** Has the background call a function of the browser: `call('alarms.getAll')`. */
  call<T>(path: string, ...args: unknown[]): Promise<T>;
  /** Presses a notification. */
  press(id: string): Promise<void>;
  /** Every notification asked for since the background started: Firefox without a screen shows none. */
  created(): Promise<[id: string, options: { title: string; message: string }][]>;
}

/** Opens the door in a page of its own. */
export async function openDoor(page: Page): Promise<Door> {
  await page.goto(`https://${DOOR_HOST}/`);
  const ask = (question: { set?: unknown; get?: unknown; send?: Message; call?: unknown[] }) =>
    page.evaluate(
      (asked) =>
        new Promise<never>((resolve) => {
          const hear = ({ data }: MessageEvent) => {
            if (!data || !('answer' in data)) return;
            removeEventListener('message', hear);
            resolve(data.answer as never);
          };
          addEventListener('message', hear);
          postMessage({ ask: asked });
        }),
      question as never,
    );
  return {
    get: async (key) => (await ask({ get: [key] }))[key],
    set: (items) => ask({ set: items }),
    send: (name, body) => ask({ send: { name, body } }),
    call: (path, ...args) => ask({ call: [path, ...args] }),
    press: (id) => ask({ call: ['press', id] }),
    created: () => ask({ call: ['created'] }),
  };
}
