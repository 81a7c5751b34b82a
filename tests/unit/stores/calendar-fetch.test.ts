import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchCalendar } from '@/stores/calendar-fetch';
import { LARGEST_CALENDAR } from '@/stores/core/calendar';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on loopback; gives its address. */
async function serve(answer: (ask: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/themes.ics`;
}

/** Node's fetch shows where a redirect leads; browsers show an answer with nothing in it. */
const likeBrowsers: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (init?.redirect !== 'manual' || response.status < 300 || response.status > 399)
    return response;
  if (response.status === 304) return response;
  return Object.defineProperty(response, 'type', { value: 'opaqueredirect' });
};
const get = (
  address: string,
  version: Parameters<typeof fetchCalendar>[1] = null,
  patience = 2000,
) => fetchCalendar(address, version, { fetch: likeBrowsers, patience });
const whole = (body: string | Buffer, headers: Record<string, string> = {}) =>
  serve((_, response) => response.writeHead(200, headers).end(body));
const codeOf = async (address: string, patience?: number) => {
  const found = await get(address, null, patience);
  return found.kind === 'failed' ? [found.failure.code, found.failure.detail] : found.kind;
};

describe('fetchCalendar', () => {
  it('asks for a calendar, says nothing of the person, and gives text and version', async () => {
    let asked: IncomingMessage['headers'] = {};
    const address = await serve(({ headers }, response) => {
      asked = headers;
      response.writeHead(200, { etag: '"1"', 'last-modified': 'Thu, 26 Nov 2026 00:00:00 GMT' });
      response.end('BEGIN:VCALENDAR');
    });
    expect(await get(address)).toEqual({
      kind: 'text',
      text: 'BEGIN:VCALENDAR',
      version: { etag: '"1"', modified: 'Thu, 26 Nov 2026 00:00:00 GMT' },
    });
    expect(asked.accept).toMatch(/^text\/calendar/);
    expect(asked).not.toHaveProperty('cookie');
    expect(asked).not.toHaveProperty('referer');
  });

  it('asks only for what is newer than what is held', async () => {
    let asked: IncomingMessage['headers'] = {};
    const address = await serve(({ headers }, response) => {
      asked = headers;
      response.writeHead(304).end();
    });
    expect(await get(address, { etag: '"1"', modified: 'yesterday' })).toEqual({
      kind: 'unchanged',
    });
    expect(asked).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': 'yesterday' });
    // Unasked for, it is no answer.
    expect(await codeOf(address)).toEqual(['status', '304']);
  });

  it.each([
    [401, 'login'],
    [403, 'login'],
    [404, 'missing'],
    [410, 'missing'],
    [418, 'status'],
    [500, 'server'],
    [503, 'server'],
  ])('says what status %i means: %s', async (status, code) => {
    const address = await serve((_, response) => response.writeHead(status).end());
    expect(await codeOf(address)).toEqual([code, String(status)]);
  });

  it('says that nobody is there, or takes too long, also in the middle', async () => {
    expect(await codeOf('http://127.0.0.1:1/')).toEqual(['unreachable', '']);
    const silent = await serve(() => {});
    expect(await codeOf(silent, 50)).toEqual(['timeout', '']);
    const slow = await serve((_, response) => void response.writeHead(200).write('BEGIN:'));
    expect(await codeOf(slow, 50)).toEqual(['timeout', '']);
  });

  it('stops at a megabyte, whether the server says the size or not, and holds no more', async () => {
    expect(await codeOf(await whole(Buffer.alloc(LARGEST_CALENDAR, 'a')))).toBe('text');
    expect(await codeOf(await whole(Buffer.alloc(LARGEST_CALENDAR + 1, 'a')))).toEqual([
      'too_large',
      '',
    ]);
    let sent = 0;
    const endless = await serve((_, response) => {
      response.writeHead(200);
      const more = () => {
        sent += 100_000;
        if (!response.destroyed && sent < 50_000_000) response.write(Buffer.alloc(100_000), more);
      };
      more();
    });
    expect(await codeOf(endless)).toEqual(['too_large', '']);
    expect(sent).toBeLessThan(20_000_000);
  });

  it('follows a redirect within the site, and says where one leads that goes elsewhere', async () => {
    const there = await whole('BEGIN:VCALENDAR');
    const within = await serve(({ url }, response) => {
      if (url === '/new.ics') response.end('BEGIN:VCALENDAR');
      else response.writeHead(302, { location: '/new.ics' }).end();
    });
    expect(await codeOf(within)).toBe('text');
    const away = await serve((_, response) => response.writeHead(301, { location: there }).end());
    expect(await codeOf(away)).toEqual(['redirect_to', new URL(there).host]);
  });

  it('says that it is a redirect where the browser does not let it be followed', async () => {
    const refusing: typeof fetch = (input, init) =>
      init?.redirect === 'follow'
        ? Promise.reject(new TypeError('CORS'))
        : likeBrowsers(input, init);
    const away = await serve((_, response) =>
      response.writeHead(302, { location: 'https://elsewhere.example/' }).end(),
    );
    expect(await fetchCalendar(away, null, { fetch: refusing })).toEqual({
      kind: 'failed',
      failure: { code: 'redirect', detail: '' },
    });
  });

  const words = 'SUMMARY:Café – Łódź';
  it.each([
    ['UTF-8', Buffer.from(words), 'text/calendar', words],
    [
      'UTF-8 that is called something else',
      Buffer.from(words),
      'text/calendar; charset=iso-8859-1',
      words,
    ],
    ['Latin 1', Buffer.from('Café', 'latin1'), 'text/calendar; charset="ISO-8859-1"', 'Café'],
    ['Windows', Buffer.from([0x93, 0x61, 0x94]), 'text/plain;charset=windows-1252', '“a”'],
    ['UTF-16', Buffer.from(`\uFEFF${words}`, 'utf16le'), 'text/calendar', words],
    [
      'UTF-16 without a mark',
      Buffer.from(words, 'utf16le'),
      'text/calendar; charset=utf-16le',
      words,
    ],
  ])('reads %s', async (_, body, type, text) => {
    const found = await get(await whole(body, { 'content-type': type }));
    expect(found).toMatchObject({ kind: 'text', text });
  });

  it('refuses letters that nobody can read, and takes an empty file for one', async () => {
    const latin = Buffer.from('Café', 'latin1');
    expect(await codeOf(await whole(latin))).toEqual(['charset', '']);
    expect(await codeOf(await whole(latin, { 'content-type': 'a/b; charset=klingon' }))).toEqual([
      'charset',
      '',
    ]);
    expect(await get(await whole(''))).toMatchObject({ kind: 'text', text: '' });
  });
});
