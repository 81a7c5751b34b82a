import { describe, expect, it, vi } from 'vitest';
import { createAllowances } from '@/entrypoints/writing/allowances';
import type { Bridge } from '@/stores/bridge';
import { createSavedStore, UNSAVED } from '@/stores/saved';

/** A page's check in a session of the chat, on storage that others may share. */
function page(kept: Record<string, unknown> = {}, session = 1_000) {
  const area = {
    get: async () => kept,
    set: async (items: Record<string, unknown>) => void Object.assign(kept, structuredClone(items)),
  };
  const saved = createSavedStore(area, { ...UNSAVED, ...structuredClone(kept) });
  const clock = { session: { start: session } };
  const onChange = vi.fn();
  const bridge = { saved, clock: () => clock } as unknown as Bridge;
  const check = createAllowances(bridge, onChange);
  const words = (text: string) => check.check(text).map((finding) => finding.words);
  return { ...check, words, onChange, kept, saved, clock };
}

const DRAFT = 'AB12 CDE, ring 07700 900123';

describe('“this is fine”', () => {
  it('silences the same words however they are written, in this page and the next, for this session', async () => {
    const first = page();
    expect(first.words(DRAFT)).toEqual(['AB12 CDE', '07700 900123']);
    const [plate] = first.check(DRAFT);
    if (plate) first.allow(plate);
    await vi.waitFor(() => expect(first.kept.fine).toBeDefined());
    // Its hash has to be made once before it can be compared.
    await vi.waitFor(() => expect(first.words(DRAFT)).toEqual(['07700 900123']));
    const next = page(first.kept);
    await vi.waitFor(() => expect(next.words('ab12cde, 07700 900123')).toEqual(['07700 900123']));
    const later = page(first.kept, 2_000);
    await vi.waitFor(() => expect(later.words(DRAFT)).toHaveLength(2));
  });

  it('ends with the session, also in a page that stays open', async () => {
    const one = page();
    const [plate] = one.check(DRAFT);
    if (plate) one.allow(plate);
    await vi.waitFor(() => expect(one.kept.fine).toBeDefined());
    await vi.waitFor(() => expect(one.words(DRAFT)).toEqual(['07700 900123']));
    one.clock.session = { start: 2_000 };
    await vi.waitFor(() => expect(one.words(DRAFT)).toHaveLength(2));
  });

  it('keeps no words, and other hashes for the same words in another session', async () => {
    const first = page();
    const [plate] = first.check(DRAFT);
    if (plate) first.allow(plate);
    await vi.waitFor(() => expect(first.kept.fine).toBeDefined());
    expect(JSON.stringify(first.kept)).not.toMatch(/ab12 ?cde|vehicle/i);
    const other = page({}, 2_000);
    if (plate) other.allow(plate);
    await vi.waitFor(() => expect(other.kept.fine).toBeDefined());
    const hashes = [first, other].map(({ kept }) => (kept.fine as { hashes: string[] }).hashes);
    expect(hashes[0]).not.toEqual(hashes[1]);
  });

  it('looks for nothing that is switched off', () => {
    const one = page();
    one.saved.set('settings', { ...UNSAVED.settings, draftCheck: { off: ['vehicle'] } });
    expect(one.words(DRAFT)).toEqual(['07700 900123']);
  });
});
