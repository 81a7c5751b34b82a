import { useWords } from '@/components/shared/words';
import { buildLinks, type SharedLink } from '@/stores/core/rows-links';
import { usePanel, useTimes } from './panel-deps';
import { useSight } from './use-sight';

/** Everything that was linked to, newest first, with who shared it under which question. */
export function Links() {
  const words = useWords();
  const links = useSight(buildLinks);
  if (links.length === 0) return <p class="sheet-empty">{words('panel_links_none')}</p>;
  return (
    <ul class="sheet list" data-part="links">
      {links.map((link) => (
        <Shared key={link.href} link={link} />
      ))}
    </ul>
  );
}

function Shared({ link }: { link: SharedLink }) {
  const words = useWords();
  const times = useTimes();
  const { store } = usePanel();
  const last = link.posts.at(-1);
  const others = link.posts.length - 1;
  return (
    <li>
      <a href={link.href} target="_blank" rel="noopener noreferrer" dir="auto">
        {link.display || link.href}
      </a>
      {last !== undefined && (
        <p class="facts">
          <button type="button" class="plain" onClick={() => store.showPost(last.post.id)}>
            @{last.post.author.handle}
          </button>
          {others > 0 && <span>{words.count('panel_and_others', others)}</span>}
          {last.question !== null && <span class="label">{last.question}</span>}
          <time dateTime={new Date(last.post.createdAt).toISOString()}>
            {times.short(last.post.createdAt)}
          </time>
        </p>
      )}
    </li>
  );
}
