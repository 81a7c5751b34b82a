/** Keeps the draft under its owner's name from every key on; one begun before X said whose it is goes to who it turns out to be. */
import type { PanelContext } from './panel-context';
import { type Draft, EMPTY_DRAFT, joinDrafts } from './panel-draft';
import { parseMemory } from './panel-memory';

export interface Drafting {
  /** Writes the draft down. One that cannot be stored still holds for this page. */
  keep: (draft: Draft) => void;
  /** Another page wrote the draft of `owner`. */
  hear: (value: unknown, owner: string) => void;
  /** X says who is there: their own draft, joined by what was nobody's until now. */
  turnTo: (me: string) => void;
}

/** Brings what was begun by nobody the last time. */
export function createDrafting({ deps, get, set }: PanelContext): Drafting {
  const { storage } = deps;
  /** Under whose name the draft is written; '' for nobody's. It changes only once what they had is read, so that nothing is written over. */
  let owner = '';
  const parse = (value: unknown) => parseMemory('draft', value).draft ?? EMPTY_DRAFT;
  const read = (name: string) => storage.get('draft', name).then(parse, (): Draft => EMPTY_DRAFT);
  const changeHands = async (me: string) => {
    const kept = await read(me);
    const begun = owner === '' ? get().draft : EMPTY_DRAFT;
    const draft = joinDrafts(kept, begun);
    owner = me;
    set({ draft });
    if (begun !== EMPTY_DRAFT) storage.adopt(draft, me).catch(() => undefined);
  };
  let last = read('').then((kept) => set({ draft: joinDrafts(kept, get().draft) }));
  return {
    keep(draft) {
      storage.set('draft', draft, owner).catch(() => undefined);
    },
    hear(value, name) {
      if (name === owner.toLowerCase()) set({ draft: parse(value) });
    },
    turnTo(me) {
      last = last.then(() => changeHands(me));
    },
  };
}
