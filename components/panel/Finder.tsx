/** Filled by the filters and the search; nothing is narrowed until someone asks. */
export function Finder() {
  return null;
}
