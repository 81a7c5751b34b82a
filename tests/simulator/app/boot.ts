/** What the server and the first inline script left for the app. */
import type { Boot } from '../page-html.ts';

declare global {
  interface Window {
    __BOOT: Boot & { first?: XMLHttpRequest | Promise<Response> };
    __xShortcuts: Record<string, number>;
    __simTheme(theme: Boot['settings']['theme']): void;
  }
}

export const boot = window.__BOOT;
export const viewer = boot.viewer;
