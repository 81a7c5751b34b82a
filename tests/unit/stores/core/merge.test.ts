import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergePosts, withoutText, withState } from '@/stores/core/merge';
import type { Post } from '@/stores/core/post';
import { author, post } from '../../../fixtures/posts';

const id = fc.constantFrom('100', '101', '1001');
const pointer = fc.option(id, { nil: null });
const few = fc.integer({ min: 0, max: 3 });

/** Sightings of one post, or of two versions of it: few values, so that ties of every kind happen. */
const sighting: fc.Arbitrary<Post> = fc
  .record({
    id,
    text: fc.constantFrom('', 'A1', 'A1 yes', 'A1 no!'),
    truncated: fc.boolean(),
    replyTo: pointer,
    replyToHandle: fc.option(fc.constantFrom('anna', 'ben'), { nil: null }),
    quoteOf: pointer,
    repostOf: pointer,
    conversationId: pointer,
    hashtags: fc.constantFrom([], ['polchat'], ['polchat', 'b'], ['b', 'polchat']),
    links: fc.constantFrom([], [{ url: 'https://example.org', display: 'example.org' }]),
    mentions: fc.constantFrom([], [{ handle: 'ben', id: null }]),
    media: fc.constantFrom([], [{ kind: 'photo' as const, url: 'https://example.org/1', alt: '' }]),
    counts: fc.record({ replies: few, reposts: few, likes: few, quotes: few }),
    editedIds: fc.constantFrom([], ['100', '101'], ['100', '101', '1001']),
    sensitive: fc.boolean(),
    state: fc.constantFrom('present', 'present', 'present', 'unavailable', 'deleted'),
    createdAt: few,
    observedAt: few,
    source: fc.constantFrom('response', 'dom', 'import'),
    known: fc.boolean(),
    avatar: fc.option(fc.constantFrom('https://example.org/a', 'https://example.org/b'), {
      nil: null,
    }),
    handle: fc.constantFrom('anna', 'anna_h'),
    name: fc.constantFrom('Anna', 'Anna H'),
    followed: fc.boolean(),
    closed: fc.boolean(),
    liked: fc.boolean(),
    told: fc.boolean(),
  })
  .map(({ known, avatar, handle, name, followed, closed, liked, told, ...parts }) =>
    post({
      ...(parts as unknown as Partial<Omit<Post, 'author'>> & { id: string }),
      ...(liked && known && { liked }),
      ...(!told && { accountAt: 0 }),
      author: author(handle, { id: known ? '7' : null, avatar, name, followed, protected: closed }),
    }),
  );

describe('mergePosts', () => {
  it('is the same in either order', () => {
    fc.assert(
      fc.property(sighting, sighting, (a, b) => {
        expect(mergePosts(a, b)).toEqual(mergePosts(b, a));
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('is the same in either grouping', () => {
    fc.assert(
      fc.property(sighting, sighting, sighting, (a, b, c) => {
        expect(mergePosts(mergePosts(a, b), c)).toEqual(mergePosts(a, mergePosts(b, c)));
      }),
      { numRuns: 10_000, seed: 2 },
    );
  });

  it('changes nothing when said again', () => {
    fc.assert(
      fc.property(sighting, sighting, (a, b) => {
        const merged = mergePosts(a, b);
        expect(mergePosts(merged, a)).toEqual(merged);
        expect(mergePosts(merged, { ...merged })).toEqual(merged);
      }),
      { numRuns: 3000, seed: 3 },
    );
  });

  it('lets deleted beat text, always', () => {
    fc.assert(
      fc.property(sighting, sighting, (a, b) => {
        fc.pre(a.state === 'deleted' || b.state === 'deleted');
        expect(mergePosts(a, b)).toMatchObject({
          state: 'deleted',
          text: '',
          author: { avatar: null },
          links: [],
          media: [],
          mentions: [],
        });
      }),
      { numRuns: 1000, seed: 4 },
    );
  });

  it('empties a first sighting that is deleted', () => {
    expect(mergePosts(undefined, post({ id: '1', state: 'deleted', text: 'x' })).text).toBe('');
  });

  it('keeps the text that was known where a file or X has none', () => {
    const known = post({ id: '1', source: 'dom', text: 'A1 as the page had it', observedAt: 1 });
    for (const source of ['import', 'response'] as const) {
      const gone = post({ id: '1', source, text: '', state: 'unavailable', observedAt: 2 });
      const merged = { state: 'unavailable', text: 'A1 as the page had it' };
      expect(mergePosts(known, gone)).toMatchObject(merged);
      expect(mergePosts(gone, known)).toMatchObject(merged);
    }
  });

  it('takes the newest facts and the fullest text', () => {
    const early = post({
      id: '1',
      text: 'A1 the whole of a long answer',
      observedAt: 1,
      counts: { replies: 0, reposts: 0, likes: 9, quotes: 0 },
    });
    const late = post({
      id: '1',
      text: 'A1 the whole…',
      truncated: true,
      observedAt: 2,
      counts: { replies: 4, reposts: 0, likes: 8, quotes: 0 },
    });
    expect(mergePosts(early, late)).toMatchObject({
      text: 'A1 the whole of a long answer',
      truncated: false,
      counts: { replies: 4, likes: 8 },
      observedAt: 2,
    });
  });

  it('takes the facts that were seen last, whoever saw them', () => {
    fc.assert(
      fc.property(fc.array(sighting, { minLength: 2, maxLength: 5 }), (all) => {
        const newest = Math.max(...all.map(({ observedAt }) => observedAt));
        const factsOf = ({ author: { handle, name }, counts, state }: Post) => {
          const { replies, reposts, likes } = counts;
          return JSON.stringify([handle, name, replies, reposts, likes, state]);
        };
        const merged = all.reduce((a, b) => mergePosts(a, b));
        const isDeleted = all.some(({ state }) => state === 'deleted');
        const lasts = all.filter(({ observedAt }) => observedAt === newest);
        const possible = lasts.map((one) =>
          factsOf(isDeleted ? { ...one, state: 'deleted' } : one),
        );
        expect(possible).toContain(factsOf(merged));
        expect(merged.observedAt).toBe(newest);
      }),
      { numRuns: 3000, seed: 5 },
    );
  });

  it('knows of the account what X last said of it, whatever files say later', () => {
    const told = (observedAt: number, isOpen: boolean) =>
      post({
        id: '1',
        observedAt,
        ...(isOpen && { liked: true }),
        author: author('anna', { id: '7', followed: isOpen, protected: !isOpen }),
      });
    const file = post({
      id: '1',
      source: 'import',
      observedAt: 9,
      author: author('anna_h', { id: null, name: 'Anna H' }),
      counts: { replies: 4, reposts: 0, likes: 8, quotes: 0 },
    });
    const merged = mergePosts(told(1, false), file);
    expect(merged).toMatchObject({
      author: { id: '7', handle: 'anna_h', name: 'Anna H', protected: true },
      counts: { replies: 4, likes: 8 },
      observedAt: 9,
      accountAt: 1,
      text: told(1, false).text,
    });
    for (const all of [
      mergePosts(merged, told(5, true)),
      mergePosts(mergePosts(told(5, true), told(1, false)), file),
      mergePosts(mergePosts(file, told(5, true)), told(1, false)),
    ]) {
      expect(all).toMatchObject({
        author: { id: '7', name: 'Anna H', followed: true, protected: false },
        liked: true,
        accountAt: 5,
        observedAt: 9,
      });
    }
    expect(mergePosts(merged, told(10, true))).not.toHaveProperty('accountAt');
  });

  it('does not take what X leaves out for news of the account', () => {
    const told = post({ id: '1', observedAt: 1, author: author('anna', { protected: true }) });
    const untold = post({ id: '1', observedAt: 9, accountAt: 0 });
    expect(mergePosts(told, untold)).toMatchObject({
      author: { protected: true },
      observedAt: 9,
      accountAt: 1,
    });
  });

  it('does not take a post’s being out of sight for news of its author', () => {
    const seen = post({ id: '1', observedAt: 1, author: author('anna', { id: '7' }) });
    const gone = withState(seen, 'unavailable', 9);
    expect(gone).toMatchObject({ observedAt: 9, accountAt: 1 });
    const locked = author('anna', { id: '7', protected: true });
    expect(mergePosts(gone, { ...seen, observedAt: 5, author: locked })).toMatchObject({
      author: { protected: true },
      state: 'unavailable',
    });
  });

  it('takes the response before the page, and from either what only one knows', () => {
    const page = post({
      id: '1',
      source: 'dom',
      text: 'Longer as the page has it',
      author: author('anna', { id: null }),
      observedAt: 9,
      quoteOf: '5',
    });
    const response = post({
      id: '1',
      text: 'As X has it',
      author: author('anna', { id: '7', followed: true }),
      observedAt: 1,
      replyTo: '4',
    });
    expect(mergePosts(page, response)).toMatchObject({
      text: 'As X has it',
      source: 'response',
      author: { id: '7', followed: true },
      replyTo: '4',
      quoteOf: '5',
    });
  });

  it('makes two versions of an edited post one: the newest text, the time when it was first said', () => {
    const first = post({ id: '99', text: 'A1 old, and longer', createdAt: 10 });
    const second = post({ id: '100', text: 'A1 new', createdAt: 20, editedIds: ['99', '100'] });
    expect(mergePosts(second, first)).toMatchObject({
      id: '100',
      text: 'A1 new',
      createdAt: 10,
      editedIds: ['99', '100'],
    });
  });
});

describe('withState', () => {
  const seen = post({
    id: '1',
    observedAt: 5,
    author: author('anna', { avatar: 'https://example.org/a' }),
  });

  it('keeps the text of a post that X does not show for now, and takes that back when X shows it again', () => {
    const gone = withState(seen, 'unavailable', 6);
    expect(gone).toMatchObject({ state: 'unavailable', text: seen.text, observedAt: 6 });
    expect(mergePosts(gone, { ...seen, observedAt: 7 }).state).toBe('present');
    expect(mergePosts(gone, { ...seen, observedAt: 4 }).state).toBe('unavailable');
  });

  it('deletes for good', () => {
    const deleted = withState(seen, 'deleted', 6);
    expect(deleted).toEqual(withoutText(seen));
    expect(deleted).toMatchObject({ text: '', author: { handle: 'anna', avatar: null } });
    expect(withState(deleted, 'unavailable', 7).state).toBe('deleted');
  });
});
