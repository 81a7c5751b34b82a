/** The words people read, from `_locales`: components ask by key and never hold a sentence of their own. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type messages from '@/public/_locales/en_GB/messages.json';

export type WordKey = keyof typeof messages;
/** Keys of messages that come in two numbers: `posts_one`, `posts_other`. */
type CountKey = WordKey extends infer K ? (K extends `${infer S}_one` ? S : never) : never;

/** Looks up a sentence and puts `substitutions` into its $1, $2 … */
export type GetMessage = (key: string, substitutions?: string[]) => string;

export interface Words {
  (key: WordKey, ...substitutions: (string | number)[]): string;
  /** The singular or plural of `key` with the number as $1. */
  count(key: CountKey, n: number, ...substitutions: (string | number)[]): string;
}

/** 12345 → 12,345. The browser would take 8 ms to wake its own rules of numbers and plurals. */
const withCommas = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** Words out of a lookup such as `browser.i18n.getMessage`. An unknown key is shown as itself, so that it is noticed. */
export function createWords(getMessage: GetMessage): Words {
  const look = (key: string, substitutions: (string | number)[]) =>
    getMessage(key, substitutions.map(String)) || key;
  const words = (key: WordKey, ...substitutions: (string | number)[]) => look(key, substitutions);
  return Object.assign(words, {
    count: (key: CountKey, n: number, ...substitutions: (string | number)[]) =>
      look(`${key}_${n === 1 ? 'one' : 'other'}`, [withCommas(n), ...substitutions]),
  });
}

export const WordsContext = createContext<Words>(createWords((key) => key));

/** The words, inside a component. */
export function useWords(): Words {
  return useContext(WordsContext);
}
