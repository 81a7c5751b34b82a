/** Decides what the panel's composer hands to X: the label in front, the hashtag behind, each only once. */
import type { Conversation } from './core/conversation';
import { hasHashtag } from './core/hashtag';
import type { Post } from './core/post';

/** What someone has begun to write in the panel. `label` is '' for none, null for "the open question's, whichever that is". */
export interface Draft {
  text: string;
  label: string | null;
  /** When it was written last, ms; 0 for never. */
  at: number;
}

export const EMPTY_DRAFT: Draft = { text: '', label: null, at: 0 };

/** X's times are whole seconds, and clocks differ by a little, ms. */
const SLACK = 3_000;

/** So many words in a row nobody writes twice by chance, as they do "I think we". */
const OWN_WORDS = 6;
/** Of the post's words so many may be no draft's: more, and it is another post that shares words with what was begun here. */
const ADDED = 0.5;
const FRAME = /^(?:[@#]\w+|[aq]\d{1,2})$/;

/**
 * Whether an own post is what became of a draft: its words, whatever X made of the links and the person changed in X's composer. Where
 * it is doubtful it is not: a draft that stays can be deleted, one that went is lost.
 */
export function isPosted(draft: Draft, post: Pick<Post, 'text' | 'createdAt'>): boolean {
  if (draft.text.trim() === '' || post.createdAt < draft.at - SLACK) return false;
  const [mine, theirs] = [bareWords(draft.text), bareWords(post.text)];
  const isWhole = ` ${theirs.join(' ')} `.includes(` ${mine.join(' ')} `);
  if (isWhole && mine.length >= OWN_WORDS) return true;
  const kept = mine.filter((word) => theirs.includes(word));
  // Label, hashtags and names came with the post, not from the person's change of mind.
  const added = theirs.filter((word) => !mine.includes(word) && !FRAME.test(word));
  if (added.length > (added.length + kept.length) * ADDED) return false;
  // Reworded at the last moment, but no other post.
  return isWhole || (mine.length >= 4 && kept.length >= mine.length * 0.7);
}

/** Words without links, which X shortens; emoji and scripts without spaces count by the piece between spaces. */
function bareWords(text: string): string[] {
  const words = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/https?:\/\/\S+/g, ' ');
  return words.split(/[\s.,:;!?"“”'’()…]+/).filter(Boolean);
}

/** What is left where two were begun: both, and nothing twice. */
export function joinDrafts(kept: Draft, now: Draft): Draft {
  if (now.text.trim() === '' || kept.text.includes(now.text)) return kept;
  if (kept.text.trim() === '' || now.text.includes(kept.text)) return now;
  return { ...now, text: `${kept.text}\n${now.text}` };
}

/** The text as it goes into X's composer. `next` is the number of the question that comes next, where that is not the label's own. */
export function buildPostText(
  text: string,
  label: string,
  hashtag: string,
  next = nextAfter(label),
): string {
  const words = text.trim();
  const front = label === '' || startsWithLabel(words, next) ? '' : `${label} `;
  const back = hasHashtag(words, hashtag) ? '' : ` #${hashtag}`;
  return `${front}${words}${back}`;
}

/** Does it begin, behind names and hashtags, with the label of a question that was asked or comes next? The A38 is a road. */
export function startsWithLabel(text: string, next: number): boolean {
  const number = /^(?:[@#]\w+[\s,.:-]+)*[([]?[AQ]\.?(\d{1,2})(?!\d|\(|M\b)/i.exec(text)?.[1];
  return number !== undefined && Number(number) <= next;
}

/** The number of the question that comes next, as far as a label tells. */
export function nextAfter(label: string): number {
  return 1 + (Number.parseFloat(label.slice(1)) || 0);
}

/** A number that a post begins with, behind names and hashtags. */
const NUMBER = /^(?:[@#]\w+[\s,.:-]+)*[QA]\.?\s?(\d{1,2})(?!\d|\()/i;

/** The label for an answer to a post as far as the posts themselves tell: the number that it, or what it answers in turn, begins with. */
export function answerLabel(get: (id: string) => Post | undefined, id: string): string {
  let post = get(id);
  for (let step = 0; post && step < 6; step += 1) {
    const number = NUMBER.exec(post.text)?.[1];
    if (number) return `A${Number(number)}`;
    post = get(post.replyTo ?? post.quoteOf ?? '');
  }
  return '';
}

/** Answer labels that can be chosen, the open question's first; for a host also the next question's. */
export function draftLabels(conversation: Conversation, host: boolean): string[] {
  const { open } = conversation;
  const labels = askedLabels(conversation);
  const answers = [...new Set(labels)].reverse().map(answerOf);
  const first = defaultLabel(conversation, false);
  const ordered = open === null ? answers : [first, ...answers.filter((label) => label !== first)];
  const all = host ? [`Q${nextQuestion(conversation)}`, ...ordered] : ordered;
  return all.filter((label) => label !== '');
}

/** The number of the question that comes next. */
export function nextQuestion(conversation: Conversation): number {
  const numbers = askedLabels(conversation).map((label) => Number.parseInt(label.slice(1), 10));
  return 1 + Math.max(0, ...numbers);
}

/** Of the numbered questions of this session. */
function askedLabels({ questions }: Conversation): string[] {
  const session = questions.at(-1)?.session ?? 0;
  return questions
    .filter((question) => question.session === session && /^Q\d/.test(question.label))
    .map((question) => question.label);
}

/** The label that a new post gets unless another is chosen: the open question's; none for hosts, who ask and steer. */
export function defaultLabel(conversation: Conversation, host: boolean): string {
  const label = conversation.open?.label ?? '';
  return !host && /^Q\d/.test(label) ? answerOf(label) : '';
}

/** The label of an answer to a post, to the open question for null; none for hosts and outside numbered questions. */
export function answerTo(conversation: Conversation, me: string | null, id: string | null): string {
  const isHost = conversation.hosts.some((one) => one.toLowerCase() === me?.toLowerCase());
  if (isHost || id === null) return defaultLabel(conversation, isHost);
  const label = conversation.placed.get(id)?.question ?? '';
  return /^Q\d/.test(label) ? answerOf(label) : '';
}

function answerOf(label: string): string {
  return label.replace(/^Q/, 'A');
}
