/** A key alone, outside of anything one can type in. */
export function isPlainKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const target = event.target as HTMLElement;
  return target.closest('input, textarea, select') === null;
}

/** One of the panel's own keys (Panel.tsx) that leads elsewhere: what hangs open must not lie over it. */
export function leadsElsewhere(event: KeyboardEvent): boolean {
  return isPlainKey(event) && 'on/'.includes(event.key);
}
