import { describe, expect, it } from 'vitest';
import { DEFAULTS, VERSION } from '@/stores/core/settings';
import { changeSettings } from '@/stores/own-settings';
import type { StorageArea } from '@/stores/saved';

function createArea(kept: Record<string, unknown> = {}) {
  const area: StorageArea & { kept: Record<string, unknown> } = {
    kept,
    get: async (keys) => Object.fromEntries(keys.map((key) => [key, kept[key]])),
    set: async (items) => void Object.assign(kept, items),
  };
  return area;
}

describe('changeSettings', () => {
  it('stores everything with its version, from nothing on', async () => {
    const area = createArea();
    await changeSettings(area, () => ({ look: 'dim' }));
    expect(area.kept).toEqual({ ownSettings: { version: VERSION, ...DEFAULTS, look: 'dim' } });
  });

  it('loses none of two changes made at once', async () => {
    const area = createArea();
    const mute = (person: string) =>
      changeSettings(area, ({ muted }) => ({
        muted: { ...muted, people: [...muted.people, person] },
      }));
    await Promise.all([mute('a'), mute('b'), changeSettings(area, () => ({ gather: true }))]);
    expect(area.kept.ownSettings).toMatchObject({
      gather: true,
      muted: { people: ['a', 'b'], words: [] },
    });
  });

  it('stores only what is valid', async () => {
    const area = createArea();
    await changeSettings(area, () => ({ keepMonths: 1e6, chats: [] }));
    expect(area.kept.ownSettings).toMatchObject({ keepMonths: 120, chats: DEFAULTS.chats });
  });

  it('rejects where the disk refuses, and goes on with the next', async () => {
    const area = createArea();
    const { set } = area;
    area.set = () => Promise.reject(new Error('full'));
    await expect(changeSettings(area, () => ({ look: 'dim' }))).rejects.toThrow('full');
    area.set = set;
    await changeSettings(area, () => ({ look: 'dark' }));
    expect(area.kept.ownSettings).toMatchObject({ look: 'dark' });
  });
});
