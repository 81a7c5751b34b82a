/** Starts a real browser with the built extension, on the simulated x.com: for the demo, the screenshots and the e2e tests. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import places from './browser-places.json' with { type: 'json' };

export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** Folder of the built extension; none: the browser as it is. */
  extension?: string | undefined;
  /** The simulator's CONNECT proxy. */
  proxyPort: number;
  headless?: boolean;
  width?: number;
  height?: number;
  /** Keep the profile here, to open it again later. */
  profile?: string;
  /** Hidden pages are slowed down as they are for people; drivers switch that off. */
  throttled?: boolean;
  /** Firefox's id of the extension, where it is not Polchat's usual one. */
  geckoId?: string | undefined;
  /** What is saved goes into this folder, unasked. */
  downloads?: string | undefined;
}

export interface Launched {
  browser: Browser;
  /** Id of the installed extension, '' without. */
  extensionId: string;
  newPage(url?: string): Promise<Page>;
  /** Opens a page of the extension's own ("popup.html"); where `page` is given, in that one. */
  openOwn(path: string, page?: Page): Promise<Page>;
  close(): Promise<void>;
}

/** Where the browser is; the variables CHROMIUM_PATH and FIREFOX_PATH go first. */
export function findBrowser(name: BrowserName): string | undefined {
  const named = process.env[`${name.toUpperCase()}_PATH`];
  return [named, ...places[name]].find((path) => path !== undefined && existsSync(path));
}

/** What the driver adds to Chromium so that hidden pages run on at full speed. */
const UNTHROTTLED = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** Starts the browser, with the extension in it. */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<Launched> {
  const executablePath = findBrowser(name);
  if (!executablePath) throw new Error(`No ${name} was found on this computer.`);
  const uuid = randomUUID();
  const browser = await (name === 'chromium'
    ? startChromium(executablePath, options)
    : startFirefox(executablePath, options, uuid));
  const extensionId = options.extension ? await browser.installExtension(options.extension) : '';
  const launched: Launched = {
    browser,
    extensionId,
    async newPage(url) {
      const page = await browser.newPage();
      if (url) await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    async openOwn(path, page) {
      const own = page ?? (await browser.newPage());
      if (name === 'chromium') await own.goto(`chrome-extension://${launched.extensionId}/${path}`);
      else await goToOwn(own, `moz-extension://${uuid}/${path}`);
      return own;
    },
    close: () => browser.close(),
  };
  return launched;
}

/** Firefox's driver is never told that an extension's page has come: the page is asked. */
async function goToOwn(page: Page, url: string): Promise<void> {
  await page.evaluate('globalThis.before = true');
  page.goto(url, { timeout: 0 }).catch(() => undefined);
  const isThere = `!globalThis.before && location.protocol === 'moz-extension:' && document.readyState === 'complete'`;
  const end = Date.now() + 25_000;
  while (!(await page.evaluate(isThere).catch(() => false))) {
    if (Date.now() > end) throw new Error(`${url} did not come.`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

function startChromium(executablePath: string, options: LaunchOptions): Promise<Browser> {
  const { proxyPort, headless = true, width = 1440, height = 900, profile, downloads } = options;
  return puppeteer.launch({
    executablePath,
    headless,
    enableExtensions: true,
    pipe: true,
    acceptInsecureCerts: true,
    ignoreDefaultArgs: options.throttled ? UNTHROTTLED : [],
    ...(profile ? { userDataDir: profile } : {}),
    ...(downloads ? { downloadBehavior: { policy: 'allow', downloadPath: downloads } } : {}),
    defaultViewport: headless ? { width, height } : null,
    args: [
      // Chromium's sandbox refuses to start as root, as in containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=en-GB',
      `--window-size=${width},${height}`,
      `--proxy-server=127.0.0.1:${proxyPort}`,
    ],
  });
}

/** `uuid`: where the extension's pages will lie; Firefox draws one by lot otherwise, and tells nobody. */
function startFirefox(
  executablePath: string,
  options: LaunchOptions,
  uuid: string,
): Promise<Browser> {
  const { proxyPort, headless = true, width = 1440, height = 900, downloads } = options;
  const { geckoId = 'polchat@polchat.invalid' } = options;
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    acceptInsecureCerts: true,
    defaultViewport: headless ? { width, height } : null,
    // The last one lets the driver go to an extension's pages.
    args: [`--width=${width}`, `--height=${height}`, '--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'intl.accept_languages': 'en-GB',
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
      // Nobody can answer a browser's question without a screen: what the extension asks for is given.
      ...(headless ? { 'extensions.webextOptionalPermissionPrompts': false } : {}),
      ...(downloads ? { 'browser.download.folderList': 2, 'browser.download.dir': downloads } : {}),
    },
  });
}
