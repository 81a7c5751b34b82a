/** What the panel remembers between visits, read with suspicion: storage may hold anything. */
import type { Draft } from './panel-draft';
import type { Muted } from './panel-state';

/** Where the panel keeps what is to outlive the page: `lastRead` (ms), `moves`, `muted`, `draft`. */
export interface PanelStorage {
  /** A draft has an `owner`: a handle, '' for nobody's yet. */
  get(key: MemoryKey, owner?: string): Promise<unknown>;
  set(key: MemoryKey, value: unknown, owner?: string): Promise<unknown>;
  /** Keeps this draft as its owner's; nobody's is gone in the same step. */
  adopt(draft: Draft, owner: string): Promise<unknown>;
  /** Told when another tab or page wrote `key` (or this one: what one wrote comes back too); of a draft, whose, in lower case. */
  onChange(changed: (key: MemoryKey, value: unknown, owner: string) => void): void;
}

export type MemoryKey = keyof Memory;

export interface Memory {
  lastRead: number;
  /** Post id → question label, '' for none. */
  moves: Record<string, string>;
  muted: Muted;
  draft: Draft;
}

const KEYS = ['lastRead', 'moves', 'muted'] as const;

/** What was kept but the draft, each part only where it has the right shape. A storage that fails is an empty one. */
export async function readMemory(kept: PanelStorage): Promise<Partial<Memory>> {
  // Not called `storage`: WXT takes a bare word of that name for its own module and bundles that, 1.2 kB for nothing.
  const parts = await Promise.all(
    KEYS.map((key) =>
      kept.get(key).then(
        (value) => parseMemory(key, value),
        () => ({}),
      ),
    ),
  );
  return Object.assign({}, ...parts);
}

/** One part of it; nothing where it has another shape. */
export function parseMemory(key: MemoryKey, value: unknown): Partial<Memory> {
  if (key === 'lastRead') {
    return typeof value === 'number' && Number.isFinite(value) ? { lastRead: value } : {};
  }
  if (!isRecord(value)) return {};
  if (key === 'moves') return { moves: stringsOf(value) };
  if (key === 'muted') {
    return { muted: { people: listOf(value.people), words: listOf(value.words) } };
  }
  const { text, label, at } = value;
  if (typeof text !== 'string') return {};
  const draft = {
    text,
    label: typeof label === 'string' ? label : null,
    at: typeof at === 'number' ? at : 0,
  };
  return { draft };
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
