import { describe, expect, it } from 'vitest';
import { pickChat } from '@/stores/core/followed';
import { readClock, type Session } from '@/stores/core/schedule';
import { sessionAt } from '@/tests/fixtures/session';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 11, 3, 13, 20);

function chat(name: string, ...starts: number[]) {
  const sessions: Session[] = starts.map((start) => sessionAt(start));
  return { name, clock: readClock(sessions, NOW) };
}

describe('pickChat', () => {
  it.each([
    ['the one that is live', [chat('over', NOW - 2 * HOUR), chat('live', NOW - HOUR / 2)], 'live'],
    [
      'the one that begins soon before one just over',
      [chat('over', NOW - 2 * HOUR), chat('soon', NOW + HOUR / 10)],
      'soon',
    ],
    [
      'the one just over before one tomorrow',
      [chat('next', NOW + 24 * HOUR), chat('over', NOW - 2 * HOUR)],
      'over',
    ],
    [
      'the next',
      [chat('later', NOW + 50 * HOUR), chat('next', NOW + 24 * HOUR), chat('none')],
      'next',
    ],
    [
      'of two that are live the one begun last',
      [chat('early', NOW - HOUR / 2), chat('late', NOW - HOUR / 3)],
      'late',
    ],
    [
      'the first of two at the same time',
      [chat('first', NOW + HOUR), chat('second', NOW + HOUR)],
      'first',
    ],
    ['the first where nothing is known', [chat('first'), chat('second')], 'first'],
  ])('gives %s', (_, chats, name) => {
    expect(pickChat(chats, NOW)?.name).toBe(name);
  });

  it('gives nothing out of nothing', () => {
    expect(pickChat([], NOW)).toBeUndefined();
  });
});
