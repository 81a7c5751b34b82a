import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createArchive } from '@/stores/archive/idb';
import type { Archive } from '@/stores/archive/repo';
import type { Move } from '@/stores/core/moves';
import { firstIdAt } from '@/stores/core/post';
import { author, post, START } from '../../../fixtures/posts';

const ALL = [0, START * 2] as const;
let archive: Archive;
let n = 0;
beforeEach(() => {
  n += 1;
  archive = createArchive(`moves ${n}`);
});

const moved = (id: string, label: string, at: number): [string, Move] => [id, { label, at }];
const older = post({ id: '101', text: 'First' });
const newer = post({ id: '103', text: 'Second', editedIds: ['101', '103'] });

describe('moves by hand', () => {
  it('hold for every version of a post, the later one whichever it was made on', async () => {
    await archive.keep('polchat', { posts: [older], moves: new Map([moved('101', 'Q2', 5)]) });
    await archive.keep('polchat', { posts: [newer] });
    const read = async () => [...(await archive.readAll('polchat', ...ALL)).moves];
    expect(await read()).toEqual([moved('103', 'Q2', 5)]);
    await archive.keep('polchat', { moves: new Map([moved('103', 'Q3', 4)]) });
    expect(await read()).toEqual([moved('103', 'Q2', 5)]);
    await archive.keep('polchat', { moves: new Map([moved('103', 'Q3', 6)]) });
    expect(await read()).toEqual([moved('103', 'Q3', 6)]);
  });

  it('go with every version of what is forgotten', async () => {
    const moves = new Map([moved('101', 'Q2', 5), moved('103', 'Q3', 6)]);
    await archive.keep('polchat', { posts: [newer], moves });
    expect((await archive.forget('polchat', ...ALL)).sort()).toEqual(['101', '103', '103']);
    expect(await archive.moves('polchat')).toEqual(new Map());
  });

  it('go with what went behind the lock, and only that', async () => {
    const moves = new Map(['101', '103', '200'].map((id) => moved(id, 'Q2', 5)));
    const other = post({ id: '200', author: 'ben' });
    await archive.keep('polchat', { posts: [newer, other], moves });
    const locked = author('anna', { protected: true });
    await archive.keep('polchat', { posts: [post({ id: '300', author: locked, text: '' })] });
    expect([...(await archive.moves('polchat')).keys()]).toEqual(['200']);
  });

  it('of posts that were never kept go once those are too old, and newer ones stay', async () => {
    const [old, young] = [firstIdAt(START - 1000), firstIdAt(START + 1000)];
    const moves = new Map([moved(old, 'Q1', START + 9000), moved(young, 'Q1', START + 9000)]);
    await archive.keep('polchat', { posts: [older], moves });
    expect(await archive.forgetBefore(START)).toEqual([old]);
    expect([...(await archive.moves('polchat')).keys()]).toEqual([young]);
  });
});
