/** Ids under which X's GraphQL operations are called; X changes them with each release. */
export const QUERY_IDS: Readonly<Record<string, string>> = {
  HomeTimeline: 'c-CzHF1LboFilMpsx4ZCrQ',
  HomeLatestTimeline: 'BKB7oi212Fi7kQtCBGE4zA',
  SearchTimeline: 'VhUd6vHVmLBcw0uX-6jMLA',
  TweetDetail: 'xOhkmRac04YFZmOzU9PJHg',
  UserTweets: 'q6xj5bs0hapm9309hexA_g',
  UserByScreenName: '1VOOyvKkiI3FMmkeDNxM9A',
  TweetResultByRestId: '7xflPyRiUxGVbJd4uWmbfg',
  CreateTweet: 'z0m4Q8u_67R9VOSMXU_MWg',
  CreateNoteTweet: 'Lp41PiHzqsghTeJL9nyPHg',
  DeleteTweet: 'VaenaVgh5q5ih7kvyVjgtg',
  FavoriteTweet: 'lI07N6Otwv1PhnEgXILM7A',
  UnfavoriteTweet: 'ZYKSe-w7KEslx3JhSIk5LA',
  CreateRetweet: 'ojPdsZsimiJrUGLR1sjUtA',
  DeleteRetweet: 'iQtK4dl5hBmXewYZuEOKVw',
  CreateBookmark: 'aoDbu3RHznuiSkQ9aNM67Q',
  DeleteBookmark: 'Wlmlj2-xzyS1GN3a6cj-mQ',
};

const FEATURES = {
  responsive_web_graphql_timeline_navigation_enabled: true,
  longform_notetweets_consumption_enabled: true,
  view_counts_everywhere_api_enabled: true,
};

/** Operations that X asks for by POST (SearchTimeline since March 2026). */
const POSTED = /^(?:SearchTimeline|Create|Delete|Favorite|Unfavorite)/;

export interface Call {
  method: 'GET' | 'POST';
  url: string;
  body: string | null;
}

/** How the page calls an operation. */
export function callOf(operation: string, variables: Record<string, unknown>): Call {
  const queryId = QUERY_IDS[operation] ?? 'unknown';
  const path = `/i/api/graphql/${queryId}/${operation}`;
  if (POSTED.test(operation))
    return {
      method: 'POST',
      url: path,
      body: JSON.stringify({ variables, features: FEATURES, queryId }),
    };
  const query = `variables=${encodeURIComponent(JSON.stringify(variables))}&features=${encodeURIComponent(JSON.stringify(FEATURES))}`;
  return { method: 'GET', url: `${path}?${query}`, body: null };
}
