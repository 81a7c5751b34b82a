// Drawn for this project on a 24 px grid, lines only, so that they follow the text's colour and forced colours.
const paths = {
  back: 'M19 12H5m6-7-7 7 7 7',
  collapse: 'M4 12h11m-5-5 5 5-5 5M20 5v14',
  down: 'M12 5v14m-6-6 6 6 6-6',
  menu: 'M4.5 12h.6m6.6 0h.6m6.6 0h.6',
  move: 'M4 8h14m-4-4 4 4-4 4M20 16H6m4-4-4 4 4 4',
  reply: 'M20 12a8 7 0 0 1-11 6.5L4 20l1.5-4A7 7 0 0 1 4 12a8 7 0 0 1 16 0z',
  repost: 'M7 20V8m-3.5 3.5L7 8l3.5 3.5M7 20h7M17 4v12m3.5-3.5L17 16l-3.5-3.5M17 4h-7',
  like: 'M12 20C5 15 3.5 12 3.5 9A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 8.5 2c0 3-1.5 6-8.5 11z',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5 21 21',
} as const;

/** For `Drawing`: nothing in the panel's own script closes. */
export const CLOSE = 'M6 6l12 12M18 6 6 18';

export type IconName = keyof typeof paths;

/** A small picture beside words or in a labelled button; never the only carrier of a meaning. */
export function Icon({ name }: { name: IconName }) {
  return <Drawing path={paths[name]} />;
}

/** The same for one that only one place needs, and no other has to carry. */
export function Drawing({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}
