/** X's addresses: which page they show and what that page asks X for first. Used by the server and the page. */

export interface Route {
  name:
    | 'home'
    | 'search'
    | 'post'
    | 'profile'
    | 'notifications'
    | 'messages'
    | 'compose'
    | 'photo'
    | 'plain'
    | 'explore';
  path: string;
  /** Search words, hashtag, handle or post id. */
  query: string;
  handle: string;
  postId: string;
  /** Search tab: live is Latest. */
  live: boolean;
  following: boolean;
  /** Text that an intent brings into the composer. */
  text: string;
  replyTo: string;
}

const PLAIN = /^\/(?:login|i\/flow\/|i\/oauth2\/|settings|tos|privacy|logout|account\/)/;

const blank = (path: string): Route => ({
  name: 'home',
  path,
  query: '',
  handle: '',
  postId: '',
  live: false,
  following: false,
  text: '',
  replyTo: '',
});

/** Text of an intent: the words, then the link, then the hashtags, as X puts them. */
function intentText(params: URLSearchParams): string {
  const tags = (params.get('hashtags') ?? '')
    .split(',')
    .filter(Boolean)
    .map((tag) => `#${tag}`);
  const via = params.get('via');
  return [params.get('text'), params.get('url'), ...tags, via ? `via @${via}` : null]
    .filter(Boolean)
    .join(' ');
}

/** The page of an address; unknown ones are profiles, as on X. */
export function parseRoute(href: string): Route {
  const { pathname, searchParams } = new URL(href, 'https://x.com');
  const route = blank(pathname + new URL(href, 'https://x.com').search);
  if (PLAIN.test(pathname)) return { ...route, name: 'plain' };
  if (pathname === '/' || pathname === '/home') return route;
  if (/^\/(?:intent\/(?:post|tweet)|compose\/(?:post|tweet)|share)/.test(pathname))
    return {
      ...route,
      name: 'compose',
      text: intentText(searchParams),
      replyTo: searchParams.get('in_reply_to') ?? '',
    };
  if (pathname === '/search')
    return {
      ...route,
      name: 'search',
      query: searchParams.get('q') ?? '',
      live: searchParams.get('f') === 'live',
    };
  const tag = /^\/hashtag\/([^/]+)/.exec(pathname);
  if (tag)
    return {
      ...route,
      name: 'search',
      query: `#${decodeURIComponent(tag[1] ?? '')}`,
      live: searchParams.get('f') === 'live',
    };
  return personRoute(route, pathname);
}

function personRoute(route: Route, pathname: string): Route {
  if (/^\/(?:notifications|explore)/.test(pathname))
    return { ...route, name: pathname.startsWith('/n') ? 'notifications' : 'explore' };
  if (/^\/(?:messages|i\/chat)/.test(pathname)) return { ...route, name: 'messages' };
  const status = /^\/(?:i\/web|[^/]+)\/status\/(\d+)(\/photo\/\d)?/.exec(pathname);
  const handle = pathname.split('/')[1] ?? '';
  if (status)
    return { ...route, name: status[2] ? 'photo' : 'post', handle, postId: status[1] ?? '' };
  return { ...route, name: 'profile', handle };
}

export interface Ask {
  operation: string;
  variables: Record<string, unknown>;
}

/** What the page's main timeline asks for; null where there is none. */
export function askOf(route: Route, userId = ''): Ask | null {
  switch (route.name) {
    case 'home':
    case 'compose':
      return {
        operation: route.following ? 'HomeLatestTimeline' : 'HomeTimeline',
        variables: { count: 20, includePromotedContent: true, requestContext: 'launch' },
      };
    case 'search':
      return {
        operation: 'SearchTimeline',
        variables: {
          rawQuery: route.query,
          count: 20,
          querySource: 'typed_query',
          product: route.live ? 'Latest' : 'Top',
        },
      };
    case 'post':
    case 'photo':
      return {
        operation: 'TweetDetail',
        variables: { focalTweetId: route.postId, referrer: 'search', rankingMode: 'Relevance' },
      };
    case 'profile':
      return userId ? { operation: 'UserTweets', variables: { userId, count: 20 } } : null;
    default:
      return null;
  }
}
