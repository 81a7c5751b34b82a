import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArchive } from '@/stores/archive/idb';
import type { Session } from '@/stores/core/schedule';
import { sessionAt } from '@/tests/fixtures/session';
import { post, START } from '../../../fixtures/posts';

const MINUTE = 60_000;
let n = 0;

function session(parts: Partial<Session> = {}): Session {
  return sessionAt(START, parts);
}

/** The sessions of an archive that took these files in, one after the other. */
async function keptAfter(files: readonly Session[]): Promise<Session[]> {
  n += 1;
  const archive = createArchive(`import ${n}`);
  for (const one of files) {
    const posts = [post({ id: `${one.start}`, createdAt: one.start })];
    await archive.keep('polchat', { posts, imported: [one] });
  }
  const kept = await archive.sessions('polchat');
  return kept.map(({ posts: _, ...rest }) => rest);
}

const anySession = fc
  .record({
    minute: fc.integer({ min: 0, max: 40 }),
    length: fc.integer({ min: 1, max: 30 }),
    theme: fc.constantFrom(null, 'Short', 'Much longer', 'Even longer'),
    hosts: fc.subarray(['anna', 'Ben', 'BEN', 'cat']),
    timeZone: fc.constantFrom('Europe/London', 'America/New_York'),
  })
  .map(({ minute, length, ...rest }) => {
    const start = START + minute * 10 * MINUTE;
    return session({ start, end: start + length * 10 * MINUTE, ...rest });
  });

describe('imported sessions', () => {
  it('are the same whichever file came first, and however often', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anySession, { maxLength: 4 }), async (files) => {
        const kept = await keptAfter(files);
        expect(await keptAfter(files.toReversed())).toEqual(kept);
        expect(await keptAfter([...files, ...files])).toEqual(kept);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('of one time are one, with the hosts of both and the longer time and theme', async () => {
    const a = session({ theme: 'Short', hosts: ['gmpolice'] });
    const b = session({ end: START + 120 * MINUTE, theme: 'Longer', hosts: ['Anna'] });
    expect(await keptAfter([a, b])).toEqual([
      session({ end: START + 120 * MINUTE, theme: 'Longer', hosts: ['Anna', 'gmpolice'] }),
    ]);
  });

  it('of other hours, and one of days, stay apart', async () => {
    const later = session({ start: START + 60 * MINUTE, end: START + 120 * MINUTE });
    const days = session({ start: START - 9_000 * MINUTE, end: START + 9_000 * MINUTE });
    expect(await keptAfter([session(), later, days])).toHaveLength(3);
  });
});
