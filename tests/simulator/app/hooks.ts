/** Subscriptions of components to what lives outside React. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { getState, subscribe } from './state.ts';

export function usePageState() {
  return useSyncExternalStore(subscribe, getState);
}

export function useWidth(): number {
  const [width, setWidth] = useState(innerWidth);
  useEffect(() => {
    const onResize = () => setWidth(innerWidth);
    addEventListener('resize', onResize);
    return () => removeEventListener('resize', onResize);
  }, []);
  return width;
}
