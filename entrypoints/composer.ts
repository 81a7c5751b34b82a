/**
 * The page's world, only where the person takes part: puts text into X's Draft.js composer by a paste event, the one way that
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
  const { from, to, text, caret, keepCaret } = order;
  const kept = caret === undefined ? keepCaret && readSelection(editor) : [caret, caret];
  if (document.activeElement !== editor) editor.focus();
  select(editor, from, to);
  if (text) paste(editor, text);
  else erase(editor);
  if (!kept) return;
  // What stands behind the change moves with it.
  const moved = (place: number) =>
    caret === undefined && place >= from
      ? Math.max(from, place - (to - from)) + text.length
      : place;
  const [anchor = 0, focus = 0] = kept.map(moved);
  onceDrawn(() => {
    // React tells Draft of no selection like the one it saw last, though Draft's own is elsewhere by now: so of another first.
    const elsewhere = focus === 0 ? Number.MAX_SAFE_INTEGER : 0;
    select(editor, elsewhere, elsewhere);
    onceDrawn(() => select(editor, anchor, focus));
  });
}

/** React draws in a microtask that is queued by now; ours comes after it, and before the person's next key. */
function onceDrawn(work: () => void): void {
  queueMicrotask(() => queueMicrotask(work));
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

/** Where the selection begins and ends: characters from the text's start, each paragraph's end counting one. */
function readSelection(editor: HTMLElement): number[] | undefined {
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = getSelection() ?? {};
  const places = [
    placeOf(editor, anchorNode, anchorOffset),
    placeOf(editor, focusNode, focusOffset),
  ];
  return places.every((place) => place !== undefined) ? (places as number[]) : undefined;
}

function placeOf(editor: HTMLElement, node: Node | null | undefined, offset: number) {
  let before = 0;
  for (const block of node ? blocks(editor) : []) {
    if (block.contains(node as Node)) {
      const range = document.createRange();
      range.setStart(block, 0);
      range.setEnd(node as Node, offset);
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
