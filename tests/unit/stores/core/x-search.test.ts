import { describe, expect, it } from 'vitest';
import { isSearchOf, readSearchPage, readSearchScreen, searchPath } from '@/stores/core/x-search';

const request = (rawQuery: string, more: object = {}) =>
  JSON.stringify({ variables: { rawQuery, product: 'Latest', count: 20, ...more } });
const answer = (...ids: string[]) => ({
  operation: 'SearchTimeline',
  status: 200,
  text: JSON.stringify(ids.map((id) => ({ entryId: id, quoted: { rest_id: '5' } }))),
});

describe('searchPath', () => {
  it('is the live search, and is known again', () => {
    expect(searchPath('polchat')).toBe('/search?q=%23polchat&src=typed_query&f=live');
    for (const path of [searchPath('polchat'), searchPath('Polchat', '123')]) {
      expect(isSearchOf('polchat', `https://x.com${path}`)).toBe(true);
      expect(isSearchOf('polchatter', `https://x.com${path}`)).toBe(false);
    }
    expect(isSearchOf('polchat', 'https://x.com/search?q=%23polchat&src=typed_query')).toBe(false);
    expect(isSearchOf('polchat', 'https://x.com/home')).toBe(false);
  });

  it('holds hashtags of any script', () => {
    expect(isSearchOf('полиция', `https://x.com${searchPath('полиция', '9')}`)).toBe(true);
  });
});

describe('readSearchPage', () => {
  it('says how far the page reaches, by the timeline’s own posts', () => {
    const page = { ...answer('tweet-30', 'promoted-tweet-2-abc', 'tweet-9', 'cursor-top-1') };
    expect(readSearchPage({ ...page, request: request('#PolChat') }, 'polchat')).toEqual({
      status: 200,
      upTo: null,
      newest: '30',
      oldest: '9',
    });
    const bounded = { ...page, request: request('#polchat max_id:31') };
    expect(readSearchPage(bounded, 'polchat')?.upTo).toBe('31');
  });

  it('reads the variables of an address too, and x-web’s spelling of entries', () => {
    const variables = encodeURIComponent(
      JSON.stringify({ rawQuery: '#polchat', product: 'Latest' }),
    );
    const page = {
      operation: 'SearchTimeline',
      status: 200,
      request: `https://x.com/i/api/graphql/x/SearchTimeline?variables=${variables}`,
      text: '{"entry_id": "tweet-77"}',
    };
    expect(readSearchPage(page, 'polchat')).toMatchObject({ newest: '77', oldest: '77' });
  });

  it.each([
    ['another hashtag', request('#polchatter')],
    ['more than the hashtag', request('#polchat from:anna')],
    ['a page that goes on', request('#polchat', { cursor: 'abc' })],
    ['the top posts', request('#polchat', { product: 'Top' })],
    ['no variables', '{'],
  ])('is none of %s', (_, asked) => {
    expect(readSearchPage({ ...answer('tweet-1'), request: asked }, 'polchat')).toBeUndefined();
  });

  it('knows an empty page, an error and a refusal', () => {
    const asked = request('#polchat');
    const empty = { ...answer(), text: '', request: asked };
    expect(readSearchPage(empty, 'polchat')).toMatchObject({ newest: null, oldest: null });
    const error = '{"errors":[{"message":"Timeout","code":29}],"data":{"search_by_raw_query":{}}}';
    const failed = { ...empty, text: error };
    expect(readSearchPage(failed, 'polchat')).toMatchObject({ newest: null, oldest: null });
    const said = { ...empty, text: '{"instructions":[{"entries":[{"entryId":"cursor-top-1"}]}]}' };
    expect(readSearchPage(said, 'polchat')).toMatchObject({ newest: null, oldest: '0' });
    const told = { ...empty, text: ' ' };
    expect(readSearchPage(told, 'polchat')).toMatchObject({ newest: null, oldest: '0' });
    const refused = { ...empty, status: 429 };
    expect(readSearchPage(refused, 'polchat')).toMatchObject({ status: 429 });
  });
});

describe('readSearchScreen', () => {
  const read = (path: string, ...ids: string[]) =>
    readSearchScreen(ids, `https://x.com${path}`, 'polchat');

  it('says how far the first screen reaches, newest and bounded', () => {
    expect(read(searchPath('PolChat'), '30', '9', '100')).toEqual({
      status: 200,
      upTo: null,
      newest: '100',
      oldest: '9',
    });
    expect(read(searchPath('polchat', '31'), '30')?.upTo).toBe('31');
  });

  it('says nothing of an empty one, which may be an error, nor of other pages', () => {
    expect(read(searchPath('polchat'))).toEqual({
      status: 200,
      upTo: null,
      newest: null,
      oldest: null,
    });
    expect(read(searchPath('commschat'), '30')).toBeUndefined();
    expect(read('/home', '30')).toBeUndefined();
  });
});
