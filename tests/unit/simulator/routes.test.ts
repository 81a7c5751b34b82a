import { describe, expect, it } from 'vitest';
import { askOf, parseRoute } from '@/tests/simulator/app/routes';

describe('X’s addresses', () => {
  it.each([
    ['/home', 'home'],
    ['/search?q=%23polchat&src=typed_query&f=live', 'search'],
    ['/hashtag/polchat?f=live', 'search'],
    ['/WexdalePolice/status/123', 'post'],
    ['/i/web/status/123', 'post'],
    ['/i/status/123', 'post'],
    ['/WexdalePolice/status/123/photo/1', 'photo'],
    ['/WexdalePolice', 'profile'],
    ['/notifications', 'notifications'],
    ['/i/chat', 'messages'],
    ['/messages', 'messages'],
    ['/compose/post', 'compose'],
    ['/intent/post?text=a', 'compose'],
    ['/intent/tweet?text=a', 'compose'],
    ['/login', 'plain'],
    ['/i/flow/login', 'plain'],
    ['/i/oauth2/authorize?x=1', 'plain'],
    ['/settings/account', 'plain'],
  ])('%s shows %s', (href, name) => expect(parseRoute(href).name).toBe(name));

  it('take the hashtag of /hashtag, and Latest where f=live', () => {
    expect(askOf(parseRoute('/hashtag/polchat?f=live'))).toEqual({
      operation: 'SearchTimeline',
      variables: { rawQuery: '#polchat', count: 20, querySource: 'typed_query', product: 'Latest' },
    });
    expect(askOf(parseRoute('/search?q=a'))?.variables.product).toBe('Top');
  });

  it('make an intent’s text of words, link, hashtags and via', () => {
    const href =
      '/intent/post?text=Hi%20there&url=https%3A%2F%2Fa.example&hashtags=polchat,police&via=x&in_reply_to=12';
    expect(parseRoute(href)).toMatchObject({
      text: 'Hi there https://a.example #polchat #police via @x',
      replyTo: '12',
    });
  });
});
