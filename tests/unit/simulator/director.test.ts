import { describe, expect, it } from 'vitest';
import { WEEKLY_CHAT } from '@/tests/simulator/chat-script';
import { createClock } from '@/tests/simulator/clock';
import { createDirector, parseOffset } from '@/tests/simulator/director';
import { compareIds, snowflakeFloor } from '@/tests/simulator/snowflake';
import { PostStore } from '@/tests/simulator/store';
import { START } from './simulated-answers';

function direct(minute: number, speed = 1) {
  const clock = createClock(START + minute * 60_000, speed);
  const store = new PostStore(WEEKLY_CHAT.people);
  return { clock, store, director: createDirector(WEEKLY_CHAT, store, clock, START) };
}

describe('the director', () => {
  it('has published what was said before its first minute, and no more', () => {
    const { director } = direct(5.2);
    const keys = director.published().map((post) => post.key);
    expect(keys).toContain('q1');
    expect(keys).not.toContain('a1a');
    expect(director.remaining()).toBeGreaterThan(150);
  });

  it('gives each post the time of the script and an id of that time', () => {
    const { director } = direct(60);
    const q3 = director.find('q3');
    expect(q3?.createdAt).toBe(START + parseOffset('21:04'));
    expect(compareIds(q3?.id ?? '', snowflakeFloor(START + parseOffset('21:04')))).toBe(1);
    expect(compareIds(q3?.id ?? '', snowflakeFloor(START + parseOffset('21:05')))).toBe(-1);
  });

  it('plays at a chosen speed, stands still when paused, and jumps', () => {
    const { director } = direct(0, 60_000);
    const before = director.now();
    while (director.now() === before);
    director.pause();
    const stopped = director.now();
    for (let n = 0; n < 1000; n++) expect(director.now()).toBe(stopped);
    director.jump(30);
    expect(director.minute()).toBe(30);
    expect(director.find('q4')).toBeDefined();
    expect(director.find('q5')).toBeUndefined();
    director.play();
    while (director.minute() < 60);
    expect(director.remaining()).toBe(0);
  });

  it('runs sixty times as fast at speed 60', () => {
    const clock = createClock(START, 60);
    const before = performance.now();
    const chat = clock.now();
    const began = performance.now();
    while (performance.now() - began < 5);
    const ended = performance.now();
    const went = clock.now() - chat;
    // The machine may stand still between any two of these lines.
    expect(went / 60).toBeGreaterThanOrEqual(ended - began - 0.1);
    expect(went / 60).toBeLessThanOrEqual(performance.now() - before + 0.1);
  });

  it('publishes whatever it is given, from unknown people too, with ids that sort', () => {
    const { director, store } = direct(20);
    const ids = director.publishMany(
      Array.from({ length: 500 }, (_, n) => ({ by: `New${n % 40}`, text: `Post ${n} #polchat` })),
    );
    expect(new Set(ids).size).toBe(500);
    expect(ids).toEqual([...ids].sort(compareIds));
    expect(store.get(ids[7] as string).author.handle).toBe('New7');
  });

  it('keeps a reply in its parent’s conversation', () => {
    const { director, store } = direct(20);
    const id = director.publish({ by: 'A', text: 'Yes', replyTo: 'a1crr' });
    expect(store.get(id).conversationId).toBe(store.get('q1').id);
  });

  it('takes a post away when its author does', () => {
    const { director } = direct(28);
    expect(director.find('gone')?.state).toBe('present');
    director.jump(29);
    expect(director.find('gone')?.state).toBe('deleted');
  });

  it('edits under a new id, with every version kept', () => {
    const { director, store } = direct(20);
    const old = director.publish({ by: 'A', text: 'Frist' });
    const next = director.edit(old, 'First');
    expect(store.get(next)).toMatchObject({ text: 'First', versions: [old, next] });
    expect(store.find(old)).toBeUndefined();
  });

  it('lets likes grow, and counts replies, quotes and reposts as they come', () => {
    const { director, store, clock } = direct(6);
    const q1 = store.get('q1');
    const early = store.counts(q1, clock.now());
    director.jump(58);
    const late = store.counts(q1, clock.now());
    expect(late.likes).toBeGreaterThan(early.likes);
    expect(late.likes).toBeLessThanOrEqual(31);
    expect(late).toMatchObject({ reposts: 1, quotes: 1 });
    expect(late.replies).toBeGreaterThan(1);
    expect(late.views).toBeGreaterThan(early.views);
  });
});

describe('parseOffset', () => {
  it.each([
    ['00:04', 4_000],
    ['-04:40', -280_000],
    ['-4320:00', -259_200_000],
  ])('%s is %i ms', (at, ms) => expect(parseOffset(at)).toBe(ms));

  it('refuses what is none', () => expect(() => parseOffset('7:5')).toThrow());
});
