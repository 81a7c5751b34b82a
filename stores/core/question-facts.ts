/** Decides what a post would be if a host wrote it: a question, a teaser, a greeting, a wrap-up. */
import { hasAsk, hasCall, hasGreeting, hasWrap } from './label-phrases';
import type { Label } from './labels';
import type { Entry } from './thread-entry';

/** A statement about a question ("Q3 was …") or an answer ("Q3: I …"), not the question. */
const STATES =
  /^(?:was|were|is (?:about|on|next|up|an?|the)\b|answers?\b|repl(?:y|ies)\b|will be|has been|had|went|thanks|great|(?:i|we|my|our)\b(?!.*\byou))/i;

/** What a post would be if a host wrote it; read once per version of a post. */
export interface Facts {
  /** The question number it may open. */
  label: Label | undefined;
  opens: boolean;
  asksUnnumbered: boolean;
  asks: boolean;
  wraps: boolean;
  greets: boolean;
}

const facts = new WeakMap<Entry, Facts>();

/** Reads a post as a host's. */
export function factsOf(entry: Entry): Facts {
  const known = facts.get(entry);
  if (known) return known;
  const { words } = entry.reading;
  const label = leadingLabel(entry);
  const asks = hasAsk(words);
  const wraps = hasWrap(words);
  const greets = hasGreeting(words);
  const made: Facts = {
    label,
    opens: label !== undefined && canOpen(entry, label, asks),
    asksUnnumbered: !greets && !wraps && canAskUnnumbered(entry),
    asks,
    wraps,
    greets,
  };
  facts.set(entry, made);
  return made;
}

function leadingLabel(entry: Entry): Label | undefined {
  const label = entry.reading.labels.find(
    ({ kind, position }) => kind !== 'answer' && position !== 'middle',
  );
  // "What stops people coming? Q3": a label at the end opens only after a question mark.
  const text = entry.post.text;
  if (label?.position === 'end' && !/[?؟？][^\p{L}\p{N}]*\p{L}+[^\p{L}]{0,3}\d/u.test(text))
    return undefined;
  return label;
}

/** True where a post with a question label may open that question. */
function canOpen(entry: Entry, label: Label, asks: boolean): boolean {
  const { reading, post } = entry;
  if (reading.rules || reading.teaser || reading.quoted !== null || post.repostOf !== null)
    return false;
  if (!/[\p{L}\p{N}]/u.test(reading.words)) return post.media.length > 0 || post.quoteOf !== null;
  if (asks || hasCall(reading.words)) return true;
  if (label.kind === 'topic') return true;
  if (STATES.test(reading.words)) return false;
  // "Q3: Partners." is a topic, "Q3. Finally" nothing.
  return reading.words.includes(' ') || /\d[a-z]?\s?:/i.test(post.text);
}

/** A post without a number that asks: it opens a question where the hosts number none. */
function canAskUnnumbered(entry: Entry): boolean {
  const { reading, post } = entry;
  if (reading.labels.length > 0 || reading.rules || reading.teaser || reading.quoted !== null)
    return false;
  if (post.repostOf !== null || post.replyTo !== null || post.quoteOf !== null) return false;
  return hasAsk(reading.words) || hasCall(reading.words);
}

/** The number that a post would open if its author were a host; undefined where it would open none. */
export function opensNumber(entry: Entry): string | undefined {
  // Nearly all posts end here, and are spared the rest.
  if (leadingLabel(entry) === undefined) return undefined;
  const { label, opens } = factsOf(entry);
  return opens && label ? label.base : undefined;
}
