/** The page's world: hears X's responses, hands those that concern the chat to the content script, and never changes what the page gets. */
import { defineContentScript } from '#imports';
import { methods } from '@/stores/core/natives';
import { createSieve } from '@/stores/core/sieve';
import { ASK, OFFER } from '@/stores/core/wire';

/** GraphQL by its operation, and the older REST calls that hold posts; relative or on X's own hosts. */
const PATH =
  /^(?:https:\/\/(?:\w+\.)?(?:x|twitter)\.com)?\/(?:i\/api\/)?(?:graphql\/[^/]+|[12](?:\.1)?)\/([\w/]+)/;
/** The person's own posts may lack the hashtag, and what was deleted is named in the request alone. */
const OWN = /^(?:Create|Delete)\w*Tweet$/;

const { apply } = Reflect;
const [exec] = methods(RegExp, 'exec');
const [then] = methods(Promise, 'then');
const xhr = XMLHttpRequest.prototype;
let failures = 0;

/** Headers and status are read plainly, and nothing of them is believed. */
type Header = (name: string) => string | null | undefined;
type Hear = (call: Call, status: number, header: Header, request: unknown, text: string) => void;
type Call = [operation: string, url: string];

/** Whatever goes wrong in here stays in here, and is counted. */
function harmless(work: () => void): void {
  try {
    work();
  } catch {
    failures++;
  }
}

/** The operation that a request's address names: a string, URL or Request. */
function readCall(input: string & URL & Request): Call | undefined {
  const url = input.href ?? input.url ?? input;
  const match = exec(PATH, url);
  return match && [match[1], url];
}

function hearXhr(hear: Hear): void {
  const calls = new WeakMap<object, Call>();
  const [recall, remember] = methods(WeakMap, 'get', 'set');
  const [listen] = methods(EventTarget, 'addEventListener');
  const [textOf] = methods(XMLHttpRequest, 'responseText');
  xhr.open = new Proxy(xhr.open, {
    apply(target, self, args) {
      harmless(() => remember(calls, self, readCall(args[1])));
      return apply(target, self, args);
    },
  });
  xhr.send = new Proxy(xhr.send, {
    apply(target, self, args) {
      harmless(() => {
        const call = recall(calls, self);
        if (!call) return;
        const loaded = () => {
          if (self.responseType && self.responseType !== 'text') return;
          // Not getResponseHeader: of a header that CORS hides it logs an error.
          const all = self.getAllResponseHeaders();
          const header = (name: string) => exec(RegExp(`^${name}: (.*)`, 'm'), all)?.[1];
          hear(call, self.status, header, args[0], textOf(self));
        };
        listen(self, 'load', () => harmless(loaded), { once: true });
      });
      return apply(target, self, args);
    },
  });
}

function hearFetch(hear: Hear): void {
  const [copyOf, bodyOf] = methods(Response, 'clone', 'text');
  window.fetch = new Proxy(window.fetch, {
    apply(target, self, args) {
      const promise = apply(target, self, args);
      harmless(() => {
        const call = readCall(args[0]);
        if (!call) return;
        const copied = then(promise, (response: Response) =>
          then(bodyOf(copyOf(response)), (text: string) => {
            const header = (name: string) => response.headers.get(name);
            hear(call, response.status, header, args[1]?.body, text);
          }),
        );
        then(copied, undefined, () => failures++);
      });
      return promise;
    },
  });
}

/** Offers the port to the content script, in either order of the two scripts, and to nobody once the page's first script can run. */
function meet(port: MessagePort): void {
  const offer = () => !dispatchEvent(new MessageEvent(OFFER, { ports: [port], cancelable: true }));
  if (offer()) return;
  const shut = () => {
    removeEventListener(ASK, answer);
    observer.disconnect();
  };
  const answer = () => offer() && shut();
  const observer = new MutationObserver(shut);
  addEventListener(ASK, answer);
  observer.observe(document, { childList: true, subtree: true });
}

export default defineContentScript({
  matches: [
    'https://x.com/*',
    'https://twitter.com/*',
    'https://mobile.x.com/*',
    'https://mobile.twitter.com/*',
  ],
  runAt: 'document_start',
  world: 'MAIN',
  main() {
    // A page that is open already (after an update) has scripts that could pose as either world: leave it alone.
    if (document.head || document.body) return;
    const { port1, port2 } = new MessageChannel();
    const [dataOf] = methods(MessageEvent, 'data');
    const sieve = createSieve({
      send: port1.postMessage.bind(port1),
      later: setTimeout,
    });
    port1.onmessage = (event) => harmless(() => sieve.want(dataOf(event)));
    const hear: Hear = ([operation, url], status, header, request, text) => {
      const asked = typeof request === 'string' ? request : url;
      // Numbers, whatever the page made of them: a line of its own in here could pass for a response.
      const limit = (name: string) => `${+(header(`x-rate-limit-${name}`) as string)}\n`;
      const limits = limit('limit') + limit('remaining') + limit('reset');
      const date = +Date.parse(header('date') as string);
      const head = `${operation}\n${+status}\n${date}\n${limits}${failures}\n${asked.length}\n${asked}`;
      sieve.hear(head, text, exec(OWN, operation) !== null);
    };
    hearXhr(hear);
    hearFetch(hear);
    meet(port2);
  },
});
