/**
 * A local x.com for demo and tests: browsers that use its proxy see it as https://x.com.
 * What it plays and why: the project's notes on X; everything said on it is invented.
 */
import { createApi } from './api.ts';
import { loadAssets } from './assets.ts';
import { WEEKLY_CHAT } from './chat-script.ts';
import { createClock } from './clock.ts';
import { createDirector, type Director } from './director.ts';
import { type Site, startHttps } from './https-server.ts';
import { ADVERT, seedNoise } from './noise.ts';
import { startProxy } from './proxy.ts';
import { WINDOW } from './rate-limit.ts';
import { PostStore } from './store.ts';
import type { Layout, Received, ScriptedChat, Settings, Theme } from './types.ts';

export interface SimulatorOptions {
  /** The chat's minute 0, ms since 1970; default: so that now is `fromMinute`. */
  start?: number;
  /** Chat minutes per real minute; default 1. */
  speed?: number;
  /** The minute at which to begin; what was said before is there already. Default 0. */
  fromMinute?: number;
  script?: ScriptedChat;
  theme?: Theme;
  layout?: Layout;
  /** Anything else of `Settings`. */
  settings?: Partial<Settings>;
  /** The clock stands still until `director.play()`. */
  paused?: boolean;
  /** Other hosts, https like X's, and what answers there. */
  sites?: Record<string, Site>;
}

export interface Simulator {
  httpsPort: number;
  /** CONNECT proxy that leads X's hosts here and refuses all others. */
  proxyPort: number;
  received: Received;
  director: Director;
  settings: Readonly<Settings>;
  /** Changes settings; open pages learn of it with their next request. */
  set(change: Partial<Settings>): void;
  /** Host → what answers there; may be changed at any time. */
  sites: Map<string, Site>;
  /** Fills the rate-limit budgets again. */
  resetBudgets(): void;
  close(): Promise<void>;
}

const DEFAULTS: Settings = {
  theme: 'light',
  layout: 'C',
  failing: 'none',
  composer: 'draft',
  mobile: false,
  pollMs: null,
  searchBudget: 50,
  rateSpan: WINDOW,
  pageSize: 20,
  transport: 'xhr',
  fontSize: 15,
  premium: false,
  windowless: false,
  autoShow: false,
  hostile: '',
};

/** Starts everything on free ports of loopback. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { speed = 1, fromMinute = 0, script = WEEKLY_CHAT } = options;
  const start = options.start ?? Date.now() - fromMinute * 60_000;
  const clock = createClock(start + fromMinute * 60_000, speed);
  if (options.paused) {
    clock.pause();
    clock.jump(start + fromMinute * 60_000);
  }
  const settings: Settings = { ...DEFAULTS, ...options.settings };
  if (options.theme) settings.theme = options.theme;
  if (options.layout) settings.layout = options.layout;
  const received: Received = { posts: [], writes: [], requests: [], refused: [] };
  const store = new PostStore(script.people);
  const advert = store.add({ ...ADVERT, createdAt: start - 86_400_000 }, start, true);
  const later = seedNoise(store, start, clock.now());
  const chat = createDirector(script, store, clock, start);
  const director: Director = {
    ...chat,
    sync: () => {
      while ((later[0]?.createdAt ?? Number.POSITIVE_INFINITY) <= clock.now()) {
        const post = later.shift();
        if (post) store.add(post, clock.now(), true);
      }
      chat.sync();
    },
  };
  const api = createApi(store, director, settings, received, advert);
  const assets = await loadAssets();
  const sites = new Map(Object.entries(options.sites ?? {}));
  const parts = { api, assets, store, settings, received, sites, now: clock.now };
  const https = await startHttps(parts);
  const proxy = await startProxy(https.port, received.refused, sites);
  return {
    httpsPort: https.port,
    proxyPort: proxy.port,
    received,
    director,
    settings,
    sites,
    set: (change) => void Object.assign(settings, change),
    resetBudgets: api.resetBudgets,
    close: async () => {
      await proxy.close();
      await https.close();
    },
  };
}
