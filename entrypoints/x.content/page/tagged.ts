/** Tells, cheaply, whether X's page shows posts of the chat that are not known here: by the links that X makes of the hashtag. */
import { articleId } from './composer';

/** True where a post on the page has the hashtag (without #, any case) and its id is not known, or cannot be read. */
export function showsUnknown(hashtag: string, isKnown: (id: string) => boolean): boolean {
  // While X's page is being built there is none, and to look for links in it costs more than this.
  if (!document.getElementsByTagName('article')[0]) return false;
  const address = `/hashtag/${encodeURIComponent(hashtag)}`;
  // Whole or up to the query: #polchatter is another one.
  const links = `article a[href="${address}" i], article a[href^="${address}?" i]`;
  return [...document.querySelectorAll(links)].some((link) => {
    const id = articleId(link.closest('article') as Element);
    return id === null || !isKnown(id);
  });
}
