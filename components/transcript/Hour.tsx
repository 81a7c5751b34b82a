import { useWords } from '@/components/shared/words';
import { formatTime } from '@/stores/core/clock';
import type { Article } from '@/stores/core/transcript-article';
import { HOUR } from '@/stores/core/transcript-hour';
import type { Minute } from '@/stores/core/transcript-minutes';
import { shownLabel } from '@/stores/core/transcript-words';

const { bar, height, above, below } = HOUR;

/** The picture of the hour: a bar a minute, each the way to its first post, the questions marked. */
export function Hour({ article, timeZone }: { article: Article; timeZone: string }) {
  const words = useWords();
  const { minutes } = article;
  const most = Math.max(...minutes.map(({ posts }) => posts), 1);
  if (minutes.length === 0) return null;
  return (
    <figure class="hour" data-part="hour">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture's links are no form's fields. */}
      <svg
        viewBox={`0 0 ${minutes.length * bar} ${above + height + below}`}
        role="group"
        aria-label={words('transcript_hour')}
      >
        {minutes.map((minute, n) => (
          <Bar key={minute.at} minute={minute} n={n} most={most} timeZone={timeZone} />
        ))}
      </svg>
      <figcaption class="faint">{words('transcript_hour')}</figcaption>
    </figure>
  );
}

interface BarProps {
  minute: Minute;
  n: number;
  most: number;
  timeZone: string;
}

function Bar({ minute: { at, posts, firstId, questions }, n, most, timeZone }: BarProps) {
  const words = useWords();
  const time = formatTime(at, timeZone);
  const tall = posts > 0 ? Math.max((posts / most) * height, 2) : 0;
  const [x, middle] = [n * bar, n * bar + bar / 2];
  return (
    <>
      {questions.length > 0 && (
        <>
          <path class="mark" d={`M${middle} ${above - 4}V${above + height}`} />
          <text class="asked-at" x={middle} y={above - 8}>
            {questions.map(shownLabel).join(' ')}
          </text>
        </>
      )}
      {n % 10 === 0 && (
        <text
          class={n === 0 ? 'first' : undefined}
          x={n === 0 ? 0 : middle}
          y={above + height + 14}
        >
          {time}
        </text>
      )}
      {firstId !== null && (
        <a href={`#p${firstId}`} aria-label={`${time}: ${words.count('posts', posts)}`}>
          <title>{`${time}: ${words.count('posts', posts)}`}</title>
          <rect class="room" x={x} y={above} width={bar} height={height} />
          <rect x={x + 1} y={above + height - tall} width={bar - 2} height={tall} />
        </a>
      )}
    </>
  );
}
