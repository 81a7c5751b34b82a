// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { createPlace } from '@/entrypoints/x.content/page/place';

describe('createPlace', () => {
  const end = new AbortController();
  afterEach(() => end.abort());

  it('wears X’s look, or the person’s own where they chose one', async () => {
    document.body.style.backgroundColor = 'rgb(0, 0, 0)';
    let own: 'x' | 'light' = 'x';
    const { host, dress } = createPlace(
      end.signal,
      () => own,
      '',
      document.createElement('button'),
    );
    expect(host.dataset.theme).toBe('dark');
    own = 'light';
    dress();
    expect(host.dataset.theme).toBe('light');
    document.body.style.backgroundColor = 'rgb(21, 32, 43)';
    await Promise.resolve();
    expect(host.dataset.theme).toBe('light');
    own = 'x';
    dress();
    expect(host.dataset.theme).toBe('dim');
  });
});
