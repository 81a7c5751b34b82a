/** What is on: the sessions of a chat, which of them counts now, and in which state its clock is. */

/** A numbered question of the plan, known before it is asked. */
export interface PlannedQuestion {
  label: string;
  text: string;
}

/** Where a theme is known from; shown with it, always. */
export interface ThemeSource {
  kind: 'plan' | 'announcement' | 'calendar';
  /** "polchat.ics", "@gmpolice", "Calendar of …": the words to show. */
  name: string;
  /** Where to look it up, https only; null for files of our own. */
  url: string | null;
}

/** One hour of the chat. Times in ms since 1970 UTC; they were wall-clock in `timeZone`. */
export interface Session {
  start: number;
  end: number;
  timeZone: string;
  /** null until it is known. */
  theme: string | null;
  source: ThemeSource | null;
  questions: PlannedQuestion[];
  /** Handles without @. */
  hosts: string[];
  /** Reading beforehand, https only. */
  reading: string | null;
}
