import { useWords } from '@/components/shared/words';
import type { Article } from '@/stores/core/transcript-article';
import { anchorOf } from '@/stores/core/transcript-html';
import { sectionTitle } from '@/stores/core/transcript-words';
import { useSay } from './transcript-context';

/** The way to each section. */
export function Contents({ article }: { article: Article }) {
  const words = useWords();
  const say = useSay();
  return (
    <nav aria-label={words('transcript_contents')} class="contents">
      <ol>
        {article.sections.map((section) => (
          <li key={section.key}>
            <a href={`#${anchorOf(section)}`} dir="auto">
              {sectionTitle(section, say)}
            </a>{' '}
            <span class="faint">{words.count('posts', section.posts.length)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
