/** What the settings page asks of the outside, and its store, for every component in it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useStore } from '@/components/shared/use-store';
import type { Words } from '@/components/shared/words';
import type { Reader } from '@/stores/core/clock';
import type { SettingKey, Settings } from '@/stores/core/settings';
import type { OptionsState, OptionsStore } from '@/stores/options';

export interface OptionsPageDeps {
  store: OptionsStore;
  words: Words;
  reader: Reader;
  now: () => number;
  /** Saves a text as a file. */
  download: (name: string, text: string) => void;
  openPlanner: (hashtag: string) => void;
}

/** Always provided by `Options`. */
export const OptionsContext = createContext<OptionsPageDeps | null>(null);

export function useOptions(): OptionsPageDeps {
  const deps = useContext(OptionsContext);
  if (deps === null) throw new Error('A component of the settings stands outside them.');
  return deps;
}

export function useOptionsState<P>(select: (state: OptionsState) => P): P {
  return useStore(useOptions().store, select);
}

/** One setting: what stands, whether the organisation set it, and the way to change it. */
export function useSetting<K extends SettingKey>(key: K) {
  const { store } = useOptions();
  const value = useOptionsState((state) => state.settings[key]);
  const locked = useOptionsState((state) => state.locked.includes(key));
  const set = (next: Settings[K]) => void store.change({ [key]: next } as Partial<Settings>);
  return { value, locked, set };
}
