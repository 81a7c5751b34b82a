export function installShortcuts(): void {
  window.__xShortcuts = {};
}
