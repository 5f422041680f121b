import type { Codebook } from '../model/codebook';
import { readCodebook, type ParseResult, type ReadResult } from '../sidecar/read';
import { Failure, printable } from './command';
import { readBytes } from './files';

/** What was read of a file; throws a {@link Failure} with file and line where it can't be. */
export function valueOf<T>(file: string, result: ParseResult<T>): T {
  if (result.ok) return result.value;
  throw new Failure(`${printable(file)}, line ${result.problem.line}: ${printable(result.problem.message)}.`);
}

/** As {@link valueOf}, of a file that is to be written again: that mustn't lose anything. */
export function rewritable<T>(file: string, result: ReadResult<T>): T {
  if (!result.ok || !result.readOnly) return valueOf(file, result);
  throw new Failure(`${printable(file)}, line ${result.readOnly.line}: ${printable(result.readOnly.message)}.`);
}

/** A codebook's content; throws a {@link Failure} with file and line where it can't be read. */
export async function codebookOf(file: string): Promise<Codebook> {
  return valueOf(file, readCodebook(await readBytes(file)));
}
