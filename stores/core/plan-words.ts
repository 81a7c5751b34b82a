/** Says days and times so that nobody misreads them, and fills the braces in a host's texts. */
import { plainLine } from './calendar-text';
import { nextSlot, type Plan, type Slot } from './plan';
import { MINUTE, type Wall, zoneOrLondon } from './zone';

const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** "Thursday 3 December". Never 3/12, which is March elsewhere, and never "next Thursday", which is two days. */
export function dayInWords(wall: Wall): string {
  const date = new Date(wall);
  return `${DAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}

/** "1pm", "12:30pm", "noon", "midnight": 12pm is read both ways. */
export function timeInWords(wall: Wall): string {
  const date = new Date(wall);
  const [hour, minute] = [date.getUTCHours(), date.getUTCMinutes()];
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon';
  const past = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${past}${hour < 12 ? 'am' : 'pm'}`;
}

/** "1pm to 2pm UK time" */
export function hourInWords({ start, end }: Pick<Slot, 'start' | 'end'>, timeZone: string): string {
  const zone = zoneOrLondon(timeZone);
  const place = zone.id === 'Europe/London' ? 'UK' : (zone.id.split('/').at(-1) ?? zone.id);
  const [from, to] = [timeInWords(zone.toWall(start)), timeInWords(zone.toWall(end))];
  return `${from} to ${to} ${place.replaceAll('_', ' ')} time`;
}

/** What may stand in braces in a host's texts. */
export const PLACES = ['theme', 'date', 'next', 'people', 'posts', 'answers', 'link'] as const;
export type Place = (typeof PLACES)[number];

/** Stands where a session has no theme yet. */
const NO_THEME = 'to be announced';

/** What the plan itself knows to fill in for a session. */
export function planPlaces(plan: Plan, slot: Slot): Partial<Record<Place, string>> {
  const { toWall } = zoneOrLondon(plan.rule.timeZone);
  const next = nextSlot(plan, Math.max(slot.start, slot.end - MINUTE));
  const places: Partial<Record<Place, string>> = {
    theme: plainLine(slot.session.theme, 200) || NO_THEME,
    date: dayInWords(toWall(slot.start)),
  };
  if (next !== undefined) {
    const theme = plainLine(next.session.theme, 200);
    const when = `${dayInWords(toWall(next.start))}, ${timeInWords(toWall(next.start))}`;
    places.next = theme === '' ? when : `${when}: ${theme}`;
  }
  return places;
}

/** The text with its braces filled; those nobody knows anything for stay as they are, so that they are noticed. */
export function fillText(text: string, places: Partial<Record<Place, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = places[name.toLowerCase() as Place];
    return value === undefined ? whole : String(value);
  });
}

/** Braces in the text that are none of `PLACES`: mistyped. */
export function unknownPlaces(text: string): string[] {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return names.filter((name) => !PLACES.includes(name.toLowerCase() as Place));
}
