/** Weekdays as a plan counts them, and as calendars name them. */
import { dayOf, type Wall } from './zone';

export const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** The weekday of a rule as calendars have it: 1 is "MO", 7 "SU". */
export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday % 7] ?? 'MO';
}

/** The weekday of a reading of the wall, 1 for Monday to 7 for Sunday. */
export function weekdayOf(wall: Wall): number {
  return ((dayOf(wall) + 3) % 7) + 1;
}
