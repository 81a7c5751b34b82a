/** Hears the storage and the background. */
import { browser } from '#imports';
import type { Message, MessageName, Protocol } from '@/stores/messages';

type Changes = Record<string, { newValue?: unknown }>;

/** What the background says, and what is done at once with it. */
type Handlers = { [N in MessageName]?: (body: Protocol[N]['takes']) => Protocol[N]['gives'] };

/** Of an orphaned script the browser takes these away itself. */
export function listen(adopt: (changes: Changes) => void, handlers: Handlers): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local') adopt(changes);
  });
  browser.runtime.onMessage.addListener(({ name, body }: Message, _, respond) => {
    try {
      const gives = (handlers[name] as ((body: unknown) => unknown) | undefined)?.(body);
      if (gives !== undefined) respond({ gives });
    } catch (error) {
      // Without a word it would look as if nobody listened here.
      respond({ failed: `${error}` });
    }
  });
}
