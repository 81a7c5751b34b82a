import { afterEach, describe, expect, it, vi } from 'vitest';
import { readSight, type Say } from '@/entrypoints/reader/sight';
import messages from '@/public/_locales/en_GB/messages.json';
import type { FeedHealth } from '@/stores/feed';

vi.mock('#imports', () => ({ browser: {} }));
afterEach(() => vi.unstubAllGlobals());

const say: Say = (key, ...values) =>
  messages[key as keyof typeof messages].message.replace('$1', values[0] ?? '');

const FINE = {
  responses: 3,
  skipped: { unreadable: 0, promoted: 0, offTopic: 0 },
  barren: 0,
  page: { posts: 0, unreadable: 0 },
  newest: Date.UTC(2026, 11, 3, 13, 19),
};
const BLIND = 'Polchat cannot read what X shows now. X itself works as ever.';

function linesOf(health: Partial<FeedHealth> = {}, report = '', notify = vi.fn()) {
  const bridge = { feed: { health: () => ({ ...FINE, ...health }) }, notify } as never;
  return readSight(bridge, report, say);
}

describe('readSight', () => {
  it.each([
    ['nothing amiss', {}, false],
    ['one answer that could not be read', { barren: 1 }, false],
    ['two in a row', { barren: 2 }, true],
    [
      'posts on the page that cannot be read, and none ever',
      { newest: 0, page: { posts: 0, unreadable: 2 } },
      true,
    ],
    ['an odd post beside those that are read', { page: { posts: 0, unreadable: 1 } }, false],
  ])('judges %s', (_, health, isBlind) => {
    expect(linesOf(health)).toEqual(isBlind ? [{ level: 'problem', text: BLIND }] : []);
  });

  it('says that the page is read where only the answers cannot be', () => {
    const [line] = linesOf({ barren: 4, page: { posts: 3, unreadable: 0 } });
    expect(line?.level).toBe('warning');
    expect(line?.text).toContain('It reads what the page shows instead');
  });

  it('counts what could not be read', () => {
    const count = (unreadable: number) =>
      linesOf({ skipped: { ...FINE.skipped, unreadable } }).map(({ text }) => text);
    expect(count(1)).toEqual(['1 post or answer of X could not be read']);
    expect(count(1_234)).toEqual(['1,234 posts or answers of X could not be read']);
  });

  it('offers the report once, where there is one, and says whether the browser took it', async () => {
    const health = { barren: 2, skipped: { ...FINE.skipped, unreadable: 2 } };
    expect(linesOf(health).map(({ action }) => action)).toEqual([undefined, undefined]);
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const notify = vi.fn();
    const [first, second] = linesOf(health, 'the structure', notify);
    expect([first?.action?.label, second?.action]).toEqual(['Copy a report', undefined]);
    first?.action?.run();
    await vi.waitFor(() =>
      expect(notify).toHaveBeenCalledWith(expect.stringContaining('on the clipboard')),
    );
    expect(writeText).toHaveBeenCalledWith('the structure');
    writeText.mockRejectedValueOnce(new Error('not allowed'));
    first?.action?.run();
    await vi.waitFor(() =>
      expect(notify).toHaveBeenCalledWith(expect.stringContaining('did not let')),
    );
  });
});
