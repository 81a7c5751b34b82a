/** Knows when to show the edge tab and the panel, loads the code they need when they need it, and hands it the bridge. */
import { browser, type ContentScriptContext } from '#imports';
import { createEdgeTab, edgeTabCss } from '@/components/panel/edge-tab';
import { type Bridge, offerBridge } from '@/stores/bridge';
import type { Chat } from '@/stores/core/chat';
import { AROUND, type Clock, readClock } from '@/stores/core/schedule';
import type { Feed } from '@/stores/feed';
import type { PartScript } from '@/stores/part-scripts';
import { panelKey, type SavedStore, scheduleOf } from '@/stores/saved';
import { edgeText } from './edge-text';
import type { Look } from './page/look';
import { BESIDE_FROM, createPlace, hasPlace, type Place } from './page/place';
import { showsUnknown } from './page/tagged';
import { readViewer } from './page/viewer';
import { send } from './send';

export interface ShowDeps {
  ctx: ContentScriptContext;
  chat: Chat;
  feed: Feed;
  saved: SavedStore;
  /** X's responses are read in this page. */
  reading: boolean;
}

const MINUTE = 60_000;
/** From so long before a session to so long after it the hashtag is put in for whoever joined. */
const TAKING_PART = { before: 10 * MINUTE, after: 15 * MINUTE };
/** The longest a timer may wait, ms: beyond 2^31 it fires at once. */
const LONGEST = 2 ** 31 - 1;
/** X has drawn by then, ms. */
const DRAWN = 3_000;
/** Choices for the panel that are remembered. */
const CHOICES = 12;

type Loading =
  | 'loadPanel'
  | 'loadComposer'
  | 'loadReader'
  | 'loadFollower'
  | 'loadWriting'
  | 'loadPart';

export class Show {
  private place: Place | undefined;
  private edge: ReturnType<typeof createEdgeTab> | undefined;
  private isOpen = false;
  /** This page is the search that is followed: read even where it cannot be seen, and left to X. */
  private isFollowed = false;
  private unseen = 0;
  private learned = 0;
  private timer: number | undefined;
  private readonly loading = new Map<string, Promise<unknown>>();
  private readonly listeners = new Set<() => void>();
  private readonly deps: ShowDeps;
  private readonly bridge: Bridge;

  constructor(deps: ShowDeps) {
    this.deps = deps;
    this.bridge = this.createBridge();
  }

  /** Puts the edge tab up and opens the panel where it is time; X's page needs a body by then. */
  start(): void {
    const { ctx, saved, feed, chat } = this.deps;
    this.place = createPlace(ctx.signal);
    this.place.setWidth(saved.get('panel').width);
    this.edge = createEdgeTab(document, {
      label: browser.i18n.getMessage('edge_open', [chat.hashtag]),
      hashtag: `#${chat.hashtag}`,
      onOpen: () => this.choose('open'),
    });
    const style = document.createElement('style');
    style.textContent = edgeTabCss;
    this.place.root.append(style, this.edge.element);
    offerBridge(this.bridge);
    feed.onPosts((_, added) => {
      this.unseen += added;
      if (!this.isOpen) this.draw();
    });
    feed.onUnread(() => void this.load('loadReader'));
    // Whoever searches may be catching up: how much of the time was read is worth knowing.
    const searched = () => feed.lastSearch() && void this.load('loadPart', 'gather');
    feed.onAnswer(searched);
    searched();
    saved.onChange(() => this.check());
    ctx.onInvalidated(() => this.end());
    ctx.addEventListener(document, 'visibilitychange', () => this.check());
    ctx.addEventListener(window, 'pageshow', ({ persisted }) => {
      if (!persisted) return;
      // Nobody told it anything while it was put away.
      this.learned = 0;
      if (this.isOpen) this.learn(this.clock());
      this.check();
    });
    this.move(location.pathname);
    this.check();
  }

  /** X went to another page. */
  move(path: string): void {
    this.place?.host.toggleAttribute('hidden', !hasPlace(path));
    setTimeout(() => this.deps.ctx.isValid && this.readPage(), DRAWN);
  }

  /** The person opened or closed the panel. */
  choose(choice: 'open' | 'closed'): void {
    const { saved, ctx } = this.deps;
    if (ctx.isInvalid) {
      this.place?.host.remove();
      return;
    }
    const panel = saved.get('panel');
    const others = Object.entries(panel.choices).slice(-CHOICES);
    const choices = { ...Object.fromEntries(others), [panelKey(this.clock())]: choice };
    this.setOpen(choice === 'open');
    saved.set('panel', { ...panel, choices });
    if (choice === 'closed') this.edge?.element.focus();
  }

  /** Opens what it is time to open, loads what it is time to load, and plans the next look at the clock. */
  private check(): void {
    const { ctx, saved } = this.deps;
    if (!this.place || ctx.isInvalid) return;
    const clock = this.clock();
    if (!this.isOpen && this.isTimeToOpen(clock)) this.setOpen(true);
    const isIn = this.takesPart() || (this.joined() && this.isNear(clock));
    if (isIn) this.learn(clock);
    if (isIn) void this.load('loadComposer');
    this.readPage();
    if (saved.get('following')) void this.load('loadFollower');
    this.changed();
    clearTimeout(this.timer);
    if (document.visibilityState === 'visible') {
      this.timer = ctx.setTimeout(() => this.check(), Math.min(nextLook(clock), LONGEST));
    }
  }

  /** Has the page itself read where X's responses do not tell all that it shows. */
  private readPage(): void {
    if (document.visibilityState !== 'visible' && !this.isFollowed) return;
    const { reading, chat, feed } = this.deps;
    const isNeeded =
      !reading ||
      // x-web's first screen comes with the page.
      document.documentElement.dataset.appEnv ||
      showsUnknown(chat.hashtag, (id) => !!feed.get(id));
    if (isNeeded) void this.load('loadReader');
  }

  /** The extension was updated or taken away: an open panel says so, anything else goes. */
  private end(): void {
    if (this.isOpen && this.bridge.showPanel) this.changed();
    else this.place?.host.remove();
  }

  private isTimeToOpen(clock: Clock): boolean {
    if (this.isFollowed || document.visibilityState !== 'visible') return false;
    const choice = this.deps.saved.get('panel').choices[panelKey(clock)];
    if (choice) return choice === 'open';
    return (clock.state === 'live' || clock.state === 'soon') && innerWidth >= BESIDE_FROM;
  }

  private setOpen(open: boolean): void {
    this.isOpen = open;
    this.unseen = 0;
    this.place?.setOpen(open);
    if (open) {
      this.learn(this.clock());
      void this.load('loadPanel');
    }
    this.bridge.showPanel?.(open);
    this.draw();
  }

  /** Puts a script into the page, once. A background that was killed on the way is woken by the next try. */
  private load(name: Loading, part: PartScript | null = null): Promise<unknown> {
    const key = part ?? name;
    const loading = this.loading.get(key) ?? send(name, part);
    this.loading.set(key, loading);
    return loading.catch(() => this.loading.delete(key));
  }

  /** What the archive has of the session that counts. */
  private learn({ session }: Clock): void {
    if (!session || this.learned === session.start) return;
    this.learned = session.start;
    const { chat, feed } = this.deps;
    const span = { from: session.start - AROUND.before, to: session.end + AROUND.after };
    send('readPosts', { hashtag: chat.hashtag.toLowerCase(), ...span }).then(feed.learn, () => {
      this.learned = 0;
    });
  }

  private draw(): void {
    if (this.deps.ctx.isInvalid) return;
    const theme = (this.place?.host.dataset.theme ?? 'light') as Look;
    this.edge?.update({ ...edgeText(this.clock()), newCount: this.unseen, theme });
    this.edge?.element.toggleAttribute('hidden', this.isOpen);
  }

  private changed(): void {
    this.draw();
    for (const listener of this.listeners) listener();
  }

  private readonly now = () => Date.now() + this.deps.feed.health().clockOffset;

  private readonly clock = () => {
    const { chat, saved } = this.deps;
    return readClock(scheduleOf(saved.get('schedules'), chat.hashtag).sessions, this.now());
  };

  private readonly joined = () => {
    const { session } = this.clock();
    const { saved, chat } = this.deps;
    return session !== null && saved.get('joined')[chat.hashtag.toLowerCase()] === session.start;
  };

  private isNear({ session }: Clock): boolean {
    if (!session || this.deps.ctx.isInvalid) return false;
    const now = this.now();
    return now >= session.start - TAKING_PART.before && now < session.end + TAKING_PART.after;
  }

  private readonly takesPart = () => {
    const clock = this.clock();
    const rule = this.deps.saved.get('settings').prefill;
    if (rule === 'never' || !this.isNear(clock)) return false;
    return rule === 'live' ? clock.state === 'live' : this.joined();
  };

  private createBridge(): Bridge {
    const { chat, feed, saved, reading, ctx } = this.deps;
    const place = () => this.place as Place;
    return {
      chat,
      feed,
      saved,
      reading,
      notice: '',
      notify: (notice) => {
        this.bridge.notice = notice;
        this.changed();
      },
      get signal() {
        // Asking is how an update is noticed.
        void ctx.isInvalid;
        return ctx.signal;
      },
      followed: () => this.isFollowed,
      follow: (isFollowed) => {
        this.isFollowed = isFollowed;
        if (isFollowed && this.isOpen) this.setOpen(false);
        this.check();
      },
      get root() {
        return place().root;
      },
      get host() {
        return place().host;
      },
      clock: this.clock,
      viewer: readViewer,
      yield: () => place().yield(),
      now: this.now,
      joined: this.joined,
      takesPart: this.takesPart,
      send,
      join: () => {
        const { session } = this.clock();
        if (session === null) return;
        saved.set('joined', {
          ...saved.get('joined'),
          [chat.hashtag.toLowerCase()]: session.start,
        });
      },
      collapse: () => this.choose('closed'),
      resize: (width, done) => {
        place().setWidth(width);
        if (done) saved.set('panel', { ...saved.get('panel'), width });
      },
      parts: {},
      loadPart: async (script) => void (await this.load('loadPart', script)),
      loadComposer: async () => void (await this.load('loadComposer')),
      loadWriting: async () => void (await this.load('loadWriting')),
      onChange: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
    };
  }
}

/** ms until the state changes; while the hour is near, until the next minute, which the edge tab shows. */
function nextLook({ state, session, now, nextChange }: Clock): number {
  if (session === null || (state !== 'live' && state !== 'soon')) return nextChange - now;
  const boundary = (state === 'live' ? session.end : session.start) - now;
  return Math.min(boundary, MINUTE - (now % MINUTE));
}
