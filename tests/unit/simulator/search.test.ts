import { describe, expect, it } from 'vitest';
import { compileQuery, isSearchable } from '@/tests/simulator/search';
import { START, stage } from './simulated-answers';

const { store } = stage(58);
const find = (query: string) => {
  const matches = compileQuery(query);
  return store.newestFirst().filter((post) => isSearchable(post) && matches(post));
};
const keys = (query: string) => find(query).map((post) => post.key);

describe('the search box', () => {
  it('finds a hashtag in any case, not as part of another', () => {
    expect(keys('#POLCHAT')).toContain('i5');
    expect(find('#polc')).toEqual([]);
  });

  it('bounds by seconds since 1970', () => {
    const from = START / 1000 + 302;
    const found = find(`#polchat since_time:${from} until_time:${from + 60}`);
    expect(found.map((post) => post.key).reverse()).toEqual(['q1', 'a1a', 'a1b']);
  });

  it('bounds by a date with a clock', () => {
    expect(
      keys('from:WexdalePolice since:2026-11-26_13:37:00_UTC until:2026-11-26_13:38:00_UTC'),
    ).toEqual(['q5']);
  });

  it('finds a conversation with replies that lack the hashtag', () => {
    const q5 = store.get('q5').id;
    expect(keys(`conversation_id:${q5}`)).toContain('a5h');
    expect(keys('#polchat')).not.toContain('a5h');
  });

  it('knows from:, filter:, minus, OR and phrases', () => {
    expect(keys('from:PDBiscuit sheep')).toEqual(['a1fr']);
    expect(find('#polchat -filter:replies').every((post) => post.replyTo === null)).toBe(true);
    expect(keys('laminator OR crèche')).toEqual(['a6m', 'a3br']);
    expect(keys('"by the coats" filter:replies')).toEqual(['a5fr']);
  });

  it('finds quotes of a post', () => {
    expect(keys(`quoted_tweet_id:${store.get('q1').id}`)).toEqual(['a1h']);
  });

  it('omits protected accounts, reposts and what is gone', () => {
    const found = keys('#polchat');
    expect(found).toContain('a3k');
    for (const hidden of ['paula', 'rt1', 'gone']) expect(found).not.toContain(hidden);
  });
});
