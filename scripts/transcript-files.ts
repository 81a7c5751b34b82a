/** Opens the files that a transcript is made of, piece by piece. */
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { readSources, type Source, SourceProblem } from '@/stores/core/transcript-sources';

/** What a file cannot be used for, in words that name it. */
export class FileProblem extends Error {}

/** Everything in a file, in its order. Throws a FileProblem that names the file and the place. */
export async function* readFile(path: string, shown: string): AsyncGenerator<Source> {
  try {
    const saved = Math.floor(statSync(path).mtimeMs);
    yield* readSources(createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 }), saved);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new FileProblem(`${shown}: no such file`);
    if (code === 'EISDIR') throw new FileProblem(`${shown}: is a folder, not a file`);
    if (error instanceof SourceProblem || code) throw new FileProblem(`${shown}: ${message}`);
    throw error;
  }
}

/** Whether it begins as a transcript of ours does; these say of themselves which chat they are of. */
export function looksLikeTranscript(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return false;
  }
  const head = Buffer.alloc(512);
  try {
    return head.toString('utf8', 0, readSync(file, head)).includes('"polchat-transcript"');
  } catch {
    return false;
  } finally {
    closeSync(file);
  }
}
