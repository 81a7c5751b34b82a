import { describe, expect, it } from 'vitest';
import { parseRoute } from '@/tests/simulator/app/routes';
import { VIEWER } from '@/tests/simulator/people';
import { xwebOperation } from '@/tests/simulator/xweb';
import { xwebHtml } from '@/tests/simulator/xweb-html';
import { type Loose, stage } from './simulated-answers';

function world() {
  const { store, director, settings } = stage(58);
  const advert = store.newestFirst().find((post) => post.author.handle === 'OrbitKettles');
  if (!advert) throw new Error('no advertisement');
  return {
    world: {
      store,
      advert,
      now: director.now(),
      layout: 'C' as const,
      pageSize: 20,
      viewer: VIEWER,
    },
    settings,
  };
}

const search = { rawQuery: '#polchat', product: 'Latest' };

describe('x-web', () => {
  it('has its search at a path of its own, with its own spelling', () => {
    const answer = xwebOperation('SearchTimeline', world().world, search) as Loose;
    const { instructions } = answer.data.search_by_raw_query.timeline.timeline;
    expect(instructions[0].__typename).toBe('TimelineAddEntries');
    const [entry] = instructions[0].entries;
    expect(entry.entry_id).toMatch(/^tweet-\d+$/);
    expect(entry.sort_index).toMatch(/^\d{19}$/);
    const post = entry.content.content.tweet_results.result;
    expect(post.details.full_text).toContain('#polchat');
    expect(post.details.created_at_ms).toBeGreaterThan(0);
    expect(post.details.hashtag_entities[0].text).toBe('polchat');
    expect(post.core.user_results.result.core.screen_name).toMatch(/^\w+$/);
    expect(post.legacy).toBeUndefined();
    expect(post.counts.favorite_count).toBeGreaterThanOrEqual(0);
    expect(post.perspective.favorited).toBe(false);
  });

  it('says what a post answers and quotes, and wraps a repost', () => {
    const one = world();
    const detail = (key: string) => {
      const id = one.world.store.get(key).id;
      const answer = xwebOperation('TweetResultByRestId', one.world, { tweetId: id }) as Loose;
      return answer.data.tweet_result_by_rest_id.result;
    };
    expect(detail('a1cr')).toMatchObject({
      reply_to_results: { rest_id: one.world.store.get('a1c').id },
      reply_to_user_results: { result: { core: { screen_name: 'InspJoMarsh' } } },
    });
    expect(detail('a1h').quoted_tweet_results.result.details.full_text).toMatch(/^Q1 /);
    expect(detail('rt1').legacy.retweeted_status_results.result.details.full_text).toMatch(/^Q1 /);
  });

  it('renders the first screen on the server', () => {
    const one = world();
    const route = parseRoute('/search?q=%23polchat&f=live');
    const html = xwebHtml(route, one.world, one.settings, 'n0nce');
    const entries = html.match(
      /<div data-timeline-entry="tweet-\d+" data-href="\/\w+\/status\/\d+"><article>/g,
    );
    expect(entries?.length).toBe(20);
    expect(html).toContain('data-theme="light" data-app-env=');
    expect(html).toContain('window.__INITIAL_DATA__={"viewerId":null,"viewerScreenName":null}');
    expect(html).toContain('$_TSR');
    expect(html.match(/<script(?! nonce)(?! type="module")/g)).toBeNull();
  });
});
