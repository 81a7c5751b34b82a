/** Puts the settings into their page. */
import { render } from 'preact';
import { WordsContext } from '@/components/shared/words';
import { Options } from './Options';
import type { OptionsPageDeps } from './options-deps';

export function mountOptions(place: Element, deps: OptionsPageDeps): void {
  render(
    <WordsContext.Provider value={deps.words}>
      <Options {...deps} />
    </WordsContext.Provider>,
    place,
  );
}
