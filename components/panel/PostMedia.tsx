import { useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import type { Media, Post } from '@/stores/core/post';
import { postUrl } from '@/stores/core/post';
import { safeHref } from '@/stores/core/rows-text';

/** Pictures and films as chips with their descriptions; X's warning stands before what it warns of. */
export function PostMedia({ post }: { post: Post }) {
  const words = useWords();
  const [shown, setShown] = useState(!post.sensitive);
  if (!shown) {
    return (
      <button type="button" class="chip" onClick={() => setShown(true)}>
        {words('panel_sensitive')}
      </button>
    );
  }
  return (
    <p class="media">
      {post.media.map((media) => (
        <a
          key={media.url}
          class="chip"
          href={hrefOf(media, post)}
          target="_blank"
          rel="noopener noreferrer"
          title={media.alt || undefined}
        >
          <span>{words(`panel_${media.kind}`)}</span>
          {media.alt !== '' && (
            <span class="alt" dir="auto">
              {media.alt}
            </span>
          )}
        </a>
      ))}
    </p>
  );
}

function hrefOf(media: Media, post: Post): string {
  // A film's address is only that of its still: X plays it.
  return (media.kind === 'photo' ? safeHref(media.url) : null) ?? postUrl(post);
}
