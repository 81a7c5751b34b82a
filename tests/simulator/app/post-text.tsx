// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** A post's words as X draws them: emoji as pictures, links with their scheme hidden and cut with an ellipsis. */
import { Link } from './bits.tsx';
import type { Segment } from './read-answers.ts';

const EMOJI =
  /\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*|\p{Regional_Indicator}{2}/gu;

const hexOf = (emoji: string) =>
  [...emoji].map((char) => (char.codePointAt(0) ?? 0).toString(16)).join('-');

function Words({ text }: { text: string }) {
  const parts: unknown[] = [];
  let last = 0;
  for (const match of text.matchAll(EMOJI)) {
    if (match.index > last) parts.push(<span key={last}>{text.slice(last, match.index)}</span>);
    parts.push(
      <img
        key={`e${match.index}`}
        alt={match[0]}
        draggable={false}
        src={`https://abs.twimg.com/emoji/v2/svg/${hexOf(match[0])}.svg`}
        className="emoji"
      />,
    );
    last = match.index + match[0].length;
  }
  if (last < text.length) parts.push(<span key={last}>{text.slice(last)}</span>);
  return <>{parts}</>;
}

function OutLink({ segment }: { segment: Extract<Segment, { kind: 'url' }> }) {
  const cut = segment.text.endsWith('…');
  const scheme = /^https?:\/\/(?:www\.)?/.exec(segment.href)?.[0] ?? '';
  const rest = segment.href.slice(scheme.length + segment.text.length - (cut ? 1 : 0));
  return (
    <a
      href={segment.href}
      dir="ltr"
      rel="noopener noreferrer nofollow"
      target="_blank"
      role="link"
      className="accent"
    >
      <span aria-hidden="true" className="hidden-text">
        {scheme}
      </span>
      {segment.text.replace(/…$/, '')}
      {cut ? (
        <span aria-hidden="true" className="hidden-text">
          {rest}
        </span>
      ) : null}
      {cut ? <span aria-hidden="true">…</span> : null}
    </a>
  );
}

export function PostText({ segments }: { segments: readonly Segment[] }) {
  return (
    <>
      {segments.map((segment, at) => {
        const key = `${at}-${segment.kind}`;
        if (segment.kind === 'text') return <Words key={key} text={segment.text} />;
        if (segment.kind === 'url') return <OutLink key={key} segment={segment} />;
        return (
          <span key={key} className="nowrap">
            <Link href={segment.href} dir="ltr" className="accent">
              {segment.text}
            </Link>
          </span>
        );
      })}
    </>
  );
}
