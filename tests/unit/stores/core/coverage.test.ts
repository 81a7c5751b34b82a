import { describe, expect, it } from 'vitest';
import {
  cutCoverage,
  findGaps,
  joinCoverage,
  readSearchUrl,
  SearchTrail,
  searchUrl,
} from '@/stores/core/coverage';
import type { Coverage } from '@/stores/core/transcript';
import { entry, idAt, search, xPost } from '../../../fixtures/x/payloads';

/** idAt counts seconds into the hour of these fixtures. */
const NOON = Date.UTC(2026, 5, 18, 12);
const at = (seconds: number) => NOON + seconds * 1000;
const NOW = at(3600);

interface Parts {
  query?: string;
  product?: string;
  cursor?: string;
  seconds: number[];
  top?: string;
  bottom?: string;
}

function answer({ query = '#polchat', product = 'Latest', cursor, seconds, top, bottom }: Parts) {
  const variables = { rawQuery: query, product, ...(cursor ? { cursor } : {}) };
  const entries = seconds.map((second) =>
    entry(xPost('C', { id: idAt(second), text: '#polchat' })),
  );
  const cursors = [
    ['Top', top],
    ['Bottom', bottom],
  ].flatMap(([cursorType, value]) =>
    value ? [{ entryId: `cursor-${cursorType}`, content: { value, cursorType } }] : [],
  );
  return {
    operation: 'SearchTimeline',
    status: 200,
    request: `https://x.com/i/api/graphql/x/SearchTimeline?variables=${encodeURIComponent(JSON.stringify(variables))}`,
    text: JSON.stringify(search([...entries, ...cursors] as never)),
  };
}
const span = (from: number, to: number): Coverage => ({
  from: at(from),
  to: at(to),
  source: 'search',
});

describe('SearchTrail', () => {
  it('covers from a first page’s oldest post to now, and on through older pages', () => {
    const trail = new SearchTrail('Polchat');
    expect(trail.hear(answer({ seconds: [3000, 2000], bottom: 'b1' }), NOW)).toEqual(
      span(2000, 3600),
    );
    const second = answer({ cursor: 'b1', seconds: [1500, 1200], bottom: 'b2' });
    expect(trail.hear(second, NOW)).toEqual(span(1200, 2000));
  });

  it('knows a cursor whose signs are written as escapes', () => {
    const trail = new SearchTrail('polchat');
    const first = answer({ seconds: [3000, 2000], bottom: 'DAAC=="/x' });
    trail.hear({ ...first, text: first.text.replaceAll('=', '\\u003d') }, NOW);
    const second = answer({ cursor: 'DAAC=="/x', seconds: [1500], bottom: 'b2' });
    expect(trail.hear(second, NOW)).toEqual(span(1500, 2000));
  });

  it('covers down to where the search begins once a page is empty', () => {
    const trail = new SearchTrail('polchat');
    const query = `#polchat since_time:${at(0) / 1000} until_time:${at(1800) / 1000}`;
    expect(trail.hear(answer({ query, seconds: [1700, 600], bottom: 'b1' }), NOW)).toEqual(
      span(600, 1800),
    );
    expect(trail.hear(answer({ query, cursor: 'b1', seconds: [] }), NOW)).toEqual(span(0, 600));
  });

  it('takes an older timeline without the hashtag, which is not handed on, for the end; a first one for nothing', () => {
    const trail = new SearchTrail('polchat');
    const query = `#polchat since_time:${at(0) / 1000}`;
    const silent = { ...answer({ query, cursor: 'b1', seconds: [] }), text: ' ' };
    expect(trail.hear(silent, NOW)).toBeNull();
    trail.hear(answer({ query, seconds: [600], bottom: 'b1' }), NOW);
    expect(trail.hear(silent, NOW)).toEqual(span(0, 600));
    expect(trail.hear({ ...answer({ query, seconds: [] }), text: ' ' }, NOW)).toBeNull();
  });

  it.each([
    ['an error of X', '{"errors":[{"message":"Timeout: Unspecified","code":29}],"data":{}}'],
    ['a page without a timeline', '{"data":{"search_by_raw_query":{"search_timeline":{}}}}'],
    [
      'an empty page with an error',
      '{"errors":[{"code":29}],"data":{"timeline":{"instructions":[]}}}',
    ],
    ['an answer that was not handed on', ''],
  ])('takes %s for no end', (_, text) => {
    const trail = new SearchTrail('polchat');
    const query = `#polchat since_time:${at(0) / 1000}`;
    trail.hear(answer({ query, seconds: [600], bottom: 'b1' }), NOW);
    const older = answer({ query, cursor: 'b1', seconds: [] });
    expect(trail.hear({ ...older, text }, NOW)).toBeNull();
    expect(trail.hear({ ...answer({ query, seconds: [] }), text }, NOW)).toBeNull();
    // The same page asked for again.
    expect(trail.hear(older, NOW)).toEqual(span(0, 600));
  });

  it('covers up to the moment of the id that bounds a search', () => {
    const trail = new SearchTrail('polchat');
    const query = `#polchat max_id:${idAt(1800)}`;
    expect(trail.hear(answer({ query, seconds: [1700, 1750] }), NOW)).toEqual({
      from: at(1700),
      to: at(1800),
      source: 'search',
    });
  });

  it('covers what is new since the answer before, unless a full page may have left some out', () => {
    const trail = new SearchTrail('polchat');
    trail.hear(answer({ seconds: [100], top: 't1' }), at(200));
    expect(trail.hear(answer({ cursor: 't1', seconds: [300], top: 't2' }), at(400))).toEqual(
      span(200, 400),
    );
    const many = Array.from({ length: 20 }, (_, n) => 600 + n);
    expect(trail.hear(answer({ cursor: 't2', seconds: many, top: 't3' }), at(700))).toEqual(
      span(600, 619),
    );
  });

  it('takes a page that goes on from one it never saw for itself alone', () => {
    const trail = new SearchTrail('polchat');
    const lost = answer({ cursor: 'lost', seconds: [900, 800], bottom: 'b' });
    expect(trail.hear(lost, NOW)).toEqual(span(800, 900));
  });

  it.each<Partial<Parts>>([
    { product: 'Top' },
    { query: '#polchat from:anna' },
    { query: '#polchats' },
    { query: 'since:2026-06-18' },
    { query: '#polchat -filter:replies' },
  ])('counts no search that leaves posts out: %o', (parts) => {
    expect(new SearchTrail('polchat').hear(answer({ seconds: [1], ...parts }), NOW)).toBeNull();
  });

  it.each(['\\q', '\\u12', '\n'])('throws at no cursor that is no JSON: "%s"', (value) => {
    const text = `{"instructions":[{"entryId":"tweet-${idAt(60)}"},{"cursorType":"Bottom","value":"${value}"}`;
    const request = JSON.stringify({ variables: { rawQuery: '#polchat', product: 'Latest' } });
    const answer = { operation: 'SearchTimeline', status: 200, request, text };
    expect(new SearchTrail('polchat').hear(answer, NOW)).toMatchObject({ to: NOW });
  });

  it('reads the request of a POST, and no refusal', () => {
    const { request, ...rest } = answer({ seconds: [10] });
    const variables = JSON.parse(new URL(request).searchParams.get('variables') ?? '');
    const posted = { ...rest, request: JSON.stringify({ variables, queryId: 'x' }) };
    expect(new SearchTrail('polchat').hear(posted, NOW)).toEqual(span(10, 3600));
    expect(new SearchTrail('polchat').hear({ ...posted, status: 429 }, NOW)).toBeNull();
    expect(new SearchTrail('polchat').hear({ ...posted, text: '{"errors":[]}' }, NOW)).toBeNull();
    expect(new SearchTrail('polchat').hear({ ...posted, request: '{' }, NOW)).toBeNull();
  });
});

describe('joinCoverage and findGaps', () => {
  it('joins what touches, and tells what is left', () => {
    const joined = joinCoverage([span(20, 30), span(0, 10), span(10, 15), span(2, 5)]);
    expect(joined).toEqual([span(0, 15), span(20, 30)]);
    expect(findGaps(joined, at(0), at(40))).toEqual([
      { from: at(15), to: at(20) },
      { from: at(30), to: at(40) },
    ]);
    expect(findGaps(joined, at(0), at(40), 5_000)).toEqual([{ from: at(30), to: at(40) }]);
  });

  it('counts nothing that was read elsewhere as read in full', () => {
    const page: Coverage = { ...span(0, 100), source: 'dom' };
    expect(findGaps([page], at(0), at(40))).toEqual([{ from: at(0), to: at(40) }]);
    expect(findGaps([span(0, 100)], at(10), at(40))).toEqual([]);
  });
});

describe('cutCoverage', () => {
  it('keeps what lies in the window', () => {
    const span = (from: number, to: number) => ({ from, to, source: 'search' as const });
    const spans = [span(0, 4), span(5, 15), span(18, 30), span(21, 25)];
    expect(cutCoverage(spans, 10, 20)).toEqual([span(10, 15), span(18, 20)]);
    const open = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
    expect(cutCoverage(spans, ...open)).toEqual(spans);
  });
});

describe('searchUrl', () => {
  it('is read back as it was made, and no other search is', () => {
    const url = searchUrl('polchat', at(0), at(3600));
    expect(readSearchUrl(url, 'POLCHAT')).toEqual({ from: at(0), to: at(3600) });
    expect(readSearchUrl(url.replace('f=live', 'f=top'), 'polchat')).toBeUndefined();
    expect(readSearchUrl(url, 'commschat')).toBeUndefined();
    expect(readSearchUrl(url.replace('since_time', 'from'), 'polchat')).toBeUndefined();
    expect(readSearchUrl('no address', 'polchat')).toBeUndefined();
  });
});
