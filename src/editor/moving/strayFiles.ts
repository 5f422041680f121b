import * as vscode from 'vscode';
import { fileNameOf, SIDECAR_SUFFIX } from '../../model/article';
import { parseSidecar } from '../../sidecar/read';
import { fileStamp, readIfThere } from '../files';
import { articleOf } from '../store/articles';
import type { Stray } from './stray';

/** What sidecars without an article were when they were read, by their uris: they are read again only when they changed. */
export type ReadStrays = Map<string, { readonly stamp: string | undefined; readonly stray: Stray | undefined }>;

/** The workspace's sidecars without an article, by their paths. Lists the folders that hold sidecars, and reads nothing
 * but the sidecars that it finds. */
export async function findStrays(known: ReadStrays): Promise<readonly Stray[]> {
  const sidecars = await vscode.workspace.findFiles(`**/*${SIDECAR_SUFFIX}`, null);
  const byFolder = new Map<string, { folder: vscode.Uri; sidecars: vscode.Uri[] }>();
  for (const sidecar of sidecars) {
    const folder = vscode.Uri.joinPath(sidecar, '..');
    const entry = byFolder.get(folder.toString()) ?? { folder, sidecars: [] };
    byFolder.set(folder.toString(), entry);
    entry.sidecars.push(sidecar);
  }
  const found: Stray[] = [];
  const kept: ReadStrays = new Map();
  for (const { folder, sidecars: inFolder } of byFolder.values()) {
    const names = new Set((await entries(folder)).map(([name]) => name));
    for (const sidecar of inFolder) {
      const article = articleOf(sidecar);
      const name = fileNameOf(article.path);
      // A file system may see one name in several spellings, and the search may be older than the folder.
      if (name === '' || names.has(name) || (await fileStamp(article)) !== undefined) continue;
      const stamp = await fileStamp(sidecar);
      if (stamp === undefined) continue;
      const old = known.get(sidecar.toString());
      const entry = old && old.stamp === stamp ? old : { stamp, stray: await read(sidecar, article) };
      kept.set(sidecar.toString(), entry);
      if (entry.stray) found.push(entry.stray);
    }
  }
  known.clear();
  for (const [key, entry] of kept) known.set(key, entry);
  return found.sort((a, b) => (a.sidecar.path < b.sidecar.path ? -1 : 1));
}

async function entries(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  return vscode.workspace.fs.readDirectory(folder).then(
    (list) => list,
    () => [],
  );
}

/** Undefined where the file isn't ours: other tools have files of such names too. */
async function read(sidecar: vscode.Uri, article: vscode.Uri): Promise<Stray | undefined> {
  const bytes = await readIfThere(sidecar).catch(() => undefined);
  const result = bytes && parseSidecar(bytes);
  if (result && !result.ok && result.problem.code === 'not-ours') return undefined;
  if (!result?.ok) return { sidecar, article, says: undefined };
  const { sha256, length, encoding } = result.value.article;
  const annotations = result.value.annotations.length;
  return { sidecar, article, says: { sha256, length, annotations, ...(encoding === undefined ? {} : { encoding }) } };
}
