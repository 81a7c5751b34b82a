import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { buildPeople, type Person } from '@/stores/core/rows-people';
import { MutedWords } from './MutedWords';
import { PersonRow } from './PersonRow';
import { usePanelState } from './panel-deps';

/** Drawn at once; more on demand, for a busy chat has hundreds. */
const FIRST = 60;
const NOBODY: ReadonlySet<string> = new Set();

interface Props {
  /** Who wrote in earlier chats; empty where none are kept. */
  readEarlier: () => Promise<ReadonlySet<string>>;
}

/** Who is here, the hosts first, the new ones marked for a welcome; and who and which words are muted in this panel. */
export function People({ readEarlier }: Props) {
  const words = useWords();
  const conversation = usePanelState((state) => state.conversation);
  const guests = usePanelState((state) => state.guests);
  const muted = usePanelState((state) => state.muted.people);
  const earlier = useEarlier(readEarlier);
  const [all, setAll] = useState(false);
  const people = useSettled(
    useMemo(
      () => buildPeople(conversation, { guests, muted, earlier }),
      [conversation, guests, muted, earlier],
    ),
  );
  const fresh = people.filter((person) => person.fresh !== null).length;
  const shown = all ? people : people.slice(0, FIRST);
  return (
    <div class="sheet" data-part="people">
      {people.length === 0 && <p class="sheet-empty">{words('panel_people_none')}</p>}
      <MutedWords />
      {fresh > 0 && <p class="sheet-note">{words.count('panel_new_here', fresh)}</p>}
      <ul class="list">
        {shown.map((person) => (
          <PersonRow key={person.author.handle} person={person} />
        ))}
      </ul>
      {shown.length < people.length && (
        <button type="button" class="line" onClick={() => setAll(true)}>
          {words.count('panel_show_more', people.length - shown.length)}
        </button>
      )}
    </div>
  );
}

/** In the order of the first time, whoever comes later behind: nobody is to press what has just moved there. */
function useSettled(people: readonly Person[]): Person[] {
  const places = useRef(new Map<string, number>());
  const placeOf = ({ author }: Person) => {
    const place = places.current.get(author.handle) ?? places.current.size;
    places.current.set(author.handle, place);
    return place;
  };
  return people
    .map((person) => ({ person, place: placeOf(person) }))
    .sort((a, b) => a.place - b.place)
    .map(({ person }) => person);
}

/** Nobody until it is known, and where it cannot be. */
function useEarlier(read: Props['readEarlier']): ReadonlySet<string> {
  const [earlier, setEarlier] = useState(NOBODY);
  useEffect(() => {
    let here = true;
    read().then(
      (found) => here && setEarlier(found),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [read]);
  return earlier;
}
