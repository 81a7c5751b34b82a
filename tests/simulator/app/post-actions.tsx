// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** The row below a post: reply, repost, like, views, bookmark, share. */
import { toggleBookmark, toggleLike } from './actions.ts';
import { Link, Nest, shortCount } from './bits.tsx';
import { openComposer } from './composer-store.ts';
import { Icon, type IconName } from './icons.tsx';
import { openRepostMenu } from './post-menus.ts';
import { postPath, type ShownPost } from './read-answers.ts';

interface ActionProps {
  testid: string;
  icon: IconName;
  label: string;
  count: number;
  on?: boolean;
  className: string;
  menu?: boolean;
  press(anchor: Element): void;
}

function Action(props: ActionProps) {
  const { testid, icon, label, count, on, className, menu } = props;
  return (
    <div className="css-175oi2r">
      <button
        type="button"
        role="button"
        aria-label={label}
        aria-haspopup={menu ? 'menu' : undefined}
        data-testid={testid}
        className={`action ${className}${on ? ' on' : ''}`}
        onClick={(event) => {
          event.stopPropagation();
          props.press(event.currentTarget as Element);
        }}
      >
        <div dir="ltr" className="row">
          <div className="action-icon">
            <div className="halo" />
            <Icon name={icon} />
          </div>
          {testid.includes('ookmark') ? null : (
            <div className="action-count">
              <span data-testid="app-text-transition-container">
                <span>
                  <span>{shortCount(count)}</span>
                </span>
              </span>
            </div>
          )}
        </div>
      </button>
    </div>
  );
}

export function Actions({ post }: { post: ShownPost }) {
  const { counts } = post;
  return (
    <Nest depth={2}>
      <div
        role="group"
        className="actions"
        aria-label={`${counts.replies} replies, ${counts.reposts} reposts, ${counts.likes} likes, ${counts.views} views`}
      >
        <Action
          testid="reply"
          icon="reply"
          className="blue"
          label={`${counts.replies} Replies. Reply`}
          count={counts.replies}
          press={() => openComposer({ kind: 'reply', post })}
        />
        <Action
          testid={post.reposted ? 'unretweet' : 'retweet'}
          icon="retweet"
          className="green"
          menu
          on={post.reposted}
          label={`${counts.reposts} reposts. Repost`}
          count={counts.reposts}
          press={(anchor) => openRepostMenu(post, anchor)}
        />
        <Action
          testid={post.liked ? 'unlike' : 'like'}
          icon="heart"
          className="pink"
          on={post.liked}
          label={`${counts.likes} Likes. Like`}
          count={counts.likes}
          press={() => toggleLike(post)}
        />
        <div className="css-175oi2r">
          <Link
            href={`${postPath(post)}/analytics`}
            className="action blue"
            label={`${counts.views} views. View post analytics`}
          >
            <div dir="ltr" className="row">
              <div className="action-icon">
                <div className="halo" />
                <Icon name="views" />
              </div>
              <div className="action-count">
                <span data-testid="app-text-transition-container">
                  <span>
                    <span>{shortCount(counts.views)}</span>
                  </span>
                </span>
              </div>
            </div>
          </Link>
        </div>
        <Action
          testid={post.bookmarked ? 'removeBookmark' : 'bookmark'}
          icon="bookmark"
          className="blue narrow"
          on={post.bookmarked}
          label="Bookmark"
          count={0}
          press={() => toggleBookmark(post)}
        />
        <div className="share">
          <div className="css-175oi2r">
            <button
              type="button"
              role="button"
              aria-label="Share post"
              aria-haspopup="menu"
              className="action blue narrow"
            >
              <div dir="ltr" className="row">
                <div className="action-icon">
                  <div className="halo" />
                  <Icon name="share" />
                </div>
              </div>
            </button>
          </div>
        </div>
      </div>
    </Nest>
  );
}
