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
  /** The response's text; '' where it does not concern the chat. */
  text: string;
  /** The request's body, or its address, for the variables in it. */
  request: string;
  /** X's clock (the `date` header) in ms since 1970; null where there is none. */
  date: number | null;
  /** What X still allows of this operation; `reset` in ms since 1970. null where it does not say. */
  rate: { limit: number; remaining: number; reset: number } | null;
  /** How often the tap itself failed since the page was opened. */
  failures: number;
}

/** The interest as the tap reads it: a line of hashtags and a line of ids. */
export function writeInterest({ hashtags, conversations }: Interest): string {
  return `${hashtags.join(',')}\n${conversations.join(',')}`;
}

type Numbers = [number, number, number, number, number, number, number];

/** What the tap sent; undefined for anything it would not send. */
export function parseCaptured(message: unknown): Captured | undefined {
  if (typeof message !== 'string') return undefined;
  const head = /^([\w/]+)\n(\d+)\n(\d+|NaN)\n(\d+|NaN)\n(\d+|NaN)\n(\d+|NaN)\n(\d+)\n(\d+)\n/.exec(
    message,
  );
  if (!head) return undefined;
  const [all, operation = '', ...rest] = head;
  const [status, date, limit, remaining, reset, failures, length] = rest.map(Number) as Numbers;
  const text = all.length + length;
  return {
    operation,
    status,
    text: message.slice(text),
    request: message.slice(all.length, text),
    date: date || null,
    // Without the headers, NaN or 0.
    rate: reset ? { limit, remaining, reset: reset * 1000 } : null,
    failures,
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
}
