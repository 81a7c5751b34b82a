import { useState } from 'preact/hooks';
import type { Author } from '@/stores/core/post';

const HUES = [4, 28, 90, 150, 178, 204, 232, 262, 290, 330];

/** A picture of the author if X gave one and it loads, else initials on a colour that stays theirs. */
export function Avatar({ author }: { author: Author }) {
  const [failed, setFailed] = useState('');
  const { avatar, handle, name } = author;
  if (avatar?.startsWith(PICTURES) && avatar !== failed) {
    return (
      <img
        class="avatar"
        src={avatar}
        alt=""
        loading="lazy"
        decoding="async"
        onError={() => setFailed(avatar)}
      />
    );
  }
  return (
    <span class="avatar" style={{ '--hue': hueOf(handle) }} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** Only X's own picture host: anything else would tell a stranger who reads what. */
const PICTURES = 'https://pbs.twimg.com/';

/** One or two letters that stand for a name; handles and emoji names have some too. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word === undefined ? '' : String.fromCodePoint(word.codePointAt(0) ?? 0)))
    .join('');
  return letters === '' ? '?' : letters.toUpperCase();
}

export function hueOf(handle: string): number {
  let sum = 0;
  for (const char of handle.toLowerCase()) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return HUES[sum % HUES.length] ?? 0;
}
