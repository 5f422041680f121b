import * as vscode from 'vscode';
import type { ArticleInfo } from '../../model/article';
import { sha256 } from '../../sidecar/hash';
import { decoded } from '../decoded';
import { codeEncoding } from '../store/encodingName';

/** The text that a sidecar describes, by what the sidecar says of it. */
export type Described = Pick<ArticleInfo, 'sha256' | 'length' | 'encoding'>;

/** More than anybody annotates, or VS Code shows with colours. */
const MOST_BYTES = 64 * 1024 * 1024;
const BOM_BYTES = 3;

/**
 * The hashes, among these texts', of a file's text on disk: mostly none or one. The file is read only where its size
 * fits: a text of n UTF-16 units takes n to 3n bytes.
 */
export async function hashesOf(uri: vscode.Uri, texts: Iterable<Described>): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const stat = await vscode.workspace.fs.stat(uri).then(
    (known) => known,
    () => undefined,
  );
  if (!stat || (stat.type & vscode.FileType.File) === 0 || stat.size > MOST_BYTES) return found;
  const fits = ({ length }: Described): boolean => length <= stat.size && stat.size <= 3 * length + BOM_BYTES;
  // Every empty file has the text of every other.
  const fitting = [...texts].filter((text) => text.length > 0 && fits(text));
  if (fitting.length === 0) return found;
  const bytes = await vscode.workspace.fs.readFile(uri);
  const wanted = new Set(fitting.map((text) => text.sha256));
  for (const encoding of new Set(fitting.map((text) => text.encoding))) {
    const text = await decoded(bytes, encoding === undefined ? { uri } : { encoding: codeEncoding(encoding) });
    const hash = text === undefined ? undefined : await sha256(text);
    if (hash !== undefined && wanted.has(hash)) found.add(hash);
  }
  return found;
}
