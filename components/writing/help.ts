/** Draws what there is to say of a draft in the panel's composer: what had better not go out, how much room is left, who will see it. */
import type { Words } from '@/components/shared/words';
import type { Written } from '@/stores/bridge';
import { weightLeft } from '@/stores/core/weighted-length';
import { buildAbout } from './about';
import { buildFindings, buildMarks, button, type Check } from './findings';

export interface Help {
  words: Words;
  hashtag: string;
  check: Check;
  /** The screen on how a public chat works has not been read yet. */
  isWelcome: boolean;
  onWelcomed: () => void;
}

/** Few characters are left: the number turns to a warning. */
const FEW = 20;

/** In the form's places for it (`data-part` writing, marks and count), anew. The focus stays where it is. */
export function drawHelp(form: HTMLFormElement, { draft, text, me }: Written, help: Help): void {
  const { words, check } = help;
  const part = (name: string) => form.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const findings = check.find(draft);
  const marks = part('marks');
  const area = form.querySelector('textarea');
  if (marks && area) {
    marks.replaceChildren(...(findings.length > 0 ? buildMarks(draft, findings) : []));
    marks.scrollTop = area.scrollTop;
    area.onscroll = () => {
      marks.scrollTop = area.scrollTop;
    };
  }
  const writing = part('writing');
  if (writing) drawAbove(writing, form, help, findings);
  const count = part('count');
  const left = weightLeft(text);
  if (!count) return;
  const number = document.createElement('span');
  number.className = 'left';
  number.toggleAttribute('data-few', left < FEW);
  number.textContent =
    left >= 0 ? words.count('panel_left', left) : words.count('panel_over', -left);
  count.replaceChildren(
    '· ',
    number,
    ...(left < 0 ? [` · ${words('panel_premium')}`] : []),
    ...(me === null ? [] : [` · ${words('panel_posting_as', `@${me}`)}`]),
  );
}

function drawAbove(
  writing: HTMLElement,
  form: HTMLFormElement,
  help: Help,
  findings: ReturnType<Check['find']>,
): void {
  const { words, check, isWelcome, onWelcomed } = help;
  const has = (name: string) => writing.querySelector<HTMLElement>(`:scope > .${name}`);
  const list = has('findings') ?? document.createElement('div');
  list.className = 'findings';
  list.setAttribute('role', 'status');
  const said = findings.map(({ kind, words: what }) => `${kind} ${what}`).join('\n');
  // Not drawn again while it says the same: a press on its buttons must not miss, nor be read aloud at each key.
  if (list.dataset.said !== said) {
    list.dataset.said = said;
    list.replaceChildren(...buildFindings(findings, words, check));
  }
  const about = has('about');
  const close = () => {
    has('about')?.remove();
    onWelcomed();
    form.querySelector('textarea')?.focus();
  };
  const open = () => has('about') ?? writing.prepend(buildAbout(words, help.hashtag, close));
  // A draft that came back with the page is not being written yet.
  if (isWelcome && !about && form.matches(':focus-within')) open();
  const more = has('how') ?? document.createElement('p');
  more.className = 'how';
  if (more.childElementCount === 0) {
    more.append(button(words('about_open'), words('about_open'), () => void open()));
  }
  if (!list.isConnected || !more.isConnected) writing.append(list, more);
}
