import { useState } from 'preact/hooks';
import { Avatar } from '@/components/shared/Avatar';
import { PostText } from '@/components/shared/PostText';
import { useWords } from '@/components/shared/words';
import { type Post, postUrl } from '@/stores/core/post';
import type { PostRow as PostRowData } from '@/stores/core/rows';
import { looksGuessed } from '@/stores/core/rows-groups';
import { textDirection } from '@/stores/core/rows-text';
import { PostActions } from './PostActions';
import { PostMedia } from './PostMedia';
import { usePanel } from './panel-deps';
import { isPlainKey } from './plain-key';
import { type RowProps, rowAttributes } from './row-attributes';
import { useRowContext } from './row-context';

/** One post with who, when, what, and how it came to stand here. */
export function PostRow(props: RowProps & { row: PostRowData }) {
  const { row, active } = props;
  const { placed, depth } = row;
  const { post } = placed;
  const { times, day, fresh } = useRowContext();
  const [open, setOpen] = useState<'none' | 'move' | 'more'>('none');
  const { reply, quote, openPost, copyLink } = usePanel();
  const keys: Record<string, (row: HTMLElement) => void> =
    post.state === 'present'
      ? {
          r: () => reply(post),
          q: () => quote(post),
          x: () => openPost(post),
          c: () => copyLink(post),
          m: () => setOpen('more'),
        }
      : {};
  if (open !== 'none') {
    keys.Escape = (row) => {
      setOpen('none');
      row.focus();
    };
  }
  return (
    <article
      class="row post"
      {...rowAttributes(props)}
      data-post-id={post.id}
      data-question={placed.question ?? ''}
      data-parent={placed.parent ?? ''}
      data-link={placed.link ?? ''}
      data-depth={depth}
      data-guessed={looksGuessed(placed) || undefined}
      data-fresh={fresh.has(post.id) || undefined}
      aria-label={`${post.author.name}, ${times.short(post.createdAt, day)}`}
      onKeyDown={(event) => {
        const run = isPlainKey(event) && keys[event.key];
        if (!run) return;
        event.preventDefault();
        event.stopPropagation();
        run(event.currentTarget);
      }}
    >
      <Avatar author={post.author} />
      <div class="body">
        <By row={row} shown={times.short(post.createdAt, day)} active={active} />
        <Words post={post} />
        {row.quoted !== null && <Quoted post={row.quoted.post} />}
        {post.state === 'present' && (
          <PostActions row={row} active={active} open={open} setOpen={setOpen} />
        )}
      </div>
    </article>
  );
}

function By({ row, shown, active }: { row: PostRowData; shown: string; active: boolean }) {
  const words = useWords();
  const { post, badge } = row.placed;
  const { name, handle } = post.author;
  const { hosts, guests } = useRowContext();
  const key = handle.toLowerCase();
  const reach = active ? 0 : -1;
  return (
    <p class="by">
      <span class="who">
        <bdi class="name">{name}</bdi>
        {hosts.has(key) ? (
          <span class="tag">{words('panel_host_tag')}</span>
        ) : (
          guests.has(key) && <span class="tag">{words('panel_guest_tag')}</span>
        )}
        <a
          class="handle"
          href={`https://x.com/${encodeURIComponent(handle)}`}
          target="_blank"
          rel="noopener noreferrer"
          tabIndex={reach}
        >
          @{handle}
        </a>
        {badge !== null && (
          <span class="tag" title={words('panel_badge_why', badge)}>
            {badge}
          </span>
        )}
      </span>
      <a
        class="when"
        href={postUrl(post)}
        target="_blank"
        rel="noopener noreferrer"
        tabIndex={reach}
      >
        <time dateTime={new Date(post.createdAt).toISOString()}>{shown}</time>
      </a>
    </p>
  );
}

function Words({ post }: { post: Post }) {
  const words = useWords();
  const { hashtag } = useRowContext();
  if (post.state !== 'present') return <p class="text gone">{words(`panel_${post.state}`)}</p>;
  return (
    <>
      <p class="text" dir={textDirection(post.text)}>
        <PostText post={post} hashtag={hashtag} />
        {post.truncated && <span class="gone"> {words('panel_truncated')}</span>}
      </p>
      {post.media.length > 0 && <PostMedia post={post} />}
    </>
  );
}

function Quoted({ post }: { post: Post }) {
  const words = useWords();
  return (
    <p class="quoted" dir={textDirection(post.text)}>
      <b dir="ltr">@{post.author.handle}</b>{' '}
      {post.state === 'present' ? post.text : words(`panel_${post.state}`)}
    </p>
  );
}
