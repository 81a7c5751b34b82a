// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** A person's page. */
import { useEffect, useState } from 'react';
import { follow } from './actions.ts';
import { Avatar } from './bits.tsx';
import { callX } from './call-x.ts';
import { Tick } from './icons.tsx';
import { type Account, readAccount } from './read-answers.ts';
import { type Ask, askOf, type Route } from './routes.ts';
import { timelineOf } from './timeline.ts';
import { TimelineView } from './timeline-view.tsx';

export function Profile({ route, head }: { route: Route; head: unknown }) {
  const [one, setOne] = useState<Account | null>(null);
  useEffect(() => {
    void callX('UserByScreenName', { screen_name: route.handle }).then((answer) => {
      const data = (answer.json as { data?: { user?: { result?: unknown } } })?.data;
      if (data?.user) setOne(readAccount(data.user.result));
    });
  }, [route.handle]);
  return (
    <div className="css-175oi2r">
      <div className="sticky-head">{head as string}</div>
      {one ? (
        <>
          <div className="profile">
            <Avatar handle={one.handle} url={one.avatar} size={96} />
            <div data-testid="UserName" className="profile-name">
              {one.name} <Tick kind={one.tick} />
            </div>
            <div className="quiet">@{one.handle}</div>
            <button type="button" role="button" className="follow" onClick={() => follow(one.id)}>
              <span>{one.followed ? 'Following' : 'Follow'}</span>
            </button>
          </div>
          <TimelineView
            timeline={timelineOf(`user ${one.id}`, askOf(route, one.id) as Ask)}
            label={`${one.name}’s posts`}
            pill={false}
          />
        </>
      ) : null}
    </div>
  );
}
