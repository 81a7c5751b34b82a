/** Puts reminders on the screen, and joins where one is pressed. */
import { browser } from '#imports';
import { createWords } from '@/components/shared/words';
import { formatDay, formatStart } from '@/stores/core/clock';
import { parseReminderId, planReminders, type Reminder } from '@/stores/core/reminders';
import { MINUTE } from '@/stores/core/zone';
import type { Moment } from './moment';

/** Id → when it was shown, ms. */
const REMINDED = 'reminded';
/** So many are remembered; more than fall into the time in which one could come again. */
const MOST = 200;

const words = createWords((key, substitutions) =>
  browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], substitutions),
);

/** Shows what is due; gives when the next one will be, ms by X's clock. Callers come one after the other. */
export async function remind(moment: Moment): Promise<number> {
  const { chats, settings, now } = moment;
  const done = await readDone();
  const { due, next } = planReminders(chats, settings.reminders, done, now);
  // One that the browser refuses must not keep the next alarm from being set; it may be shown later, as long as it is of use.
  const tried = await Promise.allSettled(due.map((reminder) => show(reminder, now)));
  const shown = due.filter((_, i) => {
    const one = tried[i];
    return one?.status === 'fulfilled' && one.value;
  });
  // Shown and not noted it would be shown again in its own place: the browser knows it by its id.
  if (shown.length > 0) await noteDone(done, shown, now);
  return next;
}

/** What is due at the moment that reminders of such a kind are switched on needs no reminder. */
export async function skipDue(
  { chats, settings, now }: Moment,
  kinds: readonly Reminder['kind'][],
): Promise<void> {
  const done = await readDone();
  const plan = planReminders(chats, settings.reminders, done, now);
  const due = plan.due.filter(({ kind }) => kinds.includes(kind));
  if (due.length > 0) await noteDone(done, due, now);
}

async function readDone(): Promise<Record<string, number>> {
  const { [REMINDED]: done } = await browser.storage.local.get(REMINDED);
  return (done ?? {}) as Record<string, number>;
}

async function noteDone(done: Record<string, number>, due: readonly Reminder[], now: number) {
  const all = [...Object.entries(done), ...due.map(({ id }): [string, number] => [id, now])];
  // Browsers give them back by name: the oldest have to be looked for.
  all.sort(([, a], [, b]) => a - b);
  await browser.storage.local.set({ [REMINDED]: Object.fromEntries(all.slice(-MOST)) });
}

/** Whether it was shown. */
async function show(reminder: Reminder, now: number): Promise<boolean> {
  const { notifications } = browser;
  // Without the permission there is no such thing; the popup says so.
  if (notifications === undefined) return false;
  const { session, id } = reminder;
  const theme = session.theme ?? words('schedule_theme_unknown');
  // Firefox has no buttons, and refuses a notification that asks for some; a press joins in both.
  const buttons = import.meta.env.FIREFOX ? {} : { buttons: [{ title: words('popup_join') }] };
  await notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: titleOf(reminder, now),
    message: theme,
    ...(reminder.kind === 'soon' ? buttons : {}),
  });
  return true;
}

function titleOf({ hashtag, session, kind }: Reminder, now: number): string {
  const timeZone = Temporal.Now.timeZoneId();
  if (kind === 'tomorrow') {
    const { day, time, zone, local } = formatStart(session, words, { locale: 'en-GB', timeZone });
    const here = formatDay(session.start, { locale: 'en-GB', timeZone });
    const when = local === null ? `${day} ${time}` : `${day} ${time} ${zone}`;
    return local === null || here === day
      ? words('remind_tomorrow', hashtag, when)
      : words('remind_tomorrow_here', hashtag, when, local);
  }
  const minutes = Math.round((session.start - now) / MINUTE);
  return minutes > 0 ? words.count('remind_soon', minutes, hashtag) : words('remind_now', hashtag);
}

let isHearing = false;

/** Hears presses from now on; to be called whenever the background starts, and when the permission is given. */
export function hearPresses(
  onPress: (pressed: NonNullable<ReturnType<typeof parseReminderId>>) => Promise<unknown>,
): void {
  const { notifications } = browser;
  if (notifications === undefined || isHearing) return;
  isHearing = true;
  const press = (id: string) => {
    const pressed = parseReminderId(id);
    if (pressed === undefined) return;
    void notifications.clear(id);
    onPress(pressed).catch(() => {});
  };
  notifications.onClicked.addListener(press);
  if (!import.meta.env.FIREFOX) notifications.onButtonClicked.addListener(press);
}
