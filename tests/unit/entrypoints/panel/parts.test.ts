import { describe, expect, it, vi } from 'vitest';
import { createParts } from '@/entrypoints/panel/parts';
import type { Bridge } from '@/stores/bridge';

/** A bridge whose scripts bring the part at the given try. */
function bridgeThatBrings(at: number) {
  const parts: Bridge['parts'] = {};
  let tries = 0;
  const load = vi.fn(async () => {
    tries += 1;
    if (tries === at) parts.catchUp = () => null;
  });
  return { parts, load } as unknown as Bridge & { load: typeof load };
}

describe('createParts', () => {
  it('asks for a script once, and not for what is there', async () => {
    const bridge = bridgeThatBrings(1);
    const parts = createParts(bridge);
    expect(parts.get('catchUp')).toBeUndefined();
    await parts.load('catchUp');
    await parts.load('catchUp');
    expect(parts.get('catchUp')).toBeDefined();
    expect(bridge.load.mock.calls).toEqual([['panel-more']]);
  });

  it('tries once more where a script did not come, and then says so', async () => {
    await expect(createParts(bridgeThatBrings(2)).load('catchUp')).resolves.toBeUndefined();
    const bridge = bridgeThatBrings(3);
    await expect(createParts(bridge).load('catchUp')).rejects.toThrow('panel-more');
    expect(bridge.load).toHaveBeenCalledTimes(2);
    await expect(createParts(bridge).load('catchUp')).resolves.toBeUndefined();
  });
});
