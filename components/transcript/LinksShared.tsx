import { useWords } from '@/components/shared/words';
import type { SharedAddress } from '@/stores/core/transcript-links';

/** Every link that was shared, with who shared it. */
export function LinksShared({ links }: { links: readonly SharedAddress[] }) {
  const words = useWords();
  if (links.length === 0) return null;
  return (
    <section aria-labelledby="links-title" data-part="links">
      <h2 id="links-title">{words('transcript_links')}</h2>
      <ul>
        {links.map(({ href, posts }) => (
          <li key={href}>
            <a href={href} target="_blank" rel="noreferrer">
              {href}
            </a>{' '}
            {posts.map(({ id, author }) => (
              <a key={id} class="faint" href={`#p${id}`}>
                @{author.handle}{' '}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
