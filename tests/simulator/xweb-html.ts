/** x-web's page, rendered on the server: its first screen never comes as a response. */
import type { Route } from './app/routes.ts';
import type { Settings } from './types.ts';
import type { World } from './world.ts';

export function xwebHtml(_route: Route, _world: World, settings: Settings, _nonce: string): string {
  return `<!DOCTYPE html><html data-theme="${settings.theme}"><body></body></html>`;
}
