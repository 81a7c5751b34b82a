/** On every page of X, small: meets the tap, reads the chat's posts, and knows when to show the panel. */
// Apart from what draws: gzip looks back no further than 32 kB.
import '@/stores/core/schedule';
import '@/stores/core/x-responses';
import { browser, defineContentScript } from '#imports';
import { noteOffset } from '@/stores/core/clock-offset';
import { createHeard } from '@/stores/core/heard';
import { parseCaptured } from '@/stores/core/wire';
import { createReceiver } from '@/stores/messages';
import { createSavedStore, readSaved, type SavedKey, scheduleOf, UNSAVED } from '@/stores/saved';
import './style.css';
import { createChats } from './chats';
import type { ContentScriptContext } from './context';
import { meetTap } from './port';
import { send } from './send';
import { Show } from './show';

/** How soon an update of the extension is noticed, ms. */
const ALIVE_MS = 5_000;

export default defineContentScript({
  matches: [
    'https://x.com/*',
    'https://twitter.com/*',
    'https://mobile.x.com/*',
    'https://mobile.twitter.com/*',
  ],
  runAt: 'document_start',
  async main(given) {
    // As the build has it (wxt.config.ts).
    const ctx = given as unknown as ContentScriptContext;
    const heard: MessageEvent[] = [];
    let port: MessagePort | undefined;
    meetTap((met) => {
      port = met;
      met.onmessage = (event) => heard.push(event);
    });
    const area = browser.storage.local;
    const saved = createSavedStore(area, await readSaved(area, Object.keys(UNSAVED) as SavedKey[]));
    const chats = createChats(ctx, saved, (interest) => port?.postMessage(interest));
    let offset: number | null = null;
    const heardAt = createHeard();
    const hear = ({ data }: MessageEvent) => {
      const captured = parseCaptured(data);
      if (!captured) return;
      captured.heardAt = heardAt(captured, Date.now());
      chats.hear(captured);
      if (captured.date === null) return;
      const clockOffset = chats.offset();
      const news = noteOffset(saved.get('clock'), clockOffset, offset, Date.now());
      offset = clockOffset;
      if (news) saved.set('clock', news);
    };
    for (const event of heard) hear(event);
    if (port) port.onmessage = hear;
    ctx.onInvalidated(() => port?.close());
    ctx.setInterval(() => {
      for (const { feed } of chats.all()) feed.sweep();
    }, 60_000);
    // Nobody says that the extension was updated or taken away; the context asks before each call.
    ctx.setInterval(() => undefined, ALIVE_MS);
    ctx.addEventListener(window, 'pagehide', () => {
      for (const { feed } of chats.all()) void feed.flush();
    });
    const show = new Show({ ctx, chats, saved, reading: port !== undefined });
    const start = () => {
      show.start();
      ctx.onMove((url) => show.move(url));
    };
    if (document.readyState === 'loading') {
      ctx.addEventListener(document, 'DOMContentLoaded', start, { once: true });
    } else start();
    listen(ctx, saved.adopt, {
      postsKept: ({ hashtag, posts }) => {
        for (const { tag, feed } of chats.all()) if (tag === hashtag) feed.learn(posts);
        return null;
      },
      closedPosts: ({ hashtag, from, to }) =>
        chats.all().flatMap(({ tag, feed }) => (tag === hashtag ? feed.closed(from, to) : [])),
      openPanel: ({ hashtag }) => {
        show.switchTo(hashtag);
        show.choose('open');
        return null;
      },
    });
    const schedules = saved.get('schedules');
    if (chats.all().some(({ tag }) => scheduleOf(schedules, tag).checkedAt === 0))
      await send('refreshSchedule', null);
  },
});

type Changes = Record<string, { newValue?: unknown }>;

function listen(
  ctx: ContentScriptContext,
  adopt: (changes: Changes) => void,
  handlers: Parameters<typeof createReceiver>[0],
): void {
  const changed = (changes: Changes, area: string) => {
    if (area === 'local') adopt(changes);
  };
  const answer = createReceiver(handlers);
  // Not a promise: Chrome's own API, which stands here, wants to be told by the callback.
  const receive = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => {
    const answered = answer(message, sender);
    void answered?.then(respond);
    return answered !== undefined;
  };
  browser.storage.onChanged.addListener(changed);
  browser.runtime.onMessage.addListener(receive);
  ctx.onInvalidated(() => {
    // Of an orphaned script the browser takes these away itself, and `browser.storage` with them.
    browser.storage?.onChanged.removeListener(changed);
    browser.runtime?.onMessage.removeListener(receive);
  });
}
