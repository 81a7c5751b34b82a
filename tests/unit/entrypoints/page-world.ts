/** A page's world for the tap and the content script to meet in: as much of a browser as they touch. */
import { vi } from 'vitest';
import { type Captured, parseCaptured, writeInterest } from '@/stores/core/wire';

vi.mock('#imports', () => ({ defineContentScript: (definition: unknown) => definition }));

export interface Answer {
  url?: string;
  status?: number;
  headers?: Record<string, string>;
  text?: string;
  responseType?: string;
}

/** An XMLHttpRequest that answers when it is told to. */
class FakeXhr extends EventTarget {
  sent: unknown[] = [];
  #answer: Answer = {};
  #state = 0;
  open(): void {}
  send(...args: unknown[]): string {
    this.sent.push(...args);
    return 'what send gives';
  }
  answer(answer: Answer): void {
    this.#answer = answer;
    for (this.#state = 2; this.#state < 4; this.#state++) this.#change();
    this.#change();
    this.dispatchEvent(new Event('load'));
  }
  #change(): void {
    this.dispatchEvent(new Event('readystatechange'));
  }
  get readyState(): number {
    return this.#state;
  }
  get responseURL(): string {
    return this.#answer.url ?? '';
  }
  get status(): number {
    return this.#answer.status ?? 200;
  }
  get responseText(): string {
    const { responseType = '', text = '' } = this.#answer;
    if (responseType && responseType !== 'text') throw new TypeError('InvalidStateError');
    return text;
  }
  getAllResponseHeaders(): string {
    const lines = Object.entries(this.#answer.headers ?? {});
    return lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  }
}

/** A Response that knows where it came from, which a script cannot make. */
class FakeResponse {
  readonly #answer: Answer;
  constructor(answer: Answer) {
    this.#answer = answer;
  }
  get url(): string {
    return this.#answer.url ?? '';
  }
  get status(): number {
    return this.#answer.status ?? 200;
  }
  get headers(): Headers {
    return new Headers(this.#answer.headers);
  }
  clone(): FakeResponse {
    return new FakeResponse(this.#answer);
  }
  async text(): Promise<string> {
    return this.#answer.text ?? '';
  }
}

export interface World {
  xhr: () => FakeXhr;
  /** What `fetch` gives next. */
  fetches: (answer: Answer | Error) => void;
  fetch: (...args: unknown[]) => Promise<FakeResponse>;
  document: { head: object | null; body: object | null };
  /** The parser adds the page's first element. */
  beginPage(): void;
  dispatch(event: Event): boolean;
  listen(type: string, listener: (event: Event) => void): void;
  startTap(): Promise<void>;
  /** Starts the content script's side; what it is handed is in `captured`. */
  startContent(): Promise<boolean>;
  want(...hashtags: string[]): void;
  captured: Captured[];
  ports: MessagePort[];
  /** Until all that was sent has come. */
  settled(): Promise<void>;
}

/** Sets up the globals of a page that has only begun to load. */
export function createWorld(): World {
  vi.resetModules();
  const target = new EventTarget();
  const document: World['document'] = { head: null, body: null };
  const observers: (() => void)[] = [];
  let next: Answer | Error = {};
  const page: Record<string, unknown> = {
    document,
    opener: null,
    XMLHttpRequest: FakeXhr,
    Response: FakeResponse,
    MutationObserver: class {
      private readonly work: () => void;
      constructor(work: () => void) {
        this.work = work;
      }
      observe() {
        observers.push(this.work);
      }
      disconnect() {
        observers.splice(0, observers.length, ...observers.filter((work) => work !== this.work));
      }
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
    fetch: async () => {
      if (next instanceof Error) throw next;
      return new FakeResponse(next);
    },
  };
  // Each test has prototypes of its own to wrap.
  class OwnXhr extends FakeXhr {}
  const own = Object.getOwnPropertyDescriptors(FakeXhr.prototype);
  Object.defineProperties(OwnXhr.prototype, { ...own, constructor: { value: OwnXhr } });
  page.XMLHttpRequest = OwnXhr;
  page.window = page;
  for (const [name, value] of Object.entries(page)) vi.stubGlobal(name, value);
  const captured: Captured[] = [];
  const ports: MessagePort[] = [];
  return {
    xhr: () => new OwnXhr(),
    fetches: (answer) => {
      next = answer;
    },
    fetch: (...args) => (page.fetch as (...args: unknown[]) => Promise<FakeResponse>)(...args),
    document,
    beginPage: () => {
      document.head = {};
      for (const work of [...observers]) work();
    },
    dispatch: (event) => target.dispatchEvent(event),
    listen: (type, listener) => target.addEventListener(type, listener),
    startTap: async () => {
      // Each start is a script of its own, as after an update.
      vi.resetModules();
      const tap = (await import('@/entrypoints/tap.content')).default as { main(): void };
      tap.main();
    },
    startContent: async () => {
      const { meetTap } = await import('@/entrypoints/x.content/port');
      return meetTap((port) => {
        ports.push(port);
        port.onmessage = ({ data }) => {
          const one = parseCaptured(data);
          if (one) captured.push(one);
        };
      });
    },
    want: (...hashtags) => {
      for (const port of ports) port.postMessage(writeInterest({ hashtags, conversations: [] }));
    },
    captured,
    ports,
    settled: async () => {
      // Messages between ports take a turn of the event loop each way.
      for (let turn = 0; turn < 6; turn++) await new Promise((done) => setImmediate(done));
    },
  };
}
