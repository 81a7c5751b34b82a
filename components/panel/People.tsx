import { useMemo, useState } from 'preact/hooks';
import { Avatar } from '@/components/shared/Avatar';
import { useWords } from '@/components/shared/words';
import { buildPeople, type Person } from '@/stores/core/rows-people';
import { usePanel, usePanelState } from './panel-deps';

/** Drawn at once; more on demand, for a busy chat has hundreds. */
const FIRST = 60;

/** Who is here, the hosts first; and who and which words are muted in this panel. */
export function People() {
  const words = useWords();
  const conversation = usePanelState((state) => state.conversation);
  const muted = usePanelState((state) => state.muted.people);
  const [all, setAll] = useState(false);
  const people = useMemo(() => buildPeople(conversation, muted), [conversation, muted]);
  const shown = all ? people : people.slice(0, FIRST);
  return (
    <div class="sheet" data-part="people">
      {people.length === 0 && <p class="sheet-empty">{words('panel_people_none')}</p>}
      <ul class="list">
        {shown.map((person) => (
          <PersonRow key={person.author.handle} person={person} />
        ))}
      </ul>
      {shown.length < people.length && (
        <button type="button" class="line" onClick={() => setAll(true)}>
          {words.count('panel_people_more', people.length - shown.length)}
        </button>
      )}
      <MutedWords />
    </div>
  );
}

function PersonRow({ person }: { person: Person }) {
  const words = useWords();
  const { store } = usePanel();
  const { author, posts, host, muted } = person;
  const toggle = () => {
    const handle = author.handle.toLowerCase();
    const { people } = store.getState().muted;
    store.mute({ people: muted ? people.filter((one) => one !== handle) : [...people, handle] });
  };
  return (
    <li class="person" data-muted={muted || undefined}>
      <Avatar author={author} />
      <p>
        <bdi class="name">{author.name}</bdi>
        {host && <span class="tag">{words('panel_host_tag')}</span>}
        <a
          href={`https://x.com/${encodeURIComponent(author.handle)}`}
          target="_blank"
          rel="noopener noreferrer"
        >
          @{author.handle}
        </a>
        <span class="facts">{words.count('posts', posts)}</span>
      </p>
      <button
        type="button"
        class="plain"
        aria-label={words(muted ? 'panel_unmute' : 'panel_mute', `@${author.handle}`)}
        onClick={toggle}
      >
        {words(muted ? 'panel_unmute_short' : 'panel_mute_short')}
      </button>
    </li>
  );
}

function MutedWords() {
  const words = useWords();
  const { store } = usePanel();
  const muted = usePanelState((state) => state.muted.words);
  const [draft, setDraft] = useState('');
  const add = (event: Event) => {
    event.preventDefault();
    const word = draft.trim().toLowerCase();
    setDraft('');
    if (word !== '' && !muted.includes(word)) store.mute({ words: [...muted, word] });
  };
  return (
    <form class="muted-words" onSubmit={add}>
      <label>
        {words('panel_mute_words')}
        <input
          value={draft}
          maxLength={60}
          dir="auto"
          onInput={(event) => setDraft(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="line" disabled={draft.trim() === ''}>
        {words('panel_mute_short')}
      </button>
      <p class="choices">
        {muted.map((word) => (
          <button
            type="button"
            class="chip"
            key={word}
            aria-label={words('panel_unmute', word)}
            onClick={() => store.mute({ words: muted.filter((one) => one !== word) })}
          >
            {word} <span aria-hidden="true">×</span>
          </button>
        ))}
      </p>
    </form>
  );
}
