/** What a page can learn of its own network calls, in every way it can make them: run in X's page with and without Polchat. */

type Log = unknown[];

const SEARCH = '/i/api/graphql/VhUd6vHVmLBcw0uX-6jMLA/SearchTimeline';
const UNKNOWN = '/i/api/graphql/x/NoSuchTimeline';
/** A host that X's own policy does not let its pages ask. */
const FORBIDDEN = 'https://mobile.x.com/i/api/graphql/x/SearchTimeline';
/** May reach the server or not: an operation of its own, with a budget of its own. */
const ABORTED = '/i/api/graphql/x/AbortedTimeline';
/** One that X is slow with, once it is told to be. */
const LATE = '/i/api/graphql/slow/UserByScreenName';
const BODY = JSON.stringify({
  variables: { rawQuery: '#polchat', count: 5, querySource: 'typed_query', product: 'Latest' },
});
const TYPES = ['', 'text', 'json', 'arraybuffer', 'blob', 'document', 'nonsense'];
/** Not `progress`: how often it comes is the network's affair. */
const EVENTS = ['loadstart', 'load', 'abort', 'error', 'timeout', 'loadend'];

function hash(text: string): string {
  let sum = 7;
  for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) | 0;
  return `${text.length}:${sum}`;
}

function named(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

async function settled(promise: Promise<unknown>): Promise<unknown> {
  return promise.catch((error) => `${error?.name ?? error}: ${error?.message}`);
}

function bytes(buffer: ArrayBuffer | Uint8Array): string {
  return hash(new TextDecoder().decode(buffer));
}

function seen(xhr: XMLHttpRequest): unknown {
  const { response } = xhr;
  return {
    readyState: xhr.readyState,
    status: named(() => xhr.status),
    statusText: xhr.statusText,
    responseURL: xhr.responseURL,
    text: named(() => hash(xhr.responseText)),
    xml: named(() => String(xhr.responseXML)),
    kind: Object.prototype.toString.call(response),
    response:
      response instanceof ArrayBuffer
        ? bytes(response)
        : response instanceof Blob
          ? [response.size, response.type]
          : hash(typeof response === 'string' ? response : JSON.stringify(response)),
    headers: xhr.getAllResponseHeaders().replace(/^date: .*/m, 'date'),
    own: Object.getOwnPropertyNames(xhr),
  };
}

/** Writes down each event in order, with the microtasks between. */
function watch(xhr: XMLHttpRequest, log: Log): void {
  // An answer that comes in parts tells each of them.
  const say = (words: string) => {
    if (!/change.* 3 |change then/.test(words) || !log.includes(words)) log.push(words);
  };
  const hear = (label: string) => (event: Event) => {
    say(`${label}${event.type} ${xhr.readyState} ${event.isTrusted} ${event.eventPhase}`);
    queueMicrotask(() => say(`${label}${event.type} then`));
  };
  for (const type of EVENTS) {
    xhr.addEventListener(type, hear(''));
    xhr.upload.addEventListener(type, hear('upload '));
    Object.assign(xhr, { [`on${type}`]: hear('on') });
  }
  xhr.onreadystatechange = hear('on');
}

type Handle = (xhr: XMLHttpRequest, log: Log) => void;

function runXhr(handle: Handle, ends = 1): Promise<Log> {
  const xhr = new XMLHttpRequest();
  const log: Log = [];
  watch(xhr, log);
  return new Promise((done) => {
    xhr.addEventListener('loadend', () => {
      if (--ends === 0) queueMicrotask(() => done([...log, seen(xhr)]));
    });
    handle(xhr, log);
    log.push('sent');
  });
}

function post(xhr: XMLHttpRequest, url = SEARCH): void {
  xhr.open('POST', url);
  xhr.setRequestHeader('content-type', 'application/json');
  xhr.send(BODY);
}

const XHR: Record<string, () => Promise<unknown> | unknown> = {
  ...Object.fromEntries(
    TYPES.map((type) => [
      `responseType "${type}"`,
      () =>
        runXhr((xhr) => {
          xhr.open('POST', SEARCH);
          xhr.responseType = type as XMLHttpRequestResponseType;
          xhr.send(BODY);
        }),
    ]),
  ),
  ...Object.fromEntries(
    [SEARCH, UNKNOWN, '/i/api/1.1/jot/client_event.json'].map((url) => [
      `POST ${url}`,
      () => runXhr((xhr) => post(xhr, url)),
    ]),
  ),
  'a method and an address of other kinds': () =>
    runXhr((xhr) => {
      xhr.open('get', new URL(`${SEARCH}?variables=%7B%7D`, location.href), true, null, null);
      xhr.send(null);
    }),
  'bodies of other kinds': async () => {
    const bytes = new TextEncoder().encode(BODY);
    const found = [];
    for (const body of [new Blob([BODY]), bytes, new URLSearchParams({ a: 'b' }), document]) {
      const log = await runXhr((xhr) => {
        xhr.open('POST', SEARCH);
        xhr.send(body);
      });
      found.push(log);
    }
    return found;
  },
  'an address that is turned into text': async () => {
    let times = 0;
    const address = {
      toString: () => {
        times++;
        return SEARCH;
      },
    } as unknown as string;
    await runXhr((xhr) => post(xhr, address));
    await settled(fetch(address, { method: 'POST', body: BODY }));
    return times;
  },
  synchronous: () => {
    const xhr = new XMLHttpRequest();
    const log: Log = [];
    watch(xhr, log);
    xhr.open('POST', SEARCH, false);
    xhr.send(BODY);
    return [...log, seen(xhr)];
  },
  'synchronous, refused': () => {
    const xhr = new XMLHttpRequest();
    const log: Log = [];
    watch(xhr, log);
    xhr.open('POST', FORBIDDEN, false);
    log.push(named(() => xhr.send(BODY)));
    return [...log, seen(xhr)];
  },
  refused: () => runXhr((xhr) => post(xhr, FORBIDDEN)),
  'aborted at once': () =>
    runXhr((xhr) => {
      post(xhr, ABORTED);
      xhr.abort();
    }),
  'aborted with the headers there': () =>
    runXhr((xhr) => {
      xhr.addEventListener('readystatechange', () => {
        if (xhr.readyState === 2) xhr.abort();
      });
      post(xhr);
    }),
  'aborted, then used again': () =>
    runXhr((xhr) => {
      post(xhr, ABORTED);
      xhr.abort();
      post(xhr);
    }, 2),
  'used again, three times': () =>
    runXhr((xhr, log) => {
      let left = 2;
      xhr.addEventListener('loadend', () => {
        log.push(seen(xhr));
        if (left-- > 0) post(xhr);
      });
      post(xhr);
    }, 3),
  'opened anew while the answer is handed out': () =>
    runXhr((xhr, log) => {
      let left = 1;
      xhr.addEventListener('load', () => {
        log.push(seen(xhr));
        if (left-- > 0) post(xhr, UNKNOWN);
      });
      post(xhr);
    }),
  'an answer whose listener stops all others': () =>
    runXhr((xhr) => {
      xhr.addEventListener('load', (event) => event.stopImmediatePropagation(), true);
      post(xhr);
    }),
  'a listener that throws': () =>
    runXhr((xhr) => {
      xhr.addEventListener('load', () => {
        throw new Error('thrown by the page');
      });
      post(xhr);
    }),
  misuse: () => {
    const xhr = new XMLHttpRequest();
    return [
      named(() => xhr.send()),
      named(() => (xhr.open as (method: string) => void)('GET')),
      named(() => xhr.open('GE T', SEARCH)),
      named(() => xhr.open('GET', 'https://')),
      named(() => {
        xhr.open('POST', ABORTED);
        xhr.send(BODY);
        xhr.send(BODY);
      }),
      named(() => xhr.setRequestHeader('a', 'b')),
      named(() => XMLHttpRequest.prototype.send.call({} as XMLHttpRequest)),
      named(() => XMLHttpRequest.prototype.send.call(undefined as unknown as XMLHttpRequest)),
      named(() => (XMLHttpRequest as unknown as () => unknown)()),
      named(() => xhr.abort()),
    ];
  },
  'a class of its own': async () => {
    class Mine extends XMLHttpRequest {
      override send(body?: string) {
        super.send(body);
      }
    }
    const xhr = new Mine();
    return new Promise((done) => {
      xhr.onload = function () {
        done([this === xhr, this instanceof Mine, seen(xhr)]);
      };
      xhr.open('POST', SEARCH);
      xhr.send(BODY);
    });
  },
};

const ask = (init: RequestInit = {}) => fetch(SEARCH, { method: 'POST', body: BODY, ...init });

async function facts(response: Response): Promise<unknown> {
  const { status, statusText, url, type, ok, redirected, bodyUsed } = response;
  return {
    ...{ status, statusText, url, type, ok, redirected, bodyUsed },
    headers: [...response.headers].filter(([name]) => name !== 'date'),
    locked: response.body?.locked,
    body: String(response.body),
    own: Object.getOwnPropertyNames(response),
    text: hash(await response.text()),
    after: [response.bodyUsed, response.body?.locked, await settled(response.text())],
  };
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return hash(text + decoder.decode());
    text += decoder.decode(value, { stream: true });
  }
}

/** With a buffer of its own, as far as the browser has that. */
async function readInto(response: Response): Promise<unknown> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader({ mode: 'byob' });
  let text = '';
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(65_536));
    if (value) text += new TextDecoder().decode(value);
    if (done) return hash(text);
  }
}

const FETCH: Record<string, () => Promise<unknown>> = {
  facts: async () => facts(await ask()),
  'an error of X': async () => facts(await fetch(UNKNOWN)),
  'not of GraphQL': async () =>
    facts(await fetch('/i/api/1.1/jot/client_event.json', { method: 'POST' })),
  'inputs of every kind': async () => {
    const whole = new URL(SEARCH, location.href);
    const init = { method: 'POST', body: BODY };
    const request = new Request(whole, init);
    const copy = request.clone();
    const found = [];
    for (const [input, more] of [
      [whole, init],
      [whole.href, init],
      [request, undefined],
      [copy, { method: 'PUT', body: BODY }],
      [{ href: SEARCH, toString: () => SEARCH }, init],
      [new String(SEARCH), init],
    ] as [RequestInfo, RequestInit | undefined][]) {
      found.push(await facts(await fetch(input, more)), request.bodyUsed);
    }
    return [...found, await settled(fetch(request))];
  },
  'every way to read': async () => [
    hash(JSON.stringify(await (await ask()).json())),
    bytes(await (await ask()).arrayBuffer()),
    (await (await ask()).blob()).size,
    await settled((await ask()).formData()),
    await settled((await fetch(UNKNOWN)).json()),
    (await ask({ method: 'HEAD', body: null })).status,
  ],
  'a stream': async () => {
    const response = await ask();
    const found = await readAll((response.body as ReadableStream).getReader());
    return [found, response.bodyUsed, await settled(response.text())];
  },
  'a stream with a buffer of its own': async () => settled(readInto(await ask())),
  'a stream through another': async () => {
    const { body } = await ask();
    const through = (body as ReadableStream).pipeThrough(new TextDecoderStream());
    let text = '';
    const reader = through.getReader();
    for (let one = await reader.read(); !one.done; one = await reader.read()) text += one.value;
    return hash(text);
  },
  'a stream that is cancelled': async () => {
    const response = await ask();
    const reader = (response.body as ReadableStream).getReader();
    const first = await reader.read();
    await reader.cancel('enough');
    return [first.done, await reader.read(), response.bodyUsed];
  },
  clones: async () => {
    const response = await ask();
    const copy = response.clone();
    const text = await response.text();
    return [hash(text), hash(await copy.text()), named(() => response.clone())];
  },
  'aborted before': () => settled(ask({ signal: AbortSignal.abort() })),
  'aborted for a reason of its own': () => settled(ask({ signal: AbortSignal.abort('because') })),
  'aborted while reading': async () => {
    const control = new AbortController();
    const response = await ask({ signal: control.signal });
    control.abort();
    return [response.status, await settled(response.text())];
  },
  refused: () => settled(fetch(FORBIDDEN)),
  'refused, elsewhere': () => settled(fetch('https://elsewhere.example/')),
  order: async () => {
    const log: Log = [];
    const promise = ask();
    const thens = ['first', 'second', 'third'].map((word) => promise.then(() => log.push(word)));
    const response = await promise;
    log.push('awaited', promise.constructor === Promise, Object.getOwnPropertyNames(promise));
    const text = response.text();
    void text.then(() => log.push('text'));
    await text;
    log.push('text awaited');
    await Promise.all(thens);
    return log;
  },
  misuse: async () =>
    [
      await settled((fetch as () => Promise<unknown>)()),
      await settled(fetch('https://')),
      await settled(fetch(SEARCH, { method: 'GET', body: BODY })),
      await settled(fetch.call({} as Window, SEARCH).catch((error: Error) => error.name)),
      (await fetch.call(undefined as unknown as Window, SEARCH)).status,
      named(() => String(new (fetch as unknown as new () => object)())),
    ].map((one) => (typeof one === 'string' ? one.split(/:|\n/)[0] : one)),
};

/** With an X that takes three seconds. */
const SLOW: Record<string, () => Promise<unknown>> = {
  'XHR out of time': () =>
    runXhr((xhr) => {
      xhr.open('GET', LATE);
      xhr.timeout = 30;
      xhr.send();
    }),
  'XHR aborted on the way': () =>
    runXhr((xhr) => {
      xhr.open('GET', LATE);
      xhr.send();
      setTimeout(() => xhr.abort(), 30);
    }),
  'fetch aborted on the way': async () => {
    const control = new AbortController();
    const promise = settled(fetch(LATE, { signal: control.signal }));
    setTimeout(() => control.abort(), 30);
    return promise;
  },
  'fetch out of time': () => settled(fetch(LATE, { signal: AbortSignal.timeout(30) })),
};

/** What a script can see of functions and prototypes. */
function identity(): unknown {
  const shape = (owner: object) =>
    Object.entries(Object.getOwnPropertyDescriptors(owner)).map(([key, found]) => [
      key,
      typeof found.value,
      found.value?.name,
      found.value?.length,
      typeof found.value === 'function' && /\[native code\]/.test(String(found.value)),
      typeof found.value === 'function' && Object.getOwnPropertyNames(found.value),
      typeof found.get,
      found.writable,
      found.enumerable,
      found.configurable,
    ]);
  return {
    window: Object.getOwnPropertyNames(window).sort(),
    fetch: shape({ fetch }),
    where: Object.getOwnPropertyDescriptor(window, 'fetch')?.enumerable,
    xhr: shape(XMLHttpRequest.prototype),
    eventTarget: shape(EventTarget.prototype),
    response: shape(Response.prototype),
    promise: shape(Promise.prototype),
    array: shape(Array.prototype),
    object: shape(Object.prototype),
    prototypes: [
      Object.getPrototypeOf(fetch) === Function.prototype,
      Object.getPrototypeOf(XMLHttpRequest.prototype.send) === Function.prototype,
      'prototype' in fetch,
    ],
  };
}

/** Runs one after the other, so that the answers' budgets are the same; with what reached the page as an error meanwhile. */
async function run(parts: Record<string, () => unknown>): Promise<Record<string, unknown>> {
  const results: Record<string, unknown> = {};
  for (const [name, work] of Object.entries(parts)) {
    results[name] = await settled(Promise.resolve().then(work));
  }
  return results;
}

/** Fails that nobody handles are told to the page: so many, and no more. */
async function unhandled(): Promise<unknown> {
  const told: string[] = [];
  const hear = (event: PromiseRejectionEvent) => {
    told.push(String(event.reason?.name ?? event.reason));
    event.preventDefault();
  };
  addEventListener('unhandledrejection', hear);
  void fetch('https://elsewhere.example/');
  void fetch('/i/api/1.1/jot/client_event.json', { signal: AbortSignal.abort() });
  void fetch(FORBIDDEN).catch(() => told.push('handled'));
  await settled(fetch(FORBIDDEN));
  void fetch('https://elsewhere.example/2').then(() => undefined);
  await settled(fetch('https://elsewhere.example/3'));
  // The page is told in the order in which they failed.
  const last = new Promise<void>((done) => {
    addEventListener('unhandledrejection', ({ reason }) => reason === 'the last' && done());
  });
  void Promise.reject('the last');
  await last;
  removeEventListener('unhandledrejection', hear);
  return told.sort();
}

Object.assign(window, {
  battery: {
    identity,
    xhr: () => run(XHR),
    fetch: () => run(FETCH),
    slow: () => run(SLOW),
    unhandled,
  },
});
