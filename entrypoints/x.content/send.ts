/** Sends messages to the background. */
import { browser } from '#imports';
import { type MessageName, type Protocol, sendMessage } from '@/stores/messages';

export function send<N extends MessageName>(
  name: N,
  body: Protocol[N]['takes'],
): Promise<Protocol[N]['gives']> {
  return sendMessage((message) => browser.runtime.sendMessage(message), name, body);
}
