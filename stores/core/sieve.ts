/**
 * Decides, in the page's world, which responses concern the chat: by one scan of their text, never by parsing it.
 *
 * The rest is held back for a while, since its conversation may prove to be the chat's. No array is walked or taken
 * apart, and methods were taken hold of beforehand: whatever the page does to Array.prototype changes nothing here.
 */
import { methods } from './natives';

/** Of `conversation_id_str":"` the part that is found three times as fast as the whole: it is short, and begins with a letter that is rare in JSON. */
const CONVERSATION = 'versa';
const REST = 'tion_id_str":"'.length;
/** Of `TweetTombstone`, likewise. */
const TOMBSTONE = 'Tombs';
/** What is held back: ten minutes and eight million characters at most. */
const HOLD = { ms: 600_000, characters: 8_000_000 };

const { parse } = JSON;
const { hasOwn } = Object;
const [indexOf, lastIndexOf, slice, lower] = methods(
  String,
  'indexOf',
  'lastIndexOf',
  'slice',
  'toLowerCase',
);
const [each, add, remove] = methods(Set, 'forEach', 'add', 'delete');

interface Held {
  head: string;
  /** '' once it is let go. */
  text: string;
}

/** What counts, as `writeInterest` writes it. */
interface Written {
  tags: string[];
  /** None where none is known yet, which spares a scan. */
  ids: Record<string, 1> | null;
}

type Send = (message: string) => void;
/** A timer, which hands `one` on. */
type Later = <T>(work: (one: T) => void, ms: number, one: T) => void;

/** Whether some occurrence of the mark is followed, from `at` on, by what is looked for. */
function find(text: string, mark: string, isIt: (at: number) => boolean): boolean {
  for (let at = indexOf(text, mark); at >= 0; at = indexOf(text, mark, at)) {
    at += mark.length;
    if (isIt(at)) return true;
  }
  return false;
}

/** `hear` each response, and say with `want` what counts: whatever concerns the chat is sent, head before text. */
export function createSieve(send: Send, later: Later) {
  let wanted: Written = { tags: [], ids: null };
  let room = HOLD.characters;
  const held = new Set<Held>();

  const isTagged = (text: string, mark: string) =>
    find(text, mark, (at) => {
      for (let i = 0; i < wanted.tags.length; i++) {
        const tag = wanted.tags[i] as string;
        if (lower(slice(text, at, at + tag.length)) === tag) return true;
      }
      return false;
    });
  const concerns = (text: string) => {
    const isKnown = (at: number) =>
      hasOwn(wanted.ids as object, slice(text, at, indexOf(text, '"', at)));
    return (
      isTagged(text, '#') ||
      isTagged(text, '＃') ||
      (wanted.ids &&
        (find(text, CONVERSATION, (at) => isKnown(at + REST)) ||
          // What was deleted has no conversation: its id ends its entry's ("tweet-12"), and no other dash is between.
          find(text, TOMBSTONE, (at) => isKnown(lastIndexOf(text, '-', at) + 1))))
    );
  };

  const letGo = (one: Held) => {
    remove(held, one);
    room += one.text.length;
    // The timer holds on to it longer.
    one.text = '';
  };

  return {
    /** A response: its text is sent with the head, the head alone where it does not concern the chat. `own` ones always pass, and what is no JSON object, to be counted. */
    hear(head: string, text: string, own: unknown): void {
      if (own || text[0] !== '{' || concerns(text)) {
        send(head + text);
        return;
      }
      send(head);
      const one = { head, text };
      add(held, one);
      room -= text.length;
      later(letGo, HOLD.ms, one);
      // The oldest first.
      each(held, (old: Held) => room < 0 && letGo(old));
    },
    want(interest: string): void {
      wanted = parse(interest);
      each(held, (one: Held) => {
        if (!concerns(one.text)) return;
        send(one.head + one.text);
        letGo(one);
      });
    },
  };
}
