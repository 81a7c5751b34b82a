import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LATEST, openStage, type PageStage, press, testid, textOf, until } from './page-stage';

let stage: PageStage;
beforeAll(async () => {
  stage = await openStage({ settings: { searchBudget: 100_000 } });
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.sim.received.posts.length = 0;
  stage.sim.set({ composer: 'draft', premium: false });
});

const EDITOR = testid('tweetTextarea_0');
const MODAL = '[role=dialog][aria-modal=true]';
const sent = () => stage.sim.received.posts;
const idOf = (key: string) => stage.sim.director.find(key)?.id ?? '';

/** Presses the send button and gives what the server received. */
async function send(page: Page, button: 'tweetButton' | 'tweetButtonInline', count = 1) {
  await page.waitForSelector(`${testid(button)}:not([disabled])`);
  await page.click(testid(button));
  await until(() => sent().length >= count);
  return sent();
}

async function control(page: Page, key: string): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key as 'Enter');
  await page.keyboard.up('Control');
}

/** A paste event in the page's world. Firefox brings only data that is set after the event was made. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words: string) => {
    const event = new ClipboardEvent('paste', {
      clipboardData: new DataTransfer(),
      bubbles: true,
      cancelable: true,
    });
    event.clipboardData?.setData('text/plain', words);
    document.activeElement?.dispatchEvent(event);
  }, text);
}

/** Opens the modal composer by X's own button. */
async function openModal(page: Page): Promise<void> {
  await page.click(testid('SideNav_NewTweet_Button'));
  await page.waitForSelector(`${MODAL} ${EDITOR}`);
  await page.waitForFunction(
    () => document.activeElement?.getAttribute('data-testid') === 'tweetTextarea_0',
  );
}

describe('X’s composers', () => {
  it('are Draft.js under X’s test ids', async () => {
    const page = await stage.open('/home', EDITOR);
    const editor = await page.$eval(EDITOR, (node) => ({
      role: node.getAttribute('role'),
      editable: node.getAttribute('contenteditable'),
      draft: node.classList.contains('public-DraftEditor-content'),
      container: node.closest('[data-testid=tweetTextarea_0RichTextInputContainer]') !== null,
      label: node.closest('[data-testid=tweetTextarea_0_label]') !== null,
      inToolBar: node.closest('[data-testid=toolBar]') !== null,
    }));
    expect(editor).toEqual({
      role: 'textbox',
      editable: 'true',
      draft: true,
      container: true,
      label: true,
      inToolBar: false,
    });
    expect(await page.$(`${testid('toolBar')} ${testid('tweetButtonInline')}`)).not.toBeNull();
    expect(await page.$(testid('fileInput'))).not.toBeNull();
    await page.close();
  });

  it('keep their own model: text put into the page behind its back is not sent', async () => {
    const page = await stage.open('/home', EDITOR);
    await page.$eval(EDITOR, (node) => {
      const span = node.querySelector('[data-offset-key] span') ?? node;
      span.textContent = 'smuggled in';
    });
    expect(
      await page.$eval(
        testid('tweetButtonInline'),
        (button) => (button as HTMLButtonElement).disabled,
      ),
    ).toBe(true);
    await page.close();
  });

  it('take a paste event from the page’s world, in several lines', async () => {
    const page = await stage.open('/home', EDITOR);
    await page.focus(EDITOR);
    await page.keyboard.type('Hello');
    await paste(page, ' one\ntwo #polchat ');
    expect((await send(page, 'tweetButtonInline'))[0]?.text).toBe('Hello one\ntwo #polchat ');
    await page.close();
  });

  it('inline on home: sends CreateTweet, says so, empties itself and shows the post', async () => {
    const page = await stage.open('/home', EDITOR);
    await page.focus(EDITOR);
    await page.keyboard.type('From the desk 👍');
    const [post] = await send(page, 'tweetButtonInline');
    expect(post).toMatchObject({
      text: 'From the desk 👍',
      operation: 'CreateTweet',
      replyTo: null,
      quoteOf: null,
    });
    expect(post?.body).toMatchObject({ tweet_text: 'From the desk 👍', dark_request: false });
    await page.waitForSelector(testid('toast'));
    expect(await textOf(page, testid('toast'))).toContain('Your post was sent.');
    await page.waitForSelector(`article a[href$="${post?.id}"]`);
    expect(await page.$eval(EDITOR, (node) => node.textContent)).toBe('');
    const request = stage.sim.received.requests.findLast((one) => one.operation === 'CreateTweet');
    expect(request?.method).toBe('POST');
    await page.close();
  });

  it('in the modal: at /compose/post over the page, with the caret in it', async () => {
    const page = await stage.open(LATEST);
    await openModal(page);
    expect(new URL(page.url()).pathname).toBe('/compose/post');
    expect(await page.$('main article')).not.toBeNull();
    await page.keyboard.type('Modal #polchat');
    await page.keyboard.press(' ');
    await control(page, 'Enter');
    await until(() => sent().length === 1);
    expect(sent()[0]?.text).toBe('Modal #polchat ');
    await page.waitForFunction(() => location.pathname === '/search');
    expect(await page.$(MODAL)).toBeNull();
    await page.close();
  });

  it('for a reply: the parent stands above, its id is in the request', async () => {
    const page = await stage.open('/search?q=saucer&f=live');
    await page.click('article [data-testid=reply]');
    await page.waitForSelector(`${MODAL} article`);
    expect(await textOf(page, `${MODAL} article`)).toContain('holding a saucer');
    await page.keyboard.type('So true');
    const [post] = await send(page, 'tweetButton');
    expect(post).toMatchObject({ text: 'So true', replyTo: idOf('a5b') });
    expect(post?.body).toMatchObject({ reply: { in_reply_to_tweet_id: idOf('a5b') } });
    await page.close();
  });

  it('for a quote: from the repost menu, the quoted post stands below, its address is attached', async () => {
    const page = await stage.open('/search?q=saucer&f=live');
    await page.click('article [data-testid=retweet]');
    await page.waitForSelector(`${testid('Dropdown')} ${testid('retweetConfirm')}`);
    await page.evaluate(() =>
      document.querySelectorAll<HTMLElement>('[role=menuitem]')[1]?.click(),
    );
    await page.waitForSelector(`${MODAL} ${testid('attachments')}`);
    expect(await textOf(page, testid('attachments'))).toContain('holding a saucer');
    await page.keyboard.type('On a mug');
    const [post] = await send(page, 'tweetButton');
    expect(post).toMatchObject({ text: 'On a mug', quoteOf: idOf('a5b'), replyTo: null });
    expect(post?.body).toMatchObject({
      attachment_url: `https://x.com/VicarOnBeat/status/${idOf('a5b')}`,
    });
    await page.close();
  });

  it('reposts from the same menu', async () => {
    const page = await stage.open('/search?q=saucer&f=live');
    await page.click('article [data-testid=retweet]');
    await page.waitForSelector(testid('retweetConfirm'));
    await page.click(testid('retweetConfirm'));
    await page.waitForSelector(`article ${testid('unretweet')}`);
    await until(() => stage.sim.received.writes.some((one) => one.operation === 'CreateRetweet'));
    await page.close();
  });

  it('inline on a post’s page: a reply to it', async () => {
    const page = await stage.open(`/WexdalePolice/status/${idOf('q5')}`, EDITOR);
    await page.focus(EDITOR);
    await page.keyboard.type('A5 listen');
    const [post] = await send(page, 'tweetButtonInline');
    expect(post?.replyTo).toBe(idOf('q5'));
    await page.waitForSelector(`article a[href$="${post?.id}"]`);
    await page.close();
  });

  it('in a thread: each post has its index, and answers the one before', async () => {
    const page = await stage.open('/home', EDITOR);
    await openModal(page);
    await page.keyboard.type('First');
    await page.click(testid('addButton'));
    await page.waitForSelector(testid('tweetTextarea_1'));
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('data-testid') === 'tweetTextarea_1',
    );
    expect(
      await page.$eval(testid('tweetButton'), (button) => (button as HTMLButtonElement).disabled),
    ).toBe(true);
    await page.keyboard.type('Second');
    const posts = await send(page, 'tweetButton', 2);
    expect(posts.map((post) => post.text)).toEqual(['First', 'Second']);
    expect(posts[1]?.replyTo).toBe(posts[0]?.id);
    await page.close();
  });

  it.each([
    ['/intent/post?text=Hello%20there&hashtags=polchat,police', 'Hello there #polchat #police'],
    ['/intent/tweet?text=Look&url=https%3A%2F%2Fa.example', 'Look https://a.example'],
    ['/compose/post?text=Plain', 'Plain'],
  ])('%s opens the modal with its text', async (path, text) => {
    const page = await stage.open(path, `${MODAL} ${EDITOR}`);
    await page.waitForFunction(
      () => location.pathname === '/compose/post' && location.search === '',
    );
    expect((await send(page, 'tweetButton'))[0]?.text).toBe(text);
    await page.close();
  });

  it('an intent’s in_reply_to is answered, its parent fetched', async () => {
    const page = await stage.open(
      `/intent/post?text=A5%20yes&in_reply_to=${idOf('q5')}`,
      `${MODAL} article`,
    );
    expect(await textOf(page, `${MODAL} article`)).toContain('A meeting turns angry');
    expect((await send(page, 'tweetButton'))[0]).toMatchObject({
      text: 'A5 yes',
      replyTo: idOf('q5'),
    });
    await page.close();
  });

  it('undo takes back what was typed, and redo brings it again', async () => {
    const page = await stage.open('/home', EDITOR);
    await page.focus(EDITOR);
    await page.keyboard.type('abc');
    await control(page, 'z');
    await page.waitForFunction(
      (selector: string) => document.querySelector(selector)?.textContent === '',
      {},
      EDITOR,
    );
    await control(page, 'y');
    await page.waitForFunction(
      (selector: string) => document.querySelector(selector)?.textContent === 'abc',
      {},
      EDITOR,
    );
    await page.close();
  });
});

describe('the button', () => {
  const disabled = (page: Page) =>
    page.$eval(testid('tweetButtonInline'), (button) => (button as HTMLButtonElement).disabled);

  it('waits for words, and refuses more than 280', async () => {
    const page = await stage.open('/home', EDITOR);
    expect(await disabled(page)).toBe(true);
    await page.focus(EDITOR);
    await paste(page, 'x'.repeat(280));
    await until(async () => !(await disabled(page)));
    await page.keyboard.type('y');
    await until(() => disabled(page));
    await control(page, 'Enter');
    expect(sent()).toEqual([]);
    await page.close();
  });

  it('sends long posts by CreateNoteTweet for whoever may write them', async () => {
    stage.sim.set({ premium: true });
    const page = await stage.open('/home', EDITOR);
    await page.focus(EDITOR);
    await paste(page, 'long '.repeat(70));
    expect((await send(page, 'tweetButtonInline'))[0]?.operation).toBe('CreateNoteTweet');
    await page.close();
  });

  it('keeps the draft when X refuses the post', async () => {
    const page = await stage.open('/home', EDITOR);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.url().endsWith('/CreateTweet'))
        void request.respond({ status: 403, body: '{"errors":[{"code":353}]}' });
      else void request.continue();
    });
    await page.focus(EDITOR);
    await page.keyboard.type('precious');
    await page.click(testid('tweetButtonInline'));
    await page.waitForSelector(testid('toast'));
    expect(await textOf(page, testid('toast'))).toContain('Something went wrong');
    expect(await textOf(page, EDITOR)).toBe('precious');
    await page.close();
  });
});

describe('closing the modal', () => {
  it.each(['Escape', 'app-bar-close', 'mask'])(
    'by %s: at once where nothing is written',
    async (way) => {
      const page = await stage.open('/home', EDITOR);
      await openModal(page);
      if (way === 'Escape') await page.keyboard.press('Escape');
      else
        await page.$eval(
          `${MODAL}, ${testid('mask')}`,
          (_, id: string) => document.querySelector<HTMLElement>(`[data-testid=${id}]`)?.click(),
          way,
        );
      await page.waitForFunction(
        (selector: string) => document.querySelector(selector) === null,
        {},
        MODAL,
      );
      expect(await page.$(testid('sheetDialog'))).toBeNull();
      expect(new URL(page.url()).pathname).toBe('/home');
      await page.close();
    },
  );

  it.each([
    ['confirmationSheetConfirm', 'Save'],
    ['confirmationSheetCancel', 'Discard'],
  ])('asks where something is: %s says %s', async (button, words) => {
    const page = await stage.open('/home', EDITOR);
    await openModal(page);
    await page.keyboard.type('a');
    await page.keyboard.press('Escape');
    await page.waitForSelector(testid('sheetDialog'));
    expect(await textOf(page, testid('sheetDialog'))).toContain('Save post?');
    expect(await textOf(page, testid(button))).toBe(words);
    await page.click(testid(button));
    await page.waitForFunction(
      (selector: string) => document.querySelector(selector) === null,
      {},
      MODAL,
    );
    expect(sent()).toEqual([]);
    await page.close();
  });

  it('asks for a text that an intent brought, untouched as it is', async () => {
    const page = await stage.open('/intent/post?text=Brought', `${MODAL} ${EDITOR}`);
    await page.keyboard.press('Escape');
    await page.waitForSelector(testid('sheetDialog'));
    await page.close();
  });

  it('does not ask once the text was taken out again', async () => {
    const page = await stage.open('/home', EDITOR);
    await openModal(page);
    await page.keyboard.type('a');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      (selector: string) => document.querySelector(selector) === null,
      {},
      MODAL,
    );
    await page.close();
  });

  it('opens empty the next time', async () => {
    const page = await stage.open('/home', EDITOR);
    await openModal(page);
    await page.keyboard.type('left over');
    await page.keyboard.press('Escape');
    await page.waitForSelector(testid('sheetDialog'));
    await page.click(testid('confirmationSheetCancel'));
    await page.waitForFunction(
      (selector: string) => document.querySelector(selector) === null,
      {},
      MODAL,
    );
    await openModal(page);
    expect(await textOf(page, `${MODAL} ${EDITOR}`)).toBe('');
    await page.close();
  });
});

describe('the modal', () => {
  it('pulls focus back when it leaves #layers', async () => {
    const page = await stage.open('/home', EDITOR);
    await page.evaluate(() => {
      const host = document.createElement('div');
      host.id = 'foreign';
      host.attachShadow({ mode: 'open' }).innerHTML = '<input>';
      document.body.append(host);
    });
    await openModal(page);
    const where = await page.evaluate(() => {
      document.querySelector('#foreign')?.shadowRoot?.querySelector('input')?.focus();
      return document.activeElement?.closest('#layers') !== null;
    });
    expect(where).toBe(true);
    await page.close();
  });

  it('is silent for X’s shortcuts below it', async () => {
    const page = await stage.open('/home', EDITOR);
    await openModal(page);
    await page.focus(testid('app-bar-close'));
    await page.keyboard.press('l');
    expect(await page.evaluate(() => window.__xShortcuts)).toEqual({});
    await page.close();
  });
});

describe('the hashtag list', () => {
  const open = (page: Page) => page.$('[role=listbox]').then((node) => node !== null);

  it('opens while a #word is typed, and a space closes it', async () => {
    const page = await stage.open('/home', EDITOR);
    await page.focus(EDITOR);
    await page.keyboard.type('Hi #pol');
    await page.waitForSelector('[role=listbox] [data-testid=typeaheadResult]');
    await page.keyboard.type(' ');
    await until(async () => !(await open(page)));
    await page.close();
  });

  it.each(['Enter', 'Tab'] as const)('%s picks from it', async (key) => {
    const page = await stage.open('/home', EDITOR);
    await page.focus(EDITOR);
    await page.keyboard.type('Hi #polc');
    await page.waitForSelector('[role=listbox]');
    await page.keyboard.press(key);
    await page.waitForFunction(
      (selector: string) => document.querySelector(selector)?.textContent === 'Hi #polchat ',
      {},
      EDITOR,
    );
    expect(await open(page)).toBe(false);
    await page.close();
  });

  it('Escape closes it and not the modal', async () => {
    const page = await stage.open('/home', EDITOR);
    await openModal(page);
    await page.keyboard.type('#pol');
    await page.waitForSelector('[role=listbox]');
    await page.keyboard.press('Escape');
    await until(async () => !(await open(page)));
    expect(await page.$(MODAL)).not.toBeNull();
    expect(await page.$(testid('sheetDialog'))).toBeNull();
    await page.close();
  });
});

describe('other composers', () => {
  it('edits a post of the viewer’s own', async () => {
    const page = await stage.open('/home', EDITOR);
    await page.focus(EDITOR);
    await page.keyboard.type('Frist');
    const [post] = await send(page, 'tweetButtonInline');
    const card = `article:has(a[href$="${post?.id}"])`;
    await page.waitForSelector(`${card} ${testid('caret')}`);
    await page.click(`${card} ${testid('caret')}`);
    await page.waitForSelector('[role=menuitem]');
    await page.evaluate(() =>
      document.querySelectorAll<HTMLElement>('[role=menuitem]')[1]?.click(),
    );
    await page.waitForSelector(`${MODAL} ${EDITOR}`);
    expect(await textOf(page, '#modal-header')).toBe('Edit post');
    expect(await textOf(page, `${MODAL} ${EDITOR}`)).toBe('Frist');
    await page.keyboard.type('!');
    await send(page, 'tweetButton', 2);
    expect(sent()[1]?.body).toMatchObject({
      tweet_text: 'Frist!',
      edit_options: { previous_tweet_id: post?.id },
    });
    await page.close();
  });

  it('deletes a post of the viewer’s own after asking', async () => {
    const page = await stage.open('/home', EDITOR);
    await page.focus(EDITOR);
    await page.keyboard.type('Oops');
    const [post] = await send(page, 'tweetButtonInline');
    const card = `article:has(a[href$="${post?.id}"])`;
    await page.waitForSelector(`${card} ${testid('caret')}`);
    await page.click(`${card} ${testid('caret')}`);
    await page.waitForSelector('[role=menuitem]');
    await page.evaluate(() => document.querySelector<HTMLElement>('[role=menuitem]')?.click());
    await page.waitForSelector(testid('confirmationSheetConfirm'));
    await page.click(testid('confirmationSheetConfirm'));
    await until(() => stage.sim.director.find(post?.id ?? '')?.state === 'deleted');
    await page.waitForFunction(
      (selector: string) => document.querySelector(selector) === null,
      {},
      card,
    );
    await page.close();
  });

  it('has a poll in progress', async () => {
    const page = await stage.open('/home', EDITOR);
    await page.click(testid('createPollButton'));
    await page.waitForSelector(`${testid('attachments')} input[name=Choice1]`);
    await page.focus(EDITOR);
    await page.keyboard.type('Tea or coffee?');
    expect((await send(page, 'tweetButtonInline'))[0]?.body).toMatchObject({
      card_uri: expect.any(String),
    });
    await page.close();
  });

  it('writes direct messages, which are no posts', async () => {
    const page = await stage.open('/i/chat', testid('dmComposerTextInput'));
    expect(
      await page.$eval(testid('dmComposerTextInput'), (node) =>
        node.classList.contains('public-DraftEditor-content'),
      ),
    ).toBe(true);
    await page.focus(testid('dmComposerTextInput'));
    await page.keyboard.type('between us');
    await page.click(testid('dmComposerSendButton'));
    await until(() =>
      stage.sim.received.writes.some(
        (one) => one.operation === 'dm/new' && one.variables.text === 'between us',
      ),
    );
    expect(sent()).toEqual([]);
    expect(await page.$(testid('sidebarColumn'))).toBeNull();
    await page.close();
  });

  it('is a plain contenteditable when told to', async () => {
    stage.sim.set({ composer: 'plain' });
    const page = await stage.open('/home', EDITOR);
    expect(await page.$('.public-DraftEditor-content')).toBeNull();
    await page.focus(EDITOR);
    await page.keyboard.type('plain');
    expect((await send(page, 'tweetButtonInline'))[0]?.text).toBe('plain');
    await page.close();
  });

  it('is missing when told to', async () => {
    stage.sim.set({ composer: 'missing' });
    const page = await stage.open('/home');
    expect(await page.$('[data-testid^=tweetTextarea_]')).toBeNull();
    await page.click(testid('SideNav_NewTweet_Button'));
    await page.waitForSelector(MODAL);
    expect(await page.$('[data-testid^=tweetTextarea_]')).toBeNull();
    await press(page, /Drafts/);
    await page.close();
  });
});
