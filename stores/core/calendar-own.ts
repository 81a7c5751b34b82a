/** The exact words that Polchat writes beside those for people, believed while the words for people still say the same. */
import { type Component, readText } from './calendar-lines';
import {
  descriptionLines,
  isCalledOff,
  plainLine,
  readQuestions,
  readTheme,
} from './calendar-text';
import type { PlannedQuestion } from './schedule';

const LONGEST = { theme: 200, question: 500 };
const MOST_QUESTIONS = 30;

/** How a title says a theme; the second one where the first would be read as something else ("Cancelled: events"). */
function titlesOf(theme: string, hashtag: string): [string, string] {
  return [`#${hashtag}: ${theme}`, `#${hashtag}: “${theme}”`];
}

/** The title of a session with this theme: one that is read back as the theme, if there is one. */
export function writeTitle(theme: string, hashtag: string): string {
  if (theme === '') return `#${hashtag}`;
  const titles = titlesOf(theme, hashtag);
  const isRead = (title: string) =>
    readTheme(title, hashtag) === theme && !isCalledOff(title, hashtag);
  return titles.find(isRead) ?? titles[0];
}

/** The theme exactly as the host wrote it; undefined where there is none, or where somebody has changed the title since. */
export function readOwnTheme(component: Component, hashtag: string): string | undefined {
  const theme = plainLine(readText(component, 'x-polchat-theme'), LONGEST.theme);
  if (theme === '') return undefined;
  const title = fold(readText(component, 'summary'));
  return titlesOf(theme, hashtag).some((own) => fold(own) === title) ? theme : undefined;
}

/** What a description says of questions, and its lines for all else: as HTML from other programs, or exactly as Polchat wrote it. */
export function readDescription(
  component: Component,
  description: string,
): { lines: string[]; questions: PlannedQuestion[] } {
  const own = parseQuestions(readText(component, 'x-polchat-questions'));
  const plain = description.split(/\r\n|\n|\r/u);
  const said = new Set(plain.map(fold));
  // A question that somebody changed or struck out in the description is no longer the host's own list.
  if (own.length > 0 && own.every(({ label, text }) => said.has(fold(`${label}: ${text}`))))
    return { lines: plain, questions: own };
  const lines = descriptionLines(description);
  return { lines, questions: readQuestions(lines) };
}

function parseQuestions(text: string): PlannedQuestion[] {
  let list: unknown;
  try {
    list = JSON.parse(text || '[]');
  } catch {
    // Cut or changed on the way.
  }
  return (Array.isArray(list) ? list : [])
    .slice(0, MOST_QUESTIONS)
    .map((one, i) => ({ label: `Q${i + 1}`, text: plainLine(String(one), LONGEST.question) }))
    .filter(({ text: words }) => words !== '');
}

function fold(text: string): string {
  return plainLine(text, 1_000);
}
