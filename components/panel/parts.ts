/**
 * Parts of the panel that few people open come in scripts of their own when they are asked for: what is in the panel's script is paid for by everybody.
 *
 *     <Later part="catchUp" /> → parts.load → bridge.load → background: executeScript → entrypoints/panel-more: bringParts(bridge, …) → drawn
 *
 * Such a script draws with the panel's own copy of Preact, which the panel lends it over the bridge: where WXT builds a script of `PART_SCRIPTS`, lent-preact.ts
 * and its neighbours stand in the place of Preact (wxt.config.ts). Its contexts are its own, so `standAlone` fills them anew from `deps`.
 *
 * To add a part: its props in `Parts`, its script in `SCRIPTS`, the component in that script's `bringParts`, and `<Later part=…>` where it goes.
 * To add a script: its name in stores/page-scripts.ts and an entrypoint of that name like entrypoints/panel-more. Background, build and scripts/sizes.ts follow.
 */
import type { ComponentType } from 'preact';
import type { PlacedPost } from '@/stores/core/conversation';
import type { buildFoundRows } from '@/stores/core/rows-found';
import type { PartScript } from '@/stores/page-scripts';
import type { Muted } from '@/stores/panel-state';
import type { MenuProps } from './MenuList';
import type { PanelDeps } from './panel-deps';

/** A component that can be drawn in a panel of which it knows nothing but this. */
export type Part<P = object> = ComponentType<P & { deps: PanelDeps }>;

/** Everything that comes later, by name. */
export interface Parts {
  menu: Part<MenuProps>;
  chats: Part;
  catchUp: Part;
  links: Part;
  people: Part;
  finder: Part;
  postMenu: Part<{ placed: PlacedPost; onMove: () => void }>;
  move: Part<{ placed: PlacedPost; onClose: () => void }>;
  hostTabs: Part;
  runSheet: Part;
  follow: Part;
  /** No component: what the store finds with. */
  found: typeof buildFoundRows;
  /** No component either: how the person's settings learn what is muted. */
  keepMuted: (muted: Muted) => Promise<void>;
}

/** Which of them are drawn. */
export type PartName = Exclude<keyof Parts, 'found' | 'keepMuted'>;

/** The script that brings each. */
export const SCRIPTS: Record<PartName, PartScript> = {
  chats: 'panel-more',
  menu: 'panel-more',
  catchUp: 'panel-more',
  links: 'panel-more',
  people: 'panel-more',
  finder: 'panel-more',
  postMenu: 'panel-more',
  move: 'panel-more',
  hostTabs: 'panel-host',
  runSheet: 'panel-host',
  follow: 'panel-follow',
};

/** Where the panel takes its later parts from. */
export interface PartSource {
  /** The part, once it is there. */
  get<N extends keyof Parts>(name: N): Parts[N] | undefined;
  /** Resolves once the part is there; rejects where it does not come, and may be asked again. */
  load(name: PartName): Promise<void>;
}
