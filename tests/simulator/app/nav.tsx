// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** The side navigation, and on small screens the bars at top and bottom. */

import { Avatar, Link } from './bits.tsx';
import { viewer } from './boot.ts';
import { openComposer } from './composer-store.ts';
import { useWidth } from './hooks.ts';
import { Icon, type IconName } from './icons.tsx';

interface Tab {
  name: string;
  href: string;
  icon: IconName;
  testid?: string;
}

const TABS: readonly Tab[] = [
  { name: 'Home', href: '/home', icon: 'home', testid: 'AppTabBar_Home_Link' },
  { name: 'Explore', href: '/explore', icon: 'search', testid: 'AppTabBar_Explore_Link' },
  {
    name: 'Notifications',
    href: '/notifications',
    icon: 'bell',
    testid: 'AppTabBar_Notifications_Link',
  },
  { name: 'Chat', href: '/i/chat', icon: 'mail', testid: 'AppTabBar_DirectMessage_Link' },
  { name: 'Bookmarks', href: '/i/bookmarks', icon: 'bookmark' },
  { name: 'Communities', href: `/${viewer.handle}/communities`, icon: 'people' },
  { name: 'Profile', href: `/${viewer.handle}`, icon: 'profile', testid: 'AppTabBar_Profile_Link' },
];

const avatarUrl = `https://pbs.twimg.com/profile_images/${viewer.id}/${viewer.handle}_normal.svg`;

function TabLink({ tab, wide }: { tab: Tab; wide: boolean }) {
  return (
    <Link
      href={tab.href}
      className="tab"
      label={tab.name}
      {...(tab.testid ? { testid: tab.testid } : {})}
    >
      <div className="tab-inner row">
        <div className="css-175oi2r">
          <Icon name={tab.icon} size={26.25} />
        </div>
        {wide ? (
          <div dir="ltr" className="tab-name">
            <span>{tab.name}</span>
          </div>
        ) : null}
      </div>
    </Link>
  );
}

export function SideNav() {
  const wide = useWidth() >= 1280;
  return (
    <header role="banner" className={wide ? 'banner wide' : 'banner'}>
      <div className="banner-column">
        <div className="banner-fixed">
          <div className="css-175oi2r">
            <div className="css-175oi2r">
              <div className="logo">
                <h1 role="heading">
                  <Link href="/home" label="X" className="tab">
                    <div dir="ltr" className="tab-inner">
                      <Icon name="x" size={30} />
                    </div>
                  </Link>
                </h1>
              </div>
              <div className="css-175oi2r">
                <nav aria-label="Primary" role="navigation" className="tabs">
                  {TABS.map((tab) => (
                    <TabLink key={tab.name} tab={tab} wide={wide} />
                  ))}
                  <button
                    type="button"
                    role="button"
                    aria-label="More menu items"
                    data-testid="AppTabBar_More_Menu"
                    className="tab"
                  >
                    <div className="tab-inner row">
                      <div className="css-175oi2r">
                        <Icon name="more" size={26.25} />
                      </div>
                      {wide ? (
                        <div dir="ltr" className="tab-name">
                          <span>More</span>
                        </div>
                      ) : null}
                    </div>
                  </button>
                </nav>
              </div>
              <div className="css-175oi2r">
                <Link
                  href="/compose/post"
                  label="Post"
                  testid="SideNav_NewTweet_Button"
                  className="new-post"
                  onPress={() => openComposer({ kind: 'post' })}
                >
                  <div dir="ltr">
                    {wide ? <span>Post</span> : <Icon name="feather" size={24} />}
                  </div>
                </Link>
              </div>
            </div>
            <div className="css-175oi2r">
              <AccountButton wide={wide} />
            </div>
          </div>
        </div>
      </div>
    </header>
  );
}

function AccountButton({ wide }: { wide: boolean }) {
  return (
    <button
      type="button"
      role="button"
      aria-label="Account menu"
      data-testid="SideNav_AccountSwitcher_Button"
      className="account row"
    >
      <div className="css-175oi2r">
        <Avatar handle={viewer.handle} url={avatarUrl} size={40} link={false} />
      </div>
      {wide ? (
        <div className="grow left">
          <div className="bold" dir="ltr">
            <span>{viewer.name}</span>
          </div>
          <div className="quiet" dir="ltr">
            <span>@{viewer.handle}</span>
          </div>
        </div>
      ) : null}
      {wide ? <Icon name="dots" /> : null}
    </button>
  );
}

/** The mobile layout's tabs. */
export function BottomBar() {
  return (
    <div data-testid="BottomBar" className="bottom-bar">
      <nav role="navigation" className="row">
        {TABS.slice(0, 4).map((tab) => (
          <TabLink key={tab.name} tab={tab} wide={false} />
        ))}
      </nav>
      <Link
        href="/compose/post"
        label="Post"
        testid="FloatingActionButtons_Tweet_Button"
        className="floating"
        onPress={() => openComposer({ kind: 'post' })}
      >
        <Icon name="feather" size={24} />
      </Link>
    </div>
  );
}

/** The mobile layout's head. */
export function TopBar({ title }: { title: string }) {
  return (
    <div data-testid="TopNavBar" className="top-bar row">
      <button
        type="button"
        role="button"
        data-testid="DashButton_ProfileIcon_Link"
        aria-label="Profile menu"
      >
        <Avatar handle={viewer.handle} url={avatarUrl} size={32} link={false} />
      </button>
      <h2 className="heading">{title}</h2>
    </div>
  );
}
