import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const { runtime } = vi.hoisted(() => ({ runtime: { id: 'polchat' as string | undefined } }));
vi.mock('#imports', () => ({ browser: { runtime } }));

const { ContentScriptContext } = await import('@/entrypoints/x.content/context');

let page: { href: string };
beforeEach(() => {
  page = { href: 'https://x.com/' };
  vi.stubGlobal('location', page);
});
afterEach(() => {
  runtime.id = 'polchat';
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('ContentScriptContext', () => {
  it('ends once the extension is gone, with all that it listens to and waits for', () => {
    vi.useFakeTimers();
    const ctx = new ContentScriptContext();
    const work = vi.fn();
    const ended = vi.fn();
    ctx.setTimeout(work, 1_500);
    ctx.setInterval(work, 1_000);
    const document = new EventTarget();
    ctx.addEventListener(document as Document, 'focusin', work);
    ctx.onInvalidated(ended);
    document.dispatchEvent(new Event('focusin'));
    vi.advanceTimersByTime(1_000);
    expect(work).toHaveBeenCalledTimes(2);
    expect(ctx.isValid).toBe(true);

    runtime.id = undefined;
    vi.advanceTimersByTime(5_000);
    document.dispatchEvent(new Event('focusin'));
    expect(work).toHaveBeenCalledTimes(2);
    expect(ended).toHaveBeenCalledTimes(1);
    expect(ctx.isInvalid).toBe(true);
    expect(ctx.signal.aborted).toBe(true);
  });

  it('tells where the page goes, as the browser says it', () => {
    const navigation = new EventTarget();
    vi.stubGlobal('navigation', navigation);
    const ctx = new ContentScriptContext();
    const moves: string[] = [];
    ctx.onMove(({ pathname }) => moves.push(pathname));
    const go = (path: string) => {
      const url = new URL(path, page.href).href;
      navigation.dispatchEvent(Object.assign(new Event('navigate'), { destination: { url } }));
    };
    for (const path of ['/home', '/home', '/search']) go(path);
    runtime.id = undefined;
    expect(ctx.isValid).toBe(false);
    go('/explore');
    expect(moves).toEqual(['/home', '/search']);
  });

  it('looks at the address where the browser says nothing', () => {
    vi.useFakeTimers();
    const moves: string[] = [];
    new ContentScriptContext().onMove(({ pathname }) => moves.push(pathname));
    page.href = 'https://x.com/home';
    vi.advanceTimersByTime(1_000);
    vi.advanceTimersByTime(1_000);
    page.href = 'https://x.com/search';
    vi.advanceTimersByTime(1_000);
    expect(moves).toEqual(['/home', '/search']);
  });
});
