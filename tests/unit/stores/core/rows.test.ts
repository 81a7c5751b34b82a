import { describe, expect, it } from 'vitest';
import { buildRows, type Row, type View } from '@/stores/core/rows';
import { conversation, placed, question, START } from '@/tests/fixtures/posts';

const all: View = {
  group: 'all',
  expanded: new Set(),
  lastRead: null,
  held: new Set(),
  isHidden: () => false,
};

/** One word a row: "q1" the question, "a" a post, "-b" a reply, "--c" a reply to it. */
function draw(rows: readonly Row[]): string[] {
  return rows.map((row) => {
    switch (row.kind) {
      case 'post':
        return '-'.repeat(row.depth) + row.key;
      case 'question':
        return row.placed === null ? `(${row.key})` : row.key;
      case 'more':
        return `+${row.hidden}${row.whole ? ' whole' : ''}`;
      case 'section':
        return `[${row.label ?? row.section}]`;
      case 'lastRead':
        return '====';
      default:
        return row.kind === 'gap' ? `?${row.reason}` : `empty ${row.reason}`;
    }
  });
}

/** Posts under each other: ids in order, each the parent of the next. */
function chain(ids: string, parent: string) {
  return ids.split('').map((id, n) =>
    placed({
      id,
      parent: n === 0 ? parent : (ids[n - 1] ?? null),
      createdAt: START + 1000 * (n + 1),
    }),
  );
}

const q1 = question('Q1');
const q2 = question('Q2', { createdAt: START + 600_000 });

describe('buildRows', () => {
  it('says that there is nothing yet', () => {
    expect(draw(buildRows(conversation([]), all))).toEqual(['empty nothing']);
  });

  it('puts answers under their question and replies under answers, in the order written', () => {
    const posts = [
      placed({ id: 'b', parent: 'q1', createdAt: START + 2000 }),
      placed({ id: 'r', parent: 'a', createdAt: START + 3000 }),
      placed({ id: 'a', parent: 'q1', createdAt: START + 1000 }),
    ];
    expect(draw(buildRows(conversation([q2, ...posts, q1]), all))).toEqual([
      'q1',
      'a',
      '-r',
      'b',
      'q2',
    ]);
  });

  it('reads before, introductions, questions, after', () => {
    const posts = [
      placed({ id: 'bye', section: 'after', question: null, createdAt: START + 9e6 }),
      placed({ id: 'soon', section: 'before', question: null, createdAt: START - 9e6 }),
      placed({ id: 'hi', section: 'introductions', question: null, createdAt: START - 1 }),
    ];
    expect(draw(buildRows(conversation([...posts, q1]), all))).toEqual([
      '[before]',
      'soon',
      '[introductions]',
      'hi',
      'q1',
      '[after]',
      'bye',
    ]);
  });

  it('nests two deep and folds the rest into a whole thread', () => {
    expect(draw(buildRows(conversation([q1, ...chain('abcde', 'q1')]), all))).toEqual([
      'q1',
      'a',
      '-b',
      '--c',
      '+2 whole',
    ]);
  });

  it('folds replies after the third, and unfolds them on demand', () => {
    const replies = 'bcdef'
      .split('')
      .map((id, n) => placed({ id, parent: 'a', createdAt: START + n }));
    const talk = conversation([q1, placed({ id: 'a', parent: 'q1' }), ...replies]);
    expect(draw(buildRows(talk, all))).toEqual(['q1', 'a', '-b', '-c', '-d', '+2']);
    expect(draw(buildRows(talk, { ...all, expanded: new Set(['a']) }))).toEqual([
      'q1',
      'a',
      '-b',
      '-c',
      '-d',
      '-e',
      '-f',
    ]);
  });

  it('counts a thread of 20,000 posts without running out of stack', () => {
    const posts = Array.from({ length: 20_000 }, (_, n) =>
      placed({ id: `p${n}`, parent: n === 0 ? 'q1' : `p${n - 1}`, createdAt: START + n }),
    );
    expect(draw(buildRows(conversation([q1, ...posts]), all)).at(-1)).toBe('+19997 whole');
  });

  it('leaves a visible gap for a parent never seen, once for all its replies', () => {
    const posts = [
      placed({ id: 'x', parent: 'gone', createdAt: START + 1000 }),
      placed({ id: 'a', parent: 'q1', createdAt: START + 2000 }),
      placed({ id: 'y', parent: 'gone', createdAt: START + 3000 }),
    ];
    expect(draw(buildRows(conversation([q1, ...posts]), all))).toEqual([
      'q1',
      '?missing',
      '-x',
      '-y',
      'a',
    ]);
  });

  it('shows a gap, not the post, where its author is hidden', () => {
    const posts = [
      placed({ id: 'a', parent: 'q1', author: 'rude' }),
      placed({ id: 'b', parent: 'a' }),
    ];
    const view = {
      ...all,
      isHidden: (p: { author: { handle: string } }) => p.author.handle === 'rude',
    };
    expect(draw(buildRows(conversation([q1, ...posts]), view))).toEqual(['q1', '?hidden', '-b']);
  });

  it('calls a post that waits behind the bar no hidden one', () => {
    const posts = [placed({ id: 'a', parent: 'q1' }), placed({ id: 'b', parent: 'a' })];
    const view = { ...all, held: new Set(['a']) };
    expect(draw(buildRows(conversation([q1, ...posts]), view))).toEqual(['q1', '?missing', '-b']);
  });

  it('folds reposts and repeats into numbers', () => {
    const posts = [
      placed({ id: 'a', parent: 'q1' }),
      placed({ id: 'r1', repostOf: 'a', role: 'repost', parent: 'a' }),
      placed({ id: 'r2', repostOf: 'a', role: 'repost', parent: 'a' }),
      placed({ id: 'again', role: 'repeat', author: 'host' }),
      placed({ id: 'b', parent: 'again', createdAt: START + 90_000 }),
    ];
    const rows = buildRows(conversation([q1, ...posts]), all);
    expect(draw(rows)).toEqual(['q1', 'a', 'b']);
    expect(rows[0]).toMatchObject({ answers: 2, repeats: 1 });
    expect(rows[1]).toMatchObject({ reposts: 2 });
  });

  it('shows a repost whose original was never seen', () => {
    const posts = [placed({ id: 'r', repostOf: 'gone', role: 'repost' })];
    expect(draw(buildRows(conversation([q1, ...posts]), all))).toEqual(['q1', 'r']);
  });

  it('shows a reply moved to another question there', () => {
    const posts = [
      placed({ id: 'a', parent: 'q1' }),
      placed({ id: 'b', parent: 'a', question: 'Q2', movedBy: 'hand' }),
    ];
    expect(draw(buildRows(conversation([q1, q2, ...posts]), all))).toEqual(['q1', 'a', 'q2', 'b']);
  });

  it('shows a reply moved away from a question that was never seen once', () => {
    const posts = [
      placed({ id: 'a', question: 'Q4' }),
      placed({ id: 'b', parent: 'a', movedBy: 'hand' }),
    ];
    expect(draw(buildRows(conversation([q1, ...posts]), all))).toEqual(['q1', 'b', '[Q4]', 'a']);
  });

  it('keeps two sessions with the same numbers apart', () => {
    const later = question('Q1', { id: 'q1b', session: 1, createdAt: START + 7.2e6 });
    const posts = [
      placed({ id: 'b', parent: 'q1b', session: 1 }),
      placed({ id: 'a', parent: 'q1' }),
    ];
    const talk = conversation([later, q1, ...posts]);
    expect(draw(buildRows(talk, all))).toEqual(['q1', 'a', 'q1b', 'b']);
    expect(draw(buildRows(talk, { ...all, group: 'Q1~1' }))).toEqual(['q1b', 'b']);
  });

  it('leaves out what waits behind the bar, and keeps the question where answers are shown', () => {
    const posts = [
      placed({ id: 'a', parent: 'q1' }),
      placed({ id: 'b', parent: 'q2', question: 'Q2' }),
    ];
    const talk = conversation([q1, q2, ...posts]);
    const held = { ...all, held: new Set(['a', 'q2']) };
    expect(draw(buildRows(talk, held))).toEqual(['q1', '(q2)', 'b']);
  });

  it('heads answers to a question that was never seen', () => {
    const posts = [placed({ id: 'a', question: 'Q4', parent: null, link: 'label' })];
    expect(draw(buildRows(conversation(posts), all))).toEqual(['[Q4]', 'a']);
  });

  it('marks where the reader stopped, between threads', () => {
    const posts = [
      placed({ id: 'a', parent: 'q1', createdAt: START + 1000 }),
      placed({ id: 'r', parent: 'a', createdAt: START + 800_000 }),
      placed({ id: 'b', parent: 'q1', createdAt: START + 5000 }),
    ];
    const talk = conversation([q1, q2, ...posts]);
    const draws = (lastRead: number) => draw(buildRows(talk, { ...all, lastRead }));
    expect(draws(START + 2000)).toEqual(['q1', 'a', '-r', '====', 'b', 'q2']);
    expect(draws(START + 6000)).toEqual(['q1', 'a', '-r', 'b', '====', 'q2']);
    expect(draws(START + 9e6)).toEqual(['q1', 'a', '-r', 'b', 'q2']);
    expect(draws(START - 1)).toEqual(['q1', 'a', '-r', 'b', 'q2']);
  });

  it('survives posts that are their own ancestors', () => {
    const posts = [
      placed({ id: 'a', parent: 'b' }),
      placed({ id: 'b', parent: 'a' }),
      placed({ id: 'c', parent: 'c' }),
    ];
    expect(draw(buildRows(conversation([q1, ...posts]), all))).toContain('c');
  });

  it('shows a quoted post in small only where the quote does not hang under it', () => {
    const posts = [
      placed({ id: 'a', parent: 'q1' }),
      placed({ id: 'b', parent: 'a', quoteOf: 'a' }),
      placed({ id: 'c', parent: 'q1', quoteOf: 'a' }),
    ];
    const rows = buildRows(conversation([q1, ...posts]), all);
    const quoted = (id: string) => {
      const row = rows.find(({ key }) => key === id);
      return row?.kind === 'post' ? (row.quoted?.post.id ?? null) : undefined;
    };
    expect([quoted('b'), quoted('c')]).toEqual([null, 'a']);
    const hidden = buildRows(conversation([q1, ...posts]), {
      ...all,
      isHidden: ({ id }) => id === 'a',
    });
    expect(hidden.flatMap((row) => (row.kind === 'post' ? [row.quoted] : []))).toEqual([
      null,
      null,
    ]);
  });

  it('never repeats a key, and shows or counts every post', () => {
    const ids = Array.from({ length: 400 }, (_, n) => `p${n}`);
    // A fixed walk through small numbers stands in for chance.
    const posts = ids.map((id, n) =>
      placed({ id, parent: n % 7 === 0 ? 'q1' : `p${(n * 31) % (n + 1)}`, createdAt: START + n }),
    );
    const rows = buildRows(conversation([q1, ...posts]), all);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    const counted = rows.reduce(
      (n, row) => n + (row.kind === 'post' ? 1 : row.kind === 'more' ? row.hidden : 0),
      0,
    );
    const looped = posts.filter(({ post, parent }) => post.id === parent).length;
    expect(counted).toBeGreaterThanOrEqual(400 - looped);
  });
});
