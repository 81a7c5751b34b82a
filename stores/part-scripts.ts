/** Scripts that bring parts of the panel once they are asked for, by their entrypoints' names; `components/panel/parts.ts` says how to add one. */
export const PART_SCRIPTS = ['panel-more', 'panel-host', 'panel-follow', 'gather'] as const;

export type PartScript = (typeof PART_SCRIPTS)[number];
