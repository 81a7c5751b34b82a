import { Icon } from '@/components/shared/Icon';
import { useWords } from '@/components/shared/words';
import type { PostRow } from '@/stores/core/rows';
import { looksGuessed } from '@/stores/core/rows-groups';
import { Later } from './Later';
import { usePanel } from './panel-deps';

type Open = 'none' | 'move' | 'more';

interface Props {
  row: PostRow;
  active: boolean;
  open: Open;
  setOpen: (open: Open) => void;
}

/** What can be done with a post, how it was received, and, where it was guessed, that it was. */
export function PostActions({ row, active, open, setOpen }: Props) {
  const words = useWords();
  const { reply, openPost } = usePanel();
  const { post, question } = row.placed;
  const reach = active ? 0 : -1;
  const counts = { repost: Math.max(post.counts.reposts, row.reposts), like: post.counts.likes };
  const toggle = (which: Open) => setOpen(open === which ? 'none' : which);
  return (
    <>
      {looksGuessed(row.placed) && (
        <p class="guess">
          {question === null ? words('panel_guess_none') : words('panel_guess', question)}
          <button
            type="button"
            class="act"
            tabIndex={reach}
            aria-expanded={open === 'move'}
            aria-label={words('panel_move')}
            title={words('panel_move')}
            onClick={() => toggle('move')}
          >
            <Icon name="move" />
          </button>
        </p>
      )}
      <p class="acts">
        <button
          type="button"
          class="act"
          tabIndex={reach}
          title={words('panel_reply_to', post.author.name)}
          onClick={() => reply(post)}
        >
          <Icon name="reply" />
          {words('panel_reply')} {post.counts.replies > 0 && post.counts.replies}
        </button>
        {(['repost', 'like'] as const).map((icon) => (
          <Count
            key={icon}
            icon={icon}
            n={counts[icon]}
            reach={reach}
            open={() => openPost(post)}
          />
        ))}
        <button
          type="button"
          class="act last"
          tabIndex={reach}
          aria-expanded={open === 'more'}
          aria-label={words('panel_post_menu', post.author.name)}
          onClick={() => toggle('more')}
        >
          <Icon name="menu" />
        </button>
      </p>
      {open === 'more' && (
        <Later part="postMenu" placed={row.placed} onMove={() => setOpen('move')} />
      )}
      {open === 'move' && <Later part="move" placed={row.placed} onClose={() => setOpen('none')} />}
    </>
  );
}

interface CountProps {
  icon: 'repost' | 'like';
  n: number;
  reach: number;
  open: () => void;
}

/** Liking and reposting happen on X: the number leads there. */
function Count({ icon, n, reach, open }: CountProps) {
  const words = useWords();
  if (n === 0) return null;
  const title = `${words.count(`panel_${icon}s`, n)} · ${words('panel_open_post')}`;
  return (
    <button
      type="button"
      class="act"
      tabIndex={reach}
      title={title}
      aria-label={title}
      onClick={open}
    >
      <Icon name={icon} />
      {n}
    </button>
  );
}
