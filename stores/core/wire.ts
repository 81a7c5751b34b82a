/** The words that the tap in the page's world and the content script say to each other, and nothing else. */

/** The event with which the tap offers its port, at document_start. */
export const OFFER = 'polchat:offer';
/** The event with which the content script asks for the port, where it was the first to run. */
export const ASK = 'polchat:ask';

/** Content script → tap: what counts. Each message replaces the one before. */
export interface Interest {
  /** Lower case, without #. */
  hashtags: string[];
  /** Ids of conversations that hold a post of the chat. */
  conversations: string[];
}

/** Tap → content script: one response of X. */
export interface Captured {
  /** GraphQL operation ("SearchTimeline"), or the path of an older REST call ("notifications/all"). */
  operation: string;
  /** HTTP status. */
  status: number;
  /** The response's text; '' where it does not concern the chat, a space where it is a timeline that does not. */
  text: string;
  /** The request's body, or its address, for the variables in it. */
  request: string;
  /** X's clock (the `date` header) in ms since 1970; null where there is none. */
  date: number | null;
  /** What X still allows of this operation; `reset` in ms since 1970. null where it does not say. */
  rate: { limit: number; remaining: number; reset: number } | null;
  /** Only where earlier than now: when X answered (ms, this computer's clock), for the tap may hold a text back. */
  heardAt?: number;
  /** How often the tap itself failed since the page was opened. */
  failures: number;
}

/** The interest as the tap reads it. */
export function writeInterest({ hashtags, conversations }: Interest): string {
  // Letters, digits and _ alone; an empty pattern would match everything.
  const text = `.(?:${hashtags.join('|') || '(?!)'})`;
  const ids = Object.fromEntries(conversations.map((id) => [id, 1]));
  // Not left out where there are none: what an object lacks, the page could put on the prototype of all.
  return JSON.stringify({ text, ids: conversations.length > 0 ? ids : null });
}

/** What the tap sends before a response's text: whatever the page put into the request, its parts stay where they are. */
export function writeHead(
  operation: string,
  status: number,
  failures: number,
  request: string,
  headers: string,
): string {
  return `${operation}\n${status}\n${failures}\n${request.length}\n${headers.length}\n${request}${headers}`;
}

const RATE = /^x-rate-limit-(limit|remaining|reset): *(\d+)\s*$/gim;

/** What the tap sent; undefined for anything it would not send. */
export function parseCaptured(message: unknown): Captured | undefined {
  if (typeof message !== 'string') return undefined;
  const head = /^([\w/]+)\n(\d{1,3})\n(\d{1,9})\n(\d{1,9})\n(\d{1,9})\n/.exec(message);
  if (!head) return undefined;
  const [{ length: start }, operation = '', status, failures, requested, headed] = head;
  const between = start + Number(requested);
  const end = between + Number(headed);
  if (end > message.length) return undefined;
  const headers = message.slice(between, end);
  const date = Date.parse(/^date: *(.*)$/im.exec(headers)?.[1] ?? '');
  const rate = { limit: 0, remaining: 0, reset: 0 };
  for (const [, name = '', value] of headers.matchAll(RATE)) {
    rate[name.toLowerCase() as keyof typeof rate] = Number(value);
  }
  return {
    operation,
    status: Number(status),
    text: message.slice(end),
    request: message.slice(start, between),
    date: Number.isNaN(date) ? null : date,
    rate: rate.reset ? { ...rate, reset: rate.reset * 1000 } : null,
    failures: Number(failures),
  };
}

/** The event on X's editor by which the prefill script tells the page-world composer what to do; `detail` is a ComposeOrder as JSON. */
export const COMPOSE = 'polchat:compose';

/** Replace the text between two places (characters from the start, a paragraph's end counts one; beyond the end means the end). */
export interface ComposeOrder {
  from: number;
  to: number;
  /** '' takes the selected text out. */
  text: string;
  /** Put the caret back where it was. */
  keepCaret: boolean;
  /** Put the caret here instead. */
  caret?: number;
}
