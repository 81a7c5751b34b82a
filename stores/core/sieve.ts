/**
 * Decides, in the page's world, which responses concern the chat: by one scan of their text, never by parsing it.
 *
 * The rest is held back for a while, since its conversation may prove to be the chat's. Notes are kept in literals and
 * a linked list and methods were taken hold of beforehand: a page that patches Array.prototype changes nothing here.
 */
import { methods } from './natives';

/** Begins with a letter that is rare in JSON: the engine finds it twice as fast as the whole key. */
const CONVERSATION = 'versation_id_str":"';
/** What is held back: ten minutes and eight million characters at most. */
const HOLD = { ms: 600_000, characters: 8_000_000 };

const [indexOf, slice, lower, split] = methods(String, 'indexOf', 'slice', 'toLowerCase', 'split');

const [has] = methods(Set, 'has');

type Held = { head: string; text: string; next: Held | null };

/** Where the sieve sends to, and a timer, passed in. */
export interface SieveDeps {
  send: (message: string) => void;
  later: (work: () => void, ms: number) => void;
}

/** `hear` each response, and say with `want` what counts ("tag,tag\nid,id"): whatever concerns the chat is sent, head before text. */
export function createSieve({ send, later }: SieveDeps) {
  let tags: string[] = [];
  let conversations: Set<string> | undefined;
  let held: Held | null = null;

  const isTagged = (text: string, mark: string): boolean => {
    for (let at = indexOf(text, mark); at >= 0; at = indexOf(text, mark, at + 1)) {
      for (let i = 0; i < tags.length; i++) {
        const tag = tags[i] as string;
        if (lower(slice(text, at + 1, at + 1 + tag.length)) === tag) return true;
      }
    }
    return false;
  };
  const isConversation = (text: string): boolean => {
    if (!conversations) return false;
    for (let at = indexOf(text, CONVERSATION); at >= 0; at = indexOf(text, CONVERSATION, at)) {
      at += CONVERSATION.length;
      const id = slice(text, at, indexOf(text, '"', at));
      if (has(conversations, id)) return true;
    }
    return false;
  };
  const concerns = (text: string) =>
    isTagged(text, '#') || isTagged(text, '＃') || isConversation(text);

  /** Goes through what is held: lets go of what is too old (empty) or too much, and sends what concerns the chat where that may be new. */
  const sift = (again: boolean) => {
    let room = HOLD.characters;
    let last: Held | null = null;
    for (let one = held; one; one = one.next) {
      room -= one.text.length;
      const sent = again && concerns(one.text);
      if (sent) send(one.head + one.text);
      if (one.text && !sent && room > 0) last = one;
      else if (last) last.next = one.next;
      else held = one.next;
    }
  };

  return {
    /** A response: its text is sent with the head, the head alone where it does not concern the chat. `own` ones always pass, and what is no JSON object, to be counted. */
    hear(head: string, text: string, own: boolean): void {
      const passes = own || concerns(text) || (text && slice(text, 0, 1) !== '{');
      send(passes ? head + text : head);
      if (passes) return;
      const one: Held = { head, text, next: held };
      held = one;
      later(() => {
        one.text = '';
      }, HOLD.ms);
      sift(false);
    },
    want(interest: string): void {
      const [first, second] = split(interest, '\n');
      tags = split(first, ',');
      conversations = second ? new Set(split(second, ',')) : undefined;
      sift(true);
    },
  };
}
