/** Says on X's page, above everything, what the panel would say if it were open. */
import { button } from '@/components/writing/findings';
import type { Bridge } from '@/stores/bridge';
import type { StatusLine } from '@/stores/panel-state';
import layerCss from './layer.css?inline';

export interface Notice {
  show: (lines: readonly StatusLine[]) => void;
}

export function createNotice({ host: panel, signal }: Bridge): Notice {
  const host = document.createElement('polchat-notice');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = layerCss;
  const box = document.createElement('div');
  box.className = 'box';
  box.setAttribute('role', 'status');
  root.append(style, box);
  signal.addEventListener('abort', () => host.remove());
  return {
    show(lines) {
      if (lines.length === 0 || panel.hasAttribute('data-open')) return host.remove();
      host.dataset.theme = panel.dataset.theme ?? 'light';
      box.replaceChildren(
        ...lines.map(({ text, action, also }) => {
          const line = document.createElement('p');
          line.append(text);
          for (const one of [action, also]) {
            if (one) line.append(' ', button(one.label, one.label, one.run));
          }
          return line;
        }),
      );
      if (!host.isConnected) document.body.append(host);
      if (!host.matches(':popover-open')) host.showPopover();
    },
  };
}
