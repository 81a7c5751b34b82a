/** Checks a draft, less what the person said is fine; of that only salted hashes are kept, for one session of the chat. */
import type { Bridge } from '@/stores/bridge';
import { checkDraft, type Finding, sameWords } from '@/stores/core/draft-check';

export interface Allowances {
  /** What in the text had better not go out. What was not seen before may come a moment later, with `onChange`. */
  check: (text: string) => Finding[];
  /** These words are fine from now on. */
  allow: (finding: Finding) => void;
}

const SALT_BYTES = 16;

export function createAllowances(bridge: Bridge, onChange: () => void): Allowances {
  const { saved } = bridge;
  /** Words → whether they are fine; undefined while their hash is being made. */
  let known = new Map<string, boolean | undefined>();
  /** The session that they are fine for. */
  let knownFor = 0;
  const session = () => bridge.clock().session?.start ?? 0;
  const current = () => {
    const fine = saved.get('fine');
    const isThis = fine.salt !== '' && fine.session === session();
    return isThis ? fine : { session: session(), salt: newSalt(), hashes: [] };
  };
  const learn = async (key: string) => {
    known.set(key, undefined);
    const { salt, hashes } = saved.get('fine');
    const mine = known;
    const isFine = hashes.length > 0 && hashes.includes(await hash(salt, key));
    mine.set(key, isFine && saved.get('fine').session === session());
    if (!isFine) onChange();
  };
  saved.onChange((keys) => {
    if (!keys.includes('fine')) return;
    known = new Map();
    onChange();
  });
  return {
    check(text) {
      if (knownFor !== session()) known = new Map();
      knownFor = session();
      return checkDraft(text, saved.get('settings').draftCheck.off).filter((finding) => {
        const key = sameWords(finding);
        // Nothing was ever allowed: no hash to compare with.
        if (saved.get('fine').hashes.length === 0) return true;
        if (!known.has(key)) void learn(key);
        return known.get(key) === false;
      });
    },
    allow(finding) {
      const { salt, hashes, ...rest } = current();
      void hash(salt, sameWords(finding)).then((made) => {
        saved.set('fine', { ...rest, salt, hashes: [...new Set([...hashes, made])] });
      });
    },
  };
}

function newSalt(): string {
  return hex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
}

async function hash(salt: string, words: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${salt} ${words}`);
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
