// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** The bar of a composer: tools, how much room is left, the button that sends. */
import { Icon, type IconName } from './icons.tsx';

const TOOLS: readonly [string, IconName, string?][] = [
  ['Add photos or video', 'photo'],
  ['Add a GIF', 'gif', 'gifSearchButton'],
  ['Add poll', 'poll', 'createPollButton'],
  ['Add emoji', 'emoji'],
  ['Schedule post', 'schedule', 'scheduleOption'],
  ['Tag location', 'location', 'geoButton'],
];

interface ToolBarProps {
  inline: boolean;
  label: string;
  left: number | null;
  disabled: boolean;
  send(): void;
  poll(): void;
  add?: (() => void) | undefined;
}

export function ToolBar({ inline, label, left, disabled, send, poll, add }: ToolBarProps) {
  return (
    <div data-testid="toolBar" className="tool-bar row">
      <nav role="navigation" className="grow">
        <div className="css-175oi2r">
          <div data-testid="ScrollSnap-SwipeableList">
            <div role="tablist" data-testid="ScrollSnap-List" className="row">
              {TOOLS.map(([name, icon, testid]) => (
                <div key={name} role="presentation">
                  <button
                    type="button"
                    role="button"
                    aria-label={name}
                    data-testid={testid}
                    className="tool"
                    onClick={testid === 'createPollButton' ? poll : undefined}
                  >
                    <Icon name={icon} size={20} />
                  </button>
                  {icon === 'photo' ? (
                    <input
                      accept="image/jpeg,image/png,image/webp,image/gif,video/mp4"
                      tabIndex={-1}
                      type="file"
                      className="hidden-text"
                      data-testid="fileInput"
                    />
                  ) : null}
                </div>
              ))}
            </div>
          </div>
        </div>
      </nav>
      <div className="row tool-end">
        {left === null ? null : (
          <div role="progressbar" className={left < 0 ? 'count over' : 'count'}>
            {left <= 20 ? left : ''}
          </div>
        )}
        {add ? (
          <button
            type="button"
            role="button"
            aria-label="Add post"
            data-testid="addButton"
            className="add-post"
            onClick={add}
          >
            <Icon name="plus" size={16} />
          </button>
        ) : null}
        <button
          type="button"
          role="button"
          disabled={disabled}
          aria-disabled={disabled ? true : undefined}
          tabIndex={disabled ? -1 : undefined}
          data-testid={inline ? 'tweetButtonInline' : 'tweetButton'}
          className="send"
          onClick={send}
        >
          <div dir="ltr">
            <span>
              <span>{label}</span>
            </span>
          </div>
        </button>
      </div>
    </div>
  );
}
