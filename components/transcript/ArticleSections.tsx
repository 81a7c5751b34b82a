import type { Article } from '@/stores/core/transcript-article';
import type { Found } from '@/stores/core/transcript-search';
import { LinksShared } from './LinksShared';
import { PeopleList } from './PeopleList';
import { SectionView } from './SectionView';
import type { Growing } from './use-growing';

interface Props {
  article: Article;
  found: Found;
  growing: Growing;
  timeZone: string;
}

/** The chat itself, section by section; links and people where nothing is looked for. */
export function ArticleSections({ article, found, growing, timeZone }: Props) {
  let above = 0;
  return (
    <>
      {article.sections.map((section) => {
        const start = above;
        above += section.posts.length;
        return (
          <SectionView
            key={section.key}
            section={section}
            start={start}
            growing={growing}
            found={found}
            hour={article.hour}
            timeZone={timeZone}
          />
        );
      })}
      {found.ids === null && (
        <>
          <LinksShared links={article.links} />
          <PeopleList people={article.people} />
        </>
      )}
    </>
  );
}
