// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** A post in a timeline, nested and named as X's article is. */

import { Avatar, Link, longTime, Nest, shortCount, shortTime } from './bits.tsx';
import { Icon, Tick } from './icons.tsx';
import { Photo } from './photo.tsx';
import { Actions } from './post-actions.tsx';
import { openCaretMenu } from './post-menus.ts';
import { PostText } from './post-text.tsx';
import { QuoteCard } from './quote-card.tsx';
import { postPath, type ShownPost } from './read-answers.ts';
import { navigate } from './router.ts';

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
