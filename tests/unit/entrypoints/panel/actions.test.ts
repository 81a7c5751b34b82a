// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createWords } from '@/components/shared/words';
import { createActions } from '@/entrypoints/panel/actions';
import { createHandOver } from '@/entrypoints/writing/hand-over';
import type { Bridge } from '@/stores/bridge';

const words = createWords((key) => key);
const open = vi.fn<typeof window.open>();
const writeText = vi.fn<(text: string) => Promise<void>>();

/** Hands a text over on a page where X's composer takes it, or not, and gives what the person is told. */
async function handOver(compose: Bridge['compose']): Promise<string> {
  let said = '';
  const bridge = {
    chat: { hashtag: 'polchat' },
    notice: 'from before',
    notify: (notice: string) => {
      said = notice;
    },
    load: async () => undefined,
    compose,
  } as unknown as Bridge;
  bridge.writing = { handOver: createHandOver(bridge, words) } as Bridge['writing'] & object;
  await createActions(bridge, words).postOnX('A3 Tea & buns #polchat');
  return said;
}

beforeEach(() => {
  open.mockReset().mockReturnValue({} as Window);
  writeText.mockReset().mockResolvedValue(undefined);
  vi.stubGlobal('open', open);
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
});

describe('handing over to X', () => {
  it('is done once X’s own composer took it', async () => {
    expect(await handOver(async () => true)).toBe('');
    expect(open).not.toHaveBeenCalled();
  });

  it.each([
    ['is missing', undefined],
    ['did not take it', async () => false],
  ])('goes to X’s small window where the composer %s', async (_, compose) => {
    expect(await handOver(compose)).toBe('compose_window');
    expect(open.mock.calls[0]?.[0]).toBe('/intent/post?text=A3%20Tea%20%26%20buns%20%23polchat');
    expect(writeText).not.toHaveBeenCalled();
  });

  it('goes to the clipboard where the window is blocked, and says so', async () => {
    open.mockReturnValue(null);
    expect(await handOver(async () => false)).toBe('compose_clipboard');
    expect(writeText).toHaveBeenCalledWith('A3 Tea & buns #polchat');
  });

  it('takes a browser that throws for one that opens no window', async () => {
    open.mockImplementation(() => {
      throw new DOMException('no', 'InvalidAccessError');
    });
    expect(await handOver(async () => false)).toBe('compose_clipboard');
  });

  it('says that the text stays where even that is refused', async () => {
    open.mockReturnValue(null);
    writeText.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    expect(await handOver(async () => false)).toBe('compose_nowhere');
  });
});
