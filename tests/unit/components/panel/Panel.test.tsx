// @vitest-environment jsdom
import { act, cleanup, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { author, post, START } from '@/tests/fixtures/posts';
import { answer, ask, stagePanel } from './panel-stage';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

describe('the names that outside checks rely on', () => {
  it('are all there', () => {
    const { $, all, take, text } = stagePanel();
    take(ask(1), answer('2001', 1), ask(2), answer('2002', 2));
    expect($('aside').getAttribute('aria-label')).toBe('#polchat');
    expect(text('[data-part=theme]')).toBe('Getting people to public meetings');
    expect($('[data-part=clock]').dataset.state).toBe('live');
    expect(text('[data-part=clock]')).toBe('23:10 left · ends 14:00');
    expect(all('[data-part=questions] button').map((button) => button.textContent)).toEqual([
      'Q1 1',
      'Q2 1',
      'Q3 ·',
      'All',
    ]);
    expect(
      all('[data-part=questions] button').map((button) => button.getAttribute('aria-label')),
    ).toEqual(['Q1, 1 post, 2 new', 'Q2, 1 post, 2 new, open now', 'Q3, not asked yet', null]);
    const articles = all('[data-part=conversation] article[data-post-id]');
    expect(articles.map(({ dataset }) => [dataset.postId, dataset.question, dataset.link])).toEqual(
      [
        ['1001', 'Q1', ''],
        ['2001', 'Q1', 'label'],
        ['1002', 'Q2', ''],
        ['2002', 'Q2', 'label'],
      ],
    );
    for (const part of ['composer', 'join', 'status'])
      expect($(`[data-part=${part}]`)).toBeTruthy();
  });

  it('tells where the theme is from, and when there is none yet', () => {
    const { $ } = stagePanel();
    const theme = $('[data-part=theme]');
    expect($(`#${theme.getAttribute('aria-describedby')}`).textContent).toBe(
      'From the calendar: polchat.ics',
    );
    const { text } = stagePanel({ theme: null, source: null });
    expect(text('[data-part=theme]')).toBe('Theme to be announced');
  });

  it('makes an address of a theme’s source a link only if it is https', () => {
    const source = {
      kind: 'announcement',
      name: '@host',
      url: 'https://x.com/host/status/1',
    } as const;
    expect(stagePanel({ source }).$('#theme-source a').getAttribute('href')).toBe(source.url);
    const bad = stagePanel({ source: { ...source, url: 'javascript:alert(1)' } });
    expect(bad.all('#theme-source a')).toEqual([]);
  });
});

describe('posts', () => {
  it('draw hostile text as text', () => {
    const { take, text, all } = stagePanel();
    const name = '<img src=x onerror=alert(1)>';
    take(
      ask(1),
      answer('2001', 1, {
        author: author('bad', { name }),
        text: 'A1 <script>x</script> #polchat',
      }),
    );
    expect(text('[data-post-id="2001"] .name')).toBe(name);
    expect(text('[data-post-id="2001"] .text')).toBe('A1 <script>x</script> #polchat');
    expect(all('script, img')).toEqual([]);
  });

  it('link to X and https places only, with noopener', () => {
    const { take, all } = stagePanel();
    take(
      ask(1),
      answer('2001', 1, {
        text: 'A1 http://plain.example javascript:x https://good.example #other',
        links: [{ url: 'javascript:x', display: 'x' }],
        media: [{ kind: 'photo', url: 'data:image/png,x', alt: '' }],
      }),
    );
    const links = all('article a');
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) {
      expect(link.getAttribute('href')).toMatch(/^https:/);
      expect(link.getAttribute('rel')).toContain('noopener');
    }
  });

  it('keep # and @ before their words in right-to-left text', () => {
    const { take, all } = stagePanel();
    take(ask(1), answer('2001', 1, { text: 'مرحبا @host #polchat #سلام' }));
    const parts = all('[data-post-id="2001"] .text > *');
    expect(parts.map((part) => [part.textContent, part.localName, part.dir])).toEqual([
      ['@host', 'a', 'auto'],
      ['#polchat', 'bdi', ''],
      ['#سلام', 'a', 'auto'],
    ]);
  });

  it('lose their text when they are deleted, and can be answered no more', () => {
    const { take, text, all } = stagePanel();
    take(ask(1), answer('2001', 1));
    take(answer('2001', 1, { state: 'deleted', text: '' }));
    expect(text('[data-post-id="2001"] .text')).toBe('Deleted by its author');
    expect(all('[data-post-id="2001"] button')).toEqual([]);
  });

  it('show sensitive media only when asked', () => {
    const { take, all, click } = stagePanel();
    const media = [
      { kind: 'photo', url: 'https://pbs.twimg.com/media/a.jpg', alt: 'A crash' },
    ] as const;
    take(ask(1), answer('2001', 1, { sensitive: true, media: [...media] }));
    expect(all('.media')).toEqual([]);
    click('[data-post-id="2001"] .body > .chip');
    expect(all('.media .alt').map((alt) => alt.textContent)).toEqual(['A crash']);
  });

  it('take pictures from X’s own host only, and fall back to initials', () => {
    const { take, $, all } = stagePanel();
    take(
      ask(1),
      answer('2001', 1, {
        author: author('a', { name: 'Ann Lee', avatar: 'https://spy.example/a.png' }),
      }),
      answer('2002', 1, {
        author: author('b', { name: 'Ben', avatar: 'https://pbs.twimg.com/b.png' }),
      }),
    );
    expect($('[data-post-id="2001"] .avatar').textContent).toBe('AL');
    expect(all('img').map((image) => image.getAttribute('src'))).toEqual([
      'https://pbs.twimg.com/b.png',
    ]);
    act(() => void $('img').dispatchEvent(new Event('error')));
    expect($('[data-post-id="2002"] .avatar').textContent).toBe('B');
  });

  it('that were guessed look guessed, and are moved by hand', () => {
    const { take, $, click, text, all } = stagePanel();
    take(
      ask(1),
      ask(2),
      answer('2001', 2, {
        text: 'Nothing tells where this belongs #polchat',
        createdAt: START + 1_500_000,
      }),
    );
    const article = $('[data-post-id="2001"]');
    expect(article.hasAttribute('data-guessed')).toBe(true);
    expect(text('[data-post-id="2001"] .guess')).toContain('looks like an answer to Q2');
    click('[data-post-id="2001"] .guess button');
    const choice = all('fieldset button').find((button) => button.textContent === 'Q1');
    act(() => choice?.click());
    expect($('[data-post-id="2001"]').dataset.question).toBe('Q1');
    expect($('[data-post-id="2001"]').hasAttribute('data-guessed')).toBe(false);
  });

  it('are answered and opened on X', () => {
    const { take, $, all, calls, ...stage } = stagePanel();
    const click = (what: string | HTMLElement) =>
      typeof what === 'string' ? stage.click(what) : act(() => what.click());
    take(ask(1), answer('2001', 1));
    click('[data-post-id="2001"] .acts .act');
    expect(calls.reply.mock.calls[0]?.[0]).toMatchObject({ id: '2001' });
    click('[data-post-id="2001"] .act.last');
    for (const chip of all('[data-post-id="2001"] .choices .chip')) {
      if (chip.textContent?.match(/Quote|Open on X|Copy link/)) click(chip);
    }
    for (const call of [calls.quote, calls.openPost, calls.copyLink]) {
      expect(call.mock.calls).toEqual([[expect.objectContaining({ id: '2001' })]]);
    }
    expect($('[data-post-id="2001"] .choices a.chip').textContent).toBe('Profile of @by2001');
  });

  it('are answered, quoted, opened and copied by a key each', () => {
    const { take, key, $, calls } = stagePanel();
    take(ask(1), answer('2001', 1));
    for (const pressed of ['r', 'q', 'x', 'c']) key($('[data-post-id="2001"]'), pressed);
    for (const call of [calls.reply, calls.quote, calls.openPost, calls.copyLink]) {
      expect(call.mock.calls).toEqual([[expect.objectContaining({ id: '2001' })]]);
    }
    key($('aside'), 'n');
    expect($('[data-part=composer]').getRootNode()).toHaveProperty('activeElement', $('textarea'));
  });
});

describe('keeping up', () => {
  it('holds back what comes while someone reads, and shows it when asked', () => {
    const { take, store, ids, text, click, all } = stagePanel();
    take(ask(1), answer('2001', 1), ask(2));
    act(() => {
      store.touch();
      store.scrolled(false);
    });
    take(answer('2002', 2), answer('2003', 2), answer('2004', 1));
    expect(ids()).toEqual(['1001', '2001', '1002']);
    expect(text('[data-part=new]')).toBe('2 new in Q21 in Q1');
    click('[data-part=new] button');
    expect(ids()).toEqual(['1001', '2001', '2004', '1002', '2002', '2003']);
    expect(all('[data-part=new]')).toEqual([]);
    expect(all('[data-fresh]').map(({ dataset }) => dataset.postId)).toEqual([
      '2004',
      '2002',
      '2003',
    ]);
  });

  it('draws but a part of a long conversation', () => {
    const { take, all, $ } = stagePanel();
    take(ask(1), ...Array.from({ length: 2_000 }, (_, n) => answer(String(20_000 + n), 1)));
    expect(all('*').length).toBeLessThan(1_500);
    expect($('article').getAttribute('aria-setsize')).toBe('2001');
  });

  it('shows one question alone, and all again', () => {
    const { take, ids, all } = stagePanel();
    take(ask(1), answer('2001', 1), ask(2), answer('2002', 2));
    const press = (n: number) => act(() => all('[data-part=questions] button')[n]?.click());
    press(0);
    expect(ids()).toEqual(['1001', '2001']);
    expect(all('[aria-pressed=true]').map((button) => button.textContent)).toEqual(['Q1 1']);
    press(0);
    expect(ids()).toHaveLength(4);
  });

  it('catches a late joiner up by one click, and leads to the open question', () => {
    const { take, click, text, all, $ } = stagePanel();
    const likes = { replies: 0, reposts: 0, likes: 4, quotes: 0 };
    take(ask(1), answer('2001', 1, { counts: likes }), ask(2), answer('2002', 2));
    click('[data-part=catch-up-open]');
    expect(all('[data-part=catch-up] section').map(({ dataset }) => dataset.question)).toEqual([
      'Q1',
      'Q2',
    ]);
    expect(text('[data-part=catch-up] [data-post-id="2001"]')).toContain('This 2001');
    expect(text('.open-now')).toContain('What about 2?');
    click('.open-now button');
    expect($('[data-part=conversation]')).toBeTruthy();
  });

  it('catches up with all answers of a question, whatever was looked for before', () => {
    const { take, store, click, ids } = stagePanel();
    take(ask(1), answer('2001', 1), ask(2));
    act(() => store.setFinding(true));
    act(() => store.setFind({ query: 'nothing like this' }));
    click('[data-part=catch-up-open]');
    click('.digest[data-question=Q1] .plain');
    expect(ids()).toEqual(['1001', '2001']);
  });
});

describe('finding', () => {
  it('searches as one types, and closes to the whole', () => {
    const { take, click, $, ids, text } = stagePanel();
    take(ask(1), answer('2001', 1), answer('2002', 1, { text: 'A1 Biscuits #polchat' }));
    click('button[aria-label="Search this chat"]');
    const input = $('.finder input') as HTMLInputElement;
    act(() => {
      input.value = 'biscuit';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(ids()).toEqual(['2002']);
    expect(text('.finder [role=status]')).toBe('1 post');
    click('button[aria-label="Close the search"]');
    expect(ids()).toHaveLength(3);
  });

  it('counts what is muted here, and shows it on request', () => {
    const { take, store, text, click, ids } = stagePanel();
    take(ask(1), answer('2001', 1));
    act(() => store.mute({ people: ['by2001'] }));
    expect(text('.status')).toContain('1 post hidden');
    click('.status .plain');
    expect(ids()).toContain('2001');
  });

  it('lists links and people', () => {
    const { take, store, text, all } = stagePanel();
    take(
      ask(1),
      answer('2001', 1, { links: [{ url: 'https://a.example/', display: 'a.example' }] }),
    );
    act(() => store.showScreen({ kind: 'links' }));
    expect(text('[data-part=links]')).toContain('a.exampleThis 2001Q1@by2001');
    act(() => store.showScreen({ kind: 'people' }));
    expect(all('[data-part=people] li .name').map((name) => name.textContent)).toEqual([
      'host',
      'by2001',
    ]);
  });
});

describe('writing', () => {
  const type = (area: HTMLElement, value: string) =>
    act(() => {
      (area as HTMLTextAreaElement).value = value;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });

  it('puts label and hashtag to the text, has it looked at, and hands it to X', async () => {
    const { take, $, calls, store } = stagePanel();
    take(ask(1));
    type($('textarea'), 'Timing 👮');
    expect(($('.label-picker') as HTMLSelectElement).value).toBe('A1');
    // What is said of it is drawn by a script of its own, in the form.
    const written = { draft: 'Timing 👮', text: 'A1 Timing 👮 #polchat', me: null };
    expect(calls.write).toHaveBeenLastCalledWith($('form'), written);
    act(() => ($('form') as HTMLFormElement).requestSubmit());
    expect(calls.postOnX).toHaveBeenCalledWith('A1 Timing 👮 #polchat');
    // It stays until X says that it has the post.
    await waitFor(() => expect(($('.composer .solid') as HTMLButtonElement).disabled).toBe(false));
    expect(store.getState().draft.text).toBe('Timing 👮');
  });

  it('keeps the draft where X did not take it', async () => {
    const { $, calls, store } = stagePanel();
    calls.postOnX.mockRejectedValueOnce(new Error('X said no'));
    type($('textarea'), 'Timing');
    act(() => ($('form') as HTMLFormElement).requestSubmit());
    await waitFor(() => expect(($('.composer .solid') as HTMLButtonElement).disabled).toBe(false));
    expect(store.getState().draft.text).toBe('Timing');
  });

  it('hands over nothing empty, and leaves it to X what is too long', () => {
    const { $, calls } = stagePanel();
    act(() => ($('form') as HTMLFormElement).requestSubmit());
    type($('textarea'), '   ');
    act(() => ($('form') as HTMLFormElement).requestSubmit());
    expect(calls.postOnX).not.toHaveBeenCalled();
    type($('textarea'), 'a'.repeat(280));
    act(() => ($('form') as HTMLFormElement).requestSubmit());
    expect(calls.postOnX).toHaveBeenCalledOnce();
  });

  it('offers Join while live and not joined', () => {
    const { click, calls, store, all } = stagePanel();
    click('[data-part=join]');
    expect(calls.join).toHaveBeenCalledOnce();
    act(() => store.setJoined(true));
    expect(all('[data-part=join]')).toEqual([]);
  });

  it('promises the hashtag only where the person has it put in', () => {
    const { calls, store, $ } = stagePanel();
    const why = () => $('.join p').textContent;
    expect(why()).toBe('Joining puts #polchat into X’s composer while you write.');
    calls.prefill.mockReturnValue('never');
    act(() => store.setJoined(true));
    act(() => store.setJoined(false));
    expect(why()).toMatch(/add #polchat yourself/);
  });
});

describe('by keyboard', () => {
  it('goes from post to post with the arrows, and to the ends', () => {
    const { take, $, key, root } = stagePanel();
    Element.prototype.scrollIntoView ??= () => undefined;
    take(ask(1), answer('2001', 1), answer('2002', 1));
    const active = () => (root.activeElement as HTMLElement | null)?.dataset.postId;
    act(() => $('[data-post-id="1001"]').focus());
    for (const [pressed, expected] of [
      ['ArrowDown', '2001'],
      ['End', '2002'],
      ['ArrowDown', '2002'],
      ['ArrowUp', '2001'],
      ['Home', '1001'],
    ] as const) {
      key(root.activeElement as HTMLElement, pressed);
      expect(active()).toBe(expected);
    }
    expect($('[data-post-id="1001"] .act').tabIndex).toBe(0);
    expect($('[data-post-id="2001"] .act').tabIndex).toBe(-1);
  });

  it('jumps to the open question, opens the search, and leaves a screen', () => {
    const { take, $, key, store } = stagePanel();
    take(ask(1), answer('2001', 1), ask(2));
    key($('article'), 'o');
    expect(store.getState().goal).toMatchObject({ key: '1002' });
    key($('article'), '/');
    expect(store.getState().finding).toBe(true);
    act(() => store.showScreen({ kind: 'people' }));
    key($('[data-part=back]'), 'Escape');
    expect(store.getState().screen.kind).toBe('conversation');
  });

  it('closes with Escape what lies on top: a screen, then the search', () => {
    const { take, $, key, store } = stagePanel();
    take(ask(1), answer('2001', 1));
    act(() => store.setFinding(true));
    act(() => store.showScreen({ kind: 'thread', root: '2001' }));
    key($('article'), 'Escape');
    expect(store.getState()).toMatchObject({ screen: { kind: 'conversation' }, finding: true });
    key($('article'), 'Escape');
    expect(store.getState().finding).toBe(false);
  });

  it('takes no plain key from what one writes in', () => {
    const { take, $, key, store } = stagePanel();
    take(ask(1));
    const before = store.getState().goal;
    for (const pressed of ['o', '/', 'Escape', 'Home', 'ArrowDown']) key($('textarea'), pressed);
    expect(store.getState()).toMatchObject({ goal: before, finding: false });
  });

  it('closes its menu with Escape, and gives the focus back', () => {
    const { click, key, $, all, root } = stagePanel();
    click('button[aria-label=More]');
    expect((root.activeElement as HTMLElement).textContent).toBe('Catch me up');
    key(root.activeElement as HTMLElement, 'Escape');
    expect(all('.menu')).toEqual([]);
    expect(root.activeElement).toBe($('button[aria-label=More]'));
  });

  it('jumps from the menu too, which then is out of the way', () => {
    const { take, click, key, all, store, root } = stagePanel();
    take(ask(1), answer('2001', 1));
    click('button[aria-label=More]');
    key(root.activeElement as HTMLElement, 'o');
    expect(all('.menu')).toEqual([]);
    expect(store.getState().goal).toMatchObject({ key: '1001' });
  });

  it('is made wider and narrower, within its bounds', () => {
    const { $, key, calls } = stagePanel();
    key($('[role=separator]'), 'ArrowLeft');
    // jsdom's panel is 0 px wide: the narrowest is what comes of it.
    expect(calls.resize).toHaveBeenCalledWith(320, true);
  });
});

describe('for everyone', () => {
  it('has no fault that axe can see', async () => {
    const { take, host } = stagePanel();
    take(
      post({ id: '900', author: 'early', createdAt: START + 1000, text: 'Hello #polchat' }),
      ask(1),
      answer('2001', 1),
      answer('2002', 1, { text: 'Yes', replyTo: '2001' }),
      answer('2003', 1, { text: 'To a post never seen #polchat', replyTo: '77' }),
      ask(2),
    );
    const { violations } = await axe.run(host, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('says politely and in one number how many posts came', async () => {
    const { take, $ } = stagePanel();
    take(ask(1));
    expect($('[aria-live=polite]').textContent).toBe('');
    expect($('[data-part=status]').getAttribute('role')).toBe('status');
  });

  describe('says how many posts came', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());
    const staged = () => {
      const made = stagePanel();
      const next = () => {
        act(() => void vi.advanceTimersByTime(11_000));
        return made.text('[aria-live=polite]');
      };
      made.take(ask(1), answer('2001', 1), answer('2002', 1));
      // What is there as the panel opens is not new.
      expect(next()).toBe('');
      return { ...made, next };
    };

    it('again, where as many came as before', () => {
      const { take, next } = staged();
      take(answer('2003', 1));
      const first = next();
      take(answer('2004', 1));
      const second = next();
      expect([first.trim(), second.trim()]).toEqual(['1 new post', '1 new post']);
      // Or nothing would be spoken.
      expect(second).not.toBe(first);
    });

    it('and counts neither what is muted nor what is shown again', () => {
      const { take, next, store } = staged();
      act(() => store.mute({ people: ['by2001', 'by2002'] }));
      expect(next()).toBe('');
      take(answer('2003', 1));
      expect(next()).toBe('1 new post');
      act(() => store.setShowMuted(true));
      expect(next()).toBe('1 new post');
      take(answer('2004', 1), answer('2005', 1));
      expect(next()).toBe('2 new posts');
    });
  });
});
