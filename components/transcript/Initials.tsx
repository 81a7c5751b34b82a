import { hueOf, initials } from '@/components/shared/Avatar';

/** Stands for a picture: none is fetched on a page of the extension. */
export function Initials({ author }: { author: { name: string; handle: string } }) {
  return (
    <span class="avatar" style={{ '--hue': hueOf(author.handle) }} aria-hidden="true">
      {initials(author.name)}
    </span>
  );
}
