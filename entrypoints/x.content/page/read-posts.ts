/**
 * Reads posts off X's page, for what never came as a response: a tab opened before the extension was installed, the
 * next front-end's first screen, an unreadable shape. The page says less: no parent, no account id, cut texts.
 */
import {
  type Author,
  type Counts,
  type Media,
  type Post,
  type Skipped,
  snowflakeTime,
} from '@/stores/core/post';
import { hashtagsIn } from '@/stores/core/x-text';
import { readWords } from './read-words';
import {
  AUTHOR,
  AVATAR,
  ENTRY,
  LIKES,
  LINK,
  LOCK,
  MORE,
  PHOTO,
  PLACEMENT,
  POST,
  QUOTE,
  REPLIES,
  REPOSTS,
  STATUS_LINK,
  TEXT,
  VIDEO,
  XWEB_TEXT,
} from './selectors';

const STATUS = /^(?:https?:\/\/[^/]+)?\/(\w{1,20})\/status\/(\d{1,20})/;
/** X's own words for a picture, where the author wrote none. */
const OWN_ALT = /^(?:Image|Embedded video)$/;
const PROFILE = /^(?:https?:\/\/[^/]+)?\/(\w{1,20})$/;

export interface PageRead {
  posts: Post[];
  skipped: Skipped;
  /** The first that could not be read. */
  odd: Element | null;
}

/**
 * The posts that `root` shows, each once, as they are seen at `observedAt` (ms), without those whose id `isRead` knows.
 * Reads, never changes the page; nothing is thrown.
 */
export function readDomPosts(
  root: ParentNode,
  observedAt: number,
  isRead: (id: string) => boolean = () => false,
): PageRead {
  const posts = new Map<string, Post>();
  const skipped: Skipped = { unreadable: 0, promoted: 0, offTopic: 0 };
  let odd: Element | null = null;
  for (const article of root.querySelectorAll(POST)) {
    if (article.parentElement?.closest(POST)) continue;
    if (isAd(article)) {
      skipped.promoted++;
      continue;
    }
    const place = placeOf(article);
    if (place) {
      if (!isRead(place.id)) posts.set(place.id, readArticle(article, place, observedAt));
    } else if (article.querySelector(`${AUTHOR}, ${TEXT}`)) {
      skipped.unreadable++;
      odd ??= article;
    }
  }
  return { posts: [...posts.values()], skipped, odd };
}

function isAd(article: Element): boolean {
  return (
    article.closest(PLACEMENT) !== null ||
    (!article.querySelector('time') && article.querySelector(PLACEMENT) !== null)
  );
}

/** The article's own elements: a quoted post inside it has a name, time and text of its own, which are not this post's. */
function own(article: Element, selector: string): Element[] {
  return [...article.querySelectorAll(selector)].filter((element) => !isQuoted(article, element));
}

function isQuoted(article: Element, element: Element): boolean {
  const quote = element.closest(QUOTE);
  // x-web makes the whole article a link, from outside.
  const isInside = quote !== null && quote !== article && article.contains(quote);
  return isInside || element.closest('article') !== article.closest('article');
}

interface PostPlace {
  id: string;
  handle: string;
  createdAt: number;
}

/** Which post it is: by the link around its time. */
function placeOf(article: Element): PostPlace | null {
  const link = own(article, STATUS_LINK).find((each) => each.querySelector('time'));
  const address = link?.getAttribute('href') ?? article.closest(ENTRY)?.getAttribute('data-href');
  const [, handle, id] = STATUS.exec(address ?? '') ?? [];
  if (!handle || !id) return null;
  const written = Date.parse(link?.querySelector('time')?.getAttribute('datetime') ?? '');
  const createdAt = Number.isNaN(written) ? snowflakeTime(id) : written;
  return createdAt === undefined ? null : { id, handle, createdAt };
}

function readArticle(
  article: Element,
  { id, handle, createdAt }: PostPlace,
  observedAt: number,
): Post {
  const text = textOf(article);
  const words = readWords(text);
  const author = readAuthor(article, handle);
  return {
    id,
    author,
    createdAt,
    text: words.text,
    truncated: own(article, MORE).length > 0,
    replyTo: null,
    replyToHandle: readReplied(article, text, handle),
    quoteOf: readQuote(article, id),
    repostOf: null,
    conversationId: null,
    hashtags: [...new Set([...hashtagsIn(words.text), ...words.hashtags])],
    mentions: words.mentions.map((name) => ({ handle: name, id: null })),
    links: words.links,
    media: readMedia(article),
    counts: readCounts(article),
    editedIds: [],
    sensitive: false,
    state: 'present',
    observedAt,
    source: 'dom',
    // Where there is no place for a lock that is known, its absence says nothing.
    ...(!author.protected && own(article, AUTHOR).length === 0 && { accountAt: 0 }),
  };
}

function textOf(article: Element): Element | null {
  const [text] = own(article, TEXT);
  if (text) return text;
  // A name may take its direction from itself too, but stands in a link or beside one.
  return (
    own(article, XWEB_TEXT).find((each) => !each.closest('a') && !each.closest(AUTHOR)) ?? null
  );
}

function readAuthor(article: Element, handle: string): Author {
  const around = own(article, AUTHOR)[0] ?? article;
  const profile = own(around, LINK).filter((link) => profileOf(link) === handle);
  const names = profile
    .map((link) => readWords(link).text)
    .filter((name) => name && !name.startsWith('@'));
  const avatar = own(article, AVATAR)[0]?.getAttribute('src') ?? '';
  return {
    id: null,
    handle,
    name: names[0]?.replace(/\s+/g, ' ') ?? handle,
    avatar: avatar.startsWith('https:') ? avatar : null,
    protected: own(around, LOCK).length > 0,
    followed: false,
    hidden: false,
  };
}

function profileOf(link: Element): string | undefined {
  return PROFILE.exec(link.getAttribute('href') ?? '')?.[1];
}

/** "Replying to @name": localised words, but the first other handle between author and text is the one answered. */
function readReplied(article: Element, text: Element | null, handle: string): string | null {
  for (const link of text ? own(article, LINK) : []) {
    const isBefore = text?.compareDocumentPosition(link) === Node.DOCUMENT_POSITION_PRECEDING;
    const name = /^@(\w{1,20})$/.exec(link.textContent?.trim() ?? '')?.[1];
    if (isBefore && name && name !== handle && !link.closest(AUTHOR)) return name;
  }
  return null;
}

/** The quoted post's id, which only its picture's or "Show more" link gives away: null for most. */
function readQuote(article: Element, id: string): string | null {
  for (const link of article.querySelectorAll(STATUS_LINK)) {
    const quoted = STATUS.exec(link.getAttribute('href') ?? '')?.[2];
    if (quoted && quoted !== id && isQuoted(article, link)) return quoted;
  }
  return null;
}

function readMedia(article: Element): Media[] {
  const media: Media[] = [];
  for (const photo of own(article, PHOTO)) {
    // Of a film that plays, X may draw no picture.
    const film = photo.querySelector('video[poster]');
    const image = photo.querySelector('img');
    const url = image?.getAttribute('src') ?? film?.getAttribute('poster') ?? '';
    const alt = image?.getAttribute('alt') ?? film?.getAttribute('aria-label') ?? '';
    const isFilm = film ?? photo.querySelector(VIDEO) ?? photo.closest(VIDEO);
    if (url.startsWith('https:')) {
      media.push({ kind: isFilm ? 'video' : 'photo', url, alt: OWN_ALT.test(alt) ? '' : alt });
    }
  }
  return media;
}

function readCounts(article: Element): Counts {
  const pressed = (selector: string): number => {
    // A quoted post has no buttons.
    const element = article.querySelector(selector);
    const button = element?.closest('button, a') ?? element;
    const label = `${button?.getAttribute('aria-label') ?? ''} ${button?.textContent ?? ''}`;
    const number = /\d[\d.,\u00a0\u202f]*(?![\d.,]*\s?[KMk])/.exec(label)?.[0];
    if (number) return Number(number.replace(/\D/g, ''));
    // Where the page only says "1.2K", that is nearer than none.
    const [, short = '0', unit] = /(\d+(?:[.,]\d+)?)\s?([KMk])/.exec(label) ?? [];
    return Math.round(Number(short.replace(',', '.')) * (unit === 'M' ? 1e6 : 1e3));
  };
  return { replies: pressed(REPLIES), reposts: pressed(REPOSTS), likes: pressed(LIKES), quotes: 0 };
}
