/** Works out which settings count: the person's own under what their organisation set. */
import { browser } from '#imports';
import { applyPolicy, parseSettings, toStored } from '@/stores/core/settings';

let last: Promise<void> = Promise.resolve();

/** Keeps `settings` and `locked` right from now on; to be called whenever the background starts. */
export function watchSettings(): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const isOurs = area === 'managed' || (area === 'local' && 'ownSettings' in changes);
    if (isOurs) void settle();
  });
  void settle();
}

/** Resolves once what counts is in storage; one after the other. Never rejects: what stood there stays where nothing can be written. */
export function settle(): Promise<void> {
  last = last.then(work).catch(() => undefined);
  return last;
}

async function work(): Promise<void> {
  const area = browser.storage.local;
  const found = await area.get(['ownSettings', 'settings', 'locked']);
  // Before there were two, the person's choices stood where what counts stands now.
  const chosen = found.ownSettings ?? (found.locked ? undefined : found.settings);
  const own = parseSettings(chosen);
  const { settings, locked } = applyPolicy(own, await readPolicy());
  // Nothing is written for someone who chose nothing: it could go over what they are choosing just now.
  const stored = chosen === undefined ? undefined : toStored(own);
  const right: Record<string, unknown> = { ownSettings: stored, settings, locked };
  const wrong = Object.keys(right).filter((key) => !isSame(found[key], right[key]));
  if (wrong.length > 0) await area.set(Object.fromEntries(wrong.map((key) => [key, right[key]])));
}

/** What the organisation set; nothing where there is no policy. */
async function readPolicy(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // Firefox rejects where no policy names the extension.
    return {};
  }
}

/** Browsers give objects back with their keys in another order. */
function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
