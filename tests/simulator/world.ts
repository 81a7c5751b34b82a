/** What an operation needs to know of the simulated world at the moment of a request. */
import type { PayloadWorld } from './payload/post.ts';
import type { Json } from './payload/user.ts';
import type { Person, SimPost } from './types.ts';

export interface World extends PayloadWorld {
  pageSize: number;
  /** Whoever asks. */
  viewer: Person;
  /** The advertisement that home shows. */
  advert: SimPost;
}

/** Variables in, the answer's body out. */
export type Operation = (world: World, variables: Json) => Json;
