/** The archive, read through a page of the extension's own. */
import type { Page } from 'puppeteer-core';

/** Ids of all that is kept: what can be read there was acknowledged, or is about to be. */
export function archived(page: Page): Promise<string[]> {
  return page.evaluate(readIds);
}

async function readIds(): Promise<string[]> {
  const open = indexedDB.open('polchat');
  const db = await new Promise<IDBDatabase | null>((resolve, reject) => {
    // It is the background's to make: an empty one in its place would be taken for the archive.
    open.onupgradeneeded = () => open.transaction?.abort();
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => (open.error?.name === 'AbortError' ? resolve(null) : reject(open.error));
  });
  if (db === null) return [];
  const request = db.transaction('posts').objectStore('posts').getAll();
  const rows = await new Promise<{ id: string }[]>((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  db.close();
  return rows.map(({ id }) => id);
}
