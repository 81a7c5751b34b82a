/** The panel's words, which go on after an update of the extension took the browser's away from this page. */
import { browser } from '#imports';
import { createWords } from '@/components/shared/words';

/** Stand in a sentence where its $1, $2, $3 go: no sentence and no name has them. */
const PLACES = ['\ue000', '\ue001', '\ue002'];
const templates = new Map<string, string>();

export const words = createWords((key, substitutions = []) =>
  templateOf(key).replace(
    /[\ue000-\ue002]/g,
    (place) => substitutions[place.charCodeAt(0) - 0xe000] ?? '',
  ),
);

function templateOf(key: string): string {
  const template = templates.get(key) ?? ask(key);
  if (template) templates.set(key, template);
  return template;
}

function ask(key: string): string {
  try {
    return browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], PLACES);
  } catch {
    return '';
  }
}
