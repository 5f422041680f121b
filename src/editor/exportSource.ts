import * as vscode from 'vscode';
import { completed } from '../anchoring/slices';
import type { ExportArticle } from '../exchange/format';
import { worstStanding, type PlacedAnnotation } from '../model/annotation';
import type { Codebook } from '../model/codebook';
import { compareCodeUnits } from '../model/codeUnits';
import { articleText, sidecarName, SIDECAR_SUFFIX, type ArticleInfo } from '../model/article';
import { compareInArticle } from '../corpus/order';
import { sha256 } from '../sidecar/hash';
import { readSidecar, type ProblemCode } from '../sidecar/read';
import { readIfThere } from './files';
import { articleOf, type Articles } from './store/articles';
import { find } from './store/finding';
import { codeEncoding } from './store/encodingName';
import type { Article } from './store/article';
import { unreadable, UserError } from './userError';

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
  articles: Articles,
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
    const content = readable ? await fromEditor(article) : await fromDisk(uri, found);
    if (content) yield { ...content, path: exportPath(uri, root), codebook: codebooks.get(uri) };
  }
}

function exportPath(uri: vscode.Uri, root: vscode.Uri | undefined): string {
  if (!root) return fileName(uri);
  const folder = root.path.endsWith('/') ? root.path : `${root.path}/`;
  // An article of another workspace folder is known with that folder's name.
  return uri.path.startsWith(folder) ? uri.path.slice(folder.length) : vscode.workspace.asRelativePath(uri);
}

function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

type Content = Omit<ExportArticle, 'path' | 'codebook'>;

/** What is wrong with a JSON file that is none of ours. */
const foreign: ReadonlySet<ProblemCode> = new Set(['not-ours', 'not-an-object']);

async function fromEditor(article: Article): Promise<Content> {
  const { article: info, coding = [] } = await article.snapshot();
  return { text: article.text, info, coding, annotations: article.annotations() };
}

/** Undefined where the sidecar is another tool's and may be. */
async function fromDisk(uri: vscode.Uri, mayBeForeign: boolean): Promise<Content | undefined> {
  const sidecarUri = vscode.Uri.joinPath(uri, '..', sidecarName(fileName(uri)));
  const bytes = await readIfThere(sidecarUri);
  const result = bytes && readSidecar(bytes);
  if (mayBeForeign && result && !result.ok && foreign.has(result.problem.code)) return undefined;
  const content = await readIfThere(uri);
  const shown = vscode.workspace.asRelativePath(uri);
  if (!content) throw new UserError(vscode.l10n.t('{0} has annotations, but the article itself isn’t there.', shown));
  const encoding = result?.ok ? result.value.article.encoding : undefined;
  const decoded =
    encoding === undefined
      ? vscode.workspace.decode(content, { uri })
      : vscode.workspace.decode(content, { encoding: codeEncoding(encoding) });
  const text = articleText(await decoded);
  const hash = await sha256(text);
  if (!result) {
    const info: ArticleInfo = { file: fileName(uri), sha256: hash, length: text.length };
    return { text, info, coding: [], annotations: [] };
  }
  if (!result.ok) throw unreadable({ uri: sidecarUri, ...result.problem });
  const { article, coding, annotations } = result.value;
  const targets = annotations.map(({ target, text: seen, orphaned }) => {
    return { target, sha256: seen ?? article.sha256, orphaned };
  });
  const places = completed(find({ text, sha256: hash, targets }));
  const placed = annotations.map((annotation, index): PlacedAnnotation => {
    const target = annotation.target.map((range, n) => {
      const now = places[index]?.[n];
      if (now?.standing !== 'anchored') return { ...range, standing: now?.standing ?? 'uncertain' };
      return { ...range, start: now.start, end: now.end, standing: now.standing };
    });
    return { ...annotation, target, standing: worstStanding(target.map(({ standing }) => standing)) };
  });
  placed.sort((a, b) => compareInArticle(first(a), first(b)));
  return { text, info: article, coding: coding ?? [], annotations: placed };
}

function first({ id, target }: PlacedAnnotation): { id: string; start: number; end: number } {
  const { start, end } = target[0] ?? { start: 0, end: 0 };
  return { id, start, end };
}
