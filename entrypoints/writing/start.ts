/** Ties the draft check, the counter, the words on being public and the rescue to the panel and to X's composers. */
import { browser } from '#imports';
import type { Words } from '@/components/shared/words';
import { drawHelp } from '@/components/writing/help';
import writingCss from '@/components/writing/writing.css?inline';
import type { Bridge, Written } from '@/stores/bridge';
import { changeSettings } from '@/stores/own-settings';
import { answerLabel } from '@/stores/panel-draft';
import { createAllowances } from './allowances';
import { createAnswer } from './answer';
import { Beside } from './beside';
import { createChip } from './chip';
import { confirmDrafts } from './confirm';
import { createHandOver } from './hand-over';
import { createRescue } from './rescue';

export function startWriting(bridge: Bridge): void {
  const { saved, host, root, signal } = bridge;
  const style = document.createElement('style');
  style.textContent = writingCss;
  root.append(style);
  let shown: { form: HTMLFormElement; written: Written } | undefined;
  const draw = () => {
    // After an update what was drawn last stays: there are no words any more.
    if (signal.aborted || !shown?.form.isConnected) return;
    drawHelp(shown.form, shown.written, {
      words,
      hashtag: bridge.chat.hashtag,
      check,
      isWelcome: !saved.get('welcomed'),
      onWelcomed: () => {
        saved.set('welcomed', true);
        draw();
      },
    });
  };
  const allowances = createAllowances(bridge, () => {
    draw();
    beside.review();
  });
  const check = {
    find: allowances.check,
    onAllow: allowances.allow,
    onNever: (kind: Parameters<typeof allowances.allow>[0]['kind']) => {
      const add = ({ draftCheck: { off } }: { draftCheck: { off: (typeof kind)[] } }) => ({
        draftCheck: { off: [...new Set([...off, kind])] },
      });
      // What the organisation settled stays; the list simply does not change.
      changeSettings(browser.storage.local, add).catch(() => undefined);
    },
  };
  const beside = new Beside(bridge, words, check);
  const answer = createAnswer(bridge);
  const rescue = createRescue(bridge, words, answer);
  // Until the panel knows the threads, what the posts themselves say.
  bridge.labelOf ??= (id) => {
    const { feed } = bridge.taking() ?? bridge;
    return id === null ? '' : answerLabel((one) => feed.get(one), id);
  };
  saved.onChange((keys) => {
    if (keys.includes('settings') || keys.includes('welcomed')) draw();
    if (keys.includes('settings')) beside.review();
  });
  signal.addEventListener('abort', () => host.isConnected && style.remove());
  bridge.writing = {
    draw(form, written) {
      shown = { form, written };
      draw();
    },
    async answer(...what) {
      if (await answer(...what)) return;
      bridge.notify(words('answer_nowhere', `#${bridge.chat.hashtag}`));
    },
    handOver: createHandOver(bridge, words),
    ...rescue,
  };
  bridge.chip = createChip(bridge, words);
  bridge.written?.();
  // Whatever has the focus is looked at again, now that there is something to show it with.
  bridge.notify(bridge.notice);
  beside.start();
  confirmDrafts(bridge);
  // The first look takes the browser longest: before it is waited for.
  requestIdleCallback(() => allowances.check('AB12 CDE'));
}

/** Not the panel's own way to its words: that brings Preact along. '' once an update has taken the browser's words away. */
function say(key: string, ...values: (string | number)[]): string {
  try {
    return browser.i18n.getMessage(
      key as Parameters<typeof browser.i18n.getMessage>[0],
      values.map(String),
    );
  } catch {
    return '';
  }
}

const words: Words = Object.assign(say, {
  count: (key: string, n: number, ...values: (string | number)[]) =>
    say(`${key}_${n === 1 ? 'one' : 'other'}`, n.toLocaleString('en-GB'), ...values),
});
