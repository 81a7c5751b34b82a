/** Knows when to show the edge tab and the panel, loads the code they need when they need it, and hands it the bridge. */
import { browser } from '#imports';
import { createEdgeTab, edgeTabCss } from '@/components/panel/edge-tab';
import type { Bridge } from '@/stores/bridge';
import type { Clock } from '@/stores/core/schedule';
import type { Feed } from '@/stores/feed';
import { panelKey, type SavedStore } from '@/stores/saved';
import type { Chats, Chatting } from './chats';
import type { ContentScriptContext } from './context';
import { edgeText } from './edge-text';
import { heedWriting } from './heed-writing';
import { createLearner } from './learner';
import { createLoader } from './loader';
import { nextLook } from './next-look';
import type { Look } from './page/look';
import { BESIDE_FROM, createPlace, hasPlace, type Place, removeOurs } from './page/place';
import { showsUnknown } from './page/tagged';
import { send } from './send';

export interface ShowDeps {
  ctx: ContentScriptContext;
  chats: Chats;
  saved: SavedStore;
  /** X's responses are read in this page. */
  reading: boolean;
}

/** The longest a timer may wait, ms: beyond 2^31 it fires at once. */
const LONGEST = 2 ** 31 - 1;
/** X has drawn by then, ms. */
const DRAWN = 3_000;
/** Choices for the panel that are remembered. */
const CHOICES = 12;

export class Show {
  #place: Place | undefined;
  #edge: ReturnType<typeof createEdgeTab> | undefined;
  #isOpen = false;
  /** This page is the search that is followed: read even where it cannot be seen, and left to X. */
  #isFollowed = false;
  #unseen = 0;
  #timer: number | undefined;
  #heed = () => {};
  readonly #listeners = new Set<() => void>();
  readonly #deps: ShowDeps;
  /** None before a script that needs it: on most pages none does. */
  #bridge: Bridge | undefined;

  readonly #archive: ReturnType<typeof createLearner>;
  /** Puts a script into the page. */
  readonly load: ReturnType<typeof createLoader>;

  constructor(deps: ShowDeps) {
    this.#deps = deps;
    this.#archive = createLearner(deps.chats);
    this.load = createLoader(() => {
      this.#bridge ??= this.#createBridge();
      return this.#bridge;
    }, deps.chats.feeds.areThere);
  }

  /** Puts the edge tab up and opens the panel where it is time; X's page needs a body by then. */
  start(): void {
    const { ctx, saved, chats, reading } = this.#deps;
    this.#edge = createEdgeTab(document, {
      label: (hashtag) => browser.i18n.getMessage('edge_open', [hashtag]),
      onOpen: () => this.choose('open'),
    });
    // A page that was there before this script may have things of one whose extension was updated, and which could not clear up after itself.
    if (!reading) removeOurs();
    // All of it before it is on the page: whatever is changed there has X's page looked over again.
    const { element } = this.#edge;
    this.#place = createPlace(ctx.signal, () => saved.get('settings').look, edgeTabCss, element);
    this.#place.setWidth(saved.get('panel').width);
    chats.feeds.each((feed) => this.#hear(feed));
    saved.onChange((keys) => {
      this.#place?.dress();
      // A chat that comes back begins anew.
      if (keys.includes('settings')) this.#archive.forget();
      this.#check();
    });
    const write = () => void this.load('writing');
    this.#heed = heedWriting(ctx, chats, write, this.#archive.learn);
    ctx.onInvalidated(() => this.#end());
    ctx.addEventListener(document, 'visibilitychange', () => this.#check());
    ctx.addEventListener(window, 'pageshow', ({ persisted }) => {
      if (!persisted) return;
      // Nobody told it anything while it was put away.
      this.#archive.forget();
      if (this.#isOpen) this.#archive.learn(chats.current());
      this.#check();
    });
    this.#settle(location.pathname);
    this.#check();
  }

  #hear(feed: Feed): void {
    const { chats } = this.#deps;
    feed.onPosts((_, added) => {
      if (this.#isOpen || feed !== chats.current().feed) return;
      this.#unseen += added;
      this.#draw();
    });
    feed.onUnread(() => void this.load('reader'));
    // Whoever searches may be catching up: how much of the time was read is worth knowing.
    const searched = () => feed.lastSearch() && void this.load('gather');
    feed.onAnswer(searched);
    searched();
  }

  /** X goes to another page. */
  move(url: URL): void {
    this.#settle(url.pathname);
    this.#bridge?.moved?.(url);
  }

  #settle(path: string): void {
    this.#place?.host.toggleAttribute('hidden', !hasPlace(path));
    setTimeout(() => this.#deps.ctx.isValid && this.#readPage(), DRAWN);
  }

  /** The person chose to see this chat. */
  switchTo(hashtag: string): void {
    const { chats } = this.#deps;
    const { tag } = chats.current();
    chats.choose(hashtag);
    if (tag !== chats.current().tag) this.#turned();
    this.#check();
  }

  #turned(): void {
    this.#unseen = 0;
    if (this.#isOpen) this.#archive.learn(this.#deps.chats.current());
  }

  /** The person opened or closed the panel. */
  choose(choice: 'open' | 'closed'): void {
    const { saved, ctx } = this.#deps;
    if (ctx.isInvalid) {
      this.#place?.host.remove();
      return;
    }
    const panel = saved.get('panel');
    const others = Object.entries(panel.choices).slice(-CHOICES);
    const choices = { ...Object.fromEntries(others), [panelKey(this.#clock())]: choice };
    this.#setOpen(choice === 'open');
    saved.set('panel', { ...panel, choices });
    if (choice === 'closed') this.#edge?.element.focus();
  }

  /** Opens what it is time to open, loads what it is time to load, and plans the next look at the clock. */
  #check(): void {
    const { ctx, chats, saved } = this.#deps;
    if (!this.#place || ctx.isInvalid) return;
    if (chats.turn(this.#isOpen)) this.#turned();
    const clock = this.#clock();
    if (!this.#isOpen && this.#isTimeToOpen(clock)) this.#setOpen(true);
    const part = chats.taking() ?? chats.inside();
    if (part) {
      this.#archive.learn(part);
      void this.load('prefill');
    }
    // A background that was killed may not have put it in.
    if (this.#isOpen && !this.#bridge?.showPanel) void this.load('panel');
    this.#heed();
    this.#readPage();
    if (saved.get('following')) void this.load('follower');
    this.#changed();
    clearTimeout(this.#timer);
    if (document.visibilityState === 'visible') {
      const next = Math.min(nextLook(clock), chats.nextChange() - clock.now, LONGEST);
      this.#timer = ctx.setTimeout(() => this.#check(), next);
    }
  }

  /** Has the page itself read where X's responses do not tell all that it shows, a moment later still: X may draw before we have read. x-web's first screen comes with the page. */
  #readPage(isLater = false): void {
    if (document.visibilityState !== 'visible' && !this.#isFollowed) return;
    const { reading, chats } = this.#deps;
    const isSure = !reading || document.documentElement.dataset.appEnv;
    const isRead = ({ chat, feed }: Chatting) =>
      !showsUnknown(chat.hashtag, (id) => !!feed?.get(id));
    if (!isSure && chats.all().every(isRead)) return;
    if (isSure || isLater) void this.load('reader');
    else this.#deps.ctx.setTimeout(() => this.#readPage(true), DRAWN);
  }

  /** The extension was updated or taken away: an open panel says so, anything else goes. */
  #end(): void {
    if (this.#isOpen && this.#bridge?.showPanel) this.#changed();
    else this.#place?.host.remove();
  }

  #isTimeToOpen(clock: Clock): boolean {
    if (this.#isFollowed || document.visibilityState !== 'visible') return false;
    const choice = this.#deps.saved.get('panel').choices[panelKey(clock)];
    if (choice) return choice === 'open';
    return (clock.state === 'live' || clock.state === 'soon') && innerWidth >= BESIDE_FROM;
  }

  #setOpen(open: boolean): void {
    this.#isOpen = open;
    this.#unseen = 0;
    this.#place?.setOpen(open);
    if (open) {
      this.#archive.learn(this.#deps.chats.current());
      void this.load('panel');
    }
    this.#bridge?.showPanel?.(open);
    this.#draw();
  }

  #draw(): void {
    if (this.#deps.ctx.isInvalid) return;
    const theme = (this.#place?.host.dataset.theme ?? 'light') as Look;
    const { chat, clock } = this.#deps.chats.current();
    const { hashtag } = chat;
    this.#edge?.update({ ...edgeText(clock), hashtag, newCount: this.#unseen, theme });
    this.#edge?.element.toggleAttribute('hidden', this.#isOpen);
  }

  #changed(): void {
    this.#draw();
    for (const listener of this.#listeners) listener();
  }

  readonly #clock = () => this.#deps.chats.current().clock;

  #createBridge(): Bridge {
    const { chats, saved, reading, ctx } = this.#deps;
    const place = () => this.#place as Place;
    return {
      get chat() {
        return chats.current().chat;
      },
      bringFeeds: chats.feeds.bring,
      // Whoever asks for them has come after them.
      get feed() {
        return chats.current().feed as Feed;
      },
      chats: chats.all as Bridge['chats'],
      each: chats.feeds.each,
      switchTo: (hashtag) => this.switchTo(hashtag),
      taking: chats.taking as Bridge['taking'],
      saved,
      reading,
      notice: '',
      notify: (notice) => {
        (this.#bridge as Bridge).notice = notice;
        this.#changed();
      },
      get signal() {
        return ctx.signal;
      },
      followed: () => this.#isFollowed,
      follow: (isFollowed) => {
        this.#isFollowed = isFollowed;
        if (isFollowed && this.#isOpen) this.#setOpen(false);
        this.#check();
      },
      get root() {
        return place().root;
      },
      get host() {
        return place().host;
      },
      clock: this.#clock,
      now: chats.now,
      clockOffset: chats.offset,
      joined: () => chats.current().joined,
      send,
      collapse: () => this.choose('closed'),
      get setWidth() {
        return place().setWidth;
      },
      parts: {},
      load: this.load,
      onChange: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
  }
}
