import type { ImportSource, ReadContext } from '../../format';
import { InputError } from '../../inputError';
import { MAX_INPUT_BYTES, textOf } from '../../reading/text';
import type { SpanDocument } from '../../spans/spanDocument';
import { decoded } from '../../../sidecar/utf8';
import { CONFIGURATION_MARK } from './configuration';
import { lineOf, type Line } from './lines';
import { DocumentReader } from './reading';

/** Where annotations of a text stand; those of shared tasks in several files. */
const annotationFiles = ['ann', 'a1', 'a2', 'rel', 'co'];

/** The documents of a brat collection: each text with the annotations beside it. Throws an {@link InputError} with the file and the line. */
export async function documentsOf(source: ImportSource, { losses, progress }: ReadContext): Promise<SpanDocument[]> {
  const files = filesByStem(source.paths);
  const isOurs = await hasMark(source);
  const documents: SpanDocument[] = [];
  for (const [stem, paths] of files) {
    const textPath = paths.get('txt');
    const annotations = annotationFiles.flatMap((extension) => paths.get(extension) ?? []);
    if (textPath === undefined) {
      throw new InputError(`There is no text ${stem}.txt beside it; choose the folder of both`, {
        path: annotations[0] ?? stem,
      });
    }
    if (annotations.length === 0) {
      losses.add('texts without a file of annotations (.ann)');
      continue;
    }
    progress(textPath);
    const raw = withMark(await source.bytes(textPath), textPath);
    const lines: Line[] = [];
    for (const path of annotations) {
      for (const line of linesOf(textOf(await source.bytes(path), path), path)) {
        if (line) lines.push(line);
        else losses.add('lines of a kind that isn’t known');
      }
    }
    documents.push(new DocumentReader(raw, isOurs, lines, losses).document(textPath));
  }
  if (documents.length > 0) return documents;
  throw new InputError('There are no files of brat (.txt with .ann)', { path: source.name });
}

/** Paths by what stands before the extension, and by that. */
function filesByStem(paths: readonly string[]): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const path of paths) {
    const [, stem, extension] = /^(.+)\.([A-Za-z0-9]+)$/.exec(path) ?? [];
    if (stem === undefined || extension === undefined || !['txt', ...annotationFiles].includes(extension)) continue;
    const files = found.get(stem) ?? new Map<string, string>();
    files.set(extension, path);
    found.set(stem, files);
  }
  return found;
}

/** Whether the collection was written by us: then a U+FEFF at a text's start is a character of it. */
async function hasMark(source: ImportSource): Promise<boolean> {
  const path = source.paths.find((one) => /(?:^|\/)annotation\.conf$/.test(one));
  return path !== undefined && (decoded(await source.bytes(path)) ?? '').startsWith(CONFIGURATION_MARK);
}

/** A text with its byte order mark, which brat counts. */
function withMark(bytes: Uint8Array, path: string): string {
  const [first, second, third] = bytes;
  const hasMark = bytes.length <= MAX_INPUT_BYTES && first === 0xef && second === 0xbb && third === 0xbf;
  return (hasMark ? '\uFEFF' : '') + textOf(hasMark ? bytes.subarray(3) : bytes, path);
}

function* linesOf(text: string, path: string): Generator<Line | undefined> {
  let line = 0;
  for (let from = 0; from < text.length;) {
    line += 1;
    const end = text.indexOf('\n', from);
    const said = text.slice(from, end < 0 ? undefined : end).replace(/\r$/, '');
    from = end < 0 ? text.length : end + 1;
    if (said.trim() !== '') yield lineOf(said, { path, line });
  }
}
