// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { createWords } from '@/components/shared/words';
import { createChip } from '@/entrypoints/writing/chip';
import type { Bridge } from '@/stores/bridge';

const words = createWords((key, values = []) => [key, ...values].join(' '));

it('says the hashtag of the chat that counts when it is shown', () => {
  Object.assign(HTMLElement.prototype, {
    showPopover: () => undefined,
    hidePopover: () => undefined,
  });
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  document.body.innerHTML = '<div id="editor"></div>';
  const editor = document.querySelector('#editor') as HTMLElement;
  const bridge = { signal: new AbortController().signal, host: document.body };
  const chip = createChip(bridge as unknown as Bridge, words);
  const said = () => {
    const root = chip.host.shadowRoot;
    return [root?.querySelector('span')?.textContent, root?.querySelector('button')?.ariaLabel];
  };
  for (const tag of ['polchat', 'lgovchat']) {
    chip.show(editor, 'prefill_will', tag, '');
    expect(said()).toEqual([`prefill_will ${tag}`, `prefill_remove ${tag}`]);
  }
});
