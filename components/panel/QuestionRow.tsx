import { Icon } from '@/components/shared/Icon';
import { useWords } from '@/components/shared/words';
import { type Post, postUrl } from '@/stores/core/post';
import type { Row } from '@/stores/core/rows';
import { usePanel } from './panel-deps';
import { type RowProps, rowAttributes } from './row-attributes';
import { useRowContext } from './row-context';

/** A question as a heading: it is also the host's post, and can be answered. */
export function QuestionRow(props: RowProps & { row: Row & { kind: 'question' } }) {
  const words = useWords();
  const { times } = useRowContext();
  const { row, active } = props;
  const { question, placed, answers, repeats, reposts } = row;
  const { label, text, askedAt } = question;
  const post = placed?.post ?? null;
  return (
    <article
      class="row question"
      {...rowAttributes(props)}
      data-post-id={question.postId}
      data-question={label}
      data-parent=""
      data-link=""
      aria-label={words('panel_question_by', label, post?.author.name ?? '')}
    >
      <h3 dir="auto">
        <bdi class="label">{label}</bdi> {post?.state === 'deleted' ? words('panel_deleted') : text}
      </h3>
      <p class="facts">
        {post !== null && <span dir="auto">@{post.author.handle}</span>}
        <When post={post} at={askedAt} shown={times.short(askedAt)} active={active} />
        <span>{words.count('panel_answers', answers)}</span>
        {repeats > 0 && <span>{words.count('panel_repeats', repeats)}</span>}
        {reposts > 0 && <span>{words.count('panel_reposts', reposts)}</span>}
        {post !== null && <Answer post={post} active={active} />}
      </p>
    </article>
  );
}

function When({
  post,
  at,
  shown,
  active,
}: {
  post: Post | null;
  at: number;
  shown: string;
  active: boolean;
}) {
  const time = <time dateTime={new Date(at).toISOString()}>{shown}</time>;
  if (post === null) return time;
  return (
    <a href={postUrl(post)} target="_blank" rel="noopener noreferrer" tabIndex={active ? 0 : -1}>
      {time}
    </a>
  );
}

function Answer({ post, active }: { post: Post; active: boolean }) {
  const words = useWords();
  const { reply } = usePanel();
  return (
    <button type="button" class="act" tabIndex={active ? 0 : -1} onClick={() => reply(post)}>
      <Icon name="reply" />
      {words('panel_answer')}
    </button>
  );
}
