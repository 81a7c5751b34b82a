/** X's everyday noise around a chat: other people's posts, an advertisement. All invented. */
import type { PostStore } from './store.ts';
import type { NewPost } from './types.ts';

const LINES: readonly [string, string][] = [
  ['TeaAndTrains', 'The 07:42 was a four-car again. Standing room and a very patient spaniel. 🚆'],
  ['LowfieldBakery', 'Cheese scones are out of the oven. There are eleven. There were twelve.'],
  [
    'MoorWeather',
    'Low cloud over the tops until noon, then brighter. Wind: enough to hold a door for you.',
  ],
  [
    'HarrowfenFC',
    'Team news for Saturday & the under-12s: same starting eleven, new bibs. #UpTheHerons',
  ],
  ['CuriousOtter', 'Otter of the day: asleep, holding a pebble it has had since April.'],
  ['BramblePress', 'We printed 200 copies and sold 203. Somebody at the shop cannot count <3'],
  [
    'DrLenaVoss',
    'Day 9 on the ice. The drill works, the kettle does not. Priorities are being reviewed. https://glacier-notes.example/day-nine',
  ],
  [
    'TeaAndTrains',
    'Q1 punctuality figures are out. I have made a chart, and a second chart about the first one.',
  ],
  ['MoorWeather', 'M60 J12 to the A1(M): spray and standing water, allow extra time.'],
  ['LowfieldBakery', 'Half price bread after 3pm. Bring a bag, or arms.'],
  ['HarrowfenFC', 'Full time. 2-2. We will take it. Attendance: 311 and the otter.'],
  ['CuriousOtter', 'Otter of the day: stole a sandwich, no regrets. 🦦'],
  ['DrLenaVoss', 'New preprint: why melt ponds are bluer than you think.'],
  ['BramblePress', 'Reading tonight at 7. Chairs are provided, biscuits are competitive.'],
  ['RuralCopGrace', 'Two lambs, one ditch, zero dignity. All safe. 🐑'],
  [
    'HarrowfenNPT',
    'We are at the library till 4 with the bike marker. Bring your bike. And your library books.',
  ],
  ['WexRoadsPol', 'A6 northbound reopened after earlier collision. Thanks for your patience.'],
  ['KofiCouncil', 'Brown bins move to fortnightly from Monday. Yes, we have read the replies.'],
];

/** Noise from `hours` before to `hours` after `around`, a post every few minutes, the same for the same time. */
export function everydayNoise(around: number, hours = 8): NewPost[] {
  const posts: NewPost[] = [];
  const step = 6.5 * 60_000;
  const count = Math.floor((hours * 2 * 3_600_000) / step);
  for (let i = 0; i < count; i++) {
    const [by, text] = LINES[i % LINES.length] as [string, string];
    const wobble = ((i * 7919) % 97) * 1000;
    posts.push({
      by,
      text,
      createdAt: around - hours * 3_600_000 + i * step + wobble,
      likes: 4 + ((i * 31) % 240),
      ...(i % 9 === 3 ? { photo: { alt: 'A photo from today' } } : {}),
    });
  }
  return posts;
}

/** The advertisement that home shows. */
export const ADVERT: NewPost = {
  by: 'OrbitKettles',
  text: 'The kettle that hums your favourite tune when it boils. Even #polchat needs a brew. https://orbit-kettles.example/hum',
  likes: 12,
};

/** Puts the noise up to now into the store; gives back what is still to come, oldest first. */
export function seedNoise(store: PostStore, around: number, now: number): NewPost[] {
  const later: NewPost[] = [];
  for (const post of everydayNoise(around)) {
    if ((post.createdAt ?? 0) <= now) store.add(post, now, true);
    else later.push(post);
  }
  return later;
}
