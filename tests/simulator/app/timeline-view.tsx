// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** A timeline's rows on the page, with the pill that new posts wait behind. */
import { useSyncExternalStore } from 'react';
import { follow } from './actions.ts';
import { Avatar, Link } from './bits.tsx';
import { InlineComposer } from './composer.tsx';
import { Icon, Tick } from './icons.tsx';
import { PostCard } from './post-card.tsx';
import type { Account, Row, ShownPost } from './read-answers.ts';
import type { Timeline } from './timeline.ts';
import { VirtualList } from './virtual-list.tsx';

type ListRow =
  | Row
  | { kind: 'pill'; id: string; count: number }
  | { kind: 'composer'; id: string; post: ShownPost }
  | { kind: 'note'; id: string; text: string };

export function UserCell({ one }: { one: Account }) {
  return (
    <div className="user-cell row" data-testid="UserCell" role="button" tabIndex={0}>
      <Avatar handle={one.handle} url={one.avatar} size={40} />
      <div className="grow">
        <Link href={`/${one.handle}`} className="name-link bold">
          {one.name} <Tick kind={one.tick} />
        </Link>
        <div className="quiet">@{one.handle}</div>
      </div>
      <button
        type="button"
        role="button"
        data-testid={`${one.id}-follow`}
        className="follow"
        onClick={() => follow(one.id)}
      >
        <span>Follow</span>
      </button>
    </div>
  );
}

function drawRow(row: ListRow, timeline: Timeline): unknown {
  switch (row.kind) {
    case 'post':
      return (
        <PostCard post={row.post} focal={row.focal} joint={row.joint} promoted={row.promoted} />
      );
    case 'gone':
      return (
        <article tabIndex={0} className="post gone">
          <div className="quiet gone-box">
            <span>{row.text.replace(' Learn more', '')}</span>{' '}
            <span className="accent">Learn more</span>
          </div>
        </article>
      );
    case 'who':
      return (
        <div className="who">
          <h2 className="heading">Who to follow</h2>
          {row.people.map((one) => (
            <UserCell key={one.id} one={one} />
          ))}
        </div>
      );
    case 'heading':
      return <h2 className="heading">{row.text}</h2>;
    case 'more':
      return (
        <button
          type="button"
          role="button"
          className="wide-button accent"
          onClick={() => void timeline.more(row)}
        >
          <span>{row.text}</span>
        </button>
      );
    case 'pill':
      return (
        <button
          type="button"
          role="button"
          className="wide-button accent"
          onClick={() => showNew(timeline)}
        >
          <div dir="ltr">
            <span>{`Show ${row.count} post${row.count === 1 ? '' : 's'}`}</span>
          </div>
        </button>
      );
    case 'composer':
      return <InlineComposer place="reply" post={row.post} />;
    case 'note':
      return <div className="quiet note">{row.text}</div>;
  }
}

function showNew(timeline: Timeline): void {
  timeline.showWaiting();
  scrollTo(0, 0);
}

/** Home's pill, which floats below the tabs. */
export function HomePill({ timeline }: { timeline: Timeline }) {
  const { waiting } = useSyncExternalStore(timeline.subscribe, timeline.getState);
  if (waiting.length === 0) return null;
  return (
    <div className="home-pill" style={{ transform: 'translate3d(0px, 0px, 0px) translateY(53px)' }}>
      <div className="css-175oi2r">
        <div role="status">
          <button
            type="button"
            role="button"
            tabIndex={-1}
            aria-label="New posts are available. Push the period key to go to the them."
            onClick={() => showNew(timeline)}
          >
            <div className="row" data-testid="pill-contents-container">
              <Icon name="up" size={16} />
              <div dir="ltr" data-testid="pillLabel">
                <span>{`Show ${waiting.length} posts`}</span>
              </div>
            </div>
          </button>
        </div>
      </div>
    </div>
  );
}

export function TimelineView({
  timeline,
  label,
  pill,
}: {
  timeline: Timeline;
  label: string;
  pill: boolean;
}) {
  const state = useSyncExternalStore(timeline.subscribe, timeline.getState);
  if (state.status === 'failed')
    return (
      <div className="failed">
        <div className="quiet">Something went wrong. Try reloading.</div>
        <button
          type="button"
          role="button"
          className="follow blue-button"
          onClick={() => void timeline.load()}
        >
          <span>Retry</span>
        </button>
      </div>
    );
  const rows = state.rows.flatMap((row): ListRow[] =>
    row.kind === 'post' && row.focal
      ? [row, { kind: 'composer', id: `composer-${row.post.id}`, post: row.post }]
      : [row],
  );
  if (pill && state.waiting.length > 0)
    rows.unshift({ kind: 'pill', id: 'pill', count: state.waiting.length });
  if (state.status === 'loading') rows.push({ kind: 'note', id: 'loading', text: 'Loading…' });
  else if (state.rows.length === 0)
    rows.push({ kind: 'note', id: 'none', text: 'Nothing to see here — yet' });
  return (
    <section role="region" aria-labelledby="accessible-list-1">
      <h1 id="accessible-list-1" role="heading" dir="auto" className="hidden-text">
        {label}
      </h1>
      <div aria-label={`Timeline: ${label}`}>
        <VirtualList
          rows={rows}
          render={(row) => drawRow(row, timeline)}
          onEnd={() => void timeline.older()}
        />
      </div>
    </section>
  );
}
