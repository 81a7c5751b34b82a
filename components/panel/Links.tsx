import { useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { buildLinks, type SharedLink } from '@/stores/core/rows-links';
import { usePanel, useTimes } from './panel-deps';
import { useSight } from './use-sight';

/** Drawn at once; more on demand. */
const FIRST = 80;

/** Everything that was linked to, newest first, with who shared it under which question. */
export function Links() {
  const words = useWords();
  const links = useSight(buildLinks);
  const [all, setAll] = useState(false);
  const shown = all ? links : links.slice(0, FIRST);
  if (links.length === 0) return <p class="sheet-empty">{words('panel_links_none')}</p>;
  return (
    <div class="sheet" data-part="links">
      <ul class="list">
        {shown.map((link) => (
          <Shared key={link.href} link={link} />
        ))}
      </ul>
      {shown.length < links.length && (
        <button type="button" class="line" onClick={() => setAll(true)}>
          {words.count('panel_show_more', links.length - shown.length)}
        </button>
      )}
    </div>
  );
}

function Shared({ link }: { link: SharedLink }) {
  const words = useWords();
  const times = useTimes();
  const { store } = usePanel();
  const last = link.posts.at(-1);
  const others = new Set(link.posts.map(({ post }) => post.author.handle)).size - 1;
  return (
    <li>
      <a href={link.href} target="_blank" rel="noopener noreferrer" dir="ltr">
        {link.display || link.href}
      </a>
      {last !== undefined && (
        <>
          {link.context !== '' && (
            <p class="context" dir="auto">
              {link.context}
            </p>
          )}
          <p class="facts">
            {last.question !== null && <span class="label">{last.question}</span>}
            <button type="button" class="plain" onClick={() => store.showPost(last.post.id)}>
              @{last.post.author.handle}
            </button>
            {others > 0 && <span>{words.count('panel_and_others', others)}</span>}
            <time dateTime={new Date(last.post.createdAt).toISOString()}>
              {times.short(last.post.createdAt)}
            </time>
          </p>
        </>
      )}
    </li>
  );
}
