import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bridge, takeBridge } from '@/stores/bridge';
import type { Message } from '@/stores/messages';

const background = vi.hoisted(() => ({
  put: [] as string[][],
  answer: (_: string[]): unknown => ({ gives: null }),
}));
vi.mock('#imports', () => ({
  browser: {
    runtime: {
      sendMessage: async ({ body }: Message<'load'>) => {
        background.put.push(body);
        return background.answer(body);
      },
    },
  },
}));

const { createLoader } = await import('@/entrypoints/x.content/loader');

const bridge = {} as Bridge;
/** Whether the script that makes the feeds ran here. */
let haveFeeds: boolean;

beforeEach(() => {
  haveFeeds = false;
  background.put = [];
  background.answer = (scripts) => {
    haveFeeds ||= scripts.includes('feeds');
    return { gives: null };
  };
});

const loader = () =>
  createLoader(
    () => bridge,
    () => haveFeeds,
  );

describe('createLoader', () => {
  it('puts each script in once, the feeds before the first', async () => {
    const load = loader();
    await Promise.all([load('panel'), load('panel'), load('writing')]);
    await load('panel');
    await load('feeds');
    expect(background.put).toEqual([['feeds', 'panel'], ['writing']]);
    expect(takeBridge()).toBe(bridge);
  });

  it('asks for the feeds alone where nothing else is needed', async () => {
    const load = loader();
    await load('feeds');
    await load('reader');
    expect(background.put).toEqual([['feeds'], ['reader']]);
  });

  it('tries again, the feeds too, after a background that was killed, without a word', async () => {
    const load = loader();
    const { answer } = background;
    background.answer = () => undefined;
    await Promise.all([load('panel'), load('prefill')]);
    background.answer = answer;
    await load('panel');
    expect(background.put).toEqual([
      ['feeds', 'panel'],
      ['feeds', 'prefill'],
      ['feeds', 'panel'],
    ]);
  });

  it('tries again where the background was killed between the two', async () => {
    const load = loader();
    const { answer } = background;
    background.answer = (scripts) => {
      answer(scripts);
      return undefined;
    };
    await load('panel');
    background.answer = answer;
    await load('panel');
    expect(background.put).toEqual([['feeds', 'panel'], ['panel']]);
  });

  it('tries again where the scripts met another page of the tab', async () => {
    const load = loader();
    const { answer } = background;
    background.answer = () => ({ gives: null });
    await load('panel');
    background.answer = answer;
    await load('panel');
    await load('panel');
    expect(background.put).toEqual([
      ['feeds', 'panel'],
      ['feeds', 'panel'],
    ]);
  });

  it.each([
    ['failed', () => undefined],
    ['met another page of the tab', () => ({ gives: null })],
  ])('brings the feeds itself where those that it waited for %s', async (_, answered) => {
    const load = loader();
    const { answer } = background;
    background.answer = answered;
    const feeds = load('feeds');
    const panel = load('panel');
    background.answer = answer;
    await Promise.all([feeds, panel]);
    expect(background.put).toEqual([['feeds'], ['feeds', 'panel']]);
    await load('panel');
    expect(background.put).toHaveLength(2);
  });

  it('puts in once what is asked for again while the feeds come at the second try', async () => {
    const load = loader();
    const { answer } = background;
    background.answer = () => undefined;
    const feeds = load('feeds');
    const panel = load('panel');
    background.answer = answer;
    await feeds;
    await Promise.all([panel, load('panel')]);
    expect(background.put).toEqual([['feeds'], ['feeds', 'panel']]);
  });
});
