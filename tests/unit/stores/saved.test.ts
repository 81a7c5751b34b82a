import { describe, expect, it, vi } from 'vitest';
import { createSavedStore, panelKey, readSaved, type StorageArea, UNSAVED } from '@/stores/saved';

function createArea(
  kept: Record<string, unknown> = {},
): StorageArea & { kept: Record<string, unknown> } {
  return {
    kept,
    get: async (keys) =>
      Object.fromEntries(keys.filter((key) => key in kept).map((key) => [key, kept[key]])),
    set: async (items) => void Object.assign(kept, items),
  };
}

describe('saved values', () => {
  it('are those of a new installation before anything was saved', async () => {
    expect(await readSaved(createArea(), ['panel', 'joined'])).toEqual({
      panel: UNSAVED.panel,
      joined: {},
    });
  });

  it('take effect at once here, go to disk, and come from other tabs', () => {
    const area = createArea();
    const store = createSavedStore(area, { ...UNSAVED });
    const changed = vi.fn();
    store.onChange(changed);
    store.set('joined', { polchat: 5 });
    expect(store.get('joined')).toEqual({ polchat: 5 });
    expect(area.kept).toEqual({ joined: { polchat: 5 } });
    store.adopt({ joined: { newValue: { polchat: 6 } }, unknown: { newValue: 1 } });
    expect(store.get('joined')).toEqual({ polchat: 6 });
    store.adopt({ joined: {} });
    expect(store.get('joined')).toEqual({});
    expect(changed.mock.calls).toEqual([[['joined']], [['joined']], [['joined']]]);
  });

  it.each([
    ['refuses', () => Promise.reject(new Error('full'))],
    [
      'is gone with the extension, which throws',
      () => {
        throw new Error('Extension context invalidated.');
      },
    ],
  ])('survive a disk that %s', (_, set) => {
    const area = { ...createArea(), set };
    const store = createSavedStore(area, { ...UNSAVED });
    store.set('panel', { width: 400, choices: {} });
    expect(store.get('panel').width).toBe(400);
  });
});

describe('panelKey', () => {
  it('does not count what was done days before for the hour itself', () => {
    const session = { start: 1000 };
    expect(panelKey({ state: 'upcoming', session })).toBe('1000 before');
    expect(panelKey({ state: 'today', session })).toBe('1000 before');
    expect(panelKey({ state: 'soon', session })).toBe('1000');
    expect(panelKey({ state: 'live', session })).toBe('1000');
    expect(panelKey({ state: 'none', session: null })).toBe('0 before');
  });
});
