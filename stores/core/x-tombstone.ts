/** Decides what stands where X shows no post: deleted by its author, or not available. */
import { type Bag, bag, text } from './x-fields';

/** X puts these where a post was; a wrapper that still holds the post is told apart by the walk. */
export function isTombstone(raw: Bag): boolean {
  const type = raw.__typename;
  return (
    type === 'TweetTombstone' ||
    type === 'TweetUnavailable' ||
    said(raw.tombstone ?? raw.tombstoneInfo) !== undefined
  );
}

function said(stone: unknown): unknown {
  const { text: plain, richText, rich_text } = bag(stone);
  // X writes an empty text beside a rich one.
  return plain || (richText ?? rich_text ?? plain);
}

// The words are X's interface language, so the commonest here and in Europe are known; any other language is
// read as "not available", which shows no text either and loses none for good.
const DELETED =
  /deleted by|was deleted|been deleted|gelöscht|supprimé|elimin[aó]|apagad|excluíd|usunięt|verwijderd|ddileu/i;
const ACCOUNT = /\baccounts?\b|\bkonto|\bcompte|\bcuenta|\bconta\b|\bcyfrif/i;

/** Whether it says that the author deleted the post. A deleted account is not that. */
export function saysDeleted(raw: Bag): boolean {
  const line = said(raw.tombstone ?? raw.tombstoneInfo);
  const words = text(line) ?? text(bag(line).text) ?? text(raw.reason) ?? '';
  return /^deleted$/i.test(words) || (DELETED.test(words) && !ACCOUNT.test(words));
}
