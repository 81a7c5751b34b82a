// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** The right column: search box, trends, who to follow. Absent in the mobile layout. */
import { useEffect, useState } from 'react';
import { Icon } from './icons.tsx';
import { navigate } from './router.ts';

const TRENDS: readonly [string, string, string][] = [
  ['Trending in United Kingdom', 'Harrowfen Town', '4,211 posts'],
  ['Weather · Trending', 'Drizzle', '18.2K posts'],
  ['Trending in United Kingdom', '#UpTheHerons', '2,904 posts'],
  ['Food · Trending', 'Cheese scones', '7,650 posts'],
];

/** X's search box. `/` on the page puts the caret here. */
export function SearchBox({ query }: { query: string }) {
  const [text, setText] = useState(query);
  useEffect(() => setText(query), [query]);
  const go = (event: Event) => {
    event.preventDefault();
    if (text.trim())
      navigate(`/search?q=${encodeURIComponent(text.trim())}&src=typed_query&f=live`);
  };
  return (
    <form role="search" aria-label="Search" className="search-box row" onSubmit={go}>
      <label data-testid="SearchBox_Search_Input_label" className="row grow">
        <Icon name="search" size={16} />
        <input
          aria-label="Search query"
          aria-autocomplete="list"
          autoComplete="off"
          data-testid="SearchBox_Search_Input"
          placeholder="Search"
          role="combobox"
          aria-expanded="false"
          type="text"
          value={text}
          onInput={(event) => setText((event.target as HTMLInputElement).value)}
        />
      </label>
    </form>
  );
}

export function Sidebar({ query }: { query: string }) {
  return (
    <div data-testid="sidebarColumn" className="sidebar">
      <div className="sidebar-fixed">
        <div className="search-place">
          <SearchBox query={query} />
        </div>
        <div className="card" data-testid="news_sidebar">
          <h2 className="heading">What’s happening</h2>
          {TRENDS.map(([where, name, count]) => (
            <div key={name} data-testid="trend" className="trend" role="link" tabIndex={0}>
              <div className="quiet small">{where}</div>
              <div className="bold">{name}</div>
              <div className="quiet small">{count}</div>
            </div>
          ))}
          <div className="trend accent">Show more</div>
        </div>
        <nav aria-label="Footer" role="navigation" className="quiet small footer">
          Terms of Service · Privacy Policy · Cookie Policy · Accessibility · Ads info · More · ©
          2026
        </nav>
      </div>
    </div>
  );
}
