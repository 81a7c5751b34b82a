/** Says when a chat usually is, by the sessions that are known of it. */
import type { PlanRule } from './plan';
import { weekdayOf } from './plan-weekday';
import { MINUTE, zoneOrLondon } from './zone';

/** The weekly time that most of them have, so that one which was moved does not count; else the Thursday hour Polchat was made for. */
export function usualRule(
  timeZone: string,
  sessions: readonly { start: number; end: number }[],
): PlanRule {
  const { toWall } = zoneOrLondon(timeZone);
  const rules = sessions.map(({ start, end }): PlanRule => {
    const wall = toWall(start);
    return {
      weekday: weekdayOf(wall),
      time: new Date(wall).toISOString().slice(11, 16),
      minutes: Math.round((end - start) / MINUTE),
      timeZone,
    };
  });
  const alike = Map.groupBy(rules, ({ weekday, time }) => `${weekday} ${time}`);
  const most = [...alike.values()].reduce((a, b) => (b.length > a.length ? b : a), []);
  const lengths = Map.groupBy(most, ({ minutes }) => minutes);
  const [rule] = [...lengths.values()].reduce((a, b) => (b.length > a.length ? b : a), []);
  return rule ?? { weekday: 4, time: '13:00', minutes: 60, timeZone };
}
