/** Writes a transcript as one HTML page for good: no script, nothing to fetch, readable by any browser and by none. */
import { splitText, textDirection } from './rows-text';
import type { Article, ArticlePost, ArticleSection } from './transcript-article';
import { escapeHtml as html } from './transcript-escape';
import { drawHour } from './transcript-hour';
import { PAGE_STYLE } from './transcript-style';
import {
  absenceOf,
  doubtOf,
  gapsOf,
  numbersOf,
  type Placed,
  sayCount,
  sectionTitle,
  shownLabel,
  timeOf,
  titleOf,
  type Writing,
  whenOf,
} from './transcript-words';

/** Nothing may be fetched or run, whatever a post holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The pieces of the page, in order. */
export function* writeHtml(article: Article, given: Writing): Generator<string> {
  const writing = { ...given, hour: article.hour };
  const { say } = writing;
  const title = html(titleOf(article, say));
  yield `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Polchat">
<title>${title} · #${html(article.transcript.chat.hashtag)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
`;
  yield writeHead(article, title, writing);
  yield '<main>\n';
  for (const section of article.sections) yield* writeSection(section, writing);
  yield* writeLinks(article, writing);
  yield* writePeople(article, writing);
  if (writing.isNote) {
    const words = html(writing.reflection).replaceAll('\n', '<br>');
    yield `<section id="reflection" aria-labelledby="reflection-title"><h2 id="reflection-title">${html(say('transcript_reflection'))}</h2>
<p class="reflection">${words}</p></section>\n`;
  }
  yield `</main>\n<footer><p>${html(say('transcript_made'))}</p></footer>\n</body>\n</html>\n`;
}

function writeHead(article: Article, title: string, writing: Writing): string {
  const { say } = writing;
  const { chat } = article.transcript;
  const hosts = chat.hosts.map((host) => `@${host}`).join(', ');
  const gaps = gapsOf(article, writing);
  const contents = article.sections.map((section) => {
    const count = sayCount(say, 'posts', section.posts.length);
    return `<li><a href="#${anchorOf(section)}">${html(sectionTitle(section, say))}</a> <span class="faint">${html(count)}</span></li>`;
  });
  return `<header>
<p class="chat">#${html(chat.hashtag)}</p>
<h1 dir="auto">${title}</h1>
<p>${[whenOf(article, writing), hosts && say('transcript_hosted', hosts)].filter(Boolean).map(html).join('<br>\n')}</p>
<p class="faint">${numbersOf(article, say).map(html).join(' · ')}</p>
${gaps === '' ? '' : `<p class="gaps">${html(gaps)}</p>\n`}${drawHour(article, writing)}
</header>
<nav aria-label="${html(say('transcript_contents'))}"><ol>
${contents.join('\n')}
</ol></nav>
`;
}

function* writeSection(section: ArticleSection, writing: Placed): Generator<string> {
  const { say } = writing;
  const anchor = anchorOf(section);
  const count = html(sayCount(say, 'posts', section.posts.length));
  const title = html(sectionTitle({ ...section, label: null }, say));
  yield `<section id="${anchor}" aria-labelledby="${anchor}-title">\n`;
  // Introductions and goodbyes are there for whoever wants them.
  const folded = section.section !== 'question';
  const label = shownLabel(section.label);
  const name = section.question === null ? html(sectionTitle(section, say)) : title;
  yield `<h2 id="${anchor}-title" dir="auto">${section.question !== null && label ? `<span class="label">${html(label)}</span> ` : ''}${name}</h2>\n`;
  if (section.question?.post) {
    const { post } = section.question;
    yield `<p class="asked" id="p${post.id}">${headOf({ post, depth: 0, answers: null, reposts: 0 }, writing)}</p>\n`;
  }
  if (folded) yield `<details><summary>${count}</summary>\n`;
  for (const post of section.posts) yield writePost(post, writing);
  if (folded) yield '</details>\n';
  yield '</section>\n';
}

function writePost(item: ArticlePost, writing: Placed): string {
  const { post, depth } = item;
  const absent = absenceOf(post, writing.say);
  const text =
    absent === null
      ? `<p class="text" dir="${textDirection(post.text)}">${writeText(post.text)}</p>`
      : `<p class="text absent">${html(absent)}</p>`;
  return `<article id="p${post.id}" class="d${depth}"><p class="head">${headOf(item, writing)}</p>${text}</article>\n`;
}

function headOf({ post, answers, reposts }: ArticlePost, { say, timeZone, hour }: Placed): string {
  const { author, createdAt, url } = post;
  const time = `<time datetime="${html(createdAt)}">${timeOf(post, { hour }, timeZone)}</time>`;
  const doubt = doubtOf(post, say);
  const about =
    answers &&
    (answers.handle === null
      ? say('transcript_answers_unseen')
      : say('transcript_answers', `@${answers.handle}`));
  return [
    `<b><bdi>${html(author.name)}</bdi></b> <span class="faint">@${html(author.handle)}</span>`,
    url === '' ? time : `<a href="${html(url)}">${time}</a>`,
    ...[about, doubt, reposts > 0 ? sayCount(say, 'transcript_reposts', reposts) : null]
      .filter((words) => words !== null)
      .map((words) => `<span class="faint">${html(words)}</span>`),
  ].join(' ');
}

/** The words, with links as links; mentions and hashtags lead out of the page to nobody's use. */
function writeText(text: string): string {
  return splitText({ text, links: [] })
    .map((part) =>
      part.kind === 'link'
        ? `<a href="${html(part.href)}" rel="noreferrer">${html(part.text)}</a>`
        : html(part.text),
    )
    .join('')
    .replaceAll('\n', '<br>');
}

function* writeLinks({ links }: Article, { say }: Writing): Generator<string> {
  if (links.length === 0) return;
  yield `<section id="links" aria-labelledby="links-title"><h2 id="links-title">${html(say('transcript_links'))}</h2><ul>\n`;
  for (const { href, posts } of links) {
    const by = [...new Set(posts.map(({ author }) => `@${author.handle}`))].join(', ');
    yield `<li><a href="${html(href)}" rel="noreferrer">${html(href)}</a> <span class="faint">${html(by)}</span></li>\n`;
  }
  yield '</ul></section>\n';
}

function* writePeople({ people }: Article, { say }: Writing): Generator<string> {
  yield `<section id="people" aria-labelledby="people-title"><h2 id="people-title">${html(say('transcript_people_title'))}</h2><ul class="people">\n`;
  for (const { handle, name, posts, host } of people) {
    const role = host ? ` <span class="label">${html(say('panel_host_tag'))}</span>` : '';
    yield `<li><bdi>${html(name)}</bdi> <span class="faint">@${html(handle)}${role} ${html(sayCount(say, 'posts', posts))}</span></li>\n`;
  }
  yield '</ul></section>\n';
}

/** The name of a section within a page. */
export function anchorOf({ key }: ArticleSection): string {
  return `s-${key.replace(/[^\w-]/g, (sign) => `_${sign.codePointAt(0)}`)}`;
}
