import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Transcript } from '@/stores/core/transcript';
import { detail, entry, idAt, search, tombstone, xPost } from '../../fixtures/x/payloads';

const folder = mkdtempSync(join(tmpdir(), 'polchat-'));
afterAll(() => rmSync(folder, { recursive: true }));

const [Q1, A1, A2, OFF] = [idAt(0), idAt(60), idAt(120), idAt(180)] as [
  string,
  string,
  string,
  string,
];

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function runWith(options: string, ...args: string[]) {
  const { INIT_CWD: _, ...env } = process.env;
  const done = spawnSync(process.execPath, ['scripts/run.ts', 'scripts/transcript.ts', ...args], {
    encoding: 'utf8',
    env: { ...env, NODE_OPTIONS: options },
  });
  return { status: done.status, out: done.stdout, said: done.stderr };
}

const run = (...args: string[]) => runWith('', ...args);

function transcript(...args: string[]): Transcript {
  const { status, out, said } = run(...args);
  expect({ status, said }).toEqual({ status: 0, said: '' });
  return JSON.parse(out) as Transcript;
}

const ids = ({ posts }: Transcript): string[] => posts.map(({ id }) => id);

const asked = xPost('C', {
  id: Q1,
  by: 'polchathost',
  text: 'Q1 What stops people coming? #PolChat',
  hashtags: ['PolChat'],
});
const answer = xPost('C', { id: A1, text: 'Timing, I think', replyTo: Q1, conversation: Q1 });
const other = xPost('C', { id: OFF, text: 'Lunch' });
const found = file('search.json', search([entry(asked), entry(other)]));
const seen = file('detail.json', detail([entry(answer)]));

// Each run bundles the command anew; several at once on a busy machine take their time.
describe('npm run transcript', { timeout: 60_000 }, () => {
  it("keeps the chat's posts of several responses, whatever their order, and threads them", () => {
    const made = transcript(seen, found, '--host', '@polchathost');
    expect(ids(made)).toEqual([Q1, A1]);
    expect(made.posts[1]).toMatchObject({ parent: Q1, link: 'reply', question: 'Q1' });
    expect(made.chat).toEqual({ hashtag: 'polchat', hosts: ['polchathost'] });
    expect(made.questions).toMatchObject([{ label: 'Q1', postId: Q1 }]);
    expect(made.skipped).toEqual({ unreadable: 0, promoted: 0, offTopic: 1 });
    expect(made.coverage).toMatchObject([{ source: 'search' }]);
    expect({ ...transcript(found, seen, '--host', 'polchathost') }).toEqual(made);
  });

  it('takes of a page of search alone for read what it shows itself, not what that quotes', () => {
    const quoted = xPost('C', { id: Q1, by: 'polchathost', text: 'Q1 What? #polchat' });
    const quoting = xPost('C', { id: A2, text: 'A1 This #polchat', quoted });
    const plain = xPost('C', { id: OFF, text: 'A1 That #polchat' });
    const page = file(
      'quotes.json',
      JSON.stringify(search([entry(plain), entry(quoting)]), null, 4),
    );
    expect(transcript(page).coverage).toEqual([
      { from: '2026-06-18T12:02:00Z', to: '2026-06-18T12:03:00Z', source: 'search' },
    ]);
  });

  it("keeps every post for --hashtag ''", () => {
    expect(ids(transcript(found, '--hashtag', ''))).toEqual([Q1, OFF]);
  });

  it('keeps to the time asked for', () => {
    const to = '2026-06-18T12:00:30Z';
    const made = transcript(found, seen, '--from', '2026-06-18T13:00:00+01:00', '--to', to);
    expect(ids(made)).toEqual([Q1]);
    expect(made.session).toEqual({ start: '2026-06-18T12:00:00Z', end: to, theme: null });
    const read = file('read.json', {
      ...transcript(found),
      coverage: [
        { from: '2026-06-18T11:00:00Z', to: '2026-06-18T12:00:10Z', source: 'search' },
        { from: '2026-06-18T12:00:20Z', to: '2026-06-18T13:00:00Z', source: 'search' },
      ],
    });
    const part = transcript(read, '--from', '2026-06-18T13:00:00+01:00', '--to', to);
    expect(part.coverage).toEqual([
      { from: '2026-06-18T12:00:00Z', to: '2026-06-18T12:00:10Z', source: 'search' },
      { from: '2026-06-18T12:00:20Z', to, source: 'search' },
    ]);
  });

  it('reads its own transcripts, of any chat, beside responses', () => {
    const own = file('own.json', {
      format: 'polchat-transcript',
      version: 1,
      chat: { hashtag: 'CommsChat', hosts: ['boss'] },
      session: { start: null, end: null, theme: 'Radio' },
      posts: [
        { id: A2, author: { handle: 'ben' }, createdAt: '2026-06-18T12:02:00Z', text: 'No tag' },
      ],
      coverage: [{ from: '2026-06-18T12:00:00Z', to: '2026-06-18T13:00:00Z', source: 'search' }],
    });
    const made = transcript(own);
    expect(made.chat).toEqual({ hashtag: 'CommsChat', hosts: ['boss'] });
    expect(made.session.theme).toBe('Radio');
    expect(ids(made)).toEqual([A2]);
    const other = transcript(own, found, '--hashtag', 'polchat');
    expect(ids(other)).toEqual([Q1]);
    expect(other.coverage).toEqual(transcript(found).coverage);
  });

  it('reads a HAR: only answers of X, plain and base64, deletions from the request', () => {
    const har = (operation: string, body: unknown, more: object = {}, request: object = {}) => ({
      startedDateTime: '2026-06-18T12:30:00.000Z',
      request: { url: `https://x.com/i/api/graphql/abc/${operation}?variables=1`, ...request },
      response: { status: 200, content: { text: JSON.stringify(body), ...more } },
    });
    const packed = Buffer.from(JSON.stringify(detail([entry(answer)]))).toString('base64');
    const path = file('x.har', {
      log: {
        entries: [
          har('SearchTimeline', search([entry(asked)])),
          har('TweetDetail', null, { text: packed, encoding: 'base64' }),
          har('SearchTimeline', 'cut off', { text: '{"data":' }),
          har(
            'SearchTimeline',
            search([entry(xPost('C', { id: A2, text: '#polchat' }))]),
            {},
            {
              url: 'https://elsewhere.example/i/api/graphql/abc/SearchTimeline',
            },
          ),
          har(
            'DeleteTweet',
            { data: { delete_tweet: {} } },
            {},
            {
              postData: { text: JSON.stringify({ variables: { tweet_id: A1 } }) },
            },
          ),
          null,
          {},
        ],
      },
    });
    const made = transcript(path);
    expect(made.posts).toMatchObject([
      { id: Q1, observedAt: '2026-06-18T12:30:00Z' },
      { id: A1, deleted: true, text: '' },
    ]);
    expect(made.skipped.unreadable).toBe(1);
  });

  it('refuses a HAR that was saved without what was answered, and says how to save it', () => {
    const entry = {
      request: { url: 'https://x.com/i/api/graphql/abc/SearchTimeline?variables=1' },
      response: { status: 200, content: { size: 99, mimeType: 'application/json' } },
    };
    const done = run(file('bare.har', { log: { version: '1.2', entries: [entry, entry] } }));
    expect(done).toMatchObject({ status: 2, out: '' });
    expect(done.said).toMatch(/bare\.har: holds 2 answers of X without their text: .*with content/);
  });

  it('names the place in a HAR that is cut off or broken', () => {
    const start = '{"log": {\n "version": "1.2", "entries": [\n  {"a": 1},\n  {"b": ';
    expect(run(file('cut.har', start)).said).toMatch(
      /cut\.har: is not JSON, from line 4, column 9, /,
    );
    expect(run(file('bad.har', `${start}tru}]}}`)).said).toMatch(/bad\.har: .*line 4, column 9\n/);
    expect(run(file('open.har', `${start}1}]}`)).said).toMatch(
      /open\.har: .*line 4, column 13, where/,
    );
  });

  it('reads a HAR of 100 MB in the memory of a small one', { timeout: 120_000 }, () => {
    const path = join(folder, 'large.har');
    const body = JSON.stringify(search([entry(asked)]));
    const wanted = { request: { url: 'https://x.com/i/api/graphql/a/SearchTimeline' } };
    const other = { request: { url: 'https://abs.twimg.com/a.js' }, response: { status: 200 } };
    const pad = 'x{"\\\\'.repeat(100_000);
    const out = openSync(path, 'w');
    writeSync(out, '{"log":{"entries":[');
    const indent = `\n${' '.repeat(12)}`;
    for (let n = 0; n < 130; n += 1) {
      for (let part = 0; part < 10; part += 1)
        writeSync(out, `${indent}${JSON.stringify({ ...other, text: pad.slice(0, 50_000) })},`);
      writeSync(out, `${indent}`);
      writeSync(
        out,
        `${JSON.stringify({ ...wanted, response: { status: 200, content: { text: body } }, startedDateTime: '2026-06-18T12:30:00Z' })},`,
      );
    }
    writeSync(out, '{}]}}');
    closeSync(out);
    expect(statSync(path).size).toBeGreaterThan(90_000_000);
    const { status, said, out: printed } = runWith('--max-old-space-size=64', path);
    expect({ status, said }).toEqual({ status: 0, said: '' });
    expect(ids(JSON.parse(printed))).toEqual([Q1]);
    rmSync(path);
  });

  it.each([
    ['html', /^<!DOCTYPE html>[\s\S]*<\/html>\n$/],
    ['md', /^# \\#polchat\n/],
    ['csv', /^id,created_at,[\s\S]*\r\n$/],
  ])('writes %s too', (format, shape) => {
    const { status, out, said } = run(found, seen, '--format', format);
    expect({ status, said }).toEqual({ status: 0, said: '' });
    expect(out).toMatch(shape);
    for (const id of [Q1, A1]) expect(out).toContain(`/status/${id}`);
  });

  it('reads two transcripts of a chat to the same, whichever comes first', () => {
    const part = (name: string, observedAt: string, likes: number, more: object) =>
      file(name, {
        format: 'polchat-transcript',
        version: 1,
        chat: { hashtag: 'polchat', hosts: [name] },
        session: { start: '2026-06-18T12:00:00Z', end: null, theme: `Theme of ${name}` },
        posts: [
          {
            id: A2,
            author: { handle: 'ben' },
            createdAt: '2026-06-18T12:02:00Z',
            text: 'A2 Saturdays #polchat',
            counts: { likes },
            observedAt,
            ...more,
          },
        ],
      });
    const a = part('a', '2026-06-18T13:00:00Z', 4, { movedBy: 'hand', question: 'Q7' });
    const b = part('longer', '2026-06-18T14:00:00Z', 9, {});
    const made = transcript(a, b);
    expect(transcript(b, a)).toEqual(made);
    expect(transcript(b, a, a)).toEqual(made);
    expect(made.posts).toMatchObject([
      { id: A2, counts: { likes: 9 }, observedAt: '2026-06-18T14:00:00Z', movedBy: 'hand' },
    ]);
    expect(made.session.theme).toBe('Theme of longer');
  });

  it('takes the text of a post that another file knows to be deleted', () => {
    const gone = file(
      'gone.json',
      detail([entry(tombstone('This Post was deleted by the Post author.'), `tweet-${Q1}`)]),
    );
    for (const files of [
      [found, gone],
      [gone, found],
    ]) {
      expect(transcript(...files).posts).toMatchObject([{ id: Q1, deleted: true, text: '' }]);
    }
  });

  it('reads a transcript without names alone, and says again that it has none', () => {
    const bare = file('nameless.json', { ...transcript(found), names: 'initials' });
    expect(transcript(bare).names).toBe('initials');
    const { status, said } = run(bare, found);
    expect({ status, said }).toMatchObject({
      status: 2,
      said: expect.stringMatching(/read alone/),
    });
  });

  it('reads an error of X as no posts', () => {
    const path = file('error.json', { errors: [{ message: 'Rate limit exceeded' }], data: {} });
    expect(transcript(path).posts).toEqual([]);
  });

  it.each([
    [['nowhere.json'], /^transcript: nowhere\.json: no such file\n$/],
    [['tests'], /^transcript: tests: is a folder, not a file\n$/],
    [
      [file('half.json', '{"data":{"x":')],
      /half\.json: is not JSON, from line 1, column 14, where it ends too early/,
    ],
    [[file('typo.json', '{"data":\n tru}')], /typo\.json: is not JSON, from line 2, column 2/],
    [
      [file('bare.json', '{"name":"polchat"}')],
      /bare\.json: is no response of X, no recording \(HAR\) and no transcript/,
    ],
    [
      [
        file('bad.json', {
          format: 'polchat-transcript',
          version: 1,
          chat: { hashtag: 'x' },
          posts: [{}],
        }),
      ],
      /bad\.json: posts\[0\]\.id is missing/,
    ],
    [[], /^transcript: usage: npm run --silent transcript/],
    [[found, '--from', 'today'], /--from today: not a time/],
    [[found, '--from', '18'], /--from 18: not a time/],
    [[found, '--to', '18 June 2026 12:00 GMT'], /--to 18 June 2026 12:00 GMT: not a time/],
    [[found, '--from', '2026-06-18T13:00'], /--from 2026-06-18T13:00: not a time/],
    [[found, '--format', 'pdf'], /--format pdf: unknown/],
    [[found, '--loud'], /--loud/],
  ])('says on stderr what is wrong, prints nothing and ends with 2: %#', (args, said) => {
    const done = run(...args);
    expect(done).toMatchObject({ status: 2, out: '' });
    expect(done.said).toMatch(said);
  });
});
