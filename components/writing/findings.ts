/** The list of what in a draft had better not go out: the words, why, and the two ways to be rid of it. */
import type { WordKey, Words } from '@/components/shared/words';
import type { Finding } from '@/stores/core/draft-check';

export interface Check {
  find: (text: string) => Finding[];
  /** These words are fine. */
  onAllow: (finding: Finding) => void;
  /** Nothing of this kind is to be looked for. */
  onNever: (kind: Finding['kind']) => void;
}

/** The list anew; empty where nothing was found. The draft is never held up by it. */
export function buildFindings(findings: readonly Finding[], words: Words, check: Check): Node[] {
  if (findings.length === 0) return [];
  const title = document.createElement('b');
  title.textContent = words('check_title');
  const list = document.createElement('ul');
  list.setAttribute('aria-label', words('check_title'));
  list.append(...findings.map((finding) => buildRow(finding, words, check)));
  return [title, list];
}

function buildRow(finding: Finding, words: Words, check: Check): HTMLElement {
  const row = document.createElement('li');
  row.dataset.kind = finding.kind;
  const what = document.createElement('mark');
  what.textContent = finding.words;
  const why = document.createElement('span');
  why.textContent = ` ${words(`check_${finding.kind}` as WordKey)} `;
  row.append(
    what,
    why,
    button(words('check_fine'), words('check_fine_what', finding.words), () =>
      check.onAllow(finding),
    ),
    ' ',
    button(
      words('check_never'),
      words('check_never_what', words(`check_name_${finding.kind}` as WordKey)),
      () => check.onNever(finding.kind),
    ),
  );
  return row;
}

export function button(text: string, name: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'plain';
  made.textContent = text;
  if (name !== text) made.setAttribute('aria-label', name);
  made.addEventListener('click', press);
  return made;
}

/** The text with its findings marked, for a layer that lies behind it. */
export function buildMarks(text: string, findings: readonly Finding[]): (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = [];
  let at = 0;
  for (const { from, to } of findings) {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(from, to);
    parts.push(text.slice(at, from), mark);
    at = to;
  }
  // A line break at the end would not be drawn without something behind it.
  return [...parts, `${text.slice(at)}\u200b`];
}
