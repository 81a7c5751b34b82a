/** Knows how people quoted before X did: "RT @anna: A3 …", “@anna: A3 …” and a word of their own. */
const RETWEET = /(?<![\p{L}\p{N}])(?:RT|MT)\s*:?\s+@(\w{1,20}):?\s*([\s\S]*)$/u;
const QUOTATION = /^\W{0,3}[“"]\s?@(\w{1,20}):?\s([^”"]*)(?:[”"]([\s\S]*))?$/u;

/** Whom a text quotes, what, and what is said beside it; null where it quotes nobody. */
export function oldQuote(text: string): { outer: string; handle: string; inner: string } | null {
  const match = RETWEET.exec(text) ?? QUOTATION.exec(text);
  if (match === null) return null;
  const [, handle = '', inner = '', rest = ''] = match;
  return { outer: `${text.slice(0, match.index)} ${rest}`, handle: handle.toLowerCase(), inner };
}
