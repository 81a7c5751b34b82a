import { describe, expect, it } from 'vitest';
import { createWords } from '@/components/shared/words';
import { describeFollowing, followStatus } from '@/entrypoints/panel-follow/follow-words';
import messages from '@/public/_locales/en_GB/messages.json';
import { type Following, startFollowing } from '@/stores/core/follow';

const NOW = Date.UTC(2026, 11, 3, 13, 20);
const MINUTE = 60_000;

const words = createWords((key, values = []) =>
  (messages[key as keyof typeof messages]?.message ?? '').replace(
    /\$(\d)/g,
    (_, n: string) => values[Number(n) - 1] ?? '',
  ),
);

function following(more: Partial<Following> = {}): Following {
  const opened = { way: 'background', hashtag: 'polchat', tabId: 1, windowId: null } as const;
  const start = startFollowing({ ...opened, end: NOW + 40 * MINUTE }, NOW, NOW - MINUTE);
  return { ...start, unheard: 0, loadedAt: NOW - 5_000, heardAt: NOW - 4_000, ...more };
}

const said = (more: Partial<Following> = {}, now = NOW) =>
  describeFollowing(following(more), words, 'Europe/London', now);

describe('describeFollowing', () => {
  it('says when it was read last, and how much X still allows', () => {
    const rate = { limit: 50, remaining: 31, reset: NOW + 9 * MINUTE };
    expect(said({ rate })).toEqual({
      problems: [],
      news: ['Read last at 13:19.', 'X still allows 31 refreshes until 13:29.'],
    });
    expect(said({ rate: { ...rate, remaining: 1 } }).news[1]).toContain('1 refresh until');
    expect(said({ rate: { ...rate, reset: NOW } }).news).toHaveLength(1);
  });

  it('says what X makes slower, refuses or leaves out', () => {
    const rate = { limit: 50, remaining: 3, reset: NOW + 9 * MINUTE };
    expect(said({ rate }).problems).toEqual([
      'X allows little more for now, so the tab is loaded again every 4 minutes.',
    ]);
    expect(said({ refusedUntil: NOW + 7 * MINUTE }).problems[0]).toContain('until 13:27');
    expect(said({ unheard: 3 }).problems[0]).toContain('brings nothing');
    expect(said({ astray: true }).problems[0]).toContain('on another page');
    expect(said({ lost: true }).problems[0]).toContain('may be missing');
    expect(said({ gaps: [{ after: '1', upTo: '9' }] }).news).toContain(
      'Posts that came faster than X shows are still being fetched.',
    );
  });

  it('says nothing is wrong with a tab that the person looks at', () => {
    expect(said({ visible: true, unheard: 9 }).problems).toEqual([]);
  });

  it('says of a window that it cannot be seen, or that X has stopped in it', () => {
    const open = { way: 'window', windowId: 3 } as const;
    expect(said({ ...open, visible: true }).problems).toEqual([]);
    expect(said({ ...open, visible: false }).problems[0]).toContain('covered, minimised');
    const late = said({ ...open, visible: true }, NOW + 3 * MINUTE);
    expect(late.problems).toEqual(['X has loaded nothing in the small window since 13:19.']);
  });
});

describe('followStatus', () => {
  it('is one line while all is well, the same whatever X still allows', () => {
    const action = { show: () => {}, stop: () => {} };
    const lines = (more: Partial<Following>) =>
      followStatus(following(more), words, 'Europe/London', NOW, action);
    const rate = { limit: 50, remaining: 31, reset: NOW + 9 * MINUTE };
    expect(lines({ rate })).toEqual(lines({ rate: { ...rate, remaining: 30 }, heardAt: NOW }));
    expect(lines({ rate })).toMatchObject([
      {
        level: 'info',
        text: 'Following live in the background',
        action: { label: 'Stop following' },
      },
    ]);
    expect(lines({ unheard: 3 })[0]).toMatchObject({
      level: 'warning',
      action: { label: 'Show the tab' },
    });
  });
});
