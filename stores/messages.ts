/** The one protocol between content scripts, the background and the pages: every message, what it takes and what it answers. */
import type { Post } from './core/post';

/** A request's name → what it carries and what comes back. */
export interface Protocol {
  /** Content → background: keep these posts. Answered only once they are on disk; sent again otherwise. */
  keepPosts: { takes: { hashtag: string; posts: Post[] }; gives: { kept: number } };
  /** Content → background: every post kept of this chat written from `from` to `to` (ms). */
  readPosts: { takes: { hashtag: string; from: number; to: number }; gives: Post[] };
  /** Content → background: put the panel's script into the sender's page. */
  loadPanel: { takes: null; gives: null };
  /** Content → background: put the composer's page-world helper into the sender's page. */
  loadComposer: { takes: null; gives: null };
  /** Popup → background: join the session that begins at `start`, and bring X forward with the panel open. */
  join: { takes: { hashtag: string; start: number }; gives: null };
  /** Popup → background: read the calendars again. */
  refreshSchedule: { takes: null; gives: null };
  /** Background → content: posts kept from another tab. */
  postsKept: { takes: { hashtag: string; posts: Post[] }; gives: null };
  /** Background → content: open the panel here. */
  openPanel: { takes: null; gives: null };
}

export type MessageName = keyof Protocol;
/** What travels: `runtime.sendMessage` takes one object. */
export type Message = { [N in MessageName]: { name: N; body: Protocol[N]['takes'] } }[MessageName];
