/** What all rows of the list share, read from the store once for all of them. */
import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { type Times, timesIn } from '@/components/shared/times';
import { usePanelState } from './panel-deps';

export interface RowContextValue {
  hashtag: string;
  /** Handles, lower case. */
  hosts: ReadonlySet<string>;
  guests: ReadonlySet<string>;
  times: Times;
  /** A moment of the session's day: posts of other days say which. */
  day: number | undefined;
  fresh: ReadonlySet<string>;
}

export const RowContext = createContext<RowContextValue>({
  hashtag: '',
  hosts: new Set(),
  guests: new Set(),
  times: timesIn('Europe/London'),
  day: undefined,
  fresh: new Set(),
});

export function useRowContext(): RowContextValue {
  return useContext(RowContext);
}

/** The value for the provider around the rows; the same object while nothing in it changed. */
export function useRowContextValue(): RowContextValue {
  const hashtag = usePanelState((state) => state.hashtag);
  const hosts = usePanelState((state) => state.conversation.hosts.join(' ').toLowerCase());
  const guests = usePanelState((state) => state.guests);
  const zone = usePanelState((state) => state.session?.timeZone ?? 'Europe/London');
  const day = usePanelState((state) => state.session?.start);
  const fresh = usePanelState((state) => state.fresh);
  return useMemo(
    () => ({
      hashtag,
      hosts: new Set(hosts.split(' ')),
      guests: new Set(guests.map((handle) => handle.toLowerCase())),
      times: timesIn(zone),
      day,
      fresh,
    }),
    [hashtag, hosts, guests, zone, day, fresh],
  );
}
