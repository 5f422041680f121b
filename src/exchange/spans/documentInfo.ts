import { metadataFields, type ArticleInfo } from '../../model/article';
import type { ImportedInfo } from '../imported';

/** What a document's metadata say: the path, then the fields that have a value. */
export function metadataOf(path: string, info: ArticleInfo): Record<string, string> {
  const fields = metadataFields.map((name) => [name, info[name]] as const);
  return { path, ...Object.fromEntries(fields.filter((field): field is [never, string] => field[1] !== undefined)) };
}

/** The inverse of {@link metadataOf}: the path where there is one, and the fields; what else is there, by name.
 * @param entries texts, numbers and whatever a tool keeps */
export function knownMetadata(entries: Iterable<readonly [string, unknown]>): {
  readonly path: string | undefined;
  readonly info: ImportedInfo;
  readonly others: readonly string[];
} {
  const texts = new Map<string, string>();
  const others: string[] = [];
  for (const [name, value] of entries) {
    const isKnown = name === 'path' || (metadataFields as readonly string[]).includes(name);
    if (isKnown && typeof value === 'string' && value !== '') texts.set(name, value);
    else if (value !== null && value !== undefined) others.push(name);
  }
  const path = texts.get('path');
  texts.delete('path');
  return { path, info: Object.fromEntries(texts), others };
}

/** What a document is called that has no path: after its file, and numbered where that has several. */
export function numberedPath(file: string, number: number, count: number): string {
  const stem = file.replace(/(?<=[^/])\.[A-Za-z0-9]{1,8}$/, '');
  return count === 1 ? `${stem}.txt` : `${stem}-${number}.txt`;
}
