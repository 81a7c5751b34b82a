/** Takes the content words out of a text, for comparing posts with questions by what they talk about. */

/** English words that say nothing of a subject, and those that every chat is full of. */
const STOP = new Set(
  (
    'a about after all also am an and any anyone are as at be because been before being both but by can cannot could did do does doing done ' +
    'dont each else especially etc even ever every everyone for from get getting give go going good got great had has have having he hello her here hey hi ' +
    'his how i id if ill im in into is isnt it its ive just keep know let lets like lot lots made make makes many may me more most much must my need ' +
    'never new no not now of off ok on one only or other others our out over people please really rt same say see she should so some someone something ' +
    'still such sure take tell than thank thanks that thats the their them then there these they thing things think this those time to too two us ' +
    'use used using very via want was way we well were what when where which while who why will with without would yes you your question answer chat ' +
    'tonight today'
  ).split(' '),
);

/** So many letters tell words apart, and let "teaching" meet "teach": on recorded chats cutting was as good as any stemming. */
const STEM = 5;

/** The beginnings of the distinct content words of a text, lower case, in order; at most 60. Numbers and one-letter words are left out. */
export function wordsOf(text: string): readonly string[] {
  const found = new Set<string>();
  for (const match of text
    .toLowerCase()
    .replace(/['’]/g, '')
    .matchAll(/[\p{L}][\p{L}\p{N}]+/gu)) {
    if (STOP.has(match[0])) continue;
    found.add(match[0].slice(0, STEM));
    if (found.size >= 60) break;
  }
  return [...found];
}

/** How much of the shorter list the two share, 0 to 1. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  if (few.length === 0) return 0;
  let shared = 0;
  for (const word of few) if (many.includes(word)) shared += 1;
  return shared / few.length;
}
