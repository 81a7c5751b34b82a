/** Draws the picture of the hour for a page without scripts: a bar a minute, each the way to its first post. */
import { formatTime } from './clock';
import type { Article } from './transcript-article';
import { escapeHtml as html } from './transcript-escape';
import { sayCount, shownLabel, type Writing } from './transcript-words';

/** In units of the picture: the bars' room, above it the questions' labels, below it the times. */
export const HOUR = { bar: 10, height: 90, above: 22, below: 18 };

/** '' where there is nothing to draw. */
export function drawHour({ minutes }: Article, { say, timeZone }: Writing): string {
  const most = Math.max(...minutes.map(({ posts }) => posts), 1);
  const { bar, height, above, below } = HOUR;
  const width = minutes.length * bar;
  if (minutes.length === 0) return '';
  const marks = minutes.map(({ at, posts, firstId, questions }, n) => {
    const x = n * bar;
    const tall = Math.max((posts / most) * height, posts > 0 ? 2 : 0);
    const time = formatTime(at, timeZone);
    const label = questions.map(shownLabel).filter(Boolean).join(' ');
    const question = questions.length
      ? `<path class="mark" d="M${x + bar / 2} ${above - 4}V${above + height}"/>${label ? `<text class="q" x="${x + bar / 2}" y="${above - 8}">${html(label)}</text>` : ''}`
      : '';
    const hour =
      n % 10 === 0 ? `<text x="${x + bar / 2}" y="${above + height + 14}">${time}</text>` : '';
    if (firstId === null) return `${question}${hour}`;
    const name = html(`${time}: ${sayCount(say, 'posts', posts)}`);
    return `${question}${hour}<a href="#p${firstId}" aria-label="${name}"><rect class="room" x="${x}" y="${above}" width="${bar}" height="${height}"/><rect x="${x + 1}" y="${(above + height - tall).toFixed(1)}" width="${bar - 2}" height="${tall.toFixed(1)}"/></a>`;
  });
  return `<figure><svg viewBox="0 0 ${width} ${above + height + below}" role="group" aria-label="${html(say('transcript_hour'))}">${marks.join('')}</svg><figcaption class="faint">${html(say('transcript_hour'))}</figcaption></figure>`;
}
