/** Takes words to X where its composer in the page cannot: X's own small window, else the clipboard, said in words. */
import type { Words } from '@/components/shared/words';
import type { Bridge, Writing } from '@/stores/bridge';

const SMALL_WINDOW = 'popup,width=620,height=640';

/** Opens X's small window for a post. False where the browser opens none. */
export function openIntent(values: Record<string, string>): boolean {
  const query = Object.entries(values).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  try {
    return window.open(`/intent/post?${query.join('&')}`, '_blank', SMALL_WINDOW) !== null;
  } catch {
    // Firefox throws where the page may open none.
    return false;
  }
}

export function createHandOver(bridge: Bridge, words: Words): Writing['handOver'] {
  return async (text) => {
    if (openIntent({ text })) return bridge.notify(words('compose_window'));
    const said = await navigator.clipboard.writeText(text).then(
      () => 'compose_clipboard' as const,
      () => 'compose_nowhere' as const,
    );
    bridge.notify(words(said));
  };
}
