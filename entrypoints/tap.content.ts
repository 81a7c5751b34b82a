/** The page's world: hears X's responses, hands those that concern the chat to the content script, and never changes what the page gets. */
import { defineContentScript } from '#imports';
import { exec, methods } from '@/stores/core/natives';
import { createSieve } from '@/stores/core/sieve';
import { ASK, OFFER, writeHead } from '@/stores/core/wire';

/**
 * GraphQL by its operation, and the older REST calls that hold posts (those under 1.1 hold messages, and are left alone);
 * an answer's own address always has its host. The second part marks the person's own: what they post may lack the hashtag, and what they delete the request alone names.
 */
const PATH =
  /^(?:https:\/\/(?:\w+\.)?(?:x|twitter)\.com)?\/(?:i\/api\/)?(?:graphql\/[^/]+|2)\/((?:(Create|Delete)\w*Tweet\b)?[\w/]*)/;

const { apply } = Reflect;
const [then] = methods(Promise, 'then');
const xhr = XMLHttpRequest.prototype;
let failures = 0;

// biome-ignore lint/suspicious/noExplicitAny: whatever the page passes in
type Native = (...args: any[]) => any;

type Call = RegExpExecArray & [all: string, operation: string];
type Hear = (
  call: Call,
  status: number,
  headers: string,
  sent: string | false,
  text: string,
) => void;

/** Whatever goes wrong in here stays in here, and is counted. */
function harmless(work: () => void): void {
  try {
    work();
  } catch {
    failures++;
  }
}

/** Nothing else of the page's is turned into text: that would be a call of the page's own code. */
const textOnly = (value: unknown): string | false => typeof value === 'string' && value;

function hearXhr(hear: Hear): void {
  const bodies = new WeakMap<object, string | false>();
  const [recall, remember] = methods(WeakMap, 'get', 'set');
  const [listen] = methods(EventTarget, 'addEventListener');
  const [stateOf, urlOf, statusOf, headersOf, textOf] = methods(
    XMLHttpRequest,
    'readyState',
    'responseURL',
    'status',
    'getAllResponseHeaders',
    'responseText',
  );
  // One for all: an object that is used again has it once.
  function changed(this: XMLHttpRequest) {
    harmless(() => {
      const call = stateOf(this) > 3 && exec(PATH, urlOf(this));
      // Of what was asked for as anything but text, `textOf` throws: it cannot be read, and is counted.
      if (call) hear(call, statusOf(this), headersOf(this), recall(bodies, this), textOf(this));
    });
  }
  xhr.send = new Proxy(xhr.send, {
    __proto__: null,
    apply(target: Native, self: object, args: Parameters<Native>) {
      harmless(() => {
        remember(bodies, self, textOnly(args[0]));
        // Before `load`, whose listeners may use the object again.
        listen(self, 'readystatechange', changed);
      });
      return apply(target, self, args);
    },
  } as object);
}

function hearFetch(hear: Hear): void {
  const [urlOf, statusOf, headersOf, copyOf, textOf] = methods(
    Response,
    'url',
    'status',
    'headers',
    'clone',
    'text',
  );
  const [each] = methods(Headers, 'forEach');
  const ignore = () => {};
  window.fetch = new Proxy(window.fetch, {
    __proto__: null,
    apply(target: Native, self: object, args: Parameters<Native>) {
      const promise = apply(target, self, args);
      harmless(() => {
        // By what the page says for a start: a promise that is listened to is never reported as unhandled.
        if (!exec(PATH, textOnly(args[0].url ?? args[0].href ?? args[0]))) return;
        const sent = textOnly(args[1]?.body);
        const answered = (response: Response) =>
          harmless(() => {
            const call = exec(PATH, urlOf(response));
            const read = (text: string) =>
              harmless(() => {
                let headers = '';
                each(headersOf(response), (value: string, name: string) => {
                  headers += `${name}: ${value}\n`;
                });
                hear(call, statusOf(response), headers, sent, text);
              });
            if (call) then(textOf(copyOf(response)), read, ignore);
          });
        then(promise, answered, ignore);
      });
      return promise;
    },
  } as object);
}

/** Offers the port to the content script, in either order of the two scripts, and to nobody once the page's first script can run. */
function meet(port: MessagePort): void {
  const shut = () => {
    removeEventListener(ASK, offer);
    observer.disconnect();
  };
  const offer = () => {
    // Whoever takes it cancels the event.
    dispatchEvent(new MessageEvent(OFFER, { ports: [port], cancelable: true })) || shut();
  };
  const observer = new MutationObserver(shut);
  observer.observe(document, { childList: true, subtree: true });
  addEventListener(ASK, offer);
  offer();
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
  main: () => {
    // A page that is open already (after an update) has scripts that could pose as either world: leave it alone.
    if (document.head || document.body) return;
    const { port1, port2 } = new MessageChannel();
    const [dataOf] = methods(MessageEvent, 'data');
    const sieve = createSieve(port1.postMessage.bind(port1), setTimeout);
    port1.onmessage = (event) => harmless(() => sieve.want(dataOf(event)));
    const hear: Hear = (call, status, headers, sent, text) => {
      const head = writeHead(call[1], status, failures, sent || call.input, headers);
      sieve.hear(head, text, call[2]);
    };
    hearXhr(hear);
    hearFetch(hear);
    meet(port2);
  },
});
