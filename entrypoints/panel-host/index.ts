/** The host's run sheet: put into a page when the first of its hosts opens it. */
import { browser, defineUnlistedScript } from '#imports';
import { bringParts, standAlone } from '@/components/panel/bring-parts';
import { HostTabs } from '@/components/panel/HostTabs';
import runSheetCss from '@/components/panel/run-sheet.css?inline';
import { createRunSheetPart } from '@/components/panel/run-sheet-part';
import sheetCss from '@/components/panel/sheet.css?inline';
import { readLiked } from '@/entrypoints/x.content/page/likes';
import { type Bridge, takeBridge } from '@/stores/bridge';
import type { Chat } from '@/stores/core/chat';
import { AROUND } from '@/stores/core/schedule';
import { DAY } from '@/stores/core/zone';
import { createHostStore, type HostStore } from '@/stores/host';
import { type MessageName, type Protocol, sendMessage } from '@/stores/messages';
import { changeSettings } from '@/stores/own-settings';
import type { Muted } from '@/stores/panel-state';

const area = browser.storage.local;
/** Whoever has not written for so long is welcomed anew, ms. */
const YEAR = 366 * DAY;

export default defineUnlistedScript(() => {
  const bridge = takeBridge();
  if (!bridge) return;
  const host = createStore(bridge);
  const runSheet = createRunSheetPart({
    host,
    startHosting: () => startHosting(bridge),
    addHost: (handle) =>
      changeSettings(area, ({ chats }) => ({ chats: withHost(chats, bridge.chat, handle) })),
    openPlanner: () => void send('openPlanner', { hashtag: bridge.chat.hashtag }),
  });
  // Both scripts that bring sheets bring their common rules, and what keeps mutes: either may come alone.
  const parts = {
    hostTabs: standAlone(HostTabs),
    runSheet: standAlone(runSheet),
    keepMuted: (muted: Muted) => changeSettings(area, () => ({ muted })),
  };
  bringParts(bridge, parts, sheetCss + runSheetCss);
});

function send<N extends MessageName>(name: N, body: Protocol[N]['takes']) {
  return sendMessage((message) => browser.runtime.sendMessage(message), name, body);
}

function createStore({ chat, now, signal }: Bridge): HostStore {
  const host = createHostStore({
    area,
    hashtag: chat.hashtag,
    now,
    // What is written in the week before belongs to the session: whoever announces themselves then is still new.
    readEarlier: (start) => {
      const to = start - AROUND.before;
      return send('readAuthors', { hashtag: chat.hashtag.toLowerCase(), from: to - YEAR, to });
    },
    readLiked,
  });
  const changed = (changes: Record<string, { newValue?: unknown }>, where: string) => {
    if (where === 'local') host.adopt(changes);
  };
  browser.storage.onChanged.addListener(changed);
  // Of an orphaned script the browser takes it away itself, and `browser.storage` with it.
  signal.addEventListener('abort', () => browser.storage?.onChanged.removeListener(changed));
  return host;
}

/** The chat is theirs, and so is the account they use here: their announcements are believed. */
async function startHosting({ chat, viewer }: Bridge): Promise<void> {
  const me = viewer?.() ?? null;
  await changeSettings(area, ({ hosting, chats }) => ({
    hosting: [...new Set([...hosting, chat.hashtag.toLowerCase()])],
    chats: me === null ? chats : withHost(chats, chat, me),
  }));
}

function withHost(chats: readonly Chat[], { hashtag }: Chat, handle: string): Chat[] {
  return chats.map((chat) => {
    const known = chat.hosts.some((host) => host.toLowerCase() === handle.toLowerCase());
    const theirs = chat.hashtag.toLowerCase() === hashtag.toLowerCase();
    return known || !theirs ? chat : { ...chat, hosts: [...chat.hosts, handle] };
  });
}
