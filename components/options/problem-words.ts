import type { WordKey, Words } from '@/components/shared/words';

/** What is wrong with a calendar. A code that has no sentence here is still a problem. */
export function problemWords(words: Words, code: string, detail: string): string {
  const key = `schedule_error_${code}` as WordKey;
  const sentence = words(key, detail);
  return sentence === key ? words('schedule_error_other') : sentence;
}
