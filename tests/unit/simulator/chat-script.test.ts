import { describe, expect, it } from 'vitest';
import { SCRIPTS } from '@/tests/simulator/all-scripts';
import { WEEKLY_CHAT } from '@/tests/simulator/chat-script';
import { parseOffset } from '@/tests/simulator/director';
import type { ScriptedChat, ScriptedPost } from '@/tests/simulator/types';

const count = (chat: ScriptedChat, test: (post: ScriptedPost) => unknown) =>
  chat.posts.filter(test).length;

describe.each(Object.entries(SCRIPTS))('the script %s', (_, chat) => {
  it('has a key for each post and refers to posts said before', () => {
    const at = new Map(chat.posts.map((post) => [post.key, parseOffset(post.at)]));
    expect(at.size).toBe(chat.posts.length);
    for (const post of chat.posts)
      for (const target of [post.replyTo, post.quoteOf, post.repostOf])
        if (target)
          expect(at.get(target), `${post.key} → ${target}`).toBeLessThan(at.get(post.key) ?? 0);
  });

  it('has every speaker in its cast', () => {
    const cast = new Set(chat.people.map((one) => one.handle));
    expect(chat.posts.filter((post) => !cast.has(post.by))).toEqual([]);
    for (const handle of cast) expect(handle).toMatch(/^\w{1,15}$/);
  });
});

describe('the weekly chat', () => {
  const chat = WEEKLY_CHAT;
  const host = chat.hosts[0];

  it('is an hour of at least 170 posts by at least 28 people', () => {
    expect(chat.posts.length).toBeGreaterThanOrEqual(170);
    expect(new Set(chat.posts.map((post) => post.by)).size).toBeGreaterThanOrEqual(28);
    expect(Math.max(...chat.posts.map((post) => parseOffset(post.at)))).toBeLessThan(3_600_000);
  });

  it('asks six questions, in order', () => {
    const asked = chat.posts
      .filter((post) => post.by === host)
      .flatMap((post) => /^(?:Final question coming up… )?Q([1-6])[. ]/.exec(post.text)?.[1] ?? []);
    expect(asked).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('answers by reply, by quote, by label, without a label, late, and with a Q for an A', () => {
    expect(count(chat, (p) => p.replyTo)).toBeGreaterThan(50);
    expect(count(chat, (p) => p.quoteOf)).toBeGreaterThanOrEqual(10);
    expect(count(chat, (p) => /^A\d/.test(p.text))).toBeGreaterThan(60);
    expect(count(chat, (p) => p.by !== host && /^Q\d/.test(p.text))).toBeGreaterThanOrEqual(2);
    expect(count(chat, (p) => p.key.startsWith('late'))).toBeGreaterThanOrEqual(5);
    expect(count(chat, (p) => /A3$/.test(p.text.replace(/ #polchat$/, '')))).toBe(1);
    expect(count(chat, (p) => /^A2 and A1/.test(p.text))).toBe(1);
  });

  it('has links, emoji, Welsh, Japanese, long posts, reposts, photos and forgotten hashtags', () => {
    expect(count(chat, (p) => /https:/.test(p.text))).toBeGreaterThanOrEqual(4);
    expect(count(chat, (p) => /\p{Extended_Pictographic}/u.test(p.text))).toBeGreaterThan(5);
    expect(count(chat, (p) => p.lang === 'cy')).toBeGreaterThan(4);
    expect(count(chat, (p) => p.lang === 'ja')).toBeGreaterThan(2);
    expect(count(chat, (p) => [...p.text].length > 280)).toBe(2);
    expect(count(chat, (p) => p.repostOf)).toBe(10);
    expect(count(chat, (p) => p.photo)).toBeGreaterThan(1);
    expect(
      count(chat, (p) => p.by === 'RetiredDSPete' && p.replyTo && !/#polchat/i.test(p.text)),
    ).toBeGreaterThan(2);
    expect(count(chat, (p) => p.deletedAt)).toBe(1);
  });
});
