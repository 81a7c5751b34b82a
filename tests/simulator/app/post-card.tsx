// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** A post in a timeline, nested and named as X's article is. */

import { useState } from 'react';
import { toggleBookmark, toggleLike } from './actions.ts';
import { Avatar, Link, longTime, Nest, shortCount, shortTime } from './bits.tsx';
import { openComposer } from './composer-store.ts';
import { Icon, type IconName, Tick } from './icons.tsx';
import { openCaretMenu, openRepostMenu } from './post-menus.ts';
import { PostText } from './post-text.tsx';
import type { ShownPost } from './read-answers.ts';
import { navigate } from './router.ts';

export const postPath = (post: ShownPost) => `/${post.author.handle}/status/${post.id}`;

function UserName({ post, focal }: { post: ShownPost; focal: boolean }) {
  const { author } = post;
  return (
    <div className={focal ? 'user-name tall' : 'user-name'} data-testid="User-Name">
      <div className="name-line">
        <div className="css-175oi2r">
          <Link href={`/${author.handle}`} className="name-link">
            <div className="css-175oi2r row">
              <div dir="ltr" className="name">
                <span>
                  <span>{author.name}</span>
                </span>
              </div>
              <div dir="ltr" className="name">
                <span>
                  <Tick kind={author.tick} />
                </span>
              </div>
            </div>
          </Link>
        </div>
      </div>
      <div className="handle-line">
        <div className="row">
          <div className="css-175oi2r">
            <Link href={`/${author.handle}`} tabIndex={-1}>
              <div dir="ltr" className="quiet">
                <span>@{author.handle}</span>
              </div>
            </Link>
          </div>
          {focal ? null : <TimeLink post={post} />}
        </div>
      </div>
    </div>
  );
}

function TimeLink({ post }: { post: ShownPost }) {
  return (
    <>
      <div dir="ltr" aria-hidden="true" className="quiet dot">
        <span>·</span>
      </div>
      <div className="css-175oi2r">
        <Link
          href={postPath(post)}
          dir="ltr"
          className="quiet"
          label={`${shortTime(post.createdAt)} ago`}
        >
          <time dateTime={new Date(post.createdAt).toISOString()}>{shortTime(post.createdAt)}</time>
        </Link>
      </div>
    </>
  );
}

/** A quoted post: its time is not inside a status link, so its id cannot be read from the page. */
export function QuoteCard({
  quote,
  preview = false,
}: {
  quote: NonNullable<ShownPost['quote']>;
  preview?: boolean;
}) {
  if ('gone' in quote) return <div className="quote gone-quote">{quote.gone}</div>;
  const open = (event: Event) => {
    if (preview || (event.target as Element).closest('a')) return;
    event.stopPropagation();
    navigate(postPath(quote));
  };
  return (
    <div
      role="link"
      tabIndex={0}
      className="quote"
      onClick={open}
      onKeyDown={(event) => event.key === 'Enter' && open(event)}
    >
      <Nest depth={3}>
        <div className="quote-head row">
          <div data-testid="Tweet-User-Avatar">
            <div className="css-175oi2r">
              <Avatar
                handle={quote.author.handle}
                url={quote.author.avatar}
                size={24}
                link={false}
              />
            </div>
          </div>
          <Nest depth={2}>
            <div className="user-name" data-testid="User-Name">
              <div className="name-line">
                <div className="css-175oi2r row">
                  <div dir="ltr" className="name">
                    <span>
                      <span>{quote.author.name}</span>
                    </span>
                  </div>
                  <div dir="ltr" className="name">
                    <span>
                      <Tick kind={quote.author.tick} />
                    </span>
                  </div>
                </div>
              </div>
              <div className="handle-line">
                <div className="row">
                  <div className="css-175oi2r" tabIndex={-1}>
                    <div dir="ltr" className="quiet">
                      <span>@{quote.author.handle}</span>
                    </div>
                  </div>
                  <div dir="ltr" aria-hidden="true" className="quiet dot">
                    <span>·</span>
                  </div>
                  <div className="css-175oi2r">
                    <div className="css-175oi2r">
                      <div dir="ltr" className="quiet">
                        <time dateTime={new Date(quote.createdAt).toISOString()}>
                          {shortTime(quote.createdAt)}
                        </time>
                      </div>
                    </div>
                  </div>
                </div>
              </div>
            </div>
          </Nest>
        </div>
      </Nest>
      <Nest depth={2}>
        <div dir="auto" lang={quote.lang} data-testid="tweetText" className="text clamp">
          <PostText segments={quote.segments} />
        </div>
      </Nest>
    </div>
  );
}

function Photo({ post }: { post: ShownPost }) {
  const [shown, setShown] = useState(false);
  const { photo } = post;
  if (!photo) return null;
  const href = `${postPath(post)}/photo/1`;
  if (photo.sensitive && !shown)
    return (
      <div className="photo warned" data-testid="previewInterstitial">
        <span>Content warning: Sensitive content</span>
        <button type="button" role="button" className="pill-button" onClick={() => setShown(true)}>
          <span>Show</span>
        </button>
      </div>
    );
  return (
    <div className="photo">
      <Nest depth={6}>
        <Link href={href}>
          <div className="fill">
            <div style={{ paddingBottom: '56.25%' }} />
            <div className="fill">
              <div aria-label={photo.alt} data-testid="tweetPhoto" className="fill">
                <div className="fill picture" style={{ backgroundImage: `url("${photo.url}")` }} />
                <img alt={photo.alt} draggable={true} src={photo.url} className="fill ghost" />
              </div>
            </div>
          </div>
        </Link>
      </Nest>
    </div>
  );
}

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

function Actions({ post }: { post: ShownPost }) {
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

function SocialContext({ post }: { post: ShownPost }) {
  if (!post.repostedBy) return <div className="css-175oi2r" />;
  return (
    <div className="social row">
      <div className="social-icon">
        <Icon name="retweet" size={16} />
      </div>
      <Nest depth={6}>
        <Link href={`/${post.repostedBy.handle}`} dir="ltr" className="quiet bold">
          <span data-testid="socialContext" className="quiet">
            <span dir="ltr">
              <span>{post.repostedBy.name}</span>
            </span>{' '}
            reposted
          </span>
        </Link>
      </Nest>
    </div>
  );
}

function Words({ post, focal }: { post: ShownPost; focal: boolean }) {
  const whole = focal && post.whole ? post.whole : post.segments;
  return (
    <div className="css-175oi2r">
      <div
        dir="auto"
        lang={post.lang}
        data-testid="tweetText"
        className={focal ? 'text big' : 'text'}
      >
        <PostText segments={whole} />
      </div>
      {post.whole && !focal ? (
        <button
          type="button"
          role="button"
          dir="ltr"
          data-testid="tweet-text-show-more-link"
          className="show-more"
          onClick={(event) => {
            event.stopPropagation();
            navigate(postPath(post));
          }}
        >
          <span>Show more</span>
        </button>
      ) : null}
    </div>
  );
}

function Replying({ post }: { post: ShownPost }) {
  if (post.replyingTo.length === 0) return null;
  return (
    <div className="quiet replying" dir="ltr">
      {'Replying to '}
      {post.replyingTo.map((handle, at) => (
        <span key={handle}>
          {at > 0 ? ' and ' : ''}
          <div className="inline">
            <Link href={`/${handle}`} dir="ltr" className="accent">
              <span>@{handle}</span>
            </Link>
          </div>
        </span>
      ))}
    </div>
  );
}

function Caret({ post }: { post: ShownPost }) {
  return (
    <div className="caret-place">
      <Nest depth={2}>
        <div className="css-175oi2r">
          <div className="css-175oi2r">
            <div className="css-175oi2r">
              <button
                type="button"
                role="button"
                aria-label="More"
                aria-haspopup="menu"
                data-testid="caret"
                className="action blue narrow"
                onClick={(event) => {
                  event.stopPropagation();
                  openCaretMenu(post, event.currentTarget as Element);
                }}
              >
                <div dir="ltr" className="row">
                  <div className="action-icon">
                    <div className="halo" />
                    <Icon name="dots" />
                  </div>
                </div>
              </button>
            </div>
          </div>
        </div>
      </Nest>
    </div>
  );
}

function Column({ handle, url, joint }: { handle: string; url: string; joint: boolean }) {
  return (
    <div className="avatar-column">
      <div data-testid="Tweet-User-Avatar">
        <div className="css-175oi2r">
          <div className="css-175oi2r">
            <Avatar handle={handle} url={url} size={40} />
          </div>
        </div>
      </div>
      {joint ? <div className="thread-line" /> : null}
    </div>
  );
}

function Quote({ post }: { post: ShownPost }) {
  if (!post.quote) return null;
  return (
    <div aria-labelledby="quote" className="quote-place">
      <div className="css-175oi2r">
        <div dir="ltr" className="hidden-text">
          <span>Quote</span>
        </div>
        <QuoteCard quote={post.quote} />
      </div>
    </div>
  );
}

function FocalFoot({ post }: { post: ShownPost }) {
  return (
    <div className="focal-foot quiet">
      <Link href={postPath(post)} dir="ltr" className="quiet">
        <time dateTime={new Date(post.createdAt).toISOString()}>{longTime(post.createdAt)}</time>
      </Link>
      <span> · </span>
      <span className="bold strong">{shortCount(post.counts.views) || '0'}</span>
      <span> Views</span>
    </div>
  );
}

export interface PostCardProps {
  post: ShownPost;
  focal: boolean;
  joint: boolean;
  promoted: boolean;
  /** Without actions and links of its own: the parent in the reply modal. */
  bare?: boolean;
}

/** The article. An advertisement has no time and stands under `placementTracking`. */
export function PostCard({ post, focal, joint, promoted, bare = false }: PostCardProps) {
  const open = (event: MouseEvent) => {
    if (focal || bare || (event.target as Element).closest('a, button, [role=link]')) return;
    if (String(getSelection()) === '') navigate(postPath(post));
  };
  const words = (
    <>
      <Replying post={post} />
      <Words post={post} focal={focal} />
      <Photo post={post} />
      <Quote post={post} />
    </>
  );
  const head = (
    <div className="head row">
      <div className="grow">
        <Nest depth={2}>
          <UserName post={post} focal={focal || promoted} />
        </Nest>
      </div>
      {promoted ? <span className="quiet ad-mark">Ad</span> : null}
      {bare ? null : <Caret post={post} />}
    </div>
  );
  const article = (
    <article
      role="article"
      tabIndex={focal ? -1 : 0}
      data-testid="tweet"
      className={focal ? 'post focal' : 'post'}
      onClick={open}
    >
      <div className="css-175oi2r">
        <div className="css-175oi2r">
          <div className="css-175oi2r">
            <div className="css-175oi2r">
              <SocialContext post={post} />
            </div>
          </div>
          <div className="body row">
            <Column handle={post.author.handle} url={post.author.avatar} joint={joint} />
            <div className="grow">
              {head}
              {focal ? null : words}
              {focal || bare ? null : <Actions post={post} />}
            </div>
          </div>
          {focal ? words : null}
          {focal ? <FocalFoot post={post} /> : null}
          {focal ? <Actions post={post} /> : null}
        </div>
      </div>
    </article>
  );
  return promoted ? (
    <div data-testid="placementTracking" className="css-175oi2r">
      {article}
    </div>
  ) : (
    article
  );
}
