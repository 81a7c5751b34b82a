import { Avatar } from '@/components/shared/Avatar';
import { useWords } from '@/components/shared/words';
import type { Person } from '@/stores/core/rows-people';
import { usePanel } from './panel-deps';

/** Somebody who is here: pressing their posts shows these alone. */
export function PersonRow({ person }: { person: Person }) {
  const words = useWords();
  const { store, reply, canMute } = usePanel();
  const { author, posts, role, muted, fresh, first } = person;
  const handle = `@${author.handle}`;
  const toggle = () => {
    const key = author.handle.toLowerCase();
    const { people } = store.getState().muted;
    store.mute({ people: muted ? people.filter((one) => one !== key) : [...people, key] });
  };
  const showPosts = () => {
    store.setFinding(true);
    store.setFind({ query: `from:${author.handle}`, reposts: true });
  };
  return (
    <li class="person" data-muted={muted || undefined}>
      <Avatar author={author} />
      <div>
        <p class="who">
          <bdi class="name">{author.name}</bdi>
          {role !== null && (
            <span class="tag">{words(role === 'host' ? 'panel_host_tag' : 'panel_guest_tag')}</span>
          )}
          {fresh !== null && (
            <span
              class="tag new"
              title={words(fresh === 'said' ? 'panel_new_said' : 'panel_new_unseen')}
            >
              {words('panel_new_tag')}
            </span>
          )}
        </p>
        <p class="facts">
          <a
            href={`https://x.com/${encodeURIComponent(author.handle)}`}
            target="_blank"
            rel="noopener noreferrer"
          >
            {handle}
          </a>
          <button type="button" class="plain" onClick={showPosts}>
            {words.count('posts', posts)}
          </button>
        </p>
      </div>
      {fresh !== null && first !== null && (
        <button
          type="button"
          class="plain"
          aria-label={words('panel_welcome_who', author.name)}
          onClick={() => reply(first)}
        >
          {words('panel_welcome')}
        </button>
      )}
      {canMute() && (
        <button
          type="button"
          class="plain"
          aria-label={words(muted ? 'panel_unmute' : 'panel_mute', handle)}
          onClick={toggle}
        >
          {words(muted ? 'panel_unmute_short' : 'panel_mute_short')}
        </button>
      )}
    </li>
  );
}
