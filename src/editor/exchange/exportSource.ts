import * as vscode from 'vscode';
import type { Placement } from '../../anchoring/finding/placement';
import { whereItWas } from '../../anchoring/finding/unsought';
import { exportContent, soughtTargets, unannotated, type ExportContent } from '../../exchange/exportArticle';
import type { ExportArticle } from '../../exchange/format';
import type { Codebook } from '../../model/codebook';
import { compareCodeUnits } from '../../model/codeUnits';
import { articleText, fileNameOf, sidecarName, SIDECAR_SUFFIX } from '../../model/article';
import { sha256 } from '../../sidecar/hash';
import { parseSidecar, type ProblemCode } from '../../sidecar/read';
import { readIfThere } from '../files';
import { articleOf } from '../store/articles';
import type { Parts } from '../parts';
import { codeEncoding } from '../store/encodingName';
import type { Finder } from '../store/finder';
import { placedAtOnce } from '../store/finding';
import type { Sought } from '../texts/sought';
import type { Article } from '../store/article';
import { unreadable, UserError } from '../userError';

/** The annotated articles of a folder, in the order of the workspace. */
export async function annotatedArticles(folder: vscode.WorkspaceFolder): Promise<readonly vscode.Uri[]> {
  const sidecars = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, `**/*${SIDECAR_SUFFIX}`), null);
  const uris = sidecars.map(articleOf);
  return uris.sort((a, b) => compareCodeUnits(a.path, b.path));
}

/** How the articles of an export came together. */
export interface Gathering {
  /** What `path` of an article is relative to; undefined for one article alone, which is known by its file's name. */
  readonly root: vscode.Uri | undefined;
  /** Whether they were found by their sidecars' names, which other tools use too: what isn't ours is passed over. */
  readonly found: boolean;
}

/**
 * Articles as exporters see them, read one by one: an open one as it is in the editor, another from its files. A sidecar
 * that can't be read, or whose article is gone, ends the export with a {@link UserError} rather than leave it out.
 */
export async function* articlesToExport(
  { articles, finder }: Pick<Parts, 'articles' | 'finder'>,
  uris: readonly vscode.Uri[],
  { root, found }: Gathering,
  codebooks: ReadonlyMap<vscode.Uri, Codebook>,
): AsyncIterable<ExportArticle> {
  const open = new Map([...articles.all()].map((article) => [article.key, article]));
  for (const uri of uris) {
    const article = open.get(uri.toString());
    await article?.ready();
    // Only what is on disk tells why a sidecar can't be read.
    const readable = article && (!article.problem || article.problem.readOnly);
    const content = readable ? await fromEditor(article) : await fromDisk(uri, finder, found);
    if (content) yield { ...content, path: exportPath(uri, root), codebook: codebooks.get(uri) };
  }
}

function exportPath(uri: vscode.Uri, root: vscode.Uri | undefined): string {
  if (!root) return fileNameOf(uri.path);
  const folder = root.path.endsWith('/') ? root.path : `${root.path}/`;
  // An article of another workspace folder is known with that folder's name.
  return uri.path.startsWith(folder) ? uri.path.slice(folder.length) : vscode.workspace.asRelativePath(uri);
}

/** What is wrong with a JSON file that is none of ours. */
const foreign: ReadonlySet<ProblemCode> = new Set(['not-ours', 'not-an-object']);

async function fromEditor(article: Article): Promise<ExportContent> {
  for (;;) {
    const { text } = article;
    const { article: info, coding = [] } = await article.snapshot();
    const annotations = await article.annotationsWithTexts();
    if (article.text === text) return { text, info, coding, annotations }; // else somebody typed meanwhile
  }
}

/** Undefined where the sidecar is another tool's and may be. */
async function fromDisk(uri: vscode.Uri, finder: Finder, mayBeForeign: boolean): Promise<ExportContent | undefined> {
  const sidecarUri = vscode.Uri.joinPath(uri, '..', sidecarName(fileNameOf(uri.path)));
  const bytes = await readIfThere(sidecarUri);
  const result = bytes && parseSidecar(bytes);
  if (mayBeForeign && result && !result.ok && foreign.has(result.problem.code)) return undefined;
  const content = await readIfThere(uri);
  const shown = vscode.workspace.asRelativePath(uri);
  if (!content) throw new UserError(vscode.l10n.t('{0} has annotations, but the article itself isn’t there.', shown));
  const encoding = result?.ok ? result.value.article.encoding : undefined;
  const known = encoding === undefined ? undefined : codeEncoding(encoding);
  const decoded =
    known === undefined
      ? vscode.workspace.decode(content, { uri })
      : vscode.workspace.decode(content, { encoding: known });
  const text = articleText(await decoded);
  const present = { text, sha256: await sha256(text) };
  if (!result) return unannotated(fileNameOf(uri.path), present);
  if (!result.ok) throw unreadable({ uri: sidecarUri, ...result.problem });
  const encodings = known === undefined ? [] : [known];
  const targets = soughtTargets(result.value);
  return exportContent(result.value, present, await placed({ uri, encodings, ...present, targets }, finder));
}

/** Where targets stand. Whoever gives up waiting for that gets an export that is complete, with what is uncertain marked as such. */
async function placed(sought: Sought, finder: Finder): Promise<readonly (readonly Placement[])[]> {
  const { targets, text, sha256: hash } = sought;
  const known = targets.map((target) => placedAtOnce(target, text, hash));
  const rest = targets.filter((_, index) => !known[index]);
  const found = rest.length > 0 ? await finder.find({ ...sought, targets: rest }) : [];
  let next = 0;
  return targets.map((target, index) => known[index] ?? found?.[next++] ?? whereItWas(target, text));
}
