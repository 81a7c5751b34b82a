import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createArchive } from '@/stores/archive/idb';
import type { Archive } from '@/stores/archive/repo';
import type { Post } from '@/stores/core/post';
import type { Session } from '@/stores/core/schedule';
import { DEFAULTS } from '@/stores/core/settings';
import { buildThread } from '@/stores/core/thread';
import { buildTranscript, type Transcript } from '@/stores/core/transcript';
import { writeTranscript } from '@/stores/core/transcript-formats';
import { mergeLists } from '@/stores/core/transcript-merge';
import { selectPosts, WHOLE } from '@/stores/core/transcript-selection';
import type { MessageName, Protocol } from '@/stores/messages';
import { createTranscriptStore, type TranscriptStore } from '@/stores/transcript';
import { inventedChat } from '../../fixtures/chat';
import { post, START } from '../../fixtures/posts';
import { entry, idAt, search, xPost } from '../../fixtures/x/payloads';

const HOUR = 3_600_000;
let n = 0;
let archive: Archive;
let area: Record<string, unknown>;
let files: { name: string; type: string; text: string }[];
let pauses: number;
let store: TranscriptStore;

/** The background's part of the messages, on the archive itself. */
async function answer<N extends MessageName>(name: N, body: Protocol[N]['takes']) {
  if (name === 'importPosts') {
    const { hashtag, moves, ...rest } = body as Protocol['importPosts']['takes'];
    return { kept: (await archive.keep(hashtag, { ...rest, moves: new Map(moves) })).length };
  }
  const span = body as Protocol['forget']['takes'];
  if (span === null) await archive.forgetAll();
  else await archive.forget(span.hashtag, span.from, span.to);
  return null;
}

beforeEach(() => {
  n += 1;
  archive = createArchive(`transcript ${n}`);
  area = {};
  files = [];
  pauses = 0;
  store = createTranscriptStore({
    area: {
      get: async (keys) => Object.fromEntries(keys.map((key) => [key, area[key]])),
      set: async (items) => void Object.assign(area, items),
    },
    archive,
    send: answer as never,
    save: async (key, value) => void Object.assign(area, { [key]: value }),
    pause: async () => {
      pauses += 1;
    },
    say: (key, ...values) => [key, ...values].join(' '),
    download: (name, type, parts) => void files.push({ name, type, text: parts.join('') }),
    now: Date.now,
  });
});

function given(name: string, content: unknown) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  async function* pieces() {
    for (let at = 0; at < text.length; at += 7_000) yield text.slice(at, at + 7_000);
  }
  return { name, lastModified: START, text: pieces() };
}

const session = { start: START, end: START + HOUR };
function transcriptOf(posts: Post[]): Transcript {
  const meta = {
    chat: { hashtag: 'polchat', hosts: ['WestshirePolice'] },
    session: { ...session, theme: 'Meetings' },
    coverage: [],
    skipped: { unreadable: 0, promoted: 0, offTopic: 0 },
  };
  return buildTranscript(buildThread(posts, { hosts: ['WestshirePolice'], session }), posts, meta);
}

describe('reading', () => {
  it('lists what is kept, and says where nothing is', async () => {
    await store.open('polchat', null);
    expect(store.getState()).toMatchObject({ status: 'list', kept: [] });
    await store.open('polchat', START);
    expect(store.getState()).toMatchObject({ status: 'unknown', session: { start: START } });
  });

  it('leaves out of the list what is still to come', async () => {
    const far = Date.now() + 24 * HOUR;
    const coming = { ...session, start: far, end: far + HOUR, timeZone: 'Europe/London' };
    const sessions = [
      { ...coming, theme: null, source: null, questions: [], hosts: [], reading: null },
    ];
    await archive.keep('polchat', { posts: [post({ id: '1', createdAt: Date.now() })], sessions });
    await store.open('polchat', null);
    expect(store.getState().kept).toEqual([]);
  });

  it('says so where the archive cannot be read', async () => {
    archive.sessions = () => Promise.reject(new Error('No disk'));
    await store.open('polchat', null);
    expect(store.getState()).toMatchObject({ status: 'failed', problem: 'No disk' });
  });

  it('takes no file for newer than now, whatever the clock that wrote it', async () => {
    const ahead = Date.now() + 24 * HOUR;
    const written = transcriptOf([post({ id: '1', text: 'Q1 Why? #polchat', observedAt: ahead })]);
    await store.take([given('a.json', written)]);
    const [kept] = await archive.read('polchat', 0, ahead);
    expect(kept?.observedAt).toBeLessThanOrEqual(Date.now());
  });

  it('reads a file back as the same session, and lets the page breathe', async () => {
    const written = transcriptOf(inventedChat(900));
    await store.take([given('a.json', written)]);
    const { status, article, kept } = store.getState();
    expect(status).toBe('ready');
    const observed = (all: Transcript) => all.posts.map(({ observedAt: _, ...rest }) => rest);
    expect(observed(article?.transcript as Transcript)).toEqual(observed(written));
    expect(article?.transcript.questions).toEqual(written.questions);
    expect(kept).toMatchObject([{ start: START, theme: 'Meetings', posts: 900 }]);
    expect(pauses).toBeGreaterThan(8);
  });
});

describe('coverage', () => {
  it('says nothing of what was read on other days', async () => {
    const DAY = 24 * HOUR;
    const coverage = [{ from: START - 30 * DAY, to: START + 30 * DAY, source: 'search' as const }];
    await archive.keep('polchat', { posts: [post({ id: '1001' })], coverage });
    await store.open('polchat', START);
    const [span] = store.getState().article?.transcript.coverage ?? [];
    expect(Date.parse(span?.from ?? '')).toBeGreaterThan(START - 14 * DAY);
    expect(Date.parse(span?.to ?? '')).toBeLessThan(START + 14 * DAY);
  });
});

describe('taking files in', () => {
  const two = (): [Transcript, Transcript] => {
    const all = inventedChat(60);
    const later = all.slice(20).map((one) => ({ ...one, observedAt: one.observedAt + 5_000 }));
    const gone = { ...(later[5] as Post), state: 'deleted' as const, text: '' };
    return [transcriptOf(all.slice(0, 45)), transcriptOf(mergeLists(later, [gone]))];
  };

  it('merges two colleagues’ files to the same, in either order, nothing twice', async () => {
    const [a, b] = two();
    await store.take([given('a.json', a), given('b.json', b), given('a.json', a)]);
    const first = store.getState().article?.transcript;
    await archive.forgetAll();
    await store.take([given('b.json', b), given('a.json', a)]);
    const second = store.getState().article?.transcript;
    expect(second).toEqual(first);
    expect(first?.posts).toHaveLength(60);
    expect(first?.posts.filter(({ deleted, text }) => deleted && text === '')).toHaveLength(1);
  });

  it('shows the same session whichever of two files came first', async () => {
    const posts = inventedChat(40);
    const a = transcriptOf(posts);
    const chat = { hashtag: 'polchat', hosts: ['someone'] };
    const longer = {
      start: '2026-06-18T11:50:00Z',
      end: '2026-06-18T14:00:00Z',
      theme: 'Public meetings',
    };
    const b = { ...a, chat, session: longer };
    await store.take([given('a.json', a)]);
    await store.take([given('b.json', b)]);
    const first = store.getState().article?.transcript;
    await archive.forgetAll();
    await store.take([given('b.json', b)]);
    await store.take([given('a.json', a)]);
    expect(store.getState().article?.transcript).toEqual(first);
    expect(first?.session).toEqual(longer);
    expect(first?.chat.hosts).toContain('someone');
    expect(first?.chat.hosts).toContain('WestshirePolice');
  });

  it('refuses a file without names, in words', async () => {
    const whole = transcriptOf([post({ id: '1001' })]);
    const nameless = selectPosts(whole, { ...WHOLE, names: 'numbers' });
    const { names: _, ...before } = nameless;
    for (const file of [nameless, before]) {
      await store.take([given('a.json', file)]);
      expect(store.getState().notice).toEqual({
        level: 'problem',
        key: 'transcript_refused',
        values: ['a.json', 'transcript_nameless'],
      });
    }
    expect(await archive.count('polchat', 0, START * 2)).toBe(0);
  });

  it('makes a session of a HAR that belongs to none', async () => {
    const body = search([
      entry(
        xPost('C', {
          id: idAt(3),
          by: 'hostess',
          text: 'Q1 What stops people? #polchat',
          hashtags: ['polchat'],
        }),
      ),
      entry(xPost('C', { id: idAt(90), text: 'A1 Timing #polchat', hashtags: ['polchat'] })),
    ]);
    const request = { url: 'https://x.com/i/api/graphql/a/SearchTimeline' };
    const har = {
      log: {
        entries: [{ request, response: { status: 200, content: { text: JSON.stringify(body) } } }],
      },
    };
    await store.take([given('x.har', har)]);
    const { status, session, article } = store.getState();
    expect(status).toBe('ready');
    expect(session).toMatchObject({ start: START, end: START + HOUR });
    expect(article?.transcript.posts.map(({ id }) => id)).toEqual([idAt(3), idAt(90)]);
  });

  it.each([
    ['{"format":"polchat-transcript","version":2}', /version is 2/],
    ['{"log":', /is not JSON/],
    ['[]', /no response of X/],
    ['{"data":{}}', /transcript_no_posts/],
  ])('refuses %s whole, in words', async (content, words) => {
    await store.take([given('bad.json', content)]);
    const { notice } = store.getState();
    expect(notice).toMatchObject({ level: 'problem', key: 'transcript_refused' });
    expect(String(notice?.values[1])).toMatch(words);
    expect(await archive.hashtags()).toEqual([]);
  });

  it('says what the browser says where it cannot be kept', async () => {
    archive.keep = () => Promise.reject(new DOMException('No room', 'QuotaExceededError'));
    await store.take([given('a.json', transcriptOf(inventedChat(5)))]);
    expect(store.getState().notice).toMatchObject({
      level: 'problem',
      key: 'transcript_not_kept',
      values: ['a.json', 'No room'],
    });
    expect(store.getState().busy).toBeNull();
  });

  it('takes of a file of every post those of the chat alone', async () => {
    const all = [post({ id: '1' }), post({ id: '2', hashtags: [], text: 'Lunch' })];
    await store.take([given('a.json', { ...transcriptOf(all), chat: { hashtag: '' } })]);
    expect(await archive.hashtags()).toEqual(['polchat']);
    expect(store.getState().article?.transcript.posts.map(({ id }) => id)).toEqual(['1']);
  });

  it('does not call read what was not kept', async () => {
    const { keep } = archive;
    archive.keep = async (hashtag, parcel) => {
      const [first] = parcel.posts ?? [];
      if (first && first.createdAt > START) throw new DOMException('No room', 'QuotaExceededError');
      return keep(hashtag, parcel);
    };
    const posts = Array.from({ length: 300 }, (_, n) =>
      post({ id: `${1000 + n}`, createdAt: n < 250 ? START : START + n }),
    );
    const end = new Date(START + HOUR).toISOString();
    const span = { from: new Date(START).toISOString(), to: end, source: 'search' as const };
    await store.take([given('a.json', { ...transcriptOf(posts), coverage: [span] })]);
    expect(store.getState().notice?.key).toBe('transcript_not_kept');
    expect(await archive.coverage('polchat', 0, START + HOUR)).toEqual([]);
  });
});

describe('handing out', () => {
  beforeEach(async () => {
    await store.take([given('a.json', transcriptOf(inventedChat(80)))]);
  });

  it('saves each form with a name that says the chat and the day', async () => {
    for (const format of ['json', 'html', 'md', 'csv'] as const) await store.save(format);
    expect(files.map(({ name }) => name)).toEqual(
      ['json', 'html', 'md', 'csv'].map((format) => `polchat-2026-06-18.${format}`),
    );
    const { article } = store.getState();
    const writing = { say: String, timeZone: 'Europe/London', reflection: '', isNote: false };
    const json = [...writeTranscript('json', article?.transcript as Transcript, writing)].join('');
    expect(files[0]?.text).toBe(json);
    expect(files[3]?.text.charCodeAt(0)).toBe(0xfeff);
  });

  it('names the day on the chat’s own wall, which in UTC may be the one before', async () => {
    const midnight = Date.UTC(2026, 5, 18, 23, 30);
    const late = { start: midnight, end: midnight + HOUR, timeZone: 'Europe/London' };
    const sessions = [
      { ...late, theme: null, source: null, questions: [], hosts: [], reading: null },
    ];
    const posts = [post({ id: '9', createdAt: midnight + 1 })];
    await archive.keep('polchat', { posts, sessions });
    await store.open('polchat', midnight);
    await store.save('md');
    expect(files.at(-1)?.name).toBe('polchat-2026-06-19.md');
  });

  it('saves one’s own part with what one takes from it', async () => {
    store.setSelection({ only: '' });
    store.setMe('@SgtBexley');
    store.setReflection('Saturdays');
    await store.save('json');
    await store.save('md');
    const { posts } = JSON.parse(files[0]?.text ?? '') as Transcript;
    expect(new Set(posts.map(({ author }) => author.handle))).toEqual(new Set(['SgtBexley']));
    expect(files[1]?.text).toContain('Saturdays');
    expect(area.transcripts).toMatchObject({ me: 'SgtBexley' });
  });

  it('saves nothing where the organisation switched that off', async () => {
    area.settings = { ...DEFAULTS, exports: false };
    await store.open('polchat', START);
    expect(store.getState().exports).toBe(false);
    await store.save('json');
    expect(files).toEqual([]);
    expect(store.getState().notice?.key).toBe('transcript_exports_off');
  });

  it('shares X’s search for the hour, or the host’s own page, remembered for this session alone', async () => {
    expect(store.share().url).toContain(encodeURIComponent(`since_time:${START / 1000}`));
    store.setPublished('https://westshire.example/june');
    expect(store.share()).toMatchObject({ url: 'https://westshire.example/june' });
    await store.open('polchat', START);
    expect(store.getState().published).toBe('https://westshire.example/june');
    await store.open('polchat', START + 7 * 24 * HOUR);
    expect(store.getState().published).toBe('');
  });

  it('forgets one session alone where another is in the days around it', async () => {
    const extra = { ...(store.getState().session as Session), start: START - 48 * HOUR };
    extra.end = extra.start + HOUR;
    const own = post({ id: '7', createdAt: extra.start + 1 });
    await archive.keep('polchat', { posts: [own], sessions: [extra] });
    await store.open('polchat', START);
    await store.forget('session');
    expect(store.getState().kept).toMatchObject([{ start: extra.start, posts: 1 }]);
  });

  it('forgets nothing where no session is shown', async () => {
    await store.open('polchat', null);
    await store.forget('session');
    expect(await archive.hashtags()).toEqual(['polchat']);
  });

  it('forgets the session, and then everything', async () => {
    await archive.keep('commschat', { posts: [post({ id: '5' })] });
    await store.forget('session');
    expect(store.getState()).toMatchObject({ status: 'list', kept: [] });
    expect(await archive.hashtags()).toEqual(['commschat']);
    await store.forget('all');
    expect(await archive.hashtags()).toEqual([]);
  });
});
