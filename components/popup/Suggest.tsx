import { useWords } from '@/components/shared/words';
import { composeLink } from '@/stores/core/calendar-links';
import type { ScheduleState } from '@/stores/schedule';

/** X's composer, filled with the beginning of a word to the host; the person ends and posts it. */
export function Suggest({ state }: { state: ScheduleState }) {
  const words = useWords();
  const { chat, clock, ahead } = state;
  const next = clock.state === 'ended' ? ahead[0] : clock.session;
  const [host] = [...chat.hosts, ...(next?.hosts ?? [])];
  const to = (text: string) => (host === undefined ? text : words('suggest_to', host, text));
  const theme = next?.theme ?? null;
  const link = (label: string, text: string) => (
    <li>
      <a href={composeLink(text)} target="_blank" rel="noopener noreferrer">
        {label}
      </a>
    </li>
  );
  return (
    <>
      <ul data-part="suggest">
        {link(words('popup_suggest_theme'), to(words('suggest_theme', chat.hashtag)))}
        {link(
          words('popup_suggest_point'),
          to(
            theme === null
              ? words('suggest_point', chat.hashtag)
              : words('suggest_point_on', chat.hashtag, theme),
          ),
        )}
      </ul>
      <p class="why">{words('popup_suggest_why')}</p>
    </>
  );
}
