import { useWords } from '@/components/shared/words';
import { safeHref } from '@/stores/core/rows-text';
import type { ThemeSource } from '@/stores/core/schedule';

/** The way to what is to be read beforehand, where there is any and it may be opened. */
export function Reading({ address }: { address: string | null }) {
  const words = useWords();
  const href = address === null ? null : safeHref(address);
  if (href === null) return null;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {words('panel_reading')}
    </a>
  );
}

/** Where a theme is known from, with the way there. */
export function Source({ source }: { source: ThemeSource }) {
  const words = useWords();
  const sentence =
    source.kind === 'plan'
      ? words('schedule_source_plan')
      : words(
          source.kind === 'calendar' ? 'schedule_source_calendar' : 'schedule_source_announcement',
          source.name,
        );
  const href = source.url === null ? null : safeHref(source.url);
  if (href === null) return <span dir="auto">{sentence}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" dir="auto">
      {sentence}
    </a>
  );
}
