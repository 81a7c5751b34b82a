// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { createViewer } from '@/entrypoints/x.content/page/viewer';

const SHOWN =
  '<button data-testid="SideNav_AccountSwitcher_Button"><div data-testid="UserAvatar-Container-AnnaHale"></div></button>';

it('knows who is signed in from when X says it on, also while X does not', () => {
  const viewer = createViewer();
  expect(viewer()).toBeNull();
  document.body.innerHTML = SHOWN;
  expect(viewer()).toBe('AnnaHale');
  document.body.innerHTML = '';
  expect(viewer()).toBe('AnnaHale');
  document.body.innerHTML = SHOWN.replace('AnnaHale', 'Force');
  expect(viewer()).toBe('Force');
});
