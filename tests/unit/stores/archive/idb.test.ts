import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createArchive } from '@/stores/archive/idb';
import type { Archive } from '@/stores/archive/repo';
import { post } from '../../../fixtures/posts';

let archive: Archive;
let n = 0;
beforeEach(() => {
  n += 1;
  archive = createArchive(`test ${n}`);
});

const at = (id: string, createdAt: number) => ({ ...post({ id }), createdAt });
const ids = (posts: readonly { id: string }[]) => posts.map(({ id }) => id);

describe('createArchive', () => {
  it('keeps posts by chat and gives them back in the order written', async () => {
    await archive.keep('polchat', [at('3', 300), at('1', 100)]);
    await archive.keep('commschat', [at('2', 200)]);
    expect(ids(await archive.read('polchat', 0, 1000))).toEqual(['1', '3']);
    expect(ids(await archive.read('polchat', 100, 299))).toEqual(['1']);
    expect(ids(await archive.read('commschat', 0, 1000))).toEqual(['2']);
  });

  it('changes nothing the second time, and gives what it had', async () => {
    const one = at('1', 100);
    const first = await archive.keep('polchat', [one]);
    expect(await archive.keep('polchat', [one])).toEqual(first);
    expect(await archive.read('polchat', 0, 1000)).toEqual(first);
  });

  it('lets deleted beat text, in either order', async () => {
    const deleted = { ...at('1', 100), state: 'deleted' as const, text: '', observedAt: 1 };
    const present = { ...at('1', 100), text: 'Something', observedAt: 2 };
    await archive.keep('polchat', [deleted]);
    const [kept] = await archive.keep('polchat', [present]);
    expect(kept).toMatchObject({ state: 'deleted', text: '' });
  });

  it('writes all of a batch or nothing of it', async () => {
    const bad = { ...at('2', 200), createdAt: Number.NaN, id: undefined as never };
    await expect(archive.keep('polchat', [at('1', 100), bad])).rejects.toThrow();
    expect(await archive.read('polchat', 0, 1000)).toEqual([]);
  });

  it.each([
    ['the newer after the older', [0, 1]],
    ['the older after the newer', [1, 0]],
    ['both at once', [2]],
  ])('keeps one of an edited post’s versions, the newest: %s', async (_, order) => {
    const older = { ...at('7', 100), text: 'First thought' };
    const newer = { ...at('9', 100), text: 'Second thought', editedIds: ['7', '9'] };
    const batches = [[older], [newer], [newer, older]];
    let kept: Awaited<ReturnType<Archive['keep']>> = [];
    for (const index of order) kept = await archive.keep('polchat', batches[index] ?? []);
    expect(kept).toMatchObject([{ id: '9', text: 'Second thought' }]);
    expect(await archive.read('polchat', 0, 1000)).toEqual(kept);
  });

  it('does not take another chat’s post for an older version', async () => {
    await archive.keep('commschat', [{ ...at('9', 100), editedIds: ['7', '9'] }]);
    expect(ids(await archive.keep('polchat', [at('7', 100)]))).toEqual(['7']);
  });
});
