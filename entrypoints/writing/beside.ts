/** The draft check beside X's own composers while the chat is on: the words underlined in place, why, and how to be rid of it. It touches no text. */
import type { Words } from '@/components/shared/words';
import { buildFindings, type Check } from '@/components/writing/findings';
import { editorOf, rangeIn, readEditor, toolbarOf } from '@/entrypoints/x.content/page/composer';
import { linkKeys } from '@/entrypoints/x.content/page/link-keys';
import { watchTyping } from '@/entrypoints/x.content/page/typing';
import type { Bridge } from '@/stores/bridge';
import type { Finding } from '@/stores/core/draft-check';
import layerCss from './layer.css?inline';
import { followPage, keepInside } from './top-layer';

/** Free room round the box, px. */
const AIR = 6;

export class Beside {
  private readonly bridge: Bridge;
  private readonly words: Words;
  private readonly check: Check;
  private readonly host = document.createElement('polchat-check');
  private readonly box = document.createElement('div');
  private readonly lines = document.createElement('div');
  private readonly sizes: ResizeObserver;
  private editor: HTMLElement | null = null;
  private findings: Finding[] = [];

  constructor(bridge: Bridge, words: Words, check: Check) {
    this.bridge = bridge;
    this.words = words;
    this.check = check;
    this.sizes = followPage(() => this.place(), bridge.signal);
  }

  start(): void {
    const { signal } = this.bridge;
    for (const old of document.querySelectorAll('polchat-check')) old.remove();
    const { host, box, lines } = this;
    host.popover = 'manual';
    host.dataset.layer = '';
    const root = host.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent = layerCss;
    box.className = 'box';
    box.setAttribute('role', 'status');
    root.append(style, lines, box);
    keepInside(root, signal);
    this.linkKeys();
    watchTyping(signal, (editor) => this.review(editor));
    const focused = ({ target }: Event) => this.review(editorOf(target));
    document.addEventListener('focusin', focused, { signal });
    this.bridge.each((feed) => feed.onOwn(() => this.review(null)));
    signal.addEventListener('abort', () => host.remove());
    this.review(editorOf(document.activeElement));
  }

  /** Tab goes from the editor to the prefill's chip, to this box, and on. */
  private linkKeys(): void {
    const { bridge, host } = this;
    const own = { host, anchor: () => (this.findings.length > 0 ? this.editor : null) };
    linkKeys(() => [...(bridge.chip ? [bridge.chip] : []), own], bridge.signal);
  }

  /** Looks at what stands in an editor now, if the chat is on; null: at none. */
  review(editor: HTMLElement | null = this.editor): void {
    const { bridge } = this;
    const isNear = bridge.chats().some(({ clock: { state } }) => /^(?:live|soon)$/.test(state));
    const isOn = isNear || bridge.taking() !== null;
    this.editor = isOn ? editor : null;
    this.findings = this.editor?.isConnected ? this.check.find(readEditor(this.editor)) : [];
    this.draw();
  }

  private draw(): void {
    const { host, box, findings, editor } = this;
    if (!editor || findings.length === 0) {
      this.sizes.disconnect();
      host.remove();
      box.dataset.said = '';
      return;
    }
    const said = findings.map(({ kind, words }) => `${kind} ${words}`).join('\n');
    // Not drawn again while it says the same: a press on its buttons must not miss.
    if (box.dataset.said !== said) {
      box.dataset.said = said;
      box.replaceChildren(...buildFindings(findings, this.words, this.check));
    }
    host.dataset.theme = this.bridge.host.dataset.theme ?? 'light';
    if (!host.isConnected) document.body.append(host);
    if (!host.matches(':popover-open')) host.showPopover();
    this.sizes.observe(editor);
    this.place();
  }

  /** Under the row of buttons, or above the editor where there is no room; underlines where the words are. */
  private place(): void {
    const { editor, box, findings } = this;
    if (!editor?.isConnected) this.host.remove();
    if (!editor?.isConnected || findings.length === 0) return;
    const bar = (toolbarOf(editor) ?? editor).getBoundingClientRect();
    const top = bar.bottom + AIR;
    const above = editor.getBoundingClientRect().top - AIR - box.offsetHeight;
    const fits = top + box.offsetHeight <= innerHeight || above < 0;
    const left = Math.max(AIR, Math.min(bar.left, innerWidth - box.offsetWidth - AIR));
    box.style.translate = `${Math.round(left)}px ${Math.round(fits ? top : above)}px`;
    this.lines.replaceChildren(
      ...findings.flatMap(({ from, to }) =>
        [...(rangeIn(editor, from, to)?.getClientRects() ?? [])].map((rect) => {
          const line = document.createElement('div');
          line.className = 'line';
          line.style.cssText = `left:${rect.left}px;top:${rect.bottom - 3}px;width:${rect.width}px`;
          return line;
        }),
      ),
    );
  }
}
