/** How words of others stand in HTML: as words, whatever they hold. */

const SIGNS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attributes in quotes. Control signs, which HTML forbids, become a space. */
export function escapeHtml(words: string): string {
  return words
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/gu, ' ')
    .toWellFormed();
}
