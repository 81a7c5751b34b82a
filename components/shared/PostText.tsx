import type { Post } from '@/stores/core/post';
import { splitText } from '@/stores/core/rows-text';

interface Props {
  post: Pick<Post, 'text' | 'links'>;
  /** The chat's own hashtag, without #: drawn faint, for every post carries it. */
  hashtag: string;
}

/** A post's words with its links, mentions and hashtags; everything as text, nothing as markup. Each of them stands by itself in right-to-left words: its # or @ stays before it. */
export function PostText({ post, hashtag }: Props) {
  return splitText(post).map((part, n) => {
    if (part.kind === 'text') return part.text;
    const own =
      part.kind === 'hashtag' && part.text.slice(1).toLowerCase() === hashtag.toLowerCase();
    if (own) {
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places.
        <bdi key={n} class="own-tag">
          {part.text}
        </bdi>
      );
    }
    return (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places.
        key={n}
        dir="auto"
        href={part.href}
        target="_blank"
        rel="noopener noreferrer"
      >
        {part.text}
      </a>
    );
  });
}
