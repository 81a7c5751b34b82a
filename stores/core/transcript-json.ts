/** Writes a transcript as the file that is exported and read back: JSON, post by post. */
import type { Transcript } from './transcript';

/** The pieces, joined, are `JSON.stringify(transcript, null, 2)` and a line's end. */
export function* writeJson(transcript: Transcript): Generator<string> {
  yield '{';
  const entries = Object.entries(transcript).filter(([, value]) => value !== undefined);
  for (const [index, [key, value]] of entries.entries()) {
    yield `${index > 0 ? ',' : ''}\n  ${JSON.stringify(key)}: `;
    if (key === 'posts' && transcript.posts.length > 0) yield* writeList(transcript.posts);
    else yield indent(JSON.stringify(value, null, 2), '  ');
  }
  yield '\n}\n';
}

function* writeList(items: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [index, item] of items.entries()) {
    yield `${index > 0 ? ',' : ''}\n    ${indent(JSON.stringify(item, null, 2), '    ')}`;
  }
  yield '\n  ]';
}

/** A line's end in JSON is never inside a text. */
function indent(json: string, by: string): string {
  return json.replaceAll('\n', `\n${by}`);
}
