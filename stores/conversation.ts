/** Owns what the panel shows: takes posts, threads them, holds new ones back while someone reads, and keeps what the reader chose. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Post } from './core/post';
import type { Session } from './core/schedule';
import { type ChoiceActions, createChoices, newestSeen } from './panel-choices';
import type { ConversationDeps, PanelContext } from './panel-context';
import { EMPTY_DRAFT } from './panel-draft';
import { createDrafting } from './panel-drafting';
import { parseMemory, readMemory } from './panel-memory';
import { createMoving, type Moving } from './panel-moves';
import { createReading, heldBack, type ReadingActions } from './panel-reading';
import { buildScreen } from './panel-rows';
import { type ClockView, type ConversationState, FIND_ALL, type StatusLine } from './panel-state';

export type { ConversationDeps, Threading } from './panel-context';
export type { MemoryKey, PanelStorage } from './panel-memory';
export type { ClockView, ConversationState, StatusLine } from './panel-state';

/** A burst must leave room for the person's keys: so many posts are threaded at a time, for so long in one frame (ms), … */
const SHARE = 50;
const FRAME_MS = 6;
/** Nothing is there to be kept waiting before the first posts are: they come at once, as many as go in so long (ms). */
const FIRST_MS = 20;
/** … and while more are waiting the list is drawn anew only this often (ms). */
const DRAW_EVERY_MS = 100;

export interface ConversationStore
  extends Pick<StoreApi<ConversationState>, 'getState' | 'subscribe'>,
    ReadingActions,
    ChoiceActions {
  /** New, changed or deleted posts, in any order and number; threaded and shown within the next frames. */
  take(posts: readonly Post[]): void;
  /** Which session counts, and the handles of the chat's configured hosts (none: the session's) and guests. */
  setSession(session: Session | null, hosts?: readonly string[], guests?: readonly string[]): void;
  setClock(clock: ClockView): void;
  setStatus(status: readonly StatusLine[]): void;
  setJoined(joined: boolean): void;
  setHosting(hosting: boolean): void;
  /** Handle of the person on X: their own posts never wait. null, where X does not say it just now, changes nothing. */
  setMe(handle: string | null): void;
  /** Writes down how far was read; call it when the panel or the page goes. */
  save(): void;
}

/** A store for one chat. What was remembered arrives from the storage a moment later; posts may be taken at once. */
export function createConversationStore(deps: ConversationDeps): ConversationStore {
  const store = createStore<ConversationState>()(() => initialState(deps));
  let engaged = false;
  /** How far was read in another tab since. */
  let elsewhere = 0;
  let hosts: readonly string[] = [];
  const context = createContext(deps, store);
  const configure = () => {
    const { session } = store.getState();
    const named = hosts.length > 0 ? hosts : (session?.hosts ?? []);
    deps.threader.configure({
      hosts: named,
      session: session === null ? undefined : { start: session.start, end: session.end },
      moves: moving.moves,
    });
    context.refresh();
  };
  const moving = createMoving(deps.storage, configure);
  const take = createIntake(context, () => engaged);
  void remember(context, moving, configure);
  const drafting = createDrafting(context);
  deps.storage.onChange((key, value, owner) => {
    if (key === 'draft') return drafting.hear(value, owner);
    const { moves, muted, lastRead } = parseMemory(key, value);
    if (key === 'moves') moving.adopt(moves ?? {});
    if (lastRead) elsewhere = lastRead;
    if (muted !== undefined) context.refresh({ muted });
  });
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    ...createReading(context, (now) => {
      engaged = now;
    }),
    ...createChoices(context, moving, drafting),
    take,
    setSession(session, configured = [], guests = []) {
      hosts = configured;
      context.set({ session, guests });
      configure();
    },
    setClock: (clock) => context.set({ clock }),
    setStatus: (status) => context.set({ status }),
    setJoined: (joined) => context.set({ joined }),
    setHosting: (hosting) => context.set({ hosting }),
    setMe(me) {
      if (me === null || me === store.getState().me) return;
      context.refresh({ me });
      drafting.turnTo(me);
    },
    save() {
      const at = newestSeen(context);
      if (at !== null && at > elsewhere) {
        deps.storage.set('lastRead', at).catch(() => undefined);
      }
    },
  };
}

function createContext(deps: ConversationDeps, store: StoreApi<ConversationState>): PanelContext {
  const openedAt = deps.now();
  const seen = new Set<string>();
  // On a first visit everything would be new: only what is written from now on is.
  const isUnread = (post: Post) => {
    const { lastRead, me } = store.getState();
    if (post.createdAt <= (lastRead ?? openedAt) || seen.has(post.id)) return false;
    return post.author.handle.toLowerCase() !== me?.toLowerCase();
  };
  return {
    deps,
    seen,
    get: store.getState,
    set: (part) => store.setState(part),
    refresh(part) {
      const conversation = deps.threader.conversation();
      const state = { ...store.getState(), ...part };
      const screen = buildScreen(conversation, state, isUnread, deps.found());
      store.setState({ ...part, conversation, ...screen });
    },
  };
}

/** Whoever comes back to a chat that is over finds the list where they stopped; a live one shows its live end. */
function goToLastRead({ get, set }: PanelContext): void {
  const { reading, goal, clock, rows } = get();
  if (reading !== 'untouched' || goal !== null) return;
  if (clock.state === 'live' || clock.state === 'soon') return;
  const line = rows.find((row) => row.kind === 'lastRead');
  if (line !== undefined) set({ goal: { key: line.key, align: 'nearest', focus: false } });
}

/** Takes posts in, a share each frame. */
function createIntake(context: PanelContext, isEngaged: () => boolean) {
  const { threader, schedule, now } = context.deps;
  const queue: Post[] = [];
  const unshown: string[] = [];
  let scheduled = false;
  let drawnAt: number | null = null;
  const draw = () => {
    drawnAt = now();
    const held = heldBack(unshown.splice(0), context, isEngaged());
    context.refresh(held.length > 0 ? { held: new Set([...context.get().held, ...held]) } : {});
    goToLastRead(context);
  };
  const flush = () => {
    scheduled = false;
    const start = now();
    const budget = drawnAt === null ? FIRST_MS : FRAME_MS;
    let at = 0;
    do {
      const share = queue.slice(at, at + SHARE);
      at += share.length;
      const { placed } = threader.conversation();
      const { held } = context.get();
      // A post that was edited has a new id, and is no new post; it waits where it waited before.
      const isShown = (id: string) => placed.has(id) && !held.has(id);
      unshown.push(
        ...share.flatMap(({ id, editedIds }) => ([id, ...editedIds].some(isShown) ? [] : id)),
      );
      threader.add(share);
    } while (at < queue.length && now() - start < budget);
    queue.splice(0, at);
    if (queue.length === 0 || drawnAt === null || now() - drawnAt >= DRAW_EVERY_MS) draw();
    plan();
  };
  const plan = () => {
    if (scheduled || queue.length === 0) return;
    if (drawnAt === null) return flush();
    scheduled = true;
    schedule(flush);
  };
  return (posts: readonly Post[]) => {
    for (const post of posts) queue.push(post);
    plan();
  };
}

async function remember(
  context: PanelContext,
  moving: Moving,
  configure: () => void,
): Promise<void> {
  const { muted, lastRead, moves } = await readMemory(context.deps.storage);
  if (moves !== undefined) moving.adopt(moves);
  context.set({
    ...(muted === undefined ? {} : { muted }),
    ...(lastRead === undefined ? {} : { lastRead }),
  });
  configure();
  goToLastRead(context);
}

function initialState({ hashtag, threader }: ConversationDeps): ConversationState {
  return {
    hashtag,
    session: null,
    clock: { state: 'none', text: '', detail: '', progress: null, lastFive: false },
    status: [],
    joined: false,
    guests: [],
    me: null,
    hosting: false,
    conversation: threader.conversation(),
    summary: { rail: [], people: 0, posts: 0, hidden: 0, waiting: [] },
    rows: [],
    screen: { kind: 'conversation' },
    group: 'all',
    finding: false,
    find: FIND_ALL,
    expanded: new Set(),
    reading: 'untouched',
    held: new Set(),
    fresh: new Set(),
    lastRead: null,
    goal: null,
    muted: { people: [], words: [] },
    showMuted: false,
    draft: EMPTY_DRAFT,
  };
}
