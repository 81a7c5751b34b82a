import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PartSource } from '@/components/panel/parts';
import { panelStorage } from '@/entrypoints/panel/storage';
import type { Bridge } from '@/stores/bridge';
import type { Session } from '@/stores/core/schedule';
import { UNSAVED } from '@/stores/saved';

type Changes = Record<string, { newValue?: unknown }>;
const area = vi.hoisted(() => ({
  kept: {} as Record<string, unknown>,
  hear: undefined as ((changes: Changes, area: string) => void) | undefined,
}));

vi.mock('#imports', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string | null) =>
          structuredClone(key === null ? area.kept : { [key]: area.kept[key] }),
        set: async (items: object) => void Object.assign(area.kept, structuredClone(items)),
        remove: async (key: string) => void delete area.kept[key],
      },
      onChanged: {
        addListener: (hear: typeof area.hear) => {
          area.hear = hear;
        },
        removeListener: () => undefined,
      },
    },
  },
}));

const HOUR = 3_600_000;
const at = (start: number) => ({ start, end: start + HOUR }) as Session;

function open(session: Session) {
  const bridge = {
    chat: { hashtag: 'PolChat' },
    saved: { get: () => UNSAVED.settings, onChange: () => undefined },
    signal: new AbortController().signal,
  } as unknown as Bridge;
  return panelStorage(bridge, { get: () => undefined } as unknown as PartSource, session);
}

beforeEach(() => {
  area.kept = {};
});

describe('panelStorage', () => {
  it('keeps a draft for a session and an account', async () => {
    const kept = open(at(13 * HOUR));
    await kept.set('draft', { text: 'Mine' }, 'AnnaHale');
    expect(Object.keys(area.kept)).toEqual([`panel polchat draft ${13 * HOUR} annahale`]);
    expect(await kept.get('draft', 'AnnaHale')).toEqual({ text: 'Mine' });
    expect(await kept.get('draft', 'dan')).toBeUndefined();
    expect(await kept.get('draft', '')).toBeUndefined();
  });

  it('finds the draft of a session that was moved, and keeps it where it was', async () => {
    await open(at(13 * HOUR)).set('draft', { text: 'Mine' }, 'dan');
    const moved = open(at(13.5 * HOUR));
    expect(await moved.get('draft', 'dan')).toEqual({ text: 'Mine' });
    await moved.set('draft', { text: '' }, 'dan');
    expect(area.kept).toEqual({ [`panel polchat draft ${13 * HOUR} dan`]: { text: '' } });
    expect(await open(at(14 * HOUR)).get('draft', 'dan')).toBeUndefined();
  });

  it('leaves nothing of nobody’s once it is somebody’s', async () => {
    const kept = open(at(13 * HOUR));
    await kept.set('draft', { text: 'Whose' }, '');
    await kept.adopt({ text: 'Whose', label: null, at: 1 }, 'dan');
    expect(Object.keys(area.kept)).toEqual([`panel polchat draft ${13 * HOUR} dan`]);
  });

  it('tells a hidden page of drafts, and whose they are, and any page of the rest', () => {
    const changed = vi.fn();
    open(at(13 * HOUR)).onChange(changed);
    const draft = { [`panel polchat draft ${13 * HOUR} dan`]: { newValue: 'new' } };
    vi.stubGlobal('document', { hidden: false });
    area.hear?.({ ...draft, 'panel polchat moves': { newValue: {} }, other: {} }, 'local');
    expect(changed.mock.calls).toEqual([['moves', {}, '']]);
    vi.stubGlobal('document', { hidden: true });
    area.hear?.({ ...draft, [`panel polchat draft ${HOUR} dan`]: {} }, 'local');
    expect(changed.mock.calls.slice(1)).toEqual([['draft', 'new', 'dan']]);
    vi.unstubAllGlobals();
  });
});
