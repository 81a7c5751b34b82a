import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { useWords } from '@/components/shared/words';
import { type Care, readCare, type Spam } from '@/stores/core/plan-care';
import type { Post } from '@/stores/core/post';
import { usePanel, usePanelState } from './panel-deps';
import { useHostState, useRunSheetDeps } from './run-sheet-deps';
import { ShortPost } from './ShortPost';

/** Shown of each list until the rest is asked for: the newest wait in front. */
const FIRST = 5;

/** Who waits for a word of the host, and what the week brought. */
export function RunSheetCare() {
  const words = useWords();
  const care = useCare();
  const known = useHostState((state) => state.known);
  if (care === null) return null;
  const newcomers = care.newcomers.map(({ post }) => post);
  const lists = [care.ignored, newcomers, care.asking, care.themes, care.points, care.spam];
  return (
    <section class="care" aria-labelledby="run-care" data-part="care">
      <h3 id="run-care">{words('host_care')}</h3>
      {lists.every((list) => list.length === 0) && <p class="note">{words('host_care_none')}</p>}
      <Posts part="ignored" name={words('host_ignored')} posts={care.ignored}>
        {words('host_ignored_note')}
      </Posts>
      <Posts part="newcomers" name={words('host_newcomers')} posts={newcomers}>
        {words(known === null ? 'host_newcomers_unknown' : 'host_newcomers_note')}
      </Posts>
      <Posts part="asking" name={words('host_asking')} posts={care.asking} />
      <Posts part="themes" name={words('host_themes')} posts={care.themes} />
      <Posts part="points" name={words('host_points')} posts={care.points} />
      {care.spam.length > 0 && (
        <Fold part="spam" name={words('host_spam')} count={care.spam.length}>
          {care.spam.map((spam) => (
            <Suspect key={spam.posts[0]?.id} spam={spam} />
          ))}
        </Fold>
      )}
    </section>
  );
}

function useCare(): Care | null {
  const conversation = usePanelState((state) => state.conversation);
  const session = usePanelState((state) => state.session);
  const me = usePanelState((state) => state.me);
  const muted = usePanelState((state) => state.muted.people);
  const liked = useHostState((state) => state.liked);
  const known = useHostState((state) => state.known);
  const done = useHostState((state) => state.done);
  return useMemo(() => {
    if (session === null) return null;
    const isHidden = ({ id, author }: Post) =>
      author.hidden || done.has(id) || muted.includes(author.handle.toLowerCase());
    return readCare({ conversation, session, me, liked, known, isHidden });
  }, [conversation, session, me, muted, liked, known, done]);
}

interface FoldProps {
  part: string;
  name: string;
  count: number;
  children: ComponentChildren;
}

function Fold({ part, name, count, children }: FoldProps) {
  return (
    <details class="care-list" data-part={part} open={part === 'ignored' || part === 'asking'}>
      <summary>
        {name} <span class="count">{count}</span>
      </summary>
      {children}
    </details>
  );
}

interface PostsProps {
  part: string;
  name: string;
  posts: readonly Post[];
  children?: string;
}

function Posts({ part, name, posts, children }: PostsProps) {
  const words = useWords();
  const [all, setAll] = useState(false);
  if (posts.length === 0) return null;
  const shown = all ? posts : posts.slice(0, FIRST);
  return (
    <Fold part={part} name={name} count={posts.length}>
      {children !== undefined && <p class="note">{children}</p>}
      {shown.map((post) => (
        <Waiting key={post.id} post={post} />
      ))}
      {shown.length < posts.length && (
        <button type="button" class="plain" onClick={() => setAll(true)}>
          {words('host_more', posts.length)}
        </button>
      )}
    </Fold>
  );
}

function Waiting({ post }: { post: Post }) {
  const words = useWords();
  const { reply } = usePanel();
  const { host } = useRunSheetDeps();
  const placed = usePanelState((state) => state.conversation.placed.get(post.id));
  if (placed === undefined) return null;
  const { name } = post.author;
  return (
    <div class="waiting-post">
      <ShortPost placed={placed} />
      <p class="waiting-do">
        <button
          type="button"
          class="plain"
          aria-label={words('host_reply_name', name)}
          onClick={() => reply(post)}
        >
          {words('host_reply')}
        </button>
        <button
          type="button"
          class="plain"
          aria-label={words('host_done_name', name)}
          onClick={() => host.dealWith(post.id)}
        >
          {words('host_done')}
        </button>
      </p>
    </div>
  );
}

function Suspect({ spam: { reason, posts } }: { spam: Spam }) {
  const words = useWords();
  const { store, canMute } = usePanel();
  const placed = usePanelState((state) => state.conversation.placed);
  const handles = [...new Set(posts.map(({ author }) => author.handle))];
  const mute = () => {
    const { people } = store.getState().muted;
    store.mute({
      people: [...new Set([...people, ...handles.map((handle) => handle.toLowerCase())])],
    });
  };
  const first = placed.get(posts[0]?.id ?? '');
  return (
    <div class="waiting-post">
      {first !== undefined && <ShortPost placed={first} />}
      <p class="waiting-do">
        <span class="facts">
          {reason === 'tags'
            ? words('host_spam_tags')
            : words.count('host_spam_same', posts.length)}
        </span>
        {canMute() && (
          <button
            type="button"
            class="plain"
            aria-label={words('host_mute_all_name', handles.map((one) => `@${one}`).join(', '))}
            onClick={mute}
          >
            {words('host_mute_all')}
          </button>
        )}
      </p>
    </div>
  );
}
