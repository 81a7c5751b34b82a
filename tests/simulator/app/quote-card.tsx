// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** The post that another one quotes. */
import { Avatar, Nest, shortTime } from './bits.tsx';
import { Tick } from './icons.tsx';
import { PostText } from './post-text.tsx';
import { postPath, type ShownPost } from './read-answers.ts';
import { navigate } from './router.ts';

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
