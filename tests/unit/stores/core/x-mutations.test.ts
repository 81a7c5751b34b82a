import { describe, expect, it } from 'vitest';
import { readJson, readResponse } from '@/stores/core/x-responses';
import {
  damage,
  isTouched,
  type Path,
  placesIn,
  postsIn,
  random,
} from '../../../fixtures/x/mutations';
import {
  detail,
  entry,
  globalObjects,
  home,
  idAt,
  type Json,
  LAYOUTS,
  moduleEntry,
  search,
  tombstone,
  xPost,
  xwebSearch,
} from '../../../fixtures/x/payloads';

const RUNS = 20_000;
let minute = 0;
const newId = (): string => idAt(minute++ * 60);

function responses(): Json[] {
  return LAYOUTS.flatMap((layout) => {
    const quoted = xPost(layout, { id: newId(), by: 'polchathost', text: 'Q1 Why? #polchat' });
    const inner = xPost(layout, { id: newId(), by: 'sgtmoss', hashtags: ['polchat'] });
    const posts = [
      xPost(layout, { id: newId(), quoted, text: 'A1 #polchat https://t.co/abcdefghij' }),
      xPost(layout, { id: newId(), by: 'pcbell', text: 'RT @sgtmoss: …', reposted: inner }),
      xPost(layout, { id: newId(), by: 'carolbrand', replyTo: idAt(0), mentions: ['pcbell'] }),
    ];
    const long = xPost(layout, { id: newId(), note: { text: 'A2 and on', hashtags: ['polchat'] } });
    const wrapped = { __typename: 'TweetWithVisibilityResults', tweet: long };
    const gone = entry(tombstone('This Post was deleted by the Post author.'), `tweet-${newId()}`);
    const [first, ...rest] = posts as [Json, ...Json[]];
    if (layout === 'x-web') return [xwebSearch([...posts, wrapped])];
    const thread = moduleEntry('conversationthread-1', [...rest, wrapped]);
    return [layout === 'B' ? detail([entry(first), thread, gone]) : search([entry(first), thread])];
  });
}

describe('readResponse, damaged', () => {
  const old = globalObjects([{ id: newId() }, { id: newId(), by: 'pcbell', replyTo: idAt(0) }]);
  const timeline = home([entry(xPost('C', { id: newId() })), entry(xPost('A', { id: newId() }))]);
  const roots = [...responses(), old, timeline];
  const all = roots.map((root) => {
    const posts = postsIn(root);
    const texts = new Map(readJson(root, 1).posts.map(({ id, text }) => [id, text]));
    expect([...texts.keys()].sort()).toEqual([...posts.keys()].sort());
    return { root, posts, texts, places: placesIn(root) };
  });

  it(`reads every untouched post in ${RUNS} seeded mutations, and throws at none`, () => {
    const next = random(20_261_122);
    let touched = 0;
    for (let run = 0; run < RUNS; run++) {
      const { root, posts, texts, places } = all[run % all.length] as (typeof all)[number];
      const path = places[Math.floor(next() * places.length)] as Path;
      const { isLoss, undo } = damage(root, path, next);
      const found = new Map(readJson(root, 1).posts.map(({ id, text }) => [id, text]));
      for (const [id, at] of posts) {
        if (isTouched(at, path, isLoss)) touched++;
        else if (found.get(id) !== texts.get(id)) {
          throw new Error(`run ${run}: ${id} lost by damage to ${path.join('.')}`);
        }
      }
      undo();
    }
    // Most mutations hit a post, or its way there; some must hit none, or nothing would be proved.
    expect(touched).toBeGreaterThan(RUNS / 2);
    expect(touched).toBeLessThan(RUNS * 4);
  }, 60_000);

  it('reads half a response, cut at any sign, as unreadable', () => {
    const text = JSON.stringify(all[0]?.root);
    for (let end = 1; end < text.length; end += 97) {
      const read = readResponse({ operation: '', text: text.slice(0, end), request: '' }, 1);
      expect(read.skipped.unreadable).toBe(1);
    }
  });
});
