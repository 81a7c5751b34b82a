/** What the hostile page reports of itself, in `window.hostility`. */
export interface Hostility {
  /** Replaced functions that an extension's code called. */
  called: string[];
  /** Ports that it got hold of, by where. */
  stolen: string[];
  /** Forged messages and answers. */
  forged: number;
  /** What it could not do. */
  failed: string[];
}
