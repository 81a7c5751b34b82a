// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** X's pages: what stands in the primary column for a route. */
import { useEffect } from 'react';
import { Avatar, Link } from './bits.tsx';
import { viewer } from './boot.ts';
import { InlineComposer } from './composer.tsx';
import { Icon } from './icons.tsx';
import { Messages } from './messages.tsx';
import { Notifications } from './notifications.tsx';
import { Profile } from './profile.tsx';
import { showUnder } from './router.ts';
import { type Ask, askOf, type Route } from './routes.ts';
import { SearchBox } from './sidebar.tsx';
import { timelineOf } from './timeline.ts';
import { HomePill, TimelineView } from './timeline-view.tsx';

function TabBar({
  tabs,
}: {
  tabs: { name: string; on: boolean; href: string; press?: () => void }[];
}) {
  return (
    <nav role="navigation" className="tab-bar">
      <div data-testid="ScrollSnap-SwipeableList">
        <div role="tablist" data-testid="ScrollSnap-List" className="row">
          {tabs.map((tab) => (
            <div key={tab.name} role="presentation" className="grow">
              <Link
                href={tab.href}
                role="tab"
                className={tab.on ? 'page-tab on' : 'page-tab'}
                {...(tab.press ? { onPress: tab.press } : {})}
              >
                <div className="css-175oi2r">
                  <div dir="ltr">
                    <span>{tab.name}</span>
                    <div className={tab.on ? 'underline' : ''} />
                  </div>
                </div>
              </Link>
            </div>
          ))}
        </div>
      </div>
    </nav>
  );
}

function Head({ title, back }: { title: string; back: boolean }) {
  return (
    <div className="page-head row">
      {back ? (
        <button
          type="button"
          role="button"
          aria-label="Back"
          data-testid="app-bar-back"
          className="action blue narrow"
          onClick={() => history.back()}
        >
          <Icon name="back" size={20} />
        </button>
      ) : null}
      <h2 dir="ltr" role="heading" className="heading">
        <span>{title}</span>
      </h2>
    </div>
  );
}

function Home({ route }: { route: Route }) {
  const ask = askOf(route) as Ask;
  const timeline = timelineOf(ask.operation, ask);
  return (
    <div aria-label="Home timeline" tabIndex={0} className="css-175oi2r">
      <div className="sticky-head">
        <TabBar
          tabs={[
            {
              name: 'For you',
              href: '/home',
              on: !route.following,
              press: () => showUnder({ following: false }),
            },
            {
              name: 'Following',
              href: '/home',
              on: route.following,
              press: () => showUnder({ following: true }),
            },
          ]}
        />
        <HomePill timeline={timeline} />
      </div>
      <InlineComposer place="home" />
      <div className="css-175oi2r">
        <TimelineView
          key={ask.operation}
          timeline={timeline}
          label="Your Home Timeline"
          pill={false}
        />
      </div>
    </div>
  );
}

function Search({ route }: { route: Route }) {
  const ask = askOf(route) as Ask;
  const key = `search ${route.query} ${route.live}`;
  const timeline = timelineOf(key, ask);
  const href = (live: boolean) =>
    `/search?q=${encodeURIComponent(route.query)}&src=typed_query${live ? '&f=live' : ''}`;
  return (
    <div className="css-175oi2r">
      <div className="sticky-head">
        <div className="page-head row">
          <SearchBox query={route.query} />
        </div>
        <TabBar
          tabs={[
            { name: 'Top', href: href(false), on: !route.live },
            { name: 'Latest', href: href(true), on: route.live },
            { name: 'People', href: `${href(false)}&f=user`, on: false },
            { name: 'Media', href: `${href(false)}&f=media`, on: false },
            { name: 'Lists', href: `${href(false)}&f=list`, on: false },
          ]}
        />
      </div>
      <TimelineView key={key} timeline={timeline} label="Search timeline" pill={true} />
    </div>
  );
}

function PostPage({ route }: { route: Route }) {
  const ask = askOf(route) as Ask;
  const timeline = timelineOf(`post ${route.postId}`, ask, route.postId);
  return (
    <div className="css-175oi2r">
      <div className="sticky-head">
        <Head title="Post" back={true} />
      </div>
      <TimelineView key={route.postId} timeline={timeline} label="Conversation" pill={false} />
    </div>
  );
}

function titleOf(route: Route): string {
  const titles: Partial<Record<Route['name'], string>> = {
    home: 'Home / X',
    search: `${route.query} - Search / X`,
    post: `${route.handle} on X / X`,
    profile: `@${route.handle} / X`,
    notifications: 'Notifications / X',
    messages: 'Chat / X',
    explore: 'Explore / X',
  };
  return titles[route.name] ?? 'X';
}

function PageBody({ route }: { route: Route }) {
  switch (route.name) {
    case 'search':
      return <Search route={route} />;
    case 'post':
    case 'photo':
      return <PostPage route={route} />;
    case 'profile':
      return <Profile route={route} head={<Head title={route.handle} back={true} />} />;
    case 'notifications':
      return <Notifications head={<Head title="Notifications" back={false} />} />;
    case 'messages':
      return <Messages head={<Head title="Chat" back={false} />} />;
    case 'explore':
      return (
        <div className="page-head row">
          <SearchBox query="" />
        </div>
      );
    default:
      return <Home route={route} />;
  }
}

export function PrimaryColumn({ route }: { route: Route }) {
  useEffect(() => {
    // X passes through a bare "X" title on its way.
    document.title = 'X';
    const timer = setTimeout(() => {
      document.title = titleOf(route);
    }, 30);
    return () => clearTimeout(timer);
  }, [route]);
  return (
    <div data-testid="primaryColumn" className="primary">
      <PageBody route={route} />
    </div>
  );
}

/** The picture of the person logged in. */
export const ViewerAvatar = ({ size }: { size: number }) => (
  <Avatar
    handle={viewer.handle}
    url={`https://pbs.twimg.com/profile_images/${viewer.id}/${viewer.handle}_normal.svg`}
    size={size}
  />
);
