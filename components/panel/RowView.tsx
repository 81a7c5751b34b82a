import { Component } from 'preact';
import { useWords } from '@/components/shared/words';
import type { Row } from '@/stores/core/rows';
import { PostRow } from './PostRow';
import { usePanel, usePanelState } from './panel-deps';
import { QuestionRow } from './QuestionRow';
import { sectionName } from './Rail';
import { isSameRow, type RowProps, rowAttributes } from './row-attributes';

/** One row of the conversation's list, drawn again only when it is another one. */
export class RowView extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const { row, active } = this.props;
    return active !== next.active || !isSameRow(row, next.row);
  }
  override render(props: RowProps) {
    return <AnyRow {...props} />;
  }
}

/** All are articles, for a feed may own nothing else. */
function AnyRow(props: RowProps) {
  const { row } = props;
  const words = useWords();
  if (row.kind === 'post') return <PostRow {...props} row={row} />;
  if (row.kind === 'question') return <QuestionRow {...props} row={row} />;
  return (
    <article class={`row ${row.kind}`} {...rowAttributes(props)}>
      {row.kind === 'section' && <h3>{row.label ?? sectionName(row.section, words)}</h3>}
      {row.kind === 'gap' && (
        <p>{words(row.reason === 'hidden' ? 'panel_gap_hidden' : 'panel_gap')}</p>
      )}
      {row.kind === 'lastRead' && <p>{words('panel_last_read')}</p>}
      {row.kind === 'more' && <More row={row} active={props.active} />}
      {row.kind === 'empty' && <Empty reason={row.reason} />}
    </article>
  );
}

function More({ row, active }: { row: Row & { kind: 'more' }; active: boolean }) {
  const words = useWords();
  const { store } = usePanel();
  const open = () =>
    row.whole ? store.showScreen({ kind: 'thread', root: row.root }) : store.unfold(row.root);
  return (
    <button type="button" class="plain" tabIndex={active ? 0 : -1} onClick={open}>
      {words.count(row.whole ? 'panel_whole_thread' : 'panel_more', row.hidden)}
    </button>
  );
}

function Empty({ reason }: { reason: (Row & { kind: 'empty' })['reason'] }) {
  const words = useWords();
  const { openSearch } = usePanel();
  const hashtag = usePanelState((state) => state.hashtag);
  if (reason === 'found') return <p>{words('panel_empty_found')}</p>;
  if (reason === 'group') return <p>{words('panel_empty_group')}</p>;
  return (
    <>
      <p class="big">{words('panel_empty')}</p>
      <p>{words('panel_empty_why', `#${hashtag}`)}</p>
      <button type="button" class="line" onClick={openSearch}>
        {words('panel_open_search')}
      </button>
    </>
  );
}
