/** Fills the post that closes the hour: its numbers, where to read it again, and what comes next. */
import type { Conversation } from './conversation';
import { searchUrl } from './coverage';
import type { Plan, Slot } from './plan';
import { answersEach, countHour } from './plan-hour';
import { fillText, type Place, planPlaces } from './plan-words';
import { MINUTE } from './zone';

/**
 * What the hour itself fills in. The link leads to the transcript where the host has published one; else to X's own search for the
 * hashtag in that hour, for which X may ask people to log in.
 */
export function hourPlaces(
  conversation: Conversation,
  hashtag: string,
  session: { start: number; end: number },
  transcript = '',
): Partial<Record<Place, string>> {
  const count = countHour(conversation, session);
  const number = new Intl.NumberFormat('en-GB');
  return {
    people: number.format(count.people),
    posts: number.format(count.posts),
    answers: number.format(answersEach(count)),
    link: transcript || searchUrl(hashtag, session.start - 5 * MINUTE, session.end + 10 * MINUTE),
  };
}

/** A text of the plan with everything filled in that is known. */
export function fillAll(
  text: string,
  plan: Plan,
  slot: Slot,
  conversation: Conversation,
  transcript = '',
): string {
  return fillText(text, {
    ...planPlaces(plan, slot),
    ...hourPlaces(conversation, plan.hashtag, slot, transcript),
  });
}
