/** What the panel remembers between visits, read with suspicion: storage may hold anything. */
import type { Draft } from './panel-draft';
import type { Muted } from './panel-state';

/** Where the panel keeps what is to outlive the page: `lastRead` (ms), `moves`, `muted`, `draft`. */
export interface PanelStorage {
  get(key: MemoryKey): Promise<unknown>;
  set(key: MemoryKey, value: unknown): Promise<unknown>;
}

export type MemoryKey = keyof Memory;

export interface Memory {
  lastRead: number;
  /** Post id → question label, '' for none. */
  moves: Record<string, string>;
  muted: Muted;
  draft: Draft;
}

/** What was kept, each part only where it has the right shape. A storage that fails is an empty one. */
export async function readMemory(kept: PanelStorage): Promise<Partial<Memory>> {
  // Not called `storage`: WXT takes a bare word of that name for its own module and bundles that, 1.2 kB for nothing.
  const [lastRead, moves, muted, draft] = await Promise.all(
    (['lastRead', 'moves', 'muted', 'draft'] as const).map((key) =>
      kept.get(key).catch(() => undefined),
    ),
  );
  return {
    ...(typeof lastRead === 'number' && Number.isFinite(lastRead) ? { lastRead } : {}),
    ...(isRecord(moves) ? { moves: stringsOf(moves) } : {}),
    ...(isRecord(muted)
      ? { muted: { people: listOf(muted.people), words: listOf(muted.words) } }
      : {}),
    ...(isRecord(draft) && typeof draft.text === 'string'
      ? { draft: { text: draft.text, label: typeof draft.label === 'string' ? draft.label : null } }
      : {}),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringsOf(value: Record<string, unknown>): Record<string, string> {
  const pairs = Object.entries(value).filter((pair): pair is [string, string] => {
    return typeof pair[1] === 'string';
  });
  return Object.fromEntries(pairs);
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
