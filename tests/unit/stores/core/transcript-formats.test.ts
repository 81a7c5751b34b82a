// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { parse } from 'csv-parse/sync';
import { HtmlValidate } from 'html-validate';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import messages from '@/public/_locales/en_GB/messages.json';
import type { Post } from '@/stores/core/post';
import { buildThread } from '@/stores/core/thread';
import { buildTranscript, type Transcript, type TranscriptMeta } from '@/stores/core/transcript';
import { buildArticle } from '@/stores/core/transcript-article';
import { FORMATS, type Format, writeTranscript } from '@/stores/core/transcript-formats';
import { parseTranscript } from '@/stores/core/transcript-parse';
import { selectPosts, WHOLE } from '@/stores/core/transcript-selection';
import type { Say, Writing } from '@/stores/core/transcript-words';
import { inventedChat } from '../../../fixtures/chat';
import { author, post, START } from '../../../fixtures/posts';

const say: Say = (key, ...values) => {
  const entry = (messages as Record<string, { message: string }>)[key];
  if (!entry) throw new Error(`No words for ${key}`);
  return entry.message.replace(/\$(\d)/g, (_, n: string) => String(values[Number(n) - 1] ?? ''));
};
const WRITING: Writing = { say, timeZone: 'Europe/London', reflection: '', isNote: false };
const META: TranscriptMeta = {
  chat: { hashtag: 'polchat', hosts: ['WestshirePolice'] },
  session: { start: START, end: START + 3_600_000, theme: 'Getting people to meetings' },
  coverage: [{ from: START, to: START + 1_800_000, source: 'search' }],
  skipped: { unreadable: 0, promoted: 0, offTopic: 0 },
};

function transcriptOf(posts: Post[], meta: Partial<TranscriptMeta> = {}): Transcript {
  const session = { start: START, end: START + 3_600_000 };
  const thread = buildThread(posts, { hosts: META.chat.hosts, session });
  return buildTranscript(thread, posts, { ...META, ...meta });
}

const NASTY = [
  '=HYPERLINK("https://evil.example","Win")',
  '+44 7700 900000',
  '-1 for that',
  '@SUM(A1:A9)',
  '＝1+1',
  '\t=1',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><b onmouseover="x">',
  '&lt;already&gt; & more',
  '# heading\n- list\n1. one\n> quote\n---\n| a | b |\n    code\n```\nfence',
  '**bold** _it_ `code` [a](javascript:alert(1)) ![i](https://evil.example/x.png) <https://x.example>',
  'Two lines\r\nand, a "comma"\n\n\nand a gap',
  'See https://wrenford.example/a_b*c(d)?utm_source=x&y=1. And http://plain.example/',
  'bell \u0007 null \u0000 lone \ud800 end \uffff',
  '\u202eright to left\u202c and نرحب بالجميع',
  '  ',
];
const nasty = NASTY.map((text, n) =>
  post({
    id: `${900 + n}`,
    text,
    createdAt: START + n * 1000,
    author: author(`h${n}`, { name: n % 2 ? `<i>${text}` : text }),
  }),
);
const SAMPLES: [string, Transcript][] = [
  ['an hour', transcriptOf(inventedChat(200))],
  ['hostile words', transcriptOf(nasty, { session: { ...META.session, theme: NASTY[6] ?? '' } })],
  ['nothing', transcriptOf([])],
  [
    'deletions, gaps and moves',
    transcriptOf([
      post({ id: '1', state: 'deleted', text: '' }),
      post({ id: '2', state: 'unavailable' }),
      post({ id: '3', replyTo: '77' }),
      post({ id: '4', repostOf: '3' }),
    ]),
  ],
];

const pageOf = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const write = (format: Format, transcript: Transcript, writing = WRITING) =>
  [...writeTranscript(format, transcript, writing)].join('');

describe.each(SAMPLES)('%s', (_, transcript) => {
  it('as JSON is the transcript itself, in pieces, as the schema has it', () => {
    const written = write('json', transcript);
    expect(written).toBe(`${JSON.stringify(transcript, null, 2)}\n`);
    const schema = JSON.parse(readFileSync('docs/transcript.schema.json', 'utf8'));
    const validate = new Ajv({ allErrors: true }).compile(schema);
    validate(JSON.parse(written));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('as CSV has one row a post, and every cell as it was', () => {
    const written = write('csv', transcript);
    expect(written.replaceAll(/"(?:[^"]|"")*"/g, '')).not.toMatch(/[^\r]\n/);
    const rows = parse(written, { columns: true, relax_column_count: false }) as Cells[];
    expect(rows.map(({ id }) => id)).toEqual(transcript.posts.map(({ id }) => id));
    rows.forEach(({ text = '', name = '' }, n) => {
      const own = transcript.posts[n]?.text.toWellFormed();
      expect([own, `'${own}`]).toContain(text.toWellFormed());
      for (const cell of [text, name]) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    });
  });

  it('as HTML is valid, runs nothing, fetches nothing, and shows the words as words', async () => {
    const written = write('html', transcript);
    const report = await new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-inline-style': 'error', 'long-title': 'off' },
    }).validateString(written);
    const said = report.results.flatMap(({ messages }) => messages);
    expect(said.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`)).toEqual([]);
    const document = pageOf(written);
    expect(
      document.querySelectorAll('script, img, iframe, link, object, [onerror], [onmouseover]'),
    ).toHaveLength(0);
    expect(document.querySelector('style')?.textContent).not.toMatch(/url\(|@import/);
    expect(document.querySelectorAll('[src], [srcset], [background], [data]')).toHaveLength(0);
    const hrefs = [...document.querySelectorAll('[href]')].map(
      (one) => one.getAttribute('href') ?? '',
    );
    for (const href of hrefs) expect(href).toMatch(/^(https:\/\/|#)/);
    const shown = document.body.textContent ?? '';
    const first = transcript.posts.find(({ text }) => text.includes('<script>'));
    if (first) expect(shown).toContain(first.text);
    const inside = hrefs.filter((href) => href.startsWith('#')).map((href) => href.slice(1));
    expect(inside.filter((id) => document.getElementById(id) === null)).toEqual([]);
  });

  it('as Markdown renders to words and links, nothing else', () => {
    const written = write('md', transcript);
    const html = new MarkdownIt({ html: true, linkify: false }).render(written);
    const document = pageOf(html);
    expect(document.querySelectorAll('script, img, b, i, em, code, pre, table')).toHaveLength(0);
    expect(document.querySelectorAll('hr')).toHaveLength(1);
    for (const { href } of document.links) expect(href).toMatch(/^https?:\/\//);
    const names =
      [...document.querySelectorAll('li > strong')].length +
      [...document.querySelectorAll('li > p > strong')].length;
    const { sections } = buildArticle(transcript);
    expect(names).toBe(sections.reduce((sum, { posts }) => sum + posts.length, 0));
  });
});

type Cells = Record<string, string | undefined>;

describe('writeTranscript', () => {
  it('shows numbers at a line’s start as they were written, and a file’s hashtag as words', () => {
    const theme = '1. Meetings';
    const numbered = transcriptOf([post({ id: '1', text: '1. one\n2) two\n- three' })], {
      chat: { hashtag: '<img src=x>', hosts: [] },
      session: { ...META.session, theme },
    });
    const page = pageOf(new MarkdownIt({ html: true }).render(write('md', numbered)));
    expect(page.querySelector('h1')?.textContent).toBe(theme);
    expect(page.querySelectorAll('img, ol')).toHaveLength(0);
    const text = page.querySelector('li')?.textContent ?? '';
    expect(text.split('\n').slice(-3)).toEqual(['1. one', '2) two', '- three']);
  });

  it('links back to every post, from HTML and Markdown', () => {
    const transcript = transcriptOf(inventedChat(120));
    const html = write('html', transcript);
    const markdown = write('md', transcript);
    for (const { url } of transcript.posts) {
      expect(html).toContain(`href="${url}"`);
      expect(markdown).toContain(`(${url})`);
    }
  });

  it('gives no piece of more than a few hundred kilobytes', () => {
    const transcript = transcriptOf(inventedChat(3_000));
    for (const format of FORMATS) {
      const pieces = [...writeTranscript(format, transcript, WRITING)];
      expect(pieces.length).toBeGreaterThan(5);
      expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(300_000);
    }
  });

  it('puts the reflection into a note, as words', () => {
    const note = { ...WRITING, isNote: true, reflection: 'I will <b>try</b>\nSaturdays' };
    const transcript = transcriptOf(inventedChat(20));
    const document = pageOf(write('html', transcript, note));
    expect(document.querySelector('#reflection .reflection')?.innerHTML).toBe(
      'I will &lt;b&gt;try&lt;/b&gt;<br>Saturdays',
    );
    expect(write('md', transcript, note)).toContain('I will \\<b\\>try\\</b\\>');
  });
});

describe('selectPosts', () => {
  const posts = [
    post({
      id: '1',
      author: author('WestshirePolice', { name: 'Westshire Police' }),
      createdAt: START,
      text: 'Q1 What stops people? #polchat',
    }),
    post({
      id: '2',
      author: author('annahale', { name: 'Anna Hale' }),
      text: 'A1 Timing. https://x.com/annahale/status/5 #polchat',
      replyTo: '1',
    }),
    post({
      id: '3',
      author: author('ben_k', { name: 'Ben Will Police' }),
      text: '@annahale Anna Hale is right, Anna! we will ask @NobodyHere',
      replyTo: '2',
    }),
    post({ id: '4', author: 'ben_k', repostOf: '2', text: 'RT @annahale: A1 Timing' }),
  ];
  const transcript = transcriptOf(posts);

  it('leaves reposts out', () => {
    const { posts } = selectPosts(transcript, { ...WHOLE, noReposts: true });
    expect(posts.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(selectPosts(transcript, WHOLE)).toEqual(transcript);
  });

  it('does not say of a part that X’s search was read, and of the whole it does', () => {
    const { coverage } = transcript;
    expect(coverage.map(({ source }) => source)).toEqual(['search']);
    for (const part of [{ noReposts: true }, { only: 'ben_k' }])
      expect(selectPosts(transcript, { ...WHOLE, ...part }).coverage).toEqual([]);
    expect(selectPosts(transcript, { ...WHOLE, names: 'numbers' }).coverage).toEqual(coverage);
    const plain = transcriptOf(posts.slice(0, 3));
    expect(selectPosts(plain, { ...WHOLE, noReposts: true }).coverage).toEqual(coverage);
  });

  it('says of a part which stretches of the whole were not read', () => {
    const part = selectPosts(transcript, { ...WHOLE, only: 'ben_k' });
    const text = write('md', part, { ...WRITING, read: transcript.coverage });
    expect(text).toContain('not read for 13:30 to 14:00');
  });

  it('keeps one person’s posts with the questions they answer', () => {
    const mine = selectPosts(transcript, { ...WHOLE, only: 'AnnaHale' });
    expect(mine.posts.map(({ id }) => id)).toEqual(['2']);
    expect(mine.questions.map(({ label }) => label)).toEqual(['Q1']);
    expect(selectPosts(transcript, { ...WHOLE, only: 'nobody' }).questions).toEqual([]);
  });

  it.each(['initials', 'numbers'] as const)('takes names out, of texts too: %s', (names) => {
    const { skipped: _, coverage: __, ...nameless } = selectPosts(transcript, { ...WHOLE, names });
    const written = JSON.stringify(nameless);
    expect(written).not.toMatch(/anna|hale|ben_k|nobody|westshire|x\.com\/|"1\d{3,}"/i);
    const third = nameless.posts[2];
    expect(third?.text).toContain(' will ask ');
    expect(third?.parent).toBe(nameless.posts[1]?.id);
    expect('ok' in parseTranscript(JSON.parse(write('json', { ...transcript, ...nameless })))).toBe(
      true,
    );
    for (const format of FORMATS) {
      const file = write(format, { ...transcript, ...nameless });
      expect(file).not.toMatch(/anna|hale|ben_k|nobodyhere|status\//i);
    }
  });

  it('knows names and handles in any capitals and as hashtags, and leaves the chat’s own hashtag', () => {
    const chatty = transcriptOf([
      post({
        id: '1',
        author: author('PolChat', { name: 'Jo' }),
        text: 'annahale, ANNA HALE and #AnnaHale of #polchat: Person 3 well, PolChat',
        hashtags: ['annahale', 'polchat'],
      }),
      post({ id: '2', author: author('AnnaHale', { name: 'Anna Hale' }), text: 'Hello' }),
    ]);
    const [first] = selectPosts(chatty, { ...WHOLE, names: 'numbers' }).posts;
    expect(first?.text).toBe(
      'Person 3, Person 3 and #Person 3 of #polchat: Person 3 well, PolChat',
    );
    expect(first?.hashtags).toEqual(['polchat']);
  });

  it('says in the file that names were taken out, as the schema has it', () => {
    const nameless = selectPosts(transcript, { ...WHOLE, names: 'initials' });
    expect(JSON.parse(write('json', nameless)).names).toBe('initials');
    expect(JSON.parse(write('json', transcript))).not.toHaveProperty('names');
    const schema = new Ajv().compile(
      JSON.parse(readFileSync('docs/transcript.schema.json', 'utf8')),
    );
    expect(schema(JSON.parse(write('json', nameless)))).toBe(true);
    const wrong = parseTranscript({ ...nameless, names: 'none' });
    expect(wrong).toEqual({ error: 'names is "none", none of "initials", "numbers"' });
  });

  it('gives everybody the same number whatever is selected', () => {
    const options = { ...WHOLE, names: 'numbers' as const };
    const whole = selectPosts(transcript, options);
    const part = selectPosts(transcript, { ...options, only: 'ben_k' });
    expect(part.posts[0]?.author).toEqual(whole.posts[2]?.author);
    expect(whole.posts.map(({ author }) => author.name)).toEqual([
      'Person 1',
      'Person 2',
      'Person 3',
      'Person 3',
    ]);
  });
});
