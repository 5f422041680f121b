import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { CODEBOOK_FILE, SIDECAR_SUFFIX } from '../model/article';
import { compareCodeUnits } from '../model/codeUnits';
import { Failure, printable } from './command';
import { gitRoot, NearestCodebook } from './nearestCodebook';
import { filesUnder, isCalledSidecar } from './walk';

/** An article that was named, or of which a sidecar was found. */
export interface ArticleFile {
  /** As it is opened, and as messages show it. */
  readonly file: string;
  /** Relative to the root of what is read, with `/`; of one article alone, its file name. */
  readonly path: string;
  /** The real path of its folder. */
  readonly folder: string;
  /** Where it was found by its sidecar's name, the folder (a real path) that was searched: a link out of that isn't followed, and a
   * file that another tool calls so is passed over. Undefined where it was named itself. */
  readonly foundIn: string | undefined;
  readonly codebooks: NearestCodebook;
}

/** What of a place that is named is meant. */
export const scopes = ['article', 'workspace'] as const;
export type Scope = (typeof scopes)[number];

/** The articles that places mean: an article, or its sidecar, itself; a folder all that are annotated in it. With the scope
 * `workspace`, all that are annotated in the workspace of each: the folder with `.git` around it, else with a codebook, else
 * the folder itself. In the workspace's order, each once. Throws a {@link Failure} where there is none. */
export async function articleFiles(places: readonly string[], scope: Scope): Promise<readonly ArticleFile[]> {
  const starts = scope === 'article' ? places : [...new Set(await Promise.all(places.map(workspaceOf)))];
  const found = new Map<string, Omit<ArticleFile, 'path'>>();
  const roots: string[] = [];
  for (const start of starts) {
    const isFolder = await isFolderThere(start);
    roots.push(path.resolve(isFolder ? start : path.dirname(start)));
    const real = await realpath(isFolder ? start : path.dirname(start));
    const codebooks = await NearestCodebook.within(real);
    for await (const file of isFolder ? filesUnder(start, isCalledSidecar) : [start]) {
      const article = file.endsWith(SIDECAR_SUFFIX) ? file.slice(0, -SIDECAR_SUFFIX.length) : file;
      const folder = await realpath(path.dirname(article));
      const key = path.join(folder, path.basename(article));
      const foundIn = isFolder ? real : undefined;
      if (!isFolder || !found.has(key)) found.set(key, { file: article, folder, foundIn, codebooks });
    }
  }
  if (found.size === 0) throw new Failure(`There is no annotated article in ${places.map(printable).join(', ')}.`);
  const root = found.size === 1 && roots.length === 1 && ![...found.values()][0]?.foundIn ? undefined : common(roots);
  const all = [...found.values()].map((one) => ({ ...one, path: relative(one.file, root) }));
  return all.sort((a, b) => compareCodeUnits(a.path, b.path));
}

/** Throws a {@link Failure} where there is neither a folder nor an article. */
async function isFolderThere(place: string): Promise<boolean> {
  const shown = printable(place);
  if (path.basename(place) === CODEBOOK_FILE) throw new Failure(`${shown} is a codebook: name articles, or folders.`);
  const found = await stat(place).catch(() => undefined);
  if (found) return found.isDirectory();
  throw new Failure(`There is no file or folder ${shown}.`);
}

async function workspaceOf(place: string): Promise<string> {
  const folder = path.resolve((await isFolderThere(place)) ? place : path.dirname(place));
  const real = await realpath(folder);
  const git = await gitRoot(real);
  if (git !== undefined) return git;
  const codebook = await new NearestCodebook(path.parse(real).root).of(real);
  return codebook === undefined ? folder : path.dirname(codebook);
}

/** The innermost folder that is around all of these. */
function common(folders: readonly string[]): string {
  const parts = folders.map((folder) => folder.split(path.sep));
  const [first = []] = parts;
  const differs = first.findIndex((name, i) => parts.some((other) => other[i] !== name));
  return differs < 0 ? first.join(path.sep) : first.slice(0, differs).join(path.sep);
}

function relative(file: string, root: string | undefined): string {
  if (root === undefined) return path.basename(file);
  return path
    .relative(root === '' ? path.sep : root, path.resolve(file))
    .split(path.sep)
    .join('/');
}
