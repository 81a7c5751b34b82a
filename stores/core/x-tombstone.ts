/** Decides what stands where X shows no post: deleted by its author, or not available. */
import { type Bag, bag, find, text } from './x-fields';

/** X puts these where a post was; a wrapper that still holds the post is told apart by the walk. */
export function isTombstone(raw: Bag): boolean {
  const type = raw.__typename;
  return (
    type === 'TweetTombstone' ||
    type === 'TweetUnavailable' ||
    isSaid(raw.tombstone) ||
    isSaid(raw.tombstoneInfo)
  );
}

function isSaid(value: unknown): boolean {
  return find([bag(value)], 'text', 'richText', 'rich_text') !== undefined;
}

// The words are X's interface language, so the commonest here and in Europe are known; any other language is
// read as "not available", which shows no text either and loses none for good.
const DELETED =
  /\b(?:deleted by|was deleted|has been deleted)\b|(?:gelöscht|supprimé|elimin[aó]|apagad|excluíd|usunięt|verwijderd|ddileu)/i;
const ACCOUNT = /\baccounts?\b|\bkonto|\bcompte|\bcuenta|\bconta\b|\bcyfrif/i;

/** Whether it says that the author deleted the post. A deleted account is not that. */
export function saysDeleted(raw: Bag): boolean {
  const stone = bag(raw.tombstone ?? raw.tombstoneInfo);
  const said = find([stone], 'text', 'richText', 'rich_text');
  const words = text(said) ?? text(bag(said).text) ?? text(raw.reason) ?? '';
  return /^deleted$/i.test(words) || (DELETED.test(words) && !ACCOUNT.test(words));
}
