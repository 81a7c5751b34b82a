import { useWords } from '@/components/shared/words';
import type { Conversation, PlacedPost } from '@/stores/core/conversation';
import { buildCatchUp, CATCH_UP, type CatchUpQuestion } from '@/stores/core/rows-catch-up';
import type { Sight } from '@/stores/core/rows-groups';
import { FIND_ALL } from '@/stores/panel-state';
import { usePanel, useTimes } from './panel-deps';
import { ShortPost } from './ShortPost';
import { useSight } from './use-sight';

const build = (conversation: Conversation, sight: Sight) =>
  buildCatchUp(conversation, { ...sight, ...CATCH_UP });

/** The chat so far on one screen: each question with what mattered under it, then what is open now. */
export function CatchUp() {
  const words = useWords();
  const questions = useSight(build);
  const past = questions.filter((one) => !one.open);
  const open = questions.filter((one) => one.open);
  if (questions.length === 0) return <p class="sheet-empty">{words('panel_catch_up_none')}</p>;
  return (
    <div class="sheet" data-part="catch-up">
      {past.map((one) => (
        <Question key={one.key} one={one} />
      ))}
      {open.map((one) => (
        <Question key={one.key} one={one} />
      ))}
      {open.map((one) => (
        <OpenNow key={one.key} one={one} />
      ))}
    </div>
  );
}

function Question({ one }: { one: CatchUpQuestion }) {
  const words = useWords();
  const times = useTimes();
  const { store } = usePanel();
  const { question, open } = one;
  const show = () => {
    if (open) return store.showOpen();
    // All of them are promised, whatever was looked for before.
    store.setFind(FIND_ALL);
    store.showGroup(one.key);
  };
  return (
    <section class="digest" data-question={question.label} data-open={open || undefined}>
      <h4 dir="auto">
        <bdi class="label">{question.label}</bdi> {question.text}
      </h4>
      <p class="facts">
        {open && <span class="now">{words('panel_open_now')}</span>}
        <time dateTime={new Date(question.askedAt).toISOString()}>
          {times.short(question.askedAt)}
        </time>
        <button type="button" class="plain" onClick={show}>
          {words.count('panel_answers', one.posts)}
        </button>
        <span>{words.count('panel_people', one.people)}</span>
      </p>
      <Posts posts={one.hosts} name="" />
      <Posts posts={one.top} name={words('panel_top')} />
      <Posts posts={one.latest} name={words('panel_latest')} />
    </section>
  );
}

/** Stays at the lower edge, so that the way into the chat is always there. */
function OpenNow({ one: { question } }: { one: CatchUpQuestion }) {
  const words = useWords();
  const { store } = usePanel();
  return (
    <div class="open-now">
      <p dir="auto">
        <bdi class="now">{words('panel_open_now')}</bdi> <b dir="ltr">{question.label}</b>{' '}
        {question.text}
      </p>
      <button type="button" class="solid" onClick={() => store.showOpen()}>
        {words('panel_go')}
      </button>
    </div>
  );
}

function Posts({ posts, name }: { posts: readonly PlacedPost[]; name: string }) {
  if (posts.length === 0) return null;
  return (
    <>
      {name !== '' && <p class="sub">{name}</p>}
      {posts.map((placed) => (
        <ShortPost key={placed.post.id} placed={placed} />
      ))}
    </>
  );
}
