// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** The modal composer: parent above a reply, quoted post below a quote, and the question on closing. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { callX } from './call-x.ts';
import { ComposerBox } from './composer.tsx';
import { type ComposerTask, closeComposer, getOpening, onComposer } from './composer-store.ts';
import { getDraft, startDraft, textOf } from './draft.ts';
import { Modal } from './modal.tsx';
import { PostCard } from './post-card.tsx';
import { readPost, type ShownPost } from './read-answers.ts';
import { getState, setState } from './state.ts';

function hasText(key: string): boolean {
  const draft = getDraft(key);
  if (getState().settings.composer === 'plain') return draft.plain.trim() !== '';
  return draft.states.some((state) => textOf(state).trim() !== '');
}

/** Closes at once where nothing is written; else asks. */
function askToClose(key: string): void {
  if (!hasText(key)) {
    closeComposer();
    return;
  }
  setState({
    sheet: {
      title: 'Save post?',
      text: 'You can save this to send later from your drafts.',
      confirm: 'Save',
      cancel: 'Discard',
      onConfirm: closeComposer,
      onCancel: closeComposer,
    },
  });
}

function useParent(task: ComposerTask): ShownPost | null {
  const [fetched, setFetched] = useState<ShownPost | null>(null);
  const wanted = task.kind === 'reply' && !('author' in task.post) ? task.post.id : '';
  useEffect(() => {
    if (!wanted) return;
    void callX('TweetResultByRestId', { tweetId: wanted }).then((answer) => {
      const data = (answer.json as { data?: { tweetResult?: { result?: unknown } } })?.data;
      setFetched(readPost(data?.tweetResult?.result) ?? null);
    });
  }, [wanted]);
  if (task.kind !== 'reply') return null;
  return 'author' in task.post ? task.post : fetched;
}

function Body({ task, draftKey }: { task: ComposerTask; draftKey: string }) {
  const parent = useParent(task);
  return (
    <Modal
      close={() => askToClose(draftKey)}
      title={task.kind === 'edit' ? 'Edit post' : ''}
      end={
        <button type="button" role="button" data-testid="unsentButton" className="accent bold">
          <span>Drafts</span>
        </button>
      }
    >
      {parent ? (
        <div className="reply-parent">
          <PostCard post={parent} focal={false} joint={true} promoted={false} bare={true} />
          <div className="quiet replying-line">Replying to @{parent.author.handle}</div>
        </div>
      ) : null}
      <ComposerBox
        draftKey={draftKey}
        task={task}
        inline={false}
        focus={true}
        onSent={closeComposer}
      />
    </Modal>
  );
}

function startText(task: ComposerTask): string {
  if (task.kind !== 'edit') return task.text ?? '';
  return (task.post.whole ?? task.post.segments)
    .map((segment) => (segment.kind === 'url' ? segment.href : segment.text))
    .join('');
}

/** Each opening begins with its own text and its own editor. */
export function ComposeModal() {
  const { task, opening } = useSyncExternalStore(onComposer, getOpening);
  if (!task) return null;
  const key = `modal ${opening}`;
  startDraft(key, startText(task));
  return <Body key={key} draftKey={key} task={task} />;
}
