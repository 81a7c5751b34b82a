import { useMemo } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import type { Article, ArticlePost, ArticleSection } from '@/stores/core/transcript-article';
import { anchorOf } from '@/stores/core/transcript-html';
import type { Found } from '@/stores/core/transcript-search';
import { sectionTitle, shownLabel } from '@/stores/core/transcript-words';
import { PostHead } from './PostHead';
import { Posts } from './Posts';
import { useSay } from './transcript-context';
import type { Growing } from './use-growing';

interface Props {
  section: ArticleSection;
  /** Posts of the sections before it. */
  start: number;
  growing: Growing;
  found: Found;
  hour: Article['hour'];
  timeZone: string;
}

/** Posts drawn and laid out together. */
const CHUNK = 25;

/** A question with its answers; introductions and goodbyes folded. */
export function SectionView({ section, start, growing, found, hour, timeZone }: Props) {
  const words = useWords();
  const say = useSay();
  const anchor = anchorOf(section);
  const chunks = useMemo(() => split(section.posts), [section.posts]);
  const { question, label } = section;
  const posts = chunks.map((chunk, n) => {
    const at = start + n * CHUNK;
    const isDue = at < growing.drawn;
    if (at >= growing.mounted) return null;
    return (
      <div key={chunk[0]?.post.id} class="stretch" hidden={!isDue}>
        <Posts posts={chunk} found={found.ids} isDue={isDue} hour={hour} timeZone={timeZone} />
      </div>
    );
  });
  return (
    <section
      id={anchor}
      aria-labelledby={`${anchor}-title`}
      data-question={label ?? undefined}
      hidden={!found.sections.has(section.key)}
    >
      <h2 id={`${anchor}-title`} dir="auto">
        {question !== null && shownLabel(label) !== '' && (
          <span class="label">{shownLabel(label)} </span>
        )}
        {sectionTitle(question === null ? section : { ...section, label: null }, say)}
      </h2>
      {question?.post && (
        <p class="asked" id={`p${question.post.id}`}>
          <PostHead
            item={{ post: question.post, depth: 0, answers: null, reposts: 0 }}
            hour={hour}
            timeZone={timeZone}
          />
        </p>
      )}
      {section.section === 'question' ? (
        posts
      ) : (
        <details open={found.ids !== null}>
          <summary>{words.count('posts', section.posts.length)}</summary>
          {posts}
        </details>
      )}
    </section>
  );
}

function split(posts: readonly ArticlePost[]): ArticlePost[][] {
  const chunks: ArticlePost[][] = [];
  for (let at = 0; at < posts.length; at += CHUNK) chunks.push(posts.slice(at, at + CHUNK));
  return chunks;
}
