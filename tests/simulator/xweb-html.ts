/** x-web's page, rendered on the server: its first screen never comes as a response. */
import { type Ask, askOf, type Route } from './app/routes.ts';
import { READING } from './operations.ts';
import { BACKGROUND, scriptJson } from './page-html.ts';
import { encodeText } from './text.ts';
import type { Settings, SimPost } from './types.ts';
import type { World } from './world.ts';
import { xwebOperation } from './xweb.ts';

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A post's words with its links, hashtags and mentions as links. */
function wordsHtml(text: string): string {
  let html = escapeHtml(text);
  for (const { url, expanded_url: href, display_url: shown } of encodeText(text).urls)
    html = html.replace(
      escapeHtml(href),
      `<a href="${url}" rel="nofollow">${escapeHtml(shown)}</a>`,
    );
  return html
    .replace(/(^|\s)#([\p{L}\p{N}_]+)/gu, '$1<a href="/hashtag/$2">#$2</a>')
    .replace(/(^|\s)@(\w+)/g, '$1<a href="/$2">@$2</a>');
}

function quoteHtml(quoted: SimPost | undefined): string {
  if (quoted?.state !== 'present') return '';
  const { handle, name } = quoted.author;
  return `<div role="link" tabindex="0"><span>${escapeHtml(name)}</span> <span>@${handle}</span> <time datetime="${new Date(quoted.createdAt).toISOString()}"></time><div dir="auto">${wordsHtml(quoted.text)}</div></div>`;
}

/** One entry: `[data-timeline-entry][data-href] > article`. */
export function entryHtml(post: SimPost, world: World): string {
  const { handle, name } = post.author;
  const href = `/${handle}/status/${post.id}`;
  const time = new Date(post.createdAt);
  return `<div data-timeline-entry="tweet-${post.id}" data-href="${href}"><article><header><a href="/${handle}"><span>${escapeHtml(name)}</span></a> <a href="/${handle}"><span>@${handle}</span></a> · <a href="${href}"><time datetime="${time.toISOString()}">${time.toISOString().slice(11, 16)}</time></a></header><div dir="auto" lang="${post.lang}">${wordsHtml(post.text)}</div>${quoteHtml(post.quoteOf === null ? undefined : world.store.posts.get(post.quoteOf))}</article></div>`;
}

/** Ids of posts in the order an answer gives them. */
function idsOf(ask: Ask, world: World): string[] {
  const text = JSON.stringify(READING[ask.operation]?.(world, ask.variables) ?? {});
  return [...text.matchAll(/"entryId":"tweet-(\d+)"/g)].map((match) => match[1] ?? '');
}

const STYLE = `body{margin:0;font:15px/20px system-ui,sans-serif;color:var(--c)}html[data-theme=light]{--c:#0f1419}html[data-theme=dim],html[data-theme=dark]{--c:#e7e9ea}main{width:600px;margin:0 auto}article{padding:12px 16px;border-bottom:1px solid #8884}a{color:#1d9bf0;text-decoration:none}header a{color:inherit}`;

export function xwebHtml(route: Route, world: World, settings: Settings, nonce: string): string {
  const ask = askOf(route);
  const posts = ask
    ? idsOf(ask, world)
        .map((id) => world.store.posts.get(id))
        .filter((post) => post?.state === 'present')
    : [];
  const entries = posts.map((post) => entryHtml(post as SimPost, world)).join('');
  const records = ask ? xwebOperation(ask.operation, world, ask.variables) : {};
  const initial = { viewerId: null, viewerScreenName: null };
  const boot = { ask, records, pollMs: settings.pollMs ?? 20_000 };
  return `<!DOCTYPE html><html lang="en" data-theme="${settings.theme}" data-app-env="production" data-app-version="2026.11.20"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width,initial-scale=1" /><title>X</title><style>${STYLE}</style><script nonce="${nonce}">window.__INITIAL_DATA__=${scriptJson(initial)};</script></head><body style="background-color: ${BACKGROUND[settings.theme].rgb};"><div id="root"><main><div data-timeline="main">${entries}</div></main></div><script nonce="${nonce}">(self.$R=self.$R||{})["tsr"]=[];self.$_TSR={initialized:true,router:{relay:${scriptJson(boot)}}};</script><script type="module" src="https://abs.twimg.com/x-web/x-web/main.js" nonce="${nonce}" crossorigin="anonymous"></script></body></html>`;
}
