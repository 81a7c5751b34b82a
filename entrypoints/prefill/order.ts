/** Hands an order to the page-world composer, which must be in this page. */
import { COMPOSE, type ComposeOrder } from '@/stores/core/wire';

/** Done when this returns: events that scripts dispatch run at once. Whether it took is to be read from the editor. */
export function order(editor: HTMLElement, what: ComposeOrder): void {
  // As a string: Firefox keeps the page from reading an object made here.
  editor.dispatchEvent(new CustomEvent(COMPOSE, { detail: JSON.stringify(what), bubbles: true }));
}
