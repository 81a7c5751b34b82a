/** Takes the content words out of a text, for comparing posts with questions by what they talk about. */

/**
 * English words that say nothing of a subject. Few: "did", "our" and "can" tell an answer about what was done from one about
 * what might be, and words that are in every post soon count as common anyway (filing-guess.ts).
 */
const STOP = (
  'about also and are been but could does even for from good great have just like make more much need not only other people really ' +
  'should some that the their them then there these they thing things think this time very want what when where which will with ' +
  'would you your'
).split(' ');

/** So many letters tell words apart, and let "teaching" meet "teach": on recorded chats cutting was as good as any stemming. */
const STEM = 5;
/** Word → its beginning, '' for those that say nothing: one string for all posts that hold it. */
const STEMS = new Map(STOP.map((word) => [word, '']));

/** The beginnings of the distinct content words of a text, lower case, in order; at most 60. Numbers and words of one or two letters are left out. */
export function wordsOf(text: string): readonly string[] {
  const found: string[] = [];
  const words = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/\p{L}[\p{L}\p{N}]{2,}/gu);
  for (const word of words ?? []) {
    const stem = STEMS.get(word) ?? word.slice(0, STEM);
    STEMS.set(word, stem);
    if (stem && !found.includes(stem) && found.push(stem) >= 60) break;
  }
  return found;
}

/** How much of the shorter list the two share, 0 to 1. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  if (few.length === 0) return 0;
  let shared = 0;
  for (const word of few) if (many.includes(word)) shared += 1;
  return shared / few.length;
}
