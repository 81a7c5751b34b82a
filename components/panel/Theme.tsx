import { useWords } from '@/components/shared/words';
import { safeHref } from '@/stores/core/rows-text';
import type { ThemeSource } from '@/stores/core/schedule';
import { usePanelState } from './panel-deps';

/** What the chat is about this time, and where that is known from. */
export function Theme() {
  const words = useWords();
  const session = usePanelState((state) => state.session);
  const theme = session?.theme ?? null;
  const source = session?.source ?? null;
  const reading = session?.reading ? safeHref(session.reading) : null;
  return (
    <div class="theme">
      <p
        data-part="theme"
        dir="auto"
        tabIndex={source === null ? undefined : 0}
        aria-describedby={source === null ? undefined : 'theme-source'}
        class={theme === null ? 'unknown' : undefined}
      >
        {theme ?? words('panel_theme_unknown')}
      </p>
      {source !== null && theme !== null && (
        <p class="source" id="theme-source" role="tooltip">
          <Source source={source} />
          {session?.others?.map((other) => (
            <span class="others" key={other.source.name}>
              {words('schedule_source_others', `${other.theme} (${other.source.name})`)}
            </span>
          ))}
        </p>
      )}
      {reading !== null && (
        <a class="reading" href={reading} target="_blank" rel="noopener noreferrer">
          {words('panel_reading')}
        </a>
      )}
    </div>
  );
}

function Source({ source }: { source: ThemeSource }) {
  const words = useWords();
  const sentence = words(`panel_theme_${source.kind}`, source.name);
  const href = source.url === null ? null : safeHref(source.url);
  if (href === null) return sentence;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {sentence}
    </a>
  );
}
