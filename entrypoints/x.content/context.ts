/** The life of the script in X's page: WXT's context without what is never asked of it, for X's pages pay for every byte (wxt.config.ts puts it in its place). */
import { browser } from '#imports';

/** How often the address is looked at where the browser does not tell of it (Firefox before 147), ms. */
const LOOK_MS = 1_000;

export class ContentScriptContext {
  readonly #end = new AbortController();

  /** Ends once the extension is known to be updated or taken away. */
  get signal(): AbortSignal {
    // Nobody says so: the id that is gone tells it.
    if (!browser.runtime?.id) this.#end.abort();
    return this.#end.signal;
  }

  get isInvalid(): boolean {
    return this.signal.aborted;
  }

  get isValid(): boolean {
    return !this.isInvalid;
  }

  onInvalidated(ended: () => void): void {
    this.#end.signal.addEventListener('abort', ended);
  }

  setTimeout(work: () => void, ms: number): number {
    return setTimeout(() => this.isValid && work(), ms) as unknown as number;
  }

  setInterval(work: () => void, ms: number): void {
    const timer = setInterval(() => this.isValid && work(), ms);
    this.onInvalidated(() => clearInterval(timer));
  }

  addEventListener<K extends keyof DocumentEventMap>(
    target: Document,
    kind: K,
    heard: (event: DocumentEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof WindowEventMap>(
    target: Window,
    kind: K,
    heard: (event: WindowEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void;
  addEventListener(
    target: EventTarget,
    kind: string,
    heard: (event: never) => void,
    options?: AddEventListenerOptions,
  ): void {
    target.addEventListener(kind, heard as EventListener, {
      ...options,
      signal: this.#end.signal,
    });
  }

  /** Calls back with the address that X goes to without loading a page: just before it is there, or soon after. */
  onMove(moved: (url: URL) => void): void {
    let last = location.href;
    const look = (address: string) => {
      if (address === last) return;
      last = address;
      moved(new URL(address));
    };
    const { navigation } = globalThis;
    const { signal } = this.#end;
    if (navigation) {
      navigation.addEventListener('navigate', (event) => look(event.destination.url), { signal });
    } else this.setInterval(() => look(location.href), LOOK_MS);
  }
}
