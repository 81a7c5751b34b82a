/** The chats that can be played, by name. */
import { WEEKLY_CHAT } from './chat-script.ts';
import { NUMBERLESS_CHAT, TWO_HOSTS_CHAT } from './script/short-chats.ts';
import type { ScriptedChat } from './types.ts';

export const SCRIPTS: Readonly<Record<string, ScriptedChat>> = {
  weekly: WEEKLY_CHAT,
  numberless: NUMBERLESS_CHAT,
  twoHosts: TWO_HOSTS_CHAT,
};
