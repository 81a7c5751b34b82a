/** X's hosts behind one HTTPS port: pages and API on x.com, scripts on abs.twimg.com, pictures on pbs.twimg.com. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Api, ApiAnswer } from './api.ts';
import { parseRoute } from './app/routes.ts';
import type { Assets } from './assets.ts';
import { certificate } from './certificate.ts';
import { contentSecurityPolicy, pageHtml, plainHtml } from './page-html.ts';
import type { Json } from './payload/user.ts';
import { VIEWER } from './people.ts';
import { avatarSvg, emojiSvg, photoSvg } from './pictures.ts';
import { restAnswer } from './rest.ts';
import type { PostStore } from './store.ts';
import type { Person, Received, Settings } from './types.ts';
import { xwebHtml } from './xweb-html.ts';

export interface ServerParts {
  api: Api;
  assets: Assets;
  store: PostStore;
  settings: Settings;
  received: Received;
  /** Hosts beside X's, such as one that serves a calendar. */
  sites: ReadonlyMap<string, Site>;
  now(): number;
}

/** Answers a request to a site that is not X's; `url` with host and query. */
export type Site = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

interface Ask {
  request: IncomingMessage;
  response: ServerResponse;
  host: string;
  url: URL;
  body: string;
}

const CORS = {
  'access-control-allow-origin': 'https://x.com',
  'access-control-allow-credentials': 'true',
  'access-control-allow-headers':
    'content-type, authorization, x-csrf-token, x-twitter-active-user',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
};

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** Variables of a call, from its body or its query. */
function variablesOf({ url, body }: Ask): Json {
  try {
    const posted = body ? (JSON.parse(body) as Json) : {};
    if (posted.variables) return posted.variables as Json;
    return JSON.parse(url.searchParams.get('variables') ?? '{}') as Json;
  } catch {
    return {};
  }
}

/** Who is logged in, by the cookie in which X keeps the account's number; without one the usual viewer. */
function viewerOf({ request }: Ask, { store }: ServerParts): Person {
  const id = /(?:^|; )twid=u%3D(\d+)/.exec(request.headers.cookie ?? '')?.[1];
  return (id && store.personById(id)) || VIEWER;
}

function send(ask: Ask, status: number, type: string, body: string | Buffer, headers = {}): void {
  if (ask.response.destroyed) return;
  ask.response.writeHead(status, { 'content-type': type, ...headers });
  ask.response.end(body);
}

function answerGraphql(ask: Ask, parts: ServerParts, operation: string): void {
  const xweb = ask.host === 'api.x.com';
  const variables = variablesOf(ask);
  const answer: ApiAnswer = parts.api.answer(operation, variables, xweb, viewerOf(ask, parts));
  log(ask, parts, answer.status, operation, variables);
  const headers = {
    ...answer.headers,
    date: new Date(parts.now()).toUTCString(),
    'cache-control': 'no-cache, no-store',
    'x-sim-settings': JSON.stringify({ ...parts.settings, hostile: '' }),
    ...(xweb ? CORS : {}),
  };
  const reply = () => send(ask, answer.status, answer.contentType, answer.body, headers);
  if (answer.delay > 0) setTimeout(reply, answer.delay).unref();
  else reply();
}

function log(
  ask: Ask,
  { received, now }: ServerParts,
  status: number,
  operation: string | null = null,
  variables: Json | null = null,
): void {
  received.requests.push({
    at: now(),
    method: ask.request.method ?? '',
    host: ask.host,
    path: ask.url.pathname + ask.url.search,
    operation,
    variables,
    status,
  });
}

function servePage(ask: Ask, parts: ServerParts): void {
  const { settings, store } = parts;
  const route = parseRoute(ask.url.href);
  const nonce = randomBytes(16).toString('base64');
  log(ask, parts, 200);
  const headers = {
    'content-security-policy': contentSecurityPolicy(nonce, settings.windowless),
    'x-frame-options': 'DENY',
    'cache-control': 'no-cache, no-store',
    'referrer-policy': 'strict-origin-when-cross-origin',
  };
  const href = ask.url.pathname + ask.url.search;
  const { id, handle, name } = viewerOf(ask, parts);
  const mobile = settings.mobile || ask.host.startsWith('mobile.');
  const html =
    route.name === 'plain'
      ? plainHtml(ask.url.pathname, settings)
      : settings.layout === 'xweb'
        ? xwebHtml(route, parts.api.world(), settings, nonce)
        : pageHtml(href, { ...settings, mobile }, { id, handle, name }, store, nonce);
  send(ask, 200, 'text/html; charset=utf-8', html, headers);
}

function servePicture(ask: Ask): void {
  const { pathname } = ask.url;
  const avatar = /^\/profile_images\/\d+\/(\w+)_/.exec(pathname);
  const media = /^\/media\/(\w+)/.exec(pathname);
  const picture = avatar ? avatarSvg(avatar[1] ?? '') : media ? photoSvg(media[1] ?? '') : '';
  const type = 'image/svg+xml';
  const headers = { 'cache-control': 'max-age=3600', 'access-control-allow-origin': '*' };
  send(ask, picture ? 200 : 404, type, picture, headers);
}

function serveAsset(ask: Ask, { assets }: ServerParts): void {
  const emoji = /^\/emoji\/v2\/svg\/([\da-f-]+)\.svg$/.exec(ask.url.pathname);
  const file = assets.get(ask.url.pathname);
  const open = { 'access-control-allow-origin': '*' };
  if (emoji) send(ask, 200, 'image/svg+xml', emojiSvg(emoji[1] ?? ''), open);
  else if (file) send(ask, 200, file.type, file.body, open);
  else send(ask, 404, 'text/plain', '', open);
}

function routeTwimg(ask: Ask, parts: ServerParts): void {
  if (ask.host === 'pbs.twimg.com') servePicture(ask);
  else serveAsset(ask, parts);
}

/** x.com and api.x.com: calls, the older REST addresses, and else a page. */
function routeX(ask: Ask, parts: ServerParts): void {
  const { pathname } = ask.url;
  const call = /\/graphql\/[\w-]+\/(\w+)$/.exec(pathname);
  if (call) {
    answerGraphql(ask, parts, call[1] ?? '');
    return;
  }
  const rest = restAnswer(pathname, ask.body, parts);
  if (rest !== undefined) {
    log(ask, parts, 200, pathname.split('/').at(-1) ?? null, {});
    send(ask, 200, 'application/json', JSON.stringify(rest));
  } else if (pathname === '/favicon.ico') {
    // A browser asks when it likes, and complains of an error in whatever page is there.
    send(ask, 204, 'image/x-icon', '');
  } else if (/\.(?:js|json|ico|png|svg|webmanifest)$/.test(pathname)) {
    send(ask, 404, 'text/plain', '');
  } else servePage(ask, parts);
}

function route(ask: Ask, parts: ServerParts): void {
  const { host, url, request, response } = ask;
  const site = parts.sites.get(host);
  if (site) site(request, response, url);
  else if (host.endsWith('twitter.com')) {
    const location = `https://x.com${url.pathname}${url.search}`;
    send(ask, 301, 'text/plain', '', { location });
  } else if (host.endsWith('.twimg.com')) routeTwimg(ask, parts);
  else if (request.method === 'OPTIONS') send(ask, 204, 'text/plain', '', CORS);
  else routeX(ask, parts);
}

export interface HttpsServer {
  port: number;
  close(): Promise<void>;
}

/** Starts on a free port of loopback. */
export async function startHttps(parts: ServerParts): Promise<HttpsServer> {
  const server: Server = createServer(await certificate(), (request, response) => {
    const host = (request.headers.host ?? 'x.com').split(':')[0] ?? 'x.com';
    readBody(request)
      .then((body) => {
        const url = new URL(request.url ?? '/', `https://${host}`);
        route({ request, response, host, url, body }, parts);
      })
      .catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
  });
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
