import { useWords } from '@/components/shared/words';
import type { ArticlePerson } from '@/stores/core/transcript-article';
import { Initials } from './Initials';
import { useTranscript } from './transcript-context';

/** Everybody who wrote, the hosts first; a press shows their posts alone. */
export function PeopleList({ people }: { people: readonly ArticlePerson[] }) {
  const words = useWords();
  const { store } = useTranscript();
  const show = (handle: string) => {
    store.setPerson(handle);
    document.getElementById('questions')?.scrollIntoView();
  };
  return (
    <section aria-labelledby="people-title" data-part="people">
      <h2 id="people-title">{words('transcript_people_title')}</h2>
      <ul class="people">
        {people.map((person) => (
          <li key={person.handle}>
            <Initials author={person} />
            <button type="button" class="plain" onClick={() => show(person.handle)}>
              <bdi>{person.name}</bdi> @{person.handle}
            </button>{' '}
            {person.host && <span class="label">{words('panel_host_tag')}</span>}{' '}
            <span class="faint">{words.count('posts', person.posts)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
