/** Scripts that are put into X's pages once they are needed, by their entrypoints' names. */

/** These bring parts of the panel; `components/panel/parts.ts` says how to add one. */
export const PART_SCRIPTS = ['panel-more', 'panel-host', 'panel-follow', 'gather'] as const;

/** `prefill` comes with its helper in the page's world. */
export const PAGE_SCRIPTS = [
  'feeds',
  'panel',
  'prefill',
  'reader',
  'follower',
  'writing',
  ...PART_SCRIPTS,
] as const;

export type PartScript = (typeof PART_SCRIPTS)[number];
export type PageScript = (typeof PAGE_SCRIPTS)[number];
