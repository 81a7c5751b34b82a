/** A timeline on the page: first page, older ones, and new posts that wait behind the pill. */
import { callX } from './call-x.ts';
import { type Row, readTimeline, type ShownPost } from './read-answers.ts';
import type { Ask } from './routes.ts';
import { getState } from './state.ts';

export interface TimelineState {
  rows: Row[];
  /** New ones that wait for the pill, newest first. */
  waiting: Row[];
  status: 'loading' | 'ready' | 'failed';
  /** Nothing older to be had. */
  ended: boolean;
}

const DEFAULT_POLL = { home: 5_000, search: 20_000 };

export class Timeline {
  state: TimelineState = { rows: [], waiting: [], status: 'loading', ended: false };
  #ask: Ask;
  #focalId: string;
  #top: string | null = null;
  #bottom: string | null = null;
  #busy = false;
  #listeners = new Set<() => void>();
  #quietUntil = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: Ask, focalId = '') {
    this.#ask = ask;
    this.#focalId = focalId;
    void this.load();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#schedule();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) clearTimeout(this.#timer);
    };
  };

  getState = (): TimelineState => this.state;

  async load(): Promise<void> {
    this.#set({ status: 'loading' });
    const page = await this.#request({});
    if (!page) {
      this.#set({ status: 'failed' });
      return;
    }
    this.#top = page.top;
    this.#bottom = page.bottom;
    this.#set({ rows: this.#mark(page.rows), status: 'ready', ended: page.rows.length === 0 });
  }

  /** The next older page, once at a time. */
  async older(): Promise<void> {
    if (!this.#bottom || this.#busy || this.state.ended || this.state.status !== 'ready') return;
    this.#busy = true;
    const page = await this.#request({ cursor: this.#bottom });
    this.#busy = false;
    if (!page) return;
    this.#bottom = page.bottom ?? this.#bottom;
    const known = new Set(this.state.rows.map((row) => row.id));
    const rows = page.rows.filter((row) => !known.has(row.id));
    this.#set({ rows: [...this.state.rows, ...rows], ended: page.rows.length === 0 });
  }

  /** "Show replies" and "Show more replies": puts what comes in the button's place. */
  async more(row: Extract<Row, { kind: 'more' }>): Promise<void> {
    const page = await this.#request({ cursor: row.cursor });
    if (!page) return;
    const at = this.state.rows.findIndex((one) => one.id === row.id);
    const rows = [...this.state.rows];
    rows.splice(at, 1, ...(page.added?.rows ?? page.rows));
    this.#set({ rows });
  }

  /** Asks for what is new; repeats at once while pages come full. */
  async poll(): Promise<void> {
    if (!this.#top || this.state.status !== 'ready') return;
    for (let round = 0; round < 40; round++) {
      const page = await this.#request({ cursor: this.#top });
      if (!page) return;
      this.#top = page.top ?? this.#top;
      this.#addNew(page.rows);
      if (page.rows.length < getState().settings.pageSize) return;
    }
  }

  /** Presses the pill. */
  showWaiting(): void {
    if (this.state.waiting.length === 0) return;
    this.#set({ rows: [...this.state.waiting, ...this.state.rows], waiting: [] });
  }

  /** A post of the viewer's own that was just sent. */
  addOwn(post: ShownPost): void {
    const id = `tweet-${post.id}`;
    const row: Row = { kind: 'post', id, post, promoted: false, joint: false, focal: false };
    const at = this.#focalId
      ? this.state.rows.findIndex((r) => r.kind === 'post' && r.focal) + 1
      : 0;
    const rows = [...this.state.rows];
    rows.splice(at, 0, row);
    this.#set({ rows });
  }

  /** Changes posts in place: likes, reposts; null takes them out. */
  update(id: string, change: Partial<ShownPost> | null): void {
    const rows = this.state.rows.flatMap((row): Row[] => {
      if (row.kind !== 'post' || row.post.id !== id) return [row];
      return change ? [{ ...row, post: { ...row.post, ...change } }] : [];
    });
    this.#set({ rows });
  }

  async #request(extra: Record<string, unknown>) {
    const answer = await callX(this.#ask.operation, { ...this.#ask.variables, ...extra });
    if (answer.status === 429) this.#quietUntil = Date.now() + 60_000;
    return answer.status === 200 ? readTimeline(answer.json) : undefined;
  }

  #addNew(rows: Row[]): void {
    const known = new Set([...this.state.rows, ...this.state.waiting].map((row) => row.id));
    const fresh = rows.filter((row) => row.kind === 'post' && !known.has(row.id));
    if (fresh.length === 0) return;
    this.#set({ waiting: [...fresh, ...this.state.waiting] });
    if (getState().settings.autoShow && scrollY < 10) this.showWaiting();
  }

  #mark(rows: Row[]): Row[] {
    if (!this.#focalId) return rows;
    const focal = rows.findIndex((row) => row.id === `tweet-${this.#focalId}`);
    return rows.map((row, at) => {
      if (row.kind !== 'post') return row;
      return { ...row, focal: at === focal, joint: at < focal ? true : row.joint };
    });
  }

  #set(change: Partial<TimelineState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #schedule(): void {
    const search = this.#ask.operation === 'SearchTimeline';
    if (this.#ask.operation === 'TweetDetail') return;
    const { pollMs } = getState().settings;
    const wait = pollMs ?? (search ? DEFAULT_POLL.search : DEFAULT_POLL.home);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      const visible = document.visibilityState === 'visible';
      if (visible && Date.now() >= this.#quietUntil) await this.poll();
      if (this.#listeners.size > 0) this.#schedule();
    }, wait);
  }
}

const timelines = new Map<string, Timeline>();

/** The timeline of a page; kept, so that going back shows it as it was. */
export function timelineOf(key: string, ask: Ask, focalId = ''): Timeline {
  let timeline = timelines.get(key);
  if (!timeline) {
    timeline = new Timeline(ask, focalId);
    timelines.set(key, timeline);
  }
  return timeline;
}

export const allTimelines = (): Iterable<Timeline> => timelines.values();
