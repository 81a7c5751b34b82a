/** On every page of X, small: meets the tap, has read what concerns a chat, and knows when to show the panel. */
import { browser, defineContentScript } from '#imports';
import { noteOffset } from '@/stores/core/clock-offset';
import { createHeard } from '@/stores/core/heard';
import { parseCaptured } from '@/stores/core/wire';
import { createSavedStore, readSaved, type SavedKey, scheduleOf, UNSAVED } from '@/stores/saved';
import './style.css';
import { createChats } from './chats';
import type { ContentScriptContext } from './context';
import { listen } from './listen';
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
    const chats = createChats(ctx, saved, {
      tell: (interest) => port?.postMessage(interest),
      load: () => show.load('feeds'),
      handOver: (answers) => send('keepAnswers', answers),
    });
    const show = new Show({ ctx, chats, saved, reading: port !== undefined });
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
    ctx.setInterval(chats.feeds.sweep, 60_000);
    // Nobody says that the extension was updated or taken away; the context asks before each call.
    ctx.setInterval(() => undefined, ALIVE_MS);
    ctx.addEventListener(window, 'pagehide', chats.feeds.leave);
    const start = () => {
      show.start();
      ctx.onMove((url) => show.move(url));
    };
    if (document.readyState === 'loading') {
      ctx.addEventListener(document, 'DOMContentLoaded', start, { once: true });
    } else start();
    listen(saved.adopt, {
      postsKept: ({ hashtag, posts }) => {
        chats.feeds.learn(hashtag, posts);
        return null;
      },
      closedPosts: ({ hashtag, from, to }) => chats.feeds.get(hashtag)?.closed(from, to) ?? [],
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
