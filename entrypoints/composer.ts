/**
 * The page's world, only where the person joined: puts text into X's Draft.js composer by a paste event, the one way that
 * goes through Draft's own model. Firefox shows a paste's data to the page only when it was made in the page's world.
 * It is told what to do by an event on the editor, answers nothing, and is checked by who asked, on the page itself.
 */
import { defineUnlistedScript } from '#imports';
import { COMPOSE, type ComposeOrder } from '@/stores/core/wire';

export default defineUnlistedScript(() => {
  const marked = window as { [COMPOSE]?: boolean };
  if (marked[COMPOSE]) return;
  Object.defineProperty(marked, COMPOSE, { value: true });
  document.addEventListener(
    COMPOSE,
    (event) => {
      if (!(event instanceof CustomEvent) || !(event.target instanceof HTMLElement)) return;
      event.stopImmediatePropagation();
      obey(event.target, JSON.parse(event.detail) as ComposeOrder);
    },
    true,
  );
});

function obey(editor: HTMLElement, order: ComposeOrder): void {
  const caret = readCaret(editor);
  if (document.activeElement !== editor) editor.focus();
  select(editor, order.from, order.to);
  if (order.text) paste(editor, order.text);
  else erase(editor);
  if (!caret || !order.keepCaret) return;
  // React draws in a microtask that the paste has queued; ours comes after it, and before the person's next key.
  queueMicrotask(() => queueMicrotask(() => select(editor, caret, caret)));
}

function paste(editor: HTMLElement, text: string): void {
  const event = new ClipboardEvent('paste', {
    clipboardData: new DataTransfer(),
    bubbles: true,
    cancelable: true,
  });
  // After the construction: what was set before arrives empty in Firefox.
  event.clipboardData?.setData('text/plain', text);
  editor.dispatchEvent(event);
}

function erase(editor: HTMLElement): void {
  const backspace = { key: 'Backspace', code: 'Backspace', keyCode: 8, which: 8 };
  editor.dispatchEvent(
    new KeyboardEvent('keydown', { ...backspace, bubbles: true, cancelable: true }),
  );
}

/** A place in the text: characters from its start, each paragraph's end counting one. */
function readCaret(editor: HTMLElement): number | undefined {
  const selection = getSelection();
  if (!selection?.focusNode || !editor.contains(selection.focusNode)) return undefined;
  let before = 0;
  for (const block of blocks(editor)) {
    if (block.contains(selection.focusNode)) {
      const range = document.createRange();
      range.setStart(block, 0);
      range.setEnd(selection.focusNode, selection.focusOffset);
      return before + range.toString().length;
    }
    before += (block.textContent ?? '').length + 1;
  }
  return undefined;
}

function blocks(editor: HTMLElement): HTMLElement[] {
  return [...editor.querySelectorAll<HTMLElement>('[data-block="true"]')];
}

/** Selects from one place to another (the end where a place lies beyond it), and lets Draft know at once. */
function select(editor: HTMLElement, from: number, to: number): void {
  const [start, end] = [locate(editor, from), locate(editor, to)];
  if (!start || !end) return;
  getSelection()?.setBaseAndExtent(...start, ...end);
  document.dispatchEvent(new Event('selectionchange'));
}

function locate(editor: HTMLElement, place: number): [Node, number] | undefined {
  let left = place;
  let end: [Node, number] | undefined;
  for (const block of blocks(editor)) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    // An empty paragraph holds a line break only, and the caret stands before it.
    end = [block.querySelector('br')?.parentNode ?? block, 0];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node.nodeValue ?? '';
      if (left <= length) return [node, left];
      left -= length;
      end = [node, length];
    }
    if (left === 0) return end;
    left -= 1;
  }
  return end;
}
