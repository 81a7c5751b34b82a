import { useWords } from '@/components/shared/words';
import type { Article } from '@/stores/core/transcript-article';
import type { Found } from '@/stores/core/transcript-search';
import { useTranscript, useTranscriptState } from './transcript-context';

/** Looking for words, for one person's posts, for one's own. */
export function Finder({ article, found }: { article: Article; found: Found }) {
  const words = useWords();
  const { store } = useTranscript();
  const find = useTranscriptState((state) => state.find);
  const person = useTranscriptState((state) => state.person);
  const me = useTranscriptState((state) => state.me);
  const isMine = me !== '' && person.toLowerCase() === me.toLowerCase();
  const mine = article.people.some(({ handle }) => handle.toLowerCase() === me.toLowerCase());
  return (
    <search class="finder">
      <label>
        {words('transcript_find')}
        <input
          type="search"
          value={find}
          data-part="find"
          onInput={({ currentTarget }) => store.setFind(currentTarget.value)}
        />
      </label>
      <label>
        {words('transcript_person')}
        <select
          value={person}
          data-part="person"
          onChange={({ currentTarget }) => store.setPerson(currentTarget.value)}
        >
          <option value="">{words('transcript_everybody')}</option>
          {article.people.map(({ handle, name, posts }) => (
            <option key={handle} value={handle}>
              {`${name} @${handle} (${posts})`}
            </option>
          ))}
        </select>
      </label>
      {mine && (
        <button
          type="button"
          aria-pressed={isMine}
          data-part="mine"
          onClick={() => store.setPerson(isMine ? '' : me)}
        >
          {words('transcript_mine')}
        </button>
      )}
      <output class="faint" data-part="found">
        {found.ids !== null ? words.count('transcript_found', found.posts) : ''}
      </output>
    </search>
  );
}
