/** Brings the panel to life: the feed's posts into the store, the clock's time and the status into words, the actions to X. */
import { lent } from '@/components/panel/lend';
import { mountPanel } from '@/components/panel/mount-panel';
import type { PartSource } from '@/components/panel/parts';
import { giveWay } from '@/entrypoints/x.content/page/drawers';
import { createViewer } from '@/entrypoints/x.content/page/viewer';
import type { Bridge } from '@/stores/bridge';
import { type ConversationStore, createConversationStore } from '@/stores/conversation';
import { formatClock } from '@/stores/core/clock';
import type { Post } from '@/stores/core/post';
import { type Clock, covers, isSession, type Session } from '@/stores/core/schedule';
import { createThreader } from '@/stores/core/thread';
import { answerTo, nextQuestion } from '@/stores/panel-draft';
import { createActions } from './actions';
import { createParts } from './parts';
import { readStatus } from './status';
import { panelStorage } from './storage';
import { words } from './words';

/** The longest a timer may wait, ms: beyond 2^31 it fires at once. */
const LONGEST = 2 ** 31 - 1;

/** The store of a chat's session, as it is planned now, and who its hosts were when it was last told. */
interface Kept {
  session: Session | null;
  store: ConversationStore;
  known: string;
  leave: () => void;
}

/** Draws while the panel is open; one store for each session of the chat. */
export function startPanel(bridge: Bridge): void {
  /** By hashtag: who comes back to a chat finds it as it was left. */
  const stores = new Map<string, Kept>();
  let current: Kept | undefined;
  let unmount: (() => void) | undefined;
  let open = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const parts = createParts(bridge);
  bridge.lent = lent;

  /** The store of the session that counts now; a new one when the next session's time has come. */
  const storeFor = (clock: Clock): Kept => {
    const { hashtag } = bridge.chat;
    const { session } = clock;
    let kept = stores.get(hashtag);
    if (!kept || !isSame(kept.session, session)) {
      kept?.leave();
      kept = createKept(bridge, session, parts, check);
      stores.set(hashtag, kept);
    }
    kept.session = session;
    if (kept !== current) {
      unmount?.();
      unmount = undefined;
    }
    current = kept;
    return kept;
  };
  const draw = () => {
    const clock = bridge.clock();
    const kept = storeFor(clock);
    const { store } = kept;
    const { hosts, hosting } = castOf(bridge, clock.session);
    const known = JSON.stringify([clock.session, hosts, bridge.chat.guests]);
    // Planned anew, or somebody else hosts.
    if (kept.known !== known) {
      if (kept.known) {
        store.setSession(clock.session, hosts, bridge.chat.guests);
        store.take(inSession(bridge.feed.all(), clock.session));
      }
      kept.known = known;
    }
    store.setHosting(hosting);
    showState(bridge, store, clock);
    unmount ??= mountPanel(bridge.root, {
      store,
      words,
      parts,
      ...createActions(bridge, words),
    });
    clearTimeout(timer);
    if (document.visibilityState === 'visible') {
      timer = setTimeout(check, Math.min(Math.max(clock.nextChange - clock.now, 1), LONGEST));
    }
  };
  const check = () => {
    if (open) draw();
  };

  lendDraft(bridge, () => current?.store);
  bridge.onChange(check);
  document.addEventListener('visibilitychange', check, { signal: bridge.signal });
  addEventListener('pagehide', () => current?.store.save(), { signal: bridge.signal });
  bridge.showPanel = (shown) => {
    open = shown;
    if (open) return draw();
    clearTimeout(timer);
    unmount?.();
    unmount = undefined;
  };
  draw();
}

/** For the scripts that come beside it. */
function lendDraft(bridge: Bridge, shown: () => ConversationStore | undefined): void {
  bridge.viewer = createViewer();
  bridge.draft = {
    read: () => shown()?.getState(),
    clear() {
      bridge.notice = '';
      shown()?.setDraft({ text: '', label: null });
    },
  };
  bridge.nextQuestion = () => {
    const { conversation } = shown()?.getState() ?? {};
    return conversation ? nextQuestion(conversation) : 0;
  };
  bridge.labelOf = (id) => {
    const { conversation, me } = shown()?.getState() ?? {};
    return conversation ? answerTo(conversation, me ?? null, id) : '';
  };
}

/** Planned anew a session may begin at another moment, and is still the one that the draft and the Join are for. */
function isSame(one: Session | null, other: Session | null): boolean {
  return one && other ? isSession(other, one.start) : one === other;
}

/** A store that has, and is given, what comes into the feed of the chat that is shown now, whichever is shown later. */
function createKept(
  bridge: Bridge,
  session: Session | null,
  parts: PartSource,
  check: () => void,
): Kept {
  const { chat, feed } = bridge;
  const store = createConversationStore({
    hashtag: chat.hashtag,
    threader: createThreader({ hosts: [] }),
    now: bridge.now,
    schedule: soon,
    storage: panelStorage(bridge, parts, session),
    found: () => parts.get('found'),
  });
  store.setSession(session, castOf(bridge, session).hosts, chat.guests);
  store.take(inSession(feed.all(), session));
  const leave = feed.onPosts((posts) => {
    store.take(inSession(posts, kept.session));
    check();
  });
  const kept: Kept = { session, store, known: '', leave };
  return kept;
}

/** Who asks and steers in this session, and whether the person does: they said so, or the account they use here is one of them. */
function castOf({ chat, saved, viewer }: Bridge, session: Session | null) {
  const me = viewer?.() ?? null;
  const { chats, hosting } = saved.get('settings');
  // As it is settled now: the page may be older than that.
  const own = chats.find(({ hashtag }) => hashtag === chat.hashtag) ?? chat;
  const hosts = new Set([...own.hosts, ...(session?.hosts ?? [])]);
  const says = hosting.includes(chat.hashtag.toLowerCase());
  if (says && me) hosts.add(me);
  const list = [...hosts];
  return {
    hosts: list,
    hosting: says || list.some((host) => host.toLowerCase() === me?.toLowerCase()),
  };
}

function inSession(posts: readonly Post[], session: Session | null): Post[] {
  return posts.filter(({ createdAt }) => session === null || covers(session, createdAt));
}

/** In the next frame; hidden tabs have none, so a timer stands in. */
function soon(task: () => void): void {
  if (document.visibilityState === 'visible') requestAnimationFrame(task);
  else setTimeout(task, 0);
}

function showState(bridge: Bridge, store: ConversationStore, clock: Clock): void {
  const reader = { locale: 'en-GB', timeZone: Temporal.Now.timeZoneId() };
  const { main, detail, local } = formatClock(clock, words, reader);
  store.setClock({
    state: clock.state,
    text: main,
    detail: [detail, local].filter(Boolean).join(' · '),
    progress: clock.state === 'live' ? clock.progress : null,
    lastFive: clock.lastFive,
  });
  store.setJoined(bridge.joined());
  const me = bridge.viewer?.() ?? null;
  if (me !== store.getState().me) store.setMe(me);
  giveWay(bridge.host);
  if (bridge.saved.get('following') && !bridge.following) void bridge.load('panel-follow');
  store.setStatus(readStatus(bridge, words, clock.session?.timeZone ?? bridge.chat.timeZone));
}
