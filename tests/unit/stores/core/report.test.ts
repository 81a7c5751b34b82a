import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeKey, describeShape, describeText } from '@/stores/core/report';

/** A post of an invented account in a shape that no reader knows, with what people would not want passed on. */
const SECRETS = {
  data: {
    search_by_raw_query: {
      polchat_hidden_stream: {
        annahale: { screen_name: 'annahale', rest_id: '2067578068792246272' },
        'Meet me at 7 by the station': [{ text: 'Call me on 01632 960123', likes: 69 }],
        '2067578068792246272': { full_text: 'Q1 What stops people? #polchat', views: 1204 },
      },
    },
  },
};

/** None is a word of the list or one that the description uses for itself. */
const secret = fc.stringMatching(
  /^(?:[zq][a-z]{4,12}|(?:Zq)?[0-9]{1,9}|[@#][a-z]+ (?:at|by|the home))$/,
);

describe('describeShape', () => {
  it('tells keys and types, and each shape of an array once', () => {
    const answer = { data: { entries: [{ id: '1', text: 'a' }, { id: '2', text: 'b' }, null] } };
    expect(describeShape(answer)).toBe('{data:{entries:[{id:string,text:string}|null]}}');
    expect(describeShape([1, true, 'a', []])).toBe('[number|boolean|string|[]]');
  });

  it('lets no value, text, handle or number through, as value or as key', () => {
    const shape = describeShape(SECRETS);
    for (const word of ['annahale', 'Meet', 'station', 'Call', 'polchat', 'stops']) {
      expect(shape).not.toContain(word);
    }
    expect(shape).not.toMatch(/\d/);
    expect(shape).toBe(
      '{data:{search_by_raw_query:{?_?_?:{?:{screen_name:string,rest_id:string},?:[{text:string,likes:number}],?:{full_text:string,views:number}}}}}',
    );
  });

  it('tells many objects of one shape as one, for their keys are handles even where they are words', () => {
    const by = { home: { name: 'a' }, media: { name: 'b' }, events: { name: 'c' } };
    expect(describeShape(by)).toBe('{?:{name:string}}');
  });

  it('lets nothing through of any JSON', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          secret,
          fc.oneof(secret, fc.integer(), fc.array(fc.dictionary(secret, secret))),
        ),
        (value) => {
          const shape = describeShape({ data: value });
          expect(shape).toMatch(/^[{}[\]:,|?…]*(?:(?:data|string|number)[{}[\]:,|?…]*)*$/);
        },
      ),
    );
  });

  it('stays small for any size, depth and breadth', () => {
    let deep: unknown = 'end';
    for (let n = 0; n < 5_000; n++) deep = { data: deep };
    expect(describeShape(deep).length).toBeLessThan(1_000);
    const broad = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, n) => [`text_${'data_'.repeat(n % 9)}`, { id: n }]),
    );
    expect(describeShape(broad).length).toBeLessThan(2_000);
    const round: Record<string, unknown> = {};
    round.data = [round, round];
    expect(describeShape(round).length).toBeLessThanOrEqual(20_001);
  });
});

describe('describeKey', () => {
  it.each([
    ['tweet_results', 'tweet_results'],
    ['entryId', 'entryId'],
    ['__typename', '__typename'],
    ['URLs', '?'],
    ['timeline_v2', 'timeline_?'],
    ['polchatResults', '?Results'],
    ['2067578068792246272', '?'],
    ['annahale', '?'],
    ['user name', '?'],
    ['at the home', '?'],
    ['', '?'],
    ['data'.repeat(16), '?'],
  ])('%s becomes %s', (key, shown) => {
    expect(describeKey(key)).toBe(shown);
  });
});

describe('describeText', () => {
  it('names what is no JSON without a word of it', () => {
    expect(describeText('<!DOCTYPE html><title>annahale</title>')).toBe('a page, no JSON');
    expect(describeText('{"data": {"annahale"')).toBe('broken JSON');
    expect(describeText('"annahale"')).toBe('string');
  });
});
