/** Stands in the place of `preact/hooks` in scripts that bring parts of the panel: they are the panel's own. */
import type * as Hooks from 'preact/hooks';
import { takeLent } from '@/stores/bridge';

export const {
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} = takeLent().hooks as typeof Hooks;
