import * as vscode from 'vscode';
import { placeTargets } from '../anchoring/placing';
import type { ExportArticle } from '../exchange/format';
import { worstStanding, type PlacedAnnotation } from '../model/annotation';
import type { Codebook } from '../model/codebook';
import { articleText, sidecarName, SIDECAR_SUFFIX, type ArticleInfo } from '../model/article';
import { compareInArticle } from '../corpus/order';
import { sha256 } from '../sidecar/hash';
import { readSidecar } from '../sidecar/read';
import { readIfThere } from './files';
import { articleOf, type Articles } from './store/articles';
import type { Article } from './store/article';
import { unreadable, UserError } from './userError';

/** The annotated articles of a folder, in the order of the workspace. */
export async function annotatedArticles(folder: vscode.WorkspaceFolder): Promise<readonly vscode.Uri[]> {
  const sidecars = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, `**/*${SIDECAR_SUFFIX}`), null);
  const uris = sidecars.map(articleOf);
  return uris.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/**
 * Articles as exporters see them, read one by one: an open one as it is in the editor, another from its files. A sidecar
 * that can't be read, or whose article is gone, ends the export with a {@link UserError} rather than leave it out.
 */
export async function* articlesToExport(
  articles: Articles,
  uris: readonly vscode.Uri[],
  root: vscode.Uri | undefined,
  codebooks: ReadonlyMap<vscode.Uri, Codebook>,
): AsyncIterable<ExportArticle> {
  const open = new Map([...articles.all()].map((article) => [article.key, article]));
  for (const uri of uris) {
    const article = open.get(uri.toString());
    await article?.ready();
    const path = root ? uri.path.slice(root.path.length + 1) : uri.path.slice(uri.path.lastIndexOf('/') + 1);
    yield {
      ...(article ? await fromEditor(article) : await fromDisk(uri)),
      path,
      codebook: codebooks.get(uri),
    };
  }
}

type Content = Omit<ExportArticle, 'path' | 'codebook'>;

async function fromEditor(article: Article): Promise<Content> {
  if (article.problem) throw unreadable(article.problem);
  const { article: info, coding = [] } = await article.snapshot();
  return { text: article.text, info, coding, annotations: article.annotations() };
}

async function fromDisk(uri: vscode.Uri): Promise<Content> {
  const content = await readIfThere(uri);
  const shown = vscode.workspace.asRelativePath(uri);
  if (!content) throw new UserError(vscode.l10n.t('{0} has annotations, but the article itself isn’t there.', shown));
  const text = articleText(await vscode.workspace.decode(content, { uri }));
  const hash = await sha256(text);
  const sidecarUri = vscode.Uri.joinPath(uri, '..', sidecarName(uri.path.slice(uri.path.lastIndexOf('/') + 1)));
  const bytes = await readIfThere(sidecarUri);
  if (!bytes) {
    const info: ArticleInfo = {
      file: uri.path.slice(uri.path.lastIndexOf('/') + 1),
      sha256: hash,
      length: text.length,
    };
    return { text, info, coding: [], annotations: [] };
  }
  const result = readSidecar(bytes);
  if (!result.ok) throw unreadable({ uri: sidecarUri, ...result.problem });
  const { article, coding, annotations } = result.value;
  const places = placeTargets(
    text,
    annotations.map(({ target, text: seen }) => ({ target, current: (seen ?? article.sha256) === hash })),
  );
  const placed = annotations.map((annotation, index): PlacedAnnotation => {
    const target = annotation.target.map((range, n) => {
      const now = places[index]?.[n];
      return now?.standing === 'anchored' ? { ...range, ...now } : { ...range, standing: now?.standing ?? 'uncertain' };
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
