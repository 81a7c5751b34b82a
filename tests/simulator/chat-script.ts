/** The chat that the director plays: an hour of #polchat, invented from first to last. */
import { CHAT_PEOPLE, person } from './people.ts';
import { FIRST_HALF } from './script/first-half.ts';
import { OPENING } from './script/opening.ts';
import { toPosts } from './script/rows.ts';
import { SECOND_HALF } from './script/second-half.ts';
import type { ScriptedChat } from './types.ts';

/** "Getting people to public meetings", hosted by an invented force. */
export const WEEKLY_CHAT: ScriptedChat = {
  hashtag: 'polchat',
  theme: 'Getting people to public meetings',
  hosts: ['WexdalePolice'],
  people: [...CHAT_PEOPLE, person('CllrPWatts', 'Cllr P Watts', 'Ward councillor.')],
  posts: toPosts([...OPENING, ...FIRST_HALF, ...SECOND_HALF]),
};
