/**
 * Lets the keyboard reach what lies in the top layer beside an editor: Tab from the editor goes there, and on from there to what
 * follows the editor. X's modals pull the focus back to themselves; of a focus that lies here they are not told.
 */
import type { TopLayer } from '@/stores/bridge';
import { editorOf } from './composer';

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), textarea, select, [contenteditable="true"], [tabindex]:not([tabindex^="-"])';
/** X's list of hashtags, which picks with Tab. */
const TYPEAHEAD = '[id^="typeaheadDropdown"]';

/** `layers` gives what there is, in the order in which Tab goes through it. */
export function linkKeys(layers: () => readonly TopLayer[], signal: AbortSignal): void {
  const layerOf = (event: Event) =>
    layers().find(({ host }) => event.composedPath().includes(host));
  const buttonsBeside = (editor: HTMLElement) =>
    layers()
      .filter(({ anchor }) => anchor() === editor)
      .flatMap(({ host }) => [
        ...(host.shadowRoot?.querySelectorAll<HTMLElement>('button:not([hidden])') ?? []),
      ]);
  const hush = (event: Event) => {
    if (layerOf(event)) event.stopImmediatePropagation();
  };
  for (const kind of ['focus', 'focusin']) addEventListener(kind, hush, { signal, capture: true });
  let left: { selection: SelectionEnds; editor: HTMLElement } | undefined;
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const editor = layerOf(event)?.anchor() ?? editorOf(event.target);
    const next = editor && nextStop(event, editor, buttonsBeside(editor));
    if (!next || document.querySelector(TYPEAHEAD)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!layerOf(event)) left = { selection: readEnds(), editor };
    next.focus();
    // Firefox puts the caret at the start of an editor that a script focuses.
    if (next === editor && left?.editor === editor) setEnds(left.selection);
  };
  addEventListener('keydown', press, { signal, capture: true });
}

type SelectionEnds = [Node | null, number, Node | null, number];

function readEnds(): SelectionEnds {
  const {
    anchorNode = null,
    anchorOffset = 0,
    focusNode = null,
    focusOffset = 0,
  } = getSelection() ?? {};
  return [anchorNode, anchorOffset, focusNode, focusOffset];
}

function setEnds([anchor, anchorOffset, focus, focusOffset]: SelectionEnds): void {
  if (anchor?.isConnected && focus?.isConnected) {
    getSelection()?.setBaseAndExtent(anchor, anchorOffset, focus, focusOffset);
  }
}

/** Where a key goes from; nowhere of ours for keys that are X's and the browser's. */
function nextStop(
  event: KeyboardEvent,
  editor: HTMLElement,
  buttons: HTMLElement[],
): HTMLElement | undefined {
  const at = buttons.indexOf(event.composedPath()[0] as HTMLElement);
  if (event.key === 'Escape') return at < 0 ? undefined : editor;
  if (event.key !== 'Tab' || buttons.length === 0 || (at < 0 && event.shiftKey)) return undefined;
  const next = at + (event.shiftKey ? -1 : 1);
  return next < 0 ? editor : (buttons[next] ?? follower(editor));
}

/** What Tab would have reached from the editor. */
function follower(editor: HTMLElement): HTMLElement {
  const around = editor.closest('[role="dialog"]') ?? document.body;
  const all = [...around.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (one) => one === editor || (one.tabIndex >= 0 && one.checkVisibility()),
  );
  return all[all.indexOf(editor) + 1] ?? editor;
}
