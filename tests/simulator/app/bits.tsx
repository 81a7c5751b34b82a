// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** Pieces that many parts of the page use: links that stay in the app, avatars, times and counts. */
import { navigate } from './router.ts';
import { serverNow } from './state.ts';

export interface LinkProps {
  href: string;
  className?: string;
  children?: unknown;
  tabIndex?: number;
  dir?: string;
  label?: string;
  testid?: string;
  id?: string;
  role?: string;
  onPress?: () => void;
}

/** A link of X's own router; other clicks than the plain one are the browser's. */
export function Link(props: LinkProps) {
  const { href, className, children, tabIndex, dir, label, testid, id, role = 'link' } = props;
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (props.onPress) props.onPress();
    else navigate(href);
  };
  return (
    <a
      href={href}
      id={id}
      role={role as 'link'}
      dir={dir as 'ltr'}
      className={className}
      tabIndex={tabIndex}
      aria-label={label}
      data-testid={testid}
      onClick={onClick}
    >
      {children as string}
    </a>
  );
}

/** An avatar nested as X nests it. `size` in px. */
export function Avatar({
  handle,
  url,
  size,
  link = true,
  label,
}: {
  handle: string;
  url: string;
  size: number;
  link?: boolean;
  label?: string;
}) {
  const picture = (
    <div className="avatar-shade">
      <div className="avatar-square">
        <div style={{ paddingBottom: '100%' }} />
        <div className="fill" aria-label={label}>
          <div className="fill picture" style={{ backgroundImage: `url("${url}")` }} />
          <img alt="" draggable={false} src={url} className="fill ghost" />
        </div>
      </div>
    </div>
  );
  return (
    <div
      className="avatar"
      data-testid={`UserAvatar-Container-${handle}`}
      style={{ width: `${size}px`, height: `${size}px` }}
    >
      <div style={{ paddingBottom: '100%' }} />
      <div className="fill">
        <div className="fill round">
          <div style={{ paddingBottom: '100%' }} />
          <div className="fill">
            {link ? (
              <Link href={`/${handle}`} tabIndex={-1}>
                {picture}
              </Link>
            ) : (
              <div role="presentation" tabIndex={-1}>
                {picture}
              </div>
            )}
          </div>
        </div>
      </div>
    </div>
  );
}

/** "2.5K", "1.1M". */
export function shortCount(count: number): string {
  if (count < 1000) return count > 0 ? String(count) : '';
  const [value, unit] = count < 1_000_000 ? [count / 1000, 'K'] : [count / 1_000_000, 'M'];
  return `${value < 10 ? Math.floor(value * 10) / 10 : Math.floor(value)}${unit}`;
}

/** "now", "4m", "3h", "Oct 28". */
export function shortTime(ms: number): string {
  const seconds = Math.max(0, (serverNow() - ms) / 1000);
  if (seconds < 5) return 'now';
  if (seconds < 60) return `${Math.floor(seconds)}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)}h`;
  return new Date(ms).toLocaleDateString('en-US', { month: 'short', day: 'numeric' });
}

export function longTime(ms: number): string {
  const time = new Date(ms).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
  const date = new Date(ms).toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
  });
  return `${time} · ${date}`;
}

/** Boxes within boxes, as React Native draws them: recordings have them this deep. */
export function Nest({ depth, children }: { depth: number; children?: unknown }) {
  if (depth === 0) return <>{children as string}</>;
  return (
    <div className="css-175oi2r nest">
      <Nest depth={depth - 1}>{children}</Nest>
    </div>
  );
}
