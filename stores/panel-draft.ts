/** Decides what the panel's composer hands to X: the label in front, the hashtag behind, each only once. */
import type { Conversation } from './core/conversation';
import { hasHashtag } from './core/hashtag';

/** What someone has begun to write in the panel. `label` is '' for none, null for "the open question's, whichever that is". */
export interface Draft {
  text: string;
  label: string | null;
}

export const EMPTY_DRAFT: Draft = { text: '', label: null };

/** The text as it goes into X's composer. */
export function buildPostText(text: string, label: string, hashtag: string): string {
  const words = text.trim();
  const front = label === '' || startsWithLabel(words) ? '' : `${label} `;
  const back = hasHashtag(words, hashtag) ? '' : ` #${hashtag}`;
  return `${front}${words}${back}`;
}

function startsWithLabel(text: string): boolean {
  return /^[AQ]\.?\d{1,2}(?!\d|\()/i.test(text);
}

/** Answer labels that can be chosen, the open question's first; for a host also the next question's. */
export function draftLabels(conversation: Conversation, host: boolean): string[] {
  const { questions, open } = conversation;
  const session = questions.at(-1)?.session ?? 0;
  const labels = questions
    .filter((question) => question.session === session && /^Q\d/.test(question.label))
    .map((question) => question.label);
  const answers = [...new Set(labels)].reverse().map(answerTo);
  const first = defaultLabel(conversation, false);
  const ordered = open === null ? answers : [first, ...answers.filter((label) => label !== first)];
  const next = 1 + Math.max(0, ...labels.map((label) => Number.parseInt(label.slice(1), 10)));
  return (host ? [`Q${next}`, ...ordered] : ordered).filter((label) => label !== '');
}

/** The label that a new post gets unless another is chosen: the open question's; none for hosts, who ask and steer. */
export function defaultLabel(conversation: Conversation, host: boolean): string {
  const label = conversation.open?.label ?? '';
  return !host && /^Q\d/.test(label) ? answerTo(label) : '';
}

function answerTo(label: string): string {
  return label.replace(/^Q/, 'A');
}
