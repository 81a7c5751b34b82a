/** What the panel's tests share: a store on invented posts, drawn with the real words in a real shadow root. */
import { act } from '@testing-library/preact';
import { vi } from 'vitest';
import { standAlone } from '@/components/panel/bring-parts';
import { CatchUp } from '@/components/panel/CatchUp';
import { ChatSwitch } from '@/components/panel/ChatSwitch';
import { Finder } from '@/components/panel/Finder';
import { FollowLive } from '@/components/panel/FollowLive';
import type { FollowSource } from '@/components/panel/follow-source';
import { HostTabs } from '@/components/panel/HostTabs';
import { Links } from '@/components/panel/Links';
import { MenuList } from '@/components/panel/MenuList';
import { MoveMenu } from '@/components/panel/MoveMenu';
import { mountPanel } from '@/components/panel/mount-panel';
import { People } from '@/components/panel/People';
import { PostMenu } from '@/components/panel/PostMenu';
import type { PanelDeps } from '@/components/panel/panel-deps';
import type { PartSource, Parts } from '@/components/panel/parts';
import { createWords } from '@/components/shared/words';
import messages from '@/public/_locales/en_GB/messages.json' with { type: 'json' };
import { type ConversationStore, createConversationStore } from '@/stores/conversation';
import type { Post } from '@/stores/core/post';
import { buildFoundRows } from '@/stores/core/rows-found';
import type { Session } from '@/stores/core/schedule';
import type { Settings } from '@/stores/core/settings';
import { createThreader } from '@/stores/core/thread';
import { post, START } from '@/tests/fixtures/posts';
import { sessionAt } from '@/tests/fixtures/session';

const sentences: Record<string, { message: string }> = messages;
export const words = createWords((key, substitutions) =>
  (sentences[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => substitutions?.[n - 1] ?? ''),
);

export const session: Session = sessionAt(START, {
  theme: 'Getting people to public meetings',
  source: { kind: 'calendar', name: 'polchat.ics', url: null },
  questions: [{ label: 'Q3', text: 'What next?' }],
  hosts: ['host'],
});

export interface PanelStage {
  root: ShadowRoot;
  host: HTMLElement;
  store: ConversationStore;
  calls: { [K in keyof Omit<PanelDeps, 'store' | 'words' | 'parts'>]-?: ReturnType<typeof vi.fn> };
  /** Takes posts and draws them. */
  take(...posts: Post[]): void;
  $(selector: string): HTMLElement;
  all(selector: string): HTMLElement[];
  text(selector: string): string;
  click(selector: string): void;
  key(element: HTMLElement, key: string): void;
  ids(): string[];
}

const nobody = async () => new Set<string>();
/** Nothing is followed, and nothing happens. */
const FOLLOW_NOTHING: FollowSource = {
  read: () => ({
    way: null,
    lines: [],
    until: '14:00',
    mayRefresh: false,
    locked: false,
    hasWindows: true,
  }),
  onChange: () => () => {},
  here: () => {},
  open: async () => true,
  show: () => {},
  stop: () => {},
  allow: () => {},
};

/** Every later part, as if its script had come already. */
export function allThere(more: Partial<Parts> = {}): PartSource {
  const there: Parts = {
    menu: standAlone(MenuList),
    catchUp: standAlone(CatchUp),
    links: standAlone(Links),
    people: standAlone(() => <People readEarlier={nobody} />),
    chats: standAlone(ChatSwitch, { read: () => [], switchTo: () => {} }),
    finder: standAlone(Finder),
    postMenu: standAlone(PostMenu),
    move: standAlone(MoveMenu),
    hostTabs: standAlone(HostTabs),
    runSheet: () => null,
    follow: standAlone(FollowLive, { source: FOLLOW_NOTHING }),
    found: buildFoundRows,
    keepMuted: async () => undefined,
    ...more,
  };
  return { get: (name) => there[name], load: async () => undefined };
}

/** A live panel, not joined, without posts. jsdom lays nothing out: rows have the heights that the list guesses. */
export function stagePanel(part: Partial<Session> = {}, parts = allThere()): PanelStage {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  const tasks: (() => void)[] = [];
  const kept = new Map<string, unknown>();
  const store = createConversationStore({
    hashtag: 'polchat',
    threader: createThreader({ hosts: ['host'] }),
    now: () => START,
    schedule: (task) => tasks.push(task),
    storage: {
      get: async (key) => kept.get(key),
      set: async (key, value) => kept.set(key, value),
      adopt: async (draft) => kept.set('draft', draft),
      onChange: () => undefined,
    },
    found: () => buildFoundRows,
  });
  store.setSession({ ...session, ...part });
  store.setClock({
    state: 'live',
    text: '23:10 left',
    detail: 'ends 14:00',
    progress: 0.6,
    lastFive: false,
  });
  const host = document.createElement('polchat-panel');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const calls = {
    postOnX: vi.fn(async () => undefined),
    write: vi.fn(),
    reply: vi.fn(),
    quote: vi.fn(),
    copyLink: vi.fn(),
    openPost: vi.fn(),
    openSearch: vi.fn(),
    openOptions: vi.fn(),
    several: vi.fn(() => false),
    join: vi.fn(),
    prefill: vi.fn((): Settings['prefill'] => 'joined'),
    canMute: vi.fn(() => true),
    collapse: vi.fn(),
    resize: vi.fn(),
  };
  act(() => {
    mountPanel(root, { store, words, parts, ...calls });
  });
  const $ = (selector: string) => {
    const found = root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`There is no ${selector}`);
    return found;
  };
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  return {
    root,
    host,
    store,
    calls,
    $,
    all,
    take(...posts) {
      act(() => {
        store.take(posts);
        while (tasks.length > 0) for (const task of tasks.splice(0)) task();
      });
    },
    text: (selector) => $(selector).textContent ?? '',
    click: (selector) => act(() => $(selector).click()),
    key(element, key) {
      act(() => {
        element.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
      });
    },
    ids: () => all('article[data-post-id]').map((article) => article.dataset.postId ?? ''),
  };
}

export const ask = (n: number): Post =>
  post({
    id: `100${n}`,
    author: 'host',
    createdAt: START + n * 600_000,
    text: `Q${n} What about ${n}? #polchat`,
  });

export const answer = (id: string, n: number, rest: Partial<Post> = {}): Post => ({
  ...post({
    id,
    author: `by${id}`,
    createdAt: START + n * 600_000 + Number(id),
    text: `A${n} This ${id} #polchat`,
  }),
  ...rest,
});
