/** x-web's client, as far as anything is known of it: polls and pages by fetch from api.x.com. */
import { QUERY_IDS } from './query-ids.ts';
import type { Ask } from './routes.ts';

type Any = Record<string, unknown>;

interface Relay {
  ask: Ask | null;
  records: unknown;
  pollMs: number;
}

const relay = (window as unknown as { $_TSR: { router: { relay: Relay } } }).$_TSR.router.relay;
const list = document.querySelector('[data-timeline]');
let top: string | null = null;
let bottom: string | null = null;

const rec = (value: unknown): Any => (value && typeof value === 'object' ? (value as Any) : {});
const items = (value: unknown): Any[] => (Array.isArray(value) ? (value as Any[]) : []);

/** Every timeline entry of an answer, wherever its instructions are. */
function entriesOf(value: unknown, found: Any[] = []): Any[] {
  for (const one of Object.values(rec(value))) {
    if (one && typeof one === 'object') {
      if ('entry_id' in one) found.push(one as Any);
      else entriesOf(one, found);
    }
  }
  return found;
}

function takeCursors(entries: Any[]): void {
  for (const entry of entries) {
    const content = rec(entry.content);
    if (content.cursor_type === 'Top') top = String(content.value);
    if (content.cursor_type === 'Bottom') bottom = String(content.value);
  }
}

const text = (tag: string, words: string) => {
  const node = document.createElement(tag);
  node.textContent = words;
  return node;
};

function link(href: string, child: Node): HTMLAnchorElement {
  const node = document.createElement('a');
  node.href = href;
  node.append(child);
  return node;
}

function draw(entry: Any): HTMLElement | null {
  const post = rec(rec(rec(rec(entry.content).content).tweet_results).result);
  const details = rec(post.details);
  if (!details.full_text) return null;
  const user = rec(rec(rec(rec(post.core).user_results).result).core);
  const handle = String(user.screen_name);
  const href = `/${handle}/status/${String(post.rest_id)}`;
  const time = document.createElement('time');
  time.dateTime = new Date(Number(details.created_at_ms)).toISOString();
  time.textContent = time.dateTime.slice(11, 16);
  const header = document.createElement('header');
  const name = link(`/${handle}`, text('span', String(user.name)));
  header.append(name, ' ', link(`/${handle}`, text('span', `@${handle}`)), ' · ', link(href, time));
  const words = text('div', String(details.full_text));
  words.dir = 'auto';
  const article = document.createElement('article');
  article.append(header, words);
  const row = document.createElement('div');
  row.dataset.timelineEntry = String(entry.entry_id);
  row.dataset.href = href;
  row.append(article);
  return row;
}

async function ask(cursor: string): Promise<Any[]> {
  if (!relay.ask) return [];
  const { operation, variables } = relay.ask;
  const query = encodeURIComponent(JSON.stringify({ ...variables, cursor }));
  const url = `https://api.x.com/graphql/${QUERY_IDS[operation]}/${operation}?variables=${query}`;
  try {
    const response = await fetch(url, { credentials: 'include' });
    const entries = response.ok ? entriesOf(await response.json()) : [];
    takeCursors(entries);
    return entries;
  } catch {
    return [];
  }
}

const known = (entry: Any) =>
  document.querySelector(`[data-timeline-entry="${String(entry.entry_id)}"]`) !== null;

async function poll(): Promise<void> {
  if (document.visibilityState === 'visible' && top) {
    const rows = items(await ask(top))
      .filter((entry) => !known(entry))
      .map(draw);
    list?.prepend(...rows.filter((row) => row !== null));
  }
  setTimeout(() => void poll(), relay.pollMs);
}

let busy = false;
async function older(): Promise<void> {
  if (busy || !bottom || scrollY + innerHeight < document.body.scrollHeight - 600) return;
  busy = true;
  const rows = items(await ask(bottom))
    .filter((entry) => !known(entry))
    .map(draw);
  list?.append(...rows.filter((row) => row !== null));
  busy = false;
}

takeCursors(entriesOf(relay.records));
setTimeout(() => void poll(), relay.pollMs);
addEventListener('scroll', () => void older(), { passive: true });
