// @vitest-environment jsdom
import { act, render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { createWords, WordsContext } from '@/components/shared/words';
import { TranscriptPage } from '@/components/transcript/TranscriptPage';
import { TranscriptContext } from '@/components/transcript/transcript-context';
import messages from '@/public/_locales/en_GB/messages.json' with { type: 'json' };
import { createTranscriptStore } from '@/stores/transcript';
import { author, post, START } from '../../../fixtures/posts';

const sentences: Record<string, { message: string }> = messages;
const words = createWords((key, substitutions) =>
  (sentences[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => substitutions?.[n - 1] ?? ''),
);
const POSTS = [
  post({ id: '1001', author: author('anna_h', { name: 'Anna Hale' }), text: 'Hello @benk' }),
  post({ id: '1002', author: author('benk', { name: 'Ben Kemp' }), text: 'Thank you Anna' }),
  post({ id: '1003', author: author('benk', { name: 'Ben Kemp' }), repostOf: '1001', text: '' }),
];

async function stage() {
  const titles: string[] = [];
  const store = createTranscriptStore({
    area: { get: async () => ({}), set: async () => undefined },
    archive: {
      readAll: async () => ({ posts: POSTS, sessions: [], coverage: [], moves: new Map() }),
      sessions: async () => [],
    },
    send: async () => null as never,
    save: async () => undefined,
    pause: async () => undefined,
    say: (key) => key,
    download: () => undefined,
    now: () => START,
  });
  await store.open('polchat', START);
  const actions = {
    openX: () => undefined,
    copy: async () => undefined,
    print: () => undefined,
    setTitle: (title: string) => void titles.push(title),
    setPlace: () => undefined,
  };
  const { container } = render(
    <WordsContext.Provider value={words}>
      <TranscriptContext.Provider value={{ store, actions }}>
        <TranscriptPage />
      </TranscriptContext.Provider>
    </WordsContext.Provider>,
  );
  const printed = () => container.querySelector('[data-part=printed]')?.textContent ?? null;
  return { store, container, printed, titles };
}

describe('printing', () => {
  it('draws what is selected, beside the page as it stands, and takes it away again', async () => {
    const { store, container, printed } = await stage();
    const before = container.querySelector('.page')?.innerHTML;
    expect(printed()).toBeNull();
    await act(() => store.setSelection({ names: 'numbers' }));
    await act(() => store.beginPrint());
    expect(printed()).toContain('Person');
    expect(printed()).not.toMatch(/Anna|Hale|Ben|Kemp|anna_h/);
    expect(container.innerHTML.indexOf('data-part="printed"')).toBeLessThan(
      container.innerHTML.indexOf('class="page"'),
    );
    await act(() => store.endPrint());
    expect(printed()).toBeNull();
    await act(() => store.setSelection({ names: 'full' }));
    expect(container.querySelector('.page')?.innerHTML).toBe(before);
  });

  it('prints one’s own posts with the reflection, which nothing else is printed with', async () => {
    const { store, printed } = await stage();
    await act(() => store.setReflection('My own thoughts'));
    await act(() => store.beginPrint());
    expect(printed()).toContain('Hello @benk');
    expect(printed()).not.toContain('My own thoughts');
    await act(() => store.endPrint());
    await act(() => store.setSelection({ only: 'benk' }));
    await act(() => store.beginPrint());
    expect(printed()).toContain('My own thoughts');
    expect(printed()).toContain('Thank you Anna');
    expect(printed()).not.toContain('Hello');
  });

  it('prints all of the selection whatever is looked for on the page', async () => {
    const { store, printed } = await stage();
    await act(() => store.setFind('thank'));
    await act(() => store.beginPrint());
    expect(printed()).toContain('Hello @benk');
  });

  it('draws nothing for paper where no transcript is shown', async () => {
    const { store, printed } = await stage();
    await act(() => store.open('polchat', null));
    await act(() => store.beginPrint());
    expect(printed()).toBeNull();
  });
});
