// biome-ignore-all lint/a11y: X's own markup, kept as recorded
/** The list of hashtags that opens while a #word is typed, and that Enter and Tab pick from. */

const TAGS = [
  'polchat',
  'polchattips',
  'police',
  'policing',
  'policeweek',
  'UpTheHerons',
  'localgov',
  'lostdog',
];

/** Known hashtags that begin with a word, or the word itself where there are none; null has none. */
export function suggestions(word: string | null): string[] {
  if (word === null) return [];
  const low = word.toLowerCase();
  const known = TAGS.filter((tag) => tag.toLowerCase().startsWith(low));
  return known.length > 0 ? known.slice(0, 5) : [word];
}

export function Typeahead({
  tags,
  at,
  pick,
}: {
  tags: string[];
  at: number;
  pick(tag: string): void;
}) {
  return (
    <div role="listbox" id="typeaheadDropdown-1" className="typeahead">
      {tags.map((tag, index) => (
        <div
          key={tag}
          role="option"
          aria-selected={index === at}
          data-testid="typeaheadResult"
          className={index === at ? 'typeahead-row on' : 'typeahead-row'}
          onMouseDown={(event) => {
            event.preventDefault();
            pick(tag);
          }}
        >
          <span>#{tag}</span>
        </div>
      ))}
    </div>
  );
}
