// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { createEdgeTab } from '@/components/panel/edge-tab';

describe('createEdgeTab', () => {
  const stage = () => {
    const onOpen = vi.fn();
    return {
      onOpen,
      ...createEdgeTab(document, { label: (hashtag) => `Open #${hashtag}`, onOpen }),
    };
  };

  it('shows the state and the count of new posts, and says both', () => {
    const { element, update } = stage();
    update({ state: 'live', text: '23:10 left', hashtag: 'polchat', newCount: 7, theme: 'dim' });
    expect(element.dataset).toMatchObject({ state: 'live', theme: 'dim' });
    expect(element.textContent).toBe('#polchat23:10 left7');
    expect(element.getAttribute('aria-label')).toBe('Open #polchat. 23:10 left (7)');
    update({ state: 'live', text: '23:09 left', hashtag: 'polchat', newCount: 250, theme: 'dim' });
    expect(element.querySelector('.edge-new')?.textContent).toBe('99+');
  });

  it('hides a count of none', () => {
    const { element, update } = stage();
    update({ state: 'none', text: '', hashtag: 'polchat', newCount: 0, theme: 'light' });
    expect((element.querySelector('.edge-new') as HTMLElement).hidden).toBe(true);
  });

  it('opens the panel when it is pressed', () => {
    const { element, onOpen } = stage();
    element.click();
    expect(onOpen).toHaveBeenCalledOnce();
  });
});
