/** Keeps which posts were filed by hand: for good, and the same in every tab. */
import { type PanelStorage, parseMemory } from './panel-memory';

export interface Moving {
  /** Post id → question label, '' for none; what the threader honours. */
  moves: ReadonlyMap<string, string>;
  /** Files a post by hand. */
  move(id: string, label: string): void;
  /** Takes what is on disk, from whichever tab; moves that are on their way there stay. */
  adopt(kept: Record<string, string>): void;
}

/** `changed` is called after each change. */
export function createMoving(kept: PanelStorage, changed: () => void): Moving {
  const moves = new Map<string, string>();
  const pending = new Map<string, string>();
  /** One write after the other, each on top of what other tabs have written. */
  let writing: Promise<unknown> = Promise.resolve();
  const write = async () => {
    const own = Object.fromEntries(pending);
    const before = parseMemory('moves', await kept.get('moves')).moves;
    await kept.set('moves', { ...before, ...own });
    for (const [id, label] of Object.entries(own)) {
      if (pending.get(id) === label) pending.delete(id);
    }
  };
  return {
    moves,
    move(id, label) {
      moves.set(id, label);
      pending.set(id, label);
      // A move that cannot be stored still holds for this page, and goes with the next one.
      writing = writing.then(write).catch(() => undefined);
      changed();
    },
    adopt(all) {
      const next = new Map([...Object.entries(all), ...pending]);
      // In another order they are filed again, to no harm.
      if ([...next].join() === [...moves].join()) return;
      moves.clear();
      for (const [id, label] of next) moves.set(id, label);
      changed();
    },
  };
}
