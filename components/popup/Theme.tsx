import { useWords } from '@/components/shared/words';
import type { Session } from '@/stores/core/schedule';
import { Reading, Source } from './Source';

/** Longer themes are set smaller, so that the button below stays in sight. */
const LONG = 90;

/** The theme, where it is known from, who hosts and what to read. */
export function Theme({ session }: { session: Session }) {
  const words = useWords();
  const { theme, source, others = [], hosts } = session;
  const handles = hosts
    .slice(0, 3)
    .map((handle) => `@${handle}`)
    .join(' ');
  return (
    <>
      <p
        class={theme === null ? 'theme unknown' : 'theme'}
        data-part="theme"
        data-long={(theme !== null && theme.length > LONG) || undefined}
        dir="auto"
      >
        {theme ?? words('schedule_theme_unknown')}
      </p>
      <p class="source">
        {source !== null && theme !== null && <Source source={source} />}
        {handles !== '' && (
          <span>{words(handles.includes(' ') ? 'panel_hosts' : 'panel_host', handles)}</span>
        )}
        <Reading address={session.reading} />
      </p>
      {others.map((other) => (
        <p class="others" key={other.source.name} dir="auto">
          {words('schedule_source_others', other.theme)} <Source source={other.source} />
        </p>
      ))}
    </>
  );
}
