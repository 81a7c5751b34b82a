/** Reads a text as X shows it: emoji are pictures, links are shortened and half hidden, line breaks may be elements. */
import type { Link } from '@/stores/core/post';

export interface Words {
  text: string;
  links: Link[];
  mentions: string[];
  /** Those that X made links of, lower case: only X knows where a link before one ends. */
  hashtags: string[];
}

/** The words of an element; none of a missing one. */
export function readWords(element: Element | null): Words {
  const words: Words = { text: '', links: [], mentions: [], hashtags: [] };
  if (element) walk(element, words);
  return { ...words, text: words.text.trim() };
}

function walk(node: Node, words: Words): void {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) words.text += child.nodeValue ?? '';
    else if (child.nodeName === 'BR') words.text += '\n';
    // Emoji. Other pictures stand outside texts and names.
    else if (child.nodeName === 'IMG') words.text += (child as Element).getAttribute('alt') ?? '';
    else if (child.nodeName === 'A') readLink(child as Element, words);
    else walk(child, words);
  }
}

function readLink(anchor: Element, words: Words): void {
  const shown: Words = { text: '', links: [], mentions: [], hashtags: [] };
  walk(anchor, shown);
  const text = shown.text.trim();
  const mention = /^@(\w{1,20})$/.exec(text)?.[1];
  if (mention && !words.mentions.includes(mention)) words.mentions.push(mention);
  const [, tag] = /^[#＃](\S+)$/.exec(text) ?? [];
  if (tag && /^\/hashtag\//.test(anchor.getAttribute('href') ?? ''))
    words.hashtags.push(tag.toLowerCase());
  const url = /^[@#＃$]/.test(text) ? null : addressOf(anchor, text);
  if (url && !words.links.some((link) => link.url === url)) {
    words.links.push({ url, display: text.replace(/^https?:\/\//, '') });
  }
  words.text += url ?? shown.text;
}

/** The whole address: as shown where nothing is cut off ("https://" is there, hidden); else its title, else X's short link. */
function addressOf(anchor: Element, text: string): string | null {
  const whole = text.replace(/…$/, '');
  if (whole === text && /^https?:\/\/\S+$/.test(text)) return text;
  const title = anchor.getAttribute('title') ?? '';
  if (/^https?:\/\/\S+$/.test(title)) return title;
  if (whole === text && /^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(text)) return `https://${text}`;
  const href = anchor.getAttribute('href') ?? '';
  return /^https?:\/\/\S+$/.test(href) ? href : null;
}
