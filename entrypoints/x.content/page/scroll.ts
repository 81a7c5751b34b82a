/** Scrolls X's page as a person would, and helps it over its own refusals. */

/** Where X says that it could not load and offers to try again: a button in the column that belongs to no post. Classic; not seen on x-web [K]. */
const COLUMN = '[data-testid="primaryColumn"]';
const RETRY = 'section ~ div button, .failed button, [data-testid="cellInnerDiv"] button';

/** Part of the window that one step goes. */
const STEP = 0.8;
/** So near to its end the page counts as ended, px. */
const NEAR = 4;

/** Goes down by most of a screen; false where the page ends before that. */
export function scrollOn(): boolean {
  const { scrollHeight } = document.documentElement;
  const before = scrollY;
  scrollBy({ top: innerHeight * STEP, behavior: 'instant' });
  return scrollY > before + NEAR || document.documentElement.scrollHeight > scrollHeight;
}

/** Up a little and down again: X asks for older posts when its end comes into sight. Presses X's own "Retry" where it shows one. */
export function nudge(): void {
  const column = document.querySelector(COLUMN);
  const retry = [...(column?.querySelectorAll<HTMLElement>(RETRY) ?? [])].find(
    (button) => !button.closest('article') && button.checkVisibility() && isRetry(button),
  );
  retry?.click();
  scrollBy({ top: -innerHeight / 2, behavior: 'instant' });
  requestAnimationFrame(() => scrollBy({ top: innerHeight, behavior: 'instant' }));
}

/** X's word for it in the languages of its British users; pills that show new posts, and "follow", are not pressed. */
function isRetry({ textContent }: HTMLElement): boolean {
  return /^(?:retry|try again|ceisio eto|ailgynnig)$/i.test(textContent?.trim() ?? '');
}
