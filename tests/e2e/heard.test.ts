import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inPanel, panelShown, type Stage, setStage } from './stage.ts';

/** Ways in which a page may ask X, each as the page would write it. `url` and `init` are there. */
const WAYS: Record<string, string> = {
  XHR: 'send(new XMLHttpRequest())',
  'XHR as text': "send(Object.assign(opened(), { responseType: 'text' }), true)",
  'synchronous XHR': 'send(opened(false), true)',
  'XHR with a listener that stops all others': `
    const xhr = new XMLHttpRequest();
    xhr.addEventListener('load', (event) => event.stopImmediatePropagation(), false);
    send(xhr)`,
  'XHR that is opened anew while its answer is handed out': `
    const xhr = new XMLHttpRequest();
    xhr.addEventListener('load', () => xhr.open('GET', '/other'));
    send(xhr)`,
  'XHR that was aborted before': `
    const xhr = opened();
    xhr.send(init.body);
    xhr.abort();
    send(xhr)`,
  'XHR by another window’s methods': `
    const frame = document.body.appendChild(document.createElement('iframe'));
    const xhr = new XMLHttpRequest();
    frame.contentWindow.XMLHttpRequest.prototype.open.call(xhr, 'POST', url);
    xhr.send(init.body)`,
  fetch: 'fetch(url, init)',
  'fetch of a URL': 'fetch(new URL(url, location), init)',
  'fetch of a Request': 'fetch(new Request(url, init))',
  'fetch whose answer is cloned and streamed': `
    const response = await fetch(url, init);
    response.clone();
    for (const reader = response.body.getReader(); !(await reader.read()).done; );`,
  'fetch whose answer is cancelled': '(await fetch(url, init)).body.cancel()',
};

const PRELUDE = `
  const url = '/i/api/graphql/VhUd6vHVmLBcw0uX-6jMLA/SearchTimeline';
  const variables = { rawQuery: '#polchat', count: 3, querySource: 'typed_query', product: 'Latest' };
  const init = { method: 'POST', body: JSON.stringify({ variables }) };
  const opened = (isAsync = true) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', url, isAsync);
    return xhr;
  };
  const send = (xhr, isOpen) => {
    if (!isOpen) xhr.open('POST', url);
    xhr.send(init.body);
  };
`;

describe('the tap hears', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage({ fromMinute: 12, settings: { searchBudget: 1e6 } });
    // A page on which X itself does not search.
    page = await stage.open('/notifications');
    await panelShown(page);
  });
  afterAll(() => stage?.close());

  it.each(Object.entries(WAYS))('%s', async (way, work) => {
    const { director } = stage.sim;
    const id = director.publish({
      by: director.script.hosts[0] as string,
      text: `Asked for by ${way} #polchat`,
    });
    await page.evaluate(`(async () => { ${PRELUDE}; ${work} })()`);
    const text = await inPanel(
      page,
      `(root) => root.querySelector('article[data-post-id="${id}"]')?.textContent` as never,
    );
    expect(text).toContain(way);
  });
});
