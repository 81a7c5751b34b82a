import { describe, expect, it } from 'vitest';
import { createWords } from '@/components/shared/words';
import { readStatus } from '@/entrypoints/panel/status';
import messages from '@/public/_locales/en_GB/messages.json';
import type { Bridge } from '@/stores/bridge';
import { POLCHAT } from '@/stores/core/chat';
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
    saved: { get: () => ({}) },
    chat: POLCHAT,
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

  it('says after the notice what the page’s reader cannot read', () => {
    const sight = () => [{ level: 'problem' as const, text: 'Nothing can be read' }];
    expect(textsOf({}, { notice: 'Copied', sight })).toEqual([
      'Copied',
      'Nothing can be read',
      'Reading X here · newest post 13:19',
    ]);
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
    const past = { ...rate, remaining: 0, reset: NOW - 1 };
    expect(textsOf({ rate: past })).toHaveLength(1);
    expect(textsOf({ rate: past, refused: 429 })).toHaveLength(1);
  });

  it('counts what is not saved', () => {
    expect(textsOf({ unkept: 2 })).toEqual([
      'Reading X here · newest post 13:19',
      '2 posts are from protected accounts: shown here, never saved.',
    ]);
  });
});
