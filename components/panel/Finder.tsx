import { useLayoutEffect, useRef } from 'preact/hooks';
import { CLOSE, Drawing, Icon } from '@/components/shared/Icon';
import { useWords, type WordKey } from '@/components/shared/words';
import { FIND_ALL, type Find } from '@/stores/panel-state';
import { usePanel, usePanelState } from './panel-deps';
import { useReturnFocus } from './use-return-focus';

const who: [Exclude<Find['who'], 'all'>, WordKey][] = [
  ['hosts', 'panel_find_hosts'],
  ['followed', 'panel_find_followed'],
  ['mine', 'panel_find_mine'],
];

/** Search as one types, and filters; everything else of the conversation is left out meanwhile. */
export function Finder() {
  const words = useWords();
  const { store } = usePanel();
  const find = usePanelState((state) => state.find);
  const found = usePanelState(({ rows }) => rows.filter((row) => row.kind === 'post').length);
  const input = useRef<HTMLInputElement>(null);
  useReturnFocus(input);
  useLayoutEffect(() => input.current?.focus(), []);
  const close = () => store.setFinding(false);
  return (
    <search
      class="finder"
      data-part="find"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <p class="find-line">
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          dir="auto"
          value={find.query}
          placeholder={words('panel_find')}
          aria-label={words('panel_find')}
          onInput={(event) => store.setFind({ query: event.currentTarget.value })}
        />
        <button
          type="button"
          class="round"
          aria-label={words('panel_find_close')}
          title={words('panel_find_close')}
          onClick={close}
        >
          <Drawing path={CLOSE} />
        </button>
      </p>
      <p class="choices">
        {who.map(([one, key]) => (
          <button
            type="button"
            class="chip"
            key={one}
            aria-pressed={find.who === one}
            onClick={() => store.setFind({ who: find.who === one ? 'all' : one })}
          >
            {words(key)}
          </button>
        ))}
        <button
          type="button"
          class="chip"
          aria-pressed={find.unanswered}
          onClick={() => store.setFind({ unanswered: !find.unanswered })}
        >
          {words('panel_find_unanswered')}
        </button>
        <button
          type="button"
          class="chip"
          aria-pressed={find.reposts}
          onClick={() => store.setFind({ reposts: !find.reposts })}
        >
          {words('panel_find_reposts')}
        </button>
      </p>
      {isNarrowed(find) && (
        <p class="facts" role="status">
          {words.count('panel_found', found)}
        </p>
      )}
    </search>
  );
}

function isNarrowed(find: Find): boolean {
  return JSON.stringify({ ...find, query: find.query.trim() }) !== JSON.stringify(FIND_ALL);
}
