/** What following live shows, and what it asks of the outside. */
import type { FollowWay } from '@/stores/core/follow';

/** How following goes, in words. */
export interface FollowView {
  /** Which way is followed now. */
  way: FollowWay | null;
  /** How it goes, most important first. */
  lines: readonly string[];
  /** When it ends, as a time of day. */
  until: string;
  /** Loading a tab in the background is switched on. */
  mayRefresh: boolean;
  /** Whether it is was settled by the organisation. */
  locked: boolean;
  /** The browser has windows. */
  hasWindows: boolean;
}

/** What following live asks of the outside. */
export interface FollowSource {
  read: () => FollowView;
  /** Called when any of it changed; gives the way to stop. */
  onChange: (changed: () => void) => () => void;
  /** X's live search in this tab. */
  here: () => void;
  /** False where the browser would not. */
  open: (way: FollowWay) => Promise<boolean>;
  /** Brings what is followed to the front. */
  show: () => void;
  stop: () => void;
  allow: (isAllowed: boolean) => void;
}
