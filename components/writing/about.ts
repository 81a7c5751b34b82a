/** One screen at first use, and again when asked for: how the chat works, what Polchat does and does not, and that all of it is public. */
import type { WordKey, Words } from '@/components/shared/words';

const LINES: readonly WordKey[] = [
  'about_chat',
  'about_does',
  'about_does_not',
  'about_public',
  'about_check',
  'about_keys',
];

/** `close` is called by its button and by Escape. */
export function buildAbout(words: Words, hashtag: string, close: () => void): HTMLElement {
  const about = document.createElement('section');
  about.className = 'about';
  about.setAttribute('aria-label', words('about_title', `#${hashtag}`));
  const title = document.createElement('h3');
  title.textContent = words('about_title', `#${hashtag}`);
  const lines = LINES.map((key) => {
    const line = document.createElement('p');
    line.textContent = words(key, `#${hashtag}`);
    return line;
  });
  const done = document.createElement('button');
  done.type = 'button';
  done.className = 'solid';
  done.textContent = words('about_done');
  done.addEventListener('click', close);
  about.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });
  const text = document.createElement('div');
  text.tabIndex = 0;
  text.append(title, ...lines);
  about.append(text, done);
  return about;
}
