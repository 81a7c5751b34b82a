/**
 * A page that is against us, from its first line on: it replaces whatever of the platform a script can replace, so that a
 * call from an extension's code is noticed and answered with forged words; it forges every message that it can guess, and
 * steals every port it sees. To X's own code all stays as it was.
 */
import type { Hostility } from './hostility.ts';

declare const FORGED: { messages: string[]; text: string };

// biome-ignore lint/suspicious/noExplicitAny: anything at all, as a page may do
type Any = any;
type Fn = (this: unknown, ...args: Any[]) => Any;

// Ours, taken before we replace them.
const { apply, construct, ownKeys } = Reflect;
const { defineProperty, getOwnPropertyDescriptor } = Object;
const { split, includes, trim } = String.prototype;
const RealError = Error;
const every = setInterval;
const frameOf = document.createElement.bind(document);
const realPost = MessagePort.prototype.postMessage;

const hostility: Hostility = { called: [], stolen: [], forged: 0, failed: [] };
Object.assign(window, { hostility });
RealError.stackTraceLimit = 6;

/** The code that called a replaced function is an extension's. Native frames between are passed over. */
function isExtension(): boolean {
  const stack = new RealError().stack ?? '';
  const frames = apply(split, stack, ['\n']) as string[];
  // Chromium's first line is the error's own; then this function and the replacement.
  const start = apply(includes, frames[0], ['@']) ? 2 : 3;
  for (let i = start; i < frames.length; i++) {
    const frame = apply(trim, frames[i], []) as string;
    if (apply(includes, frame, ['<anonymous>']) || frame === '') continue;
    // Firefox names no file of an extension's script in the page's world.
    return (
      apply(includes, frame, ['-extension://']) || apply(includes, frame, ['@<anonymous code>'])
    );
  }
  return false;
}

/** What an extension gets from any function of ours: words that would be a post if they were believed. */
function lie(name: string, self: unknown): Any {
  hostility.called[hostility.called.length] = name;
  if (self instanceof MessagePort) steal(self, name);
  const message = FORGED.messages[0] as string;
  if (name.endsWith('Symbol(Symbol.iterator)')) {
    let left = 3;
    return { next: () => ({ done: left-- === 0, value: message }) };
  }
  return message;
}

function steal(port: MessagePort, where: string): void {
  if (mine.has(port)) return;
  hostility.stolen[hostility.stolen.length] = where;
  forgeOn(port);
}

function forgeOn(port: MessagePort): void {
  for (let i = 0; i < FORGED.messages.length; i++) {
    apply(realPost, port, [FORGED.messages[i]]);
    hostility.forged++;
  }
}

let busy = false;
function watched(name: string, native: Fn): Fn {
  const replacement: Fn = function (this: unknown, ...args) {
    if (!busy) {
      busy = true;
      try {
        if (isExtension()) return lie(name, this);
      } finally {
        busy = false;
      }
    }
    return new.target ? construct(native, args, new.target) : apply(native, this, args);
  };
  return replacement;
}

/** Replaces every method and getter of its own. */
function watch(label: string, owner: object, except: readonly PropertyKey[] = []): void {
  const keys = ownKeys(owner);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as PropertyKey;
    if (key === 'constructor' || except.includes(key)) continue;
    const found = getOwnPropertyDescriptor(owner, key) as PropertyDescriptor;
    if (!found.configurable) continue;
    const name = `${label}.${String(key)}`;
    try {
      if (typeof found.value === 'function') found.value = watched(name, found.value);
      if (found.get) found.get = watched(name, found.get);
      if (found.set) found.set = watched(`${name}=`, found.set);
      defineProperty(owner, key, found);
    } catch (error) {
      hostility.failed[hostility.failed.length] = `${name}: ${error}`;
    }
  }
}

/**
 * Properties that an object of an extension may lack, or set: found on the prototype of all. Not `signal`: the platform
 * reads it of what X passes to `fetch`, whoever wrapped that.
 */
function bait(owner: object, keys: readonly PropertyKey[]): void {
  for (const key of keys) {
    const name = `${owner === Object.prototype ? 'Object' : 'Array'}.prototype[${String(key)}]`;
    defineProperty(owner, key, {
      configurable: true,
      get: watched(`${name} read`, () => undefined),
      set(value) {
        if (isExtension()) {
          hostility.called[hostility.called.length] = `${name} set`;
          if (value instanceof MessagePort) steal(value, name);
        }
        defineProperty(this, key, {
          value,
          configurable: true,
          enumerable: true,
          writable: true,
        });
      },
    });
  }
}

const mine = new WeakSet<MessagePort>();
const OFFERS = ['polchat:offer', 'polchat:ask', 'offer', 'polchat', 'message'];

/** Listens for a port, and offers its own. */
function meetBothSides(): void {
  for (const name of [...OFFERS, 'messageerror', 'polchat:compose']) {
    for (const target of [window, document, document.documentElement]) {
      target.addEventListener(
        name,
        (event: Any) => {
          if (event.ports?.[0]) steal(event.ports[0], `event ${name}`);
        },
        true,
      );
    }
  }
}

function offer(): void {
  for (const name of OFFERS) {
    const { port1, port2 } = new MessageChannel();
    mine.add(port1);
    mine.add(port2);
    dispatchEvent(new MessageEvent(name, { ports: [port2], cancelable: true }));
    document.dispatchEvent(new MessageEvent(name, { ports: [port2], bubbles: true }));
    forgeOn(port1);
    dispatchEvent(new Event(name));
  }
  for (const message of FORGED.messages) {
    window.postMessage(message, '*');
    window.postMessage({ data: message, type: 'polchat:offer' }, '*');
    dispatchEvent(new MessageEvent('message', { data: message, source: window }));
    dispatchEvent(new CustomEvent('polchat:offer', { detail: message }));
  }
}

const GRAPHQL = '/i/api/graphql/VhUd6vHVmLBcw0uX-6jMLA/SearchTimeline';

/** Answers of its own making, under the address of X's. */
async function forgeAnswers(): Promise<void> {
  const blob = URL.createObjectURL(new Blob([FORGED.text], { type: 'application/json' }));
  // The address is one thing when looked at, another when it is fetched.
  let asked = 0;
  const twoFaced = { toString: () => (asked++ === 0 ? GRAPHQL : blob) };
  const request = new Request(blob);
  defineProperty(request, 'url', { value: `https://x.com${GRAPHQL}` });
  const addresses: Any[] = [twoFaced, request, { url: GRAPHQL, toString: () => blob }];
  for (const address of addresses) {
    await fetch(address).then((response) => response.text());
    hostility.forged++;
  }
  await forgeXhr((xhr) => {
    xhr.open('GET', GRAPHQL);
    realOpen(xhr, blob);
  });
  await forgeXhr((xhr) => {
    xhr.open('GET', blob);
    for (const [key, value] of Object.entries({
      responseURL: `https://x.com${GRAPHQL}`,
      responseText: FORGED.text,
      response: FORGED.text,
      status: `200\n0\n0\n0\n${FORGED.text}`,
      getAllResponseHeaders: () => FORGED.messages[0],
    })) {
      defineProperty(xhr, key, { value });
    }
  });
  // X's own answer, with a request that looks like the message it is put into.
  for (const message of FORGED.messages) {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', GRAPHQL);
    xhr.send(message);
    await fetch(GRAPHQL, { method: 'POST', body: message });
    hostility.forged += 2;
  }
}

/** The untouched `open` of another window of the page. */
function realOpen(xhr: XMLHttpRequest, url: string): void {
  const frame = frameOf('iframe') as HTMLIFrameElement;
  document.documentElement.append(frame);
  const { XMLHttpRequest: Other } = frame.contentWindow as Window & typeof globalThis;
  Other.prototype.open.call(xhr, 'GET', url, true);
  frame.remove();
}

function forgeXhr(open: (xhr: XMLHttpRequest) => void): Promise<void> {
  const xhr = new XMLHttpRequest();
  open(xhr);
  hostility.forged++;
  return new Promise((done) => {
    xhr.addEventListener('loadend', () => done());
    xhr.send();
    xhr.dispatchEvent(new Event('load'));
  });
}

/** A promise that gives what it likes. */
function replacePromises(): void {
  class Liar extends Promise<unknown> {
    constructor(work: Any) {
      super((done, fail) => {
        work((value: unknown) => done(isExtension() ? FORGED.text : value), fail);
      });
    }
  }
  defineProperty(Promise, Symbol.species, { configurable: true, get: () => Liar });
}

function begin(): void {
  meetBothSides();
  offer();
  const types: [string, Any][] = Object.entries({
    Array,
    Set,
    Map,
    WeakMap,
    WeakSet,
    RegExp,
    Promise,
    Event,
    MessageEvent,
    MessagePort,
    EventTarget,
    XMLHttpRequest,
    XMLHttpRequestEventTarget,
    Response,
    Request,
    Headers,
    String,
    Object,
    Function,
    MutationObserver,
    URL,
    Date,
  });
  // Of String and Function what the rest of this script needs itself stays as it is.
  for (const [name, type] of types) {
    watch(`${name}.prototype`, type.prototype, [
      'toString',
      'valueOf',
      '__proto__',
      'caller',
      'arguments',
    ]);
  }
  watch('Array', Array);
  watch('Promise', Promise, [Symbol.species]);
  watch('Object', Object);
  watch('JSON', JSON);
  watch('Reflect', Reflect);
  for (const name of ['setTimeout', 'queueMicrotask', 'postMessage', 'dispatchEvent', 'fetch']) {
    const owner = Object.hasOwn(window, name) ? window : EventTarget.prototype;
    const native = (owner as Any)[name];
    // `fetch` is the tap's by now: what it calls itself would be the extension calling.
    if (name !== 'fetch') (owner as Any)[name] = watched(name, native);
  }
  replacePromises();
  bait(Array.prototype, [0, 1, 2, 3, 4, 5]);
  bait(Object.prototype, ['head', 'text', 'next', 'tags', 'ids', 'apply', 'construct']);
  bait(Object.prototype, ['once', 'capture', 'passive', 'ports', 'transfer', 'input', 'size']);
  offer();
  const again = () => {
    offer();
    forgeAnswers().catch((error) => {
      hostility.failed[hostility.failed.length] = `forging: ${error}`;
    });
  };
  document.addEventListener('DOMContentLoaded', again);
  addEventListener('load', again);
  let rounds = 0;
  every(() => rounds++ < 20 && offer(), 100);
}

begin();
