/** The page's world: hears X's responses, hands those that concern the chat to the content script, and never changes what the page gets. */
import { defineContentScript } from '#imports';
import { methods } from '@/stores/core/natives';
import { createSieve } from '@/stores/core/sieve';
import { ASK, OFFER } from '@/stores/core/wire';

/** GraphQL by its operation, and the older REST calls that hold posts; relative or on X's own hosts. */
const PATH =
  /^(?:https:\/\/(?:\w+\.)?(?:x|twitter)\.com)?\/(?:(?:i\/api\/)?graphql\/[^/]+|i\/api\/[12](?:\.1)?)\/([\w/]+)/;
/** The person's own posts may lack the hashtag, and what was deleted is named in the request alone. */
const OWN = /^(?:Create(?:Note)?|Delete)Tweet$/;

const { apply } = Reflect;
const [exec] = methods(RegExp, 'exec');
const [then] = methods(Promise, 'then');
const [hrefOf] = methods(URL, 'href');
const xhr = XMLHttpRequest.prototype;
let failures = 0;

type Header = (name: string) => string;
type Hear = (call: Call, status: number, header: Header, request: unknown, text: string) => void;
interface Call {
  operation: string;
  query: string;
}

/** Whatever goes wrong in here stays in here, and is counted. */
function harmless(work: () => void): void {
  try {
    work();
  } catch {
    failures++;
  }
}

function readCall(url: string): Call | undefined {
  const match = exec(PATH, url);
  return match ? { operation: match[1], query: url } : undefined;
}

function hearXhr(hear: Hear): void {
  const calls = new WeakMap<object, Call>();
  const [recall, remember] = methods(WeakMap, 'get', 'set');
  const [listen] = methods(EventTarget, 'addEventListener');
  const [textOf, typeOf, statusOf, headersOf] = methods(
    XMLHttpRequest,
    'responseText',
    'responseType',
    'status',
    'getAllResponseHeaders',
  );
  const [indexOf, slice] = methods(String, 'indexOf', 'slice');
  xhr.open = new Proxy(xhr.open, {
    apply(target, self, args) {
      harmless(() => {
        remember(calls, self, readCall(typeof args[1] === 'string' ? args[1] : hrefOf(args[1])));
      });
      return apply(target, self, args);
    },
  });
  xhr.send = new Proxy(xhr.send, {
    apply(target, self, args) {
      harmless(() => {
        const call = recall(calls, self);
        if (!call) return;
        const loaded = () => {
          const type = typeOf(self);
          if (type !== '' && type !== 'text') return;
          // Not getResponseHeader: of a header that CORS hides it logs an error.
          const all = `\n${headersOf(self)}`;
          const header = (name: string) => {
            const at = indexOf(all, `\n${name}: `);
            return at < 0 ? '' : slice(all, at + name.length + 3, indexOf(all, '\r', at));
          };
          hear(call, statusOf(self), header, args[0], textOf(self));
        };
        listen(self, 'load', () => harmless(loaded), { once: true });
      });
      return apply(target, self, args);
    },
  });
}

function hearFetch(hear: Hear): void {
  const [copyOf, bodyOf, statusOf, headersOf] = methods(
    Response,
    'clone',
    'text',
    'status',
    'headers',
  );
  const [headerOf] = methods(Headers, 'get');
  const [urlOf] = methods(Request, 'url');
  window.fetch = new Proxy(window.fetch, {
    apply(target, self, args) {
      const promise = apply(target, self, args);
      harmless(() => {
        const [input, init] = args;
        const url = input instanceof URL ? hrefOf(input) : input;
        const call = readCall(typeof url === 'string' ? url : urlOf(url));
        if (!call) return;
        const copied = then(promise, (response: Response) => {
          const header = (name: string) => headerOf(headersOf(response), name) ?? '';
          return then(bodyOf(copyOf(response)), (text: string) =>
            hear(call, statusOf(response), header, init?.body, text),
          );
        });
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
      now: Date.now,
      later: setTimeout,
    });
    port1.onmessage = (event) => harmless(() => sieve.want(dataOf(event)));
    const hear: Hear = (call, status, header, request, text) => {
      const asked = typeof request === 'string' ? request : call.query;
      const limit = (name: string) => header(`x-rate-limit-${name}`);
      const limits = `${limit('limit')}\n${limit('remaining')}\n${limit('reset')}`;
      const head = `${call.operation}\n${status}\n${header('date')}\n${limits}\n${failures}\n${asked.length}\n${asked}`;
      sieve.hear(head, text, exec(OWN, call.operation) !== null);
    };
    hearXhr(hear);
    hearFetch(hear);
    meet(port2);
  },
});
