/** The first screen of X's next front-end, which comes with the page: no answer tells which posts it holds. */

/** A post's place in a timeline (X.md 1.9), advertisements too. */
const PLACE = '[data-timeline-entry][data-href]';
const STATUS = /\/status\/(\d+)$/;

/** Ids of the posts in the page's timeline; null where it is another front-end's, whose answers tell. */
export function readScreen(): string[] | null {
  if (!document.documentElement.dataset.appEnv) return null;
  return [...document.querySelectorAll<HTMLElement>(PLACE)].flatMap(
    ({ dataset: { timelineEntry = '', href = '' } }) =>
      timelineEntry.startsWith('promoted') ? [] : (STATUS.exec(href)?.[1] ?? []),
  );
}
