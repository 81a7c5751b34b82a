import { describe, expect, it, vi } from 'vitest';
import { createWords } from '@/components/shared/words';
import { readStatus } from '@/entrypoints/panel/status';
import messages from '@/public/_locales/en_GB/messages.json';
import type { Bridge } from '@/stores/bridge';
import type { FeedHealth } from '@/stores/feed';

const NOW = Date.UTC(2026, 11, 3, 13, 20);

const words = createWords((key, values = []) =>
  (messages[key as keyof typeof messages]?.message ?? '').replace(
    /\$(\d)/g,
    (_, n: string) => values[Number(n) - 1] ?? '',
  ),
);

const FINE: FeedHealth = {
  responses: 3,
  skipped: { unreadable: 0, promoted: 0, offTopic: 0 },
  unsaved: 0,
  saveProblem: '',
  clockOffset: 0,
  rate: null,
  refused: 0,
  barren: 0,
  page: { posts: 0, unreadable: 0 },
  newest: NOW - 60_000,
  unkept: 0,
};

function createBridge(health: Partial<FeedHealth> = {}, parts: Partial<Bridge> = {}): Bridge {
  return {
    feed: { health: () => ({ ...FINE, ...health }) },
    saved: { get: () => ({ problems: [] }) },
    signal: new AbortController().signal,
    reading: true,
    notice: '',
    now: () => NOW,
    ...parts,
  } as never;
}

function linesOf(health?: Partial<FeedHealth>, parts?: Partial<Bridge>) {
  return readStatus(createBridge(health, parts), words, 'Europe/London');
}

function textsOf(health?: Partial<FeedHealth>, parts?: Partial<Bridge>): string[] {
  return linesOf(health, parts).map(({ text }) => text);
}

describe('readStatus', () => {
  it('says what is read and how new it is, and nothing else while all is well', () => {
    expect(textsOf()).toEqual(['Reading X here · newest post 13:19']);
    expect(textsOf({ newest: 0 })).toEqual(['Reading X here · no post of the chat yet']);
  });

  it('says of a tab older than the extension that the page alone is read, and offers to reload', () => {
    const [late, reading] = linesOf({}, { reading: false });
    expect(late).toMatchObject({
      level: 'warning',
      text: expect.stringContaining('only what the page shows'),
      action: { label: 'Reload this tab' },
    });
    expect(reading?.text).toBe('Reading what this page shows · newest post 13:19');
  });

  it('says after an update nothing but that', () => {
    const lines = linesOf({ barren: 3, refused: 429 }, { signal: AbortSignal.abort() });
    expect(lines.map(({ text }) => text)).toEqual([
      'Polchat was updated. Reload this tab to go on.',
    ]);
  });

  const BLIND = 'Polchat cannot read what X shows now. X itself works as ever.';
  it.each([
    ['one answer that could not be read', { barren: 1 }, false],
    ['two in a row', { barren: 2 }, true],
    [
      'posts on the page that cannot be read, and none ever',
      { newest: 0, page: { posts: 0, unreadable: 2 } },
      true,
    ],
    ['an odd post beside those that are read', { page: { posts: 0, unreadable: 1 } }, false],
  ])('judges %s', (_, health, isBlind) => {
    expect(textsOf(health).includes(BLIND)).toBe(isBlind);
  });

  it('says that the page is read where only the answers cannot be', () => {
    const texts = textsOf({ barren: 4, page: { posts: 3, unreadable: 0 } });
    expect(texts).not.toContain(BLIND);
    expect(texts[0]).toContain('It reads what the page shows instead');
  });

  it('offers the report once, where there is one', async () => {
    const health = { barren: 2, skipped: { unreadable: 2, promoted: 0, offTopic: 0 } };
    expect(linesOf(health).map(({ action }) => action)).toEqual([undefined, undefined, undefined]);
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const notify = vi.fn();
    const actions = linesOf(health, { report: () => 'the structure', notify }).map(
      (line) => line.action,
    );
    expect(actions.map((action) => action?.label)).toEqual(['Copy a report', undefined, undefined]);
    actions[0]?.run();
    await vi.waitFor(() =>
      expect(notify).toHaveBeenCalledWith(expect.stringContaining('on the clipboard')),
    );
    expect(writeText).toHaveBeenCalledWith('the structure');
    writeText.mockRejectedValueOnce(new Error('not allowed'));
    actions[0]?.run();
    await vi.waitFor(() =>
      expect(notify).toHaveBeenCalledWith(expect.stringContaining('did not let')),
    );
    vi.unstubAllGlobals();
  });

  it('says how long X still allows refreshing once that becomes scarce', () => {
    const rate = { limit: 50, remaining: 20, reset: NOW + 600_000 };
    expect(textsOf({ rate })).toHaveLength(1);
    expect(textsOf({ rate: { ...rate, remaining: 9 } })).toContain(
      'X allows 9 more refreshes of the search until 13:30.',
    );
    expect(textsOf({ rate: { ...rate, remaining: 0 }, refused: 429 })).toEqual([
      'X asks to slow down. New posts come again at 13:30.',
      'Reading X here · newest post 13:19',
    ]);
    expect(textsOf({ rate: { ...rate, remaining: 0, reset: NOW - 1 } })).toHaveLength(1);
  });

  it('counts what could not be read and what is not saved', () => {
    const skipped = { unreadable: 1, promoted: 4, offTopic: 9 };
    expect(textsOf({ skipped, unkept: 2 })).toEqual([
      '1 post or answer of X could not be read',
      'Reading X here · newest post 13:19',
      '2 posts are from protected accounts: shown here, never saved.',
    ]);
  });
});
