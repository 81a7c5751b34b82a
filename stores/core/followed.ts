/** Which of several chats counts now. */
import { type Clock, pickSession } from './schedule';

/** The chat whose session is live, else begins soon, else is just over, else comes next; the first one where nothing is known. */
export function pickChat<C extends { clock: Clock }>(
  chats: readonly C[],
  now: number,
): C | undefined {
  const { session } = pickSession(
    chats.flatMap(({ clock }) => clock.session ?? []),
    now,
  );
  return chats.find(({ clock }) => session && clock.session === session) ?? chats[0];
}
