/** The parts of a programme in one post: a day and its theme each, a line each or parted by semicolons. */
import { type Mention, sessionOn } from './announcement-dates';
import { isOff } from './announcement-talk';
import { type Place, trimSpan } from './announcement-theme';
import { MASK } from './announcement-ways';
import type { Session } from './schedule';

export interface Item {
  /** Where its day stands. */
  at: number;
  /** Where its theme stands. */
  span: Place;
  session: Session;
}

/** What may stand before an item: the beginning of a line, a bullet, the end of another. */
const OPENS = /(?:^|\n|[;.|•·,:!?]\s)[^\p{L}\p{N}]*(?:(?:on|and|then)\s+)?$/u;
/** What parts an item's day from its theme; on a line of its own a space will do. */
const PARTS = new RegExp(
  `^[\\s,()]*(?:at\\s+)?${MASK.time}*[\\s,()]*(?:[:=|]|[–—-]\\s|→|➡|>|\\.{3}|…)\\s*`,
  'u',
);
const OPENS_LINE = /(?:^|\n)[^\p{L}\p{N}]*$/u;
/** Nothing settled for that day. */
const OPEN =
  /^\W*(?:tb[acd]|to be|to follow|yours|your|no\b|none|break|off\b|christmas break|half term|bank holiday|\?|$)/iu;

/** The items of the list that a post is, in order; none where it names fewer than two sessions in that way. */
export function findItems(
  mask: string,
  mentions: readonly Mention[],
  sessions: readonly Session[],
): Item[] {
  const days = groupDays(mask, mentions);
  const heads = days.flatMap((group, i) => {
    const head = headOf(mask, group, i === 0);
    return head === undefined ? [] : [head];
  });
  const items = heads.flatMap(({ at, from, days }, i) => {
    const session = sessionOn(days, sessions);
    if (session === undefined) return [];
    const end = /[\n;]|$/.exec(mask.slice(from))?.index ?? 0;
    const to = Math.min(from + end, heads[i + 1]?.at ?? mask.length);
    return [{ at, span: trimSpan(mask, { from, to }), session }];
  });
  const starts = new Set(items.map(({ session }) => session.start));
  return starts.size < 2 || starts.size < items.length ? [] : items;
}

/** Whether an item says that nothing is settled, or that there is no chat. */
export function isOpen(words: string): boolean {
  return OPEN.test(words) || isOff(words);
}

interface Head {
  at: number;
  from: number;
  days: number[];
}

function headOf(mask: string, group: readonly Mention[], isFirst: boolean): Head | undefined {
  const at = group[0]?.from ?? 0;
  const to = group.at(-1)?.to ?? 0;
  const before = mask.slice(0, at);
  const parted = PARTS.exec(mask.slice(to));
  const onLine = OPENS_LINE.test(before);
  if (!onLine && (parted === null || !(isFirst || OPENS.test(before)))) return undefined;
  const dates = group.filter(({ kind }) => kind === 'date');
  const days = (dates.length > 0 ? dates : group)
    .filter(({ kind }) => kind !== 'week')
    .flatMap((mention) => mention.days);
  return { at, from: to + (parted?.[0].length ?? 0), days };
}

/** "Thurs 3 Dec", "Thursday (3 December)": one day said twice. */
function groupDays(mask: string, mentions: readonly Mention[]): Mention[][] {
  const groups: Mention[][] = [];
  for (const mention of mentions) {
    const last = groups.at(-1)?.at(-1);
    const between = last === undefined ? 'x' : mask.slice(last.to, mention.from);
    if (/^[\s,(]{0,3}$/u.test(between) && !between.includes('\n')) groups.at(-1)?.push(mention);
    else groups.push([mention]);
  }
  return groups;
}
