/** The HTML of X's pages: a nonce for the one inline script, which asks for the first timeline at once. */

import { type Call, callOf } from './app/query-ids.ts';
import { askOf, parseRoute } from './app/routes.ts';
import type { PostStore } from './store.ts';
import type { Settings, Theme } from './types.ts';

/** `body`'s own background and the page's theme colour, per look. */
export const BACKGROUND: Readonly<Record<Theme, { rgb: string; hex: string }>> = {
  light: { rgb: 'rgb(255, 255, 255)', hex: '#FFFFFF' },
  dim: { rgb: 'rgb(21, 32, 43)', hex: '#15202B' },
  dark: { rgb: 'rgb(0, 0, 0)', hex: '#000000' },
};

/** X's content security policy, in the parts that matter to an extension. */
export function contentSecurityPolicy(nonce: string, windowless: boolean): string {
  return [
    // Everything that a page may, but for windows.
    ...(windowless ? ['sandbox allow-scripts allow-same-origin allow-forms allow-modals'] : []),
    "default-src 'self'",
    "connect-src 'self' blob: https://api.x.com https://*.twimg.com https://x.com",
    `script-src 'self' https://*.twimg.com 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline' https://*.twimg.com",
    "img-src 'self' blob: data: https://*.twimg.com",
    "font-src 'self' https://*.twimg.com",
    "media-src 'self' blob: https://*.twimg.com",
    "frame-src 'self'",
    "object-src 'none'",
    "worker-src 'self' blob:",
    "frame-ancestors 'self'",
    "form-action 'self'",
  ].join('; ');
}

/** JSON that may stand inside a script element. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');

/** What the inline script hands to the app. */
export interface Boot {
  settings: Settings;
  viewer: { id: string; handle: string; name: string };
  call: Call | null;
  operation: string;
}

const FIRST_SCRIPT = `(function(b){
window.__INITIAL_STATE__={optimist:[],session:{user_id:b.viewer.id,country:"GB",language:"en"},featureSwitch:{}};
window.__BOOT=b;
if(!b.call)return;
if(b.settings.transport==="fetch"){b.first=fetch(b.call.url,{method:b.call.method,body:b.call.body,credentials:"include",headers:{"content-type":"application/json","x-twitter-active-user":"yes"}});return}
var x=new XMLHttpRequest();x.open(b.call.method,b.call.url);x.withCredentials=true;
x.setRequestHeader("content-type","application/json");x.setRequestHeader("x-twitter-active-user","yes");x.setRequestHeader("x-twitter-client-language","en");
b.first=x;x.send(b.call.body);
})`;

/** The page for an address. */
export function pageHtml(
  href: string,
  settings: Settings,
  viewer: Boot['viewer'],
  store: PostStore,
  nonce: string,
): string {
  const route = parseRoute(href);
  const userId =
    route.name === 'profile' && store.hasPerson(route.handle) ? store.person(route.handle).id : '';
  const ask = askOf(route, userId);
  const boot: Boot = {
    settings: { ...settings, hostile: '' },
    viewer,
    call: ask ? callOf(ask.operation, ask.variables) : null,
    operation: ask?.operation ?? '',
  };
  const { rgb, hex } = BACKGROUND[settings.theme];
  const hostile = settings.hostile && `<script nonce="${nonce}">${settings.hostile}</script>`;
  const scheme = settings.theme === 'light' ? 'light' : 'dark';
  return `<!DOCTYPE html><html dir="ltr" lang="en" style="overflow-y: scroll; overscroll-behavior-y: none; font-size: ${settings.fontSize}px; color-scheme: ${scheme};"><head>${hostile}<meta charset="utf-8" /><meta name="viewport" content="width=device-width,initial-scale=1,maximum-scale=1,user-scalable=0,viewport-fit=cover" /><link rel="preconnect" href="//abs.twimg.com" /><link rel="preconnect" href="//pbs.twimg.com" /><meta name="theme-color" content="${hex}" /><title>X</title><link rel="stylesheet" href="https://abs.twimg.com/responsive-web/client-web/main.css" crossorigin="anonymous" /></head><body style="background-color: ${rgb};"><noscript>JavaScript is not available.</noscript><div id="react-root"></div><script type="text/javascript" nonce="${nonce}">${FIRST_SCRIPT}(${scriptJson(boot)});</script><script type="text/javascript" src="https://abs.twimg.com/responsive-web/client-web/main.js" nonce="${nonce}" crossorigin="anonymous"></script></body></html>`;
}

/** Login, OAuth and settings: pages without the app. */
export function plainHtml(path: string, settings: Settings): string {
  const name = path.startsWith('/settings')
    ? 'Settings'
    : path.includes('oauth2')
      ? 'Authorise app'
      : 'Log in to X';
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8" /><title>${name} / X</title></head><body style="background-color: ${BACKGROUND[settings.theme].rgb};"><div id="react-root"><div><div><main role="main"><h1>${name}</h1><form><label>Name <input name="text" autocomplete="username" /></label></form></main></div></div></div></body></html>`;
}
