import { render } from 'preact';
import { type Words, WordsContext } from '@/components/shared/words';
import { Popup, type PopupProps } from './Popup';

/** Draws the popup into `place`. */
export function mountPopup(place: Element, { words, ...props }: PopupProps & { words: Words }) {
  render(
    <WordsContext.Provider value={words}>
      <Popup {...props} />
    </WordsContext.Provider>,
    place,
  );
}
