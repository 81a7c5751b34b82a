// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FollowLive } from '@/components/panel/FollowLive';
import type { FollowSource, FollowView } from '@/components/panel/follow-source';
import { PanelContext } from '@/components/panel/panel-deps';
import { createWords, WordsContext } from '@/components/shared/words';
import messages from '@/public/_locales/en_GB/messages.json';

const words = createWords((key, values = []) =>
  (messages[key as keyof typeof messages]?.message ?? '').replace(
    /\$(\d)/g,
    (_, n: string) => values[Number(n) - 1] ?? '',
  ),
);

afterEach(cleanup);

function stage(part: Partial<FollowView> = {}, opens = true) {
  let view: FollowView = {
    way: null,
    lines: [],
    until: '14:00',
    mayRefresh: false,
    locked: false,
    hasWindows: true,
    ...part,
  };
  let tell = () => {};
  const source = {
    read: () => view,
    onChange: (changed: () => void) => {
      tell = changed;
      return () => {};
    },
    here: vi.fn(),
    open: vi.fn(async () => opens),
    show: vi.fn(),
    stop: vi.fn(),
    allow: vi.fn(),
  } satisfies FollowSource;
  const store = { showScreen: vi.fn() };
  const { container } = render(
    <PanelContext.Provider value={{ store, words } as never}>
      <WordsContext.Provider value={words}>
        <FollowLive source={source} />
      </WordsContext.Provider>
    </PanelContext.Provider>,
  );
  return {
    source,
    store,
    way: (name: string) => container.querySelector<HTMLInputElement>(`[data-way="${name}"]`),
    text: () => container.textContent ?? '',
    change: (more: Partial<FollowView>) =>
      act(() => {
        view = { ...view, ...more };
        tell();
      }),
  };
}

describe('FollowLive', () => {
  it('offers three ways, the one that acts by itself off and with its warning', () => {
    const { source, way, text, change } = stage();
    expect(text()).toContain('until 14:00');
    expect(text()).toContain('X may not like this');
    expect(way('background')?.disabled).toBe(true);
    way('allow')?.click();
    expect(source.allow).toHaveBeenCalledWith(true);
    change({ mayRefresh: true });
    expect(way('background')?.disabled).toBe(false);
    way('here')?.click();
    expect(source.here).toHaveBeenCalledOnce();
  });

  it('goes back to the conversation once it is open, and says where it could not be', async () => {
    const good = stage();
    await act(async () => good.way('window')?.click());
    expect(good.source.open).toHaveBeenCalledWith('window');
    expect(good.store.showScreen).toHaveBeenCalledWith({ kind: 'conversation' });
    cleanup();
    const bad = stage({}, false);
    await act(async () => bad.way('window')?.click());
    expect(bad.text()).toContain('That could not be opened.');
    expect(bad.store.showScreen).not.toHaveBeenCalled();
  });

  it('shows how the one that is on goes, and its end', () => {
    const { source, way, text } = stage({
      way: 'background',
      lines: ['X still allows 31 refreshes until 13:29.'],
      mayRefresh: true,
    });
    expect(text()).toContain('Following in the background');
    expect(text()).toContain('X still allows 31 refreshes until 13:29.');
    expect(way('background')).toBeNull();
    way('stop')?.click();
    expect(source.stop).toHaveBeenCalledOnce();
  });

  it('says what the organisation settled, and leaves no choice', () => {
    const { way, text } = stage({ locked: true });
    expect(way('allow')).toBeNull();
    expect(way('background')?.disabled).toBe(true);
    expect(text()).toContain('Your organisation has switched this off.');
  });

  it('offers no window where the browser has none', () => {
    expect(stage({ hasWindows: false }).way('window')).toBeNull();
  });
});
