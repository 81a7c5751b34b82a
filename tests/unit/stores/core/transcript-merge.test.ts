import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePosts, type Post } from '@/stores/core/post';
import { mergeTranscripts } from '@/stores/core/transcript-merge';
import type { ParsedTranscript } from '@/stores/core/transcript-parse';
import { author, post } from '../../../fixtures/posts';

type Version = Pick<Post, 'id'> & Partial<Pick<Post, 'editedIds'>>;
const versions: Version[] = [
  { id: '1' },
  { id: '2' },
  { id: '3', editedIds: ['2', '3'] },
  { id: '4', editedIds: ['2', '3', '4'] },
];
const few = fc.integer({ min: 0, max: 3 });
/** Four posts of which two are versions of one: few values, so that ties of every kind happen. */
const sighting: fc.Arbitrary<Post> = fc
  .record({
    which: fc.constantFrom(...versions),
    text: fc.constantFrom('', 'A1', 'A1 yes'),
    state: fc.constantFrom(
      'present' as const,
      'present' as const,
      'unavailable' as const,
      'deleted' as const,
    ),
    createdAt: few,
    observedAt: few,
    likes: few,
    name: fc.constantFrom('Anna', 'Anna H'),
    // A recording is X's own words, a transcript a file's.
    source: fc.constantFrom('import' as const, 'response' as const),
  })
  .map(({ which, likes, name, source, ...parts }) =>
    post({
      ...parts,
      ...which,
      source,
      author: author('anna', { id: source === 'import' ? null : '7', name }),
      counts: { replies: 0, reposts: 0, likes, quotes: 0 },
    }),
  );
const span = fc
  .record({ from: few, length: few, source: fc.constantFrom('search' as const, 'dom' as const) })
  .map(({ from, length, source }) => ({ from, to: from + length, source }));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const transcript: fc.Arbitrary<ParsedTranscript> = fc
  .record({
    hosts: fc.subarray(['anna', 'Anna', 'ben']),
    start: maybe(few),
    end: maybe(few),
    theme: maybe(fc.constantFrom('A', 'B', 'Longer')),
    posts: fc.uniqueArray(sighting, { selector: ({ id }) => id, maxLength: 4 }),
    moves: fc.array(
      fc.tuple(
        fc.constantFrom('1', '2'),
        fc.record({ label: fc.constantFrom('', 'Q1', 'Q2'), at: few }),
      ),
    ),
    coverage: fc.array(span, { maxLength: 4 }),
    unreadable: few,
  })
  .map(({ hosts, start, end, theme, posts, moves, coverage, unreadable }) => ({
    chat: { hashtag: 'polchat', hosts },
    session: { start, end, theme },
    posts: posts.sort(comparePosts),
    moves: new Map(moves),
    coverage,
    skipped: { unreadable, promoted: 0, offTopic: 0 },
  }));

describe('mergeTranscripts', () => {
  it('is the same in either order', () => {
    fc.assert(
      fc.property(transcript, transcript, (a, b) => {
        expect(mergeTranscripts(a, b)).toEqual(mergeTranscripts(b, a));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('is the same in either grouping', () => {
    fc.assert(
      fc.property(transcript, transcript, transcript, (a, b, c) => {
        expect(mergeTranscripts(mergeTranscripts(a, b), c)).toEqual(
          mergeTranscripts(a, mergeTranscripts(b, c)),
        );
      }),
      { numRuns: 4000, seed: 2 },
    );
  });

  it('changes nothing when said again', () => {
    fc.assert(
      fc.property(transcript, transcript, (a, b) => {
        const merged = mergeTranscripts(a, b);
        expect(mergeTranscripts(merged, b)).toEqual(merged);
        expect(mergeTranscripts(merged, merged)).toEqual(merged);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  it('lets deleted beat text, and has no post twice', () => {
    fc.assert(
      fc.property(transcript, transcript, (a, b) => {
        const { posts } = mergeTranscripts(a, b);
        const versions = posts.flatMap(({ id, editedIds }) => [...new Set([id, ...editedIds])]);
        expect(new Set(versions).size).toBe(versions.length);
        for (const gone of [...a.posts, ...b.posts].filter(({ state }) => state === 'deleted')) {
          const now = posts.find(({ id, editedIds }) => [id, ...editedIds].includes(gone.id));
          expect(now).toMatchObject({ state: 'deleted', text: '' });
        }
      }),
      { numRuns: 1000, seed: 4 },
    );
  });
});
