/** A long list is drawn, and drawn anew, a part at a time, so that the page answers all the while. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Found } from '@/stores/core/transcript-search';

/** Posts drawn at once, and so many more with each turn. */
const FIRST = 75;
const MORE = 50;

export interface Growing {
  /** So many posts, from the top, are drawn as what is looked for has it. */
  drawn: number;
  /** So many were ever drawn: those behind are out of sight until their turn. */
  mounted: number;
}

/** Starts anew whenever something else is looked for; ends at `total`, and then goes to what the address names. */
export function useGrowing(found: Found, total: number): Growing {
  const [grown, setGrown] = useState({ found, drawn: FIRST });
  const most = useRef(FIRST);
  const drawn = grown.found === found ? grown.drawn : FIRST;
  most.current = Math.max(most.current, drawn);
  useEffect(() => {
    if (drawn < total) {
      const timer = setTimeout(() => setGrown({ found, drawn: drawn + MORE }), 0);
      return () => clearTimeout(timer);
    }
    const named = location.hash.slice(1);
    if (named && found.ids === null) document.getElementById(named)?.scrollIntoView();
    return undefined;
  }, [found, drawn, total]);
  return { drawn, mounted: most.current };
}
