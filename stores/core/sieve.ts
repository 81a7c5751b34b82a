/**
 * Decides, in the page's world, which responses concern the chat: by one scan of their text, never by parsing it.
 *
 * The rest is held back for a while, since its conversation may prove to be the chat's. No array is walked or taken
 * apart, and methods were taken hold of beforehand: whatever the page does to Array.prototype changes nothing here.
 */
import { exec, methods } from './natives';

/** Of `conversation_id_str":"` the part that is found three times as fast as the whole: it is short, and begins with a letter that is rare in JSON. So do the others below. */
const CONVERSATION = 'versa';
/** The end of `"instructions"`, which every timeline has: in what people write the sign after it is escaped. */
const TIMELINE = 'ructions"';
/** What is held back: ten minutes and eight million characters at most. */
const HOLD = { ms: 600_000, characters: 8_000_000 };

const { parse } = JSON;
const { hasOwn } = Object;
const Pattern = RegExp;
const [indexOf, slice] = methods(String, 'indexOf', 'slice');
const [each, add, remove] = methods(Set, 'forEach', 'add', 'delete');

interface Held {
  head: string;
  /** '' once it is let go. */
  text: string;
}

/** What counts, as `writeInterest` writes it. */
interface Written {
  /** The pattern that each of the hashtags matches with its sign, as text. */
  text: string;
  /** None where none is known yet, which spares a scan. */
  ids: Record<string, 1> | null;
}

type Send = (message: string) => void;
/** A timer, which hands `one` on. */
type Later = <T>(work: (one: T) => void, ms: number, one: T) => void;

/** `hear` each response, and say with `want` what counts: whatever concerns the chat is sent, head before text. */
export function createSieve(send: Send, later: Later) {
  let ids: Written['ids'] = null;
  /** Nothing yet. */
  let tags = /$a/y;
  let room = HOLD.characters;
  const held = new Set<Held>();

  // Two loops, each with its own test: one for both, which calls it, takes a seventh longer. The text begins with another sign than the mark.
  const isTagged = (text: string, mark: string) => {
    for (let at = indexOf(text, mark); at > 0; at = indexOf(text, mark, at + 1)) {
      tags.lastIndex = at;
      if (exec(tags, text)) return at;
    }
    return 0;
  };
  /** `rest` is how far behind the beginning of the mark an id stands, in quotation marks: most marks have none there. */
  const hasId = (text: string, mark: string, rest: number) => {
    for (let at = indexOf(text, mark); at > 0; at = indexOf(text, mark, at + 1)) {
      const from = at + rest;
      if (text[from - 1] !== '"') continue;
      if (hasOwn(ids as object, slice(text, from, indexOf(text, '"', from)))) return at;
    }
    return 0;
  };
  const concerns = (text: string) =>
    isTagged(text, '#') ||
    isTagged(text, '＃') ||
    (ids &&
      (hasId(text, CONVERSATION, 'versation_id_str":"'.length) ||
        // What is looked for elsewhere costs nothing where a post says its conversation, as all but the next front-end's do.
        (indexOf(text, 'versation_id') < 0 &&
          // A deleted post says nothing of itself that could be known.
          (indexOf(text, 'Tombs') > 0 ||
            hasId(text, 'y_to_r', 'y_to_results":{"rest_id":"'.length)))));

  const letGo = (one: Held) => {
    remove(held, one);
    room += one.text.length;
    // The timer holds on to it longer.
    one.text = '';
  };

  return {
    /**
     * A response: its text is sent with the head; where it does not concern the chat the head alone, and a space where it is a timeline.
     * `own` ones always pass, and what is no JSON object, to be counted.
     */
    hear(head: string, text: string, own: unknown): void {
      if (own || text[0] !== '{' || concerns(text)) {
        send(head + text);
        return;
      }
      send(head + (indexOf(text, TIMELINE) < 0 ? '' : ' '));
      const one = { head, text };
      add(held, one);
      room -= text.length;
      later(letGo, HOLD.ms, one);
      // The oldest first.
      each(held, (old: Held) => room < 0 && letGo(old));
    },
    want(interest: string): void {
      const wanted: Written = parse(interest);
      ids = wanted.ids;
      tags = Pattern(wanted.text, 'iy');
      each(held, (one: Held) => {
        if (!concerns(one.text)) return;
        send(one.head + one.text);
        letGo(one);
      });
    },
  };
}
