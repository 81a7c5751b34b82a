/** Who is signed in on X in this tab, as the page says it. */

/** X's own account button: beside it stands the person's picture, whose test id ends in the handle. */
const PICTURE =
  '[data-testid="SideNav_AccountSwitcher_Button"] [data-testid^="UserAvatar-Container-"], [data-testid="DashButton_ProfileIcon_Link"] [data-testid^="UserAvatar-Container-"]';

/** Gives the handle without @; null until the page shows it (not signed in, still loading, another layout). */
export function createViewer(): () => string | null {
  let seen: string | null = null;
  return () => {
    const picture = document.querySelector<HTMLElement>(PICTURE);
    // On the way from page to page X does not always show it; another account comes with a new page.
    seen = picture?.dataset.testid?.slice('UserAvatar-Container-'.length) || seen;
    return seen;
  };
}
