/** Writes a transcript as Markdown (CommonMark): headings, and a list for the threads of each section. */
import type { Article, ArticlePost, ArticleSection } from './transcript-article';
import {
  absenceOf,
  doubtOf,
  gapsOf,
  numbersOf,
  type Placed,
  sayCount,
  sectionTitle,
  timeOf,
  titleOf,
  type Writing,
  whenOf,
} from './transcript-words';

/** What would be markup, but for addresses, which stand between < and >. */
const MARKUP = /[\\`*_{}[\]<>#|~&]/g;
/** At a line's start these would begin a list, a heading, a rule or a table; of a number it is the sign behind it, for a backslash before a digit is shown. */
const LINE_START = /^(\s*)([-+=:]|\d{1,9}[.)])/gm;
const ADDRESS = /(https?:\/\/[^\s<>]*[^\s<>.,;:!?'’”)\]])/gi;

/** The pieces of the file, in order. */
export function* writeMarkdown(article: Article, given: Writing): Generator<string> {
  const writing = { ...given, hour: article.hour };
  const { say } = writing;
  const { chat } = article.transcript;
  const hosts = chat.hosts.map((host) => `@${plain(host)}`).join(', ');
  yield `# ${oneLine(titleOf(article, say))}\n\n`;
  yield `${[plain(`#${chat.hashtag}`), plain(whenOf(article, writing))].filter(Boolean).join(' · ')}\n\n`;
  if (hosts !== '') yield `${say('transcript_hosted', hosts)}\n\n`;
  yield `${numbersOf(article, say).join(' · ')}\n\n`;
  const gaps = gapsOf(article, writing);
  if (gaps !== '') yield `> ${plain(gaps)}\n\n`;
  for (const section of article.sections) yield* writeSection(section, writing);
  if (article.links.length > 0) {
    yield `## ${say('transcript_links')}\n\n`;
    for (const { href, posts } of article.links) {
      const by = [...new Set(posts.map(({ author }) => `@${plain(author.handle)}`))].join(', ');
      yield `- <${href}> (${by})\n`;
    }
    yield '\n';
  }
  yield `## ${say('transcript_people_title')}\n\n`;
  for (const { handle, name, posts, host } of article.people) {
    const role = host ? `, ${say('panel_host_tag')}` : '';
    yield `- ${oneLine(name)} (@${plain(handle)}${role}): ${sayCount(say, 'posts', posts)}\n`;
  }
  if (writing.isNote)
    yield `\n## ${say('transcript_reflection')}\n\n${plain(writing.reflection)}\n`;
  yield `\n---\n\n${say('transcript_made')}\n`;
}

function* writeSection(section: ArticleSection, writing: Placed): Generator<string> {
  const { question, posts } = section;
  yield `## ${oneLine(sectionTitle(section, writing.say))}\n\n`;
  if (question?.post) {
    const { post } = question;
    yield `${headOf({ post, depth: 0, answers: null, reposts: 0 }, writing)}\n\n`;
  }
  for (const post of posts) yield writePost(post, writing);
  if (posts.length > 0) yield '\n';
}

function writePost(item: ArticlePost, writing: Placed): string {
  const { post, depth } = item;
  const margin = '  '.repeat(depth);
  const text = absenceOf(post, writing.say) ?? plain(post.text);
  const body = text
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `${margin}  ${line.trim()}`))
    .join('\\\n');
  // A line's end that a backslash keeps may not come last, nor stand on an empty line.
  const lines = body.replace(/\\\n(?=\\\n|$)/g, '\n').replace(/\n{2,}/g, '\n\n');
  return `${margin}- ${headOf(item, writing)}\\\n${lines}\n`;
}

/** "**Anna Hale** @anna · [13:22](…) · in answer to @ben" */
function headOf({ post, answers, reposts }: ArticlePost, { say, timeZone, hour }: Placed): string {
  const time = timeOf(post, { hour }, timeZone);
  const doubt = doubtOf(post, say);
  return [
    `**${oneLine(post.author.name)}** @${plain(post.author.handle)}`,
    post.url === '' ? time : `[${time}](${post.url})`,
    ...(answers === null ? [] : [plain(saysAnswers(answers.handle, say))]),
    ...(doubt === null ? [] : [doubt]),
    ...(reposts > 0 ? [sayCount(say, 'transcript_reposts', reposts)] : []),
  ].join(' · ');
}

function saysAnswers(handle: string | null, say: Writing['say']): string {
  return handle === null
    ? say('transcript_answers_unseen')
    : say('transcript_answers', `@${handle}`);
}

/** The words as they stand, whatever they would mean to Markdown; addresses become links. */
function plain(text: string): string {
  return text
    .replaceAll('\r', '')
    .split(ADDRESS)
    .map((part, index) => (index % 2 === 1 ? `<${part}>` : part.replace(MARKUP, '\\$&')))
    .join('')
    .replace(
      LINE_START,
      (_, margin: string, mark: string) => `${margin}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    );
}

function oneLine(text: string): string {
  return plain(text.replace(/\s+/g, ' ').trim());
}
