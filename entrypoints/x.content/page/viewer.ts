/** Who is signed in on X in this tab, as the page says it. */

/** X's own account button: beside it stands the person's picture, whose test id ends in the handle. */
const PICTURE =
  '[data-testid="SideNav_AccountSwitcher_Button"] [data-testid^="UserAvatar-Container-"], [data-testid="DashButton_ProfileIcon_Link"] [data-testid^="UserAvatar-Container-"]';

/** Handle without @; null while the page does not show it (not signed in, still loading, another layout). */
export function readViewer(): string | null {
  const picture = document.querySelector<HTMLElement>(PICTURE);
  return picture?.dataset.testid?.slice('UserAvatar-Container-'.length) || null;
}
