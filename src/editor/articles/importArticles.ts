import * as vscode from 'vscode';
import { articleName } from '../../exchange/articles/articleName';
import { readArticle } from '../../exchange/articles/readArticle';
import type { ImportedArticle, ImportedInfo } from '../../exchange/imported';
import { planImport, type ImportPlan } from '../../exchange/importing/planning';
import { InputError } from '../../exchange/inputError';
import { Losses } from '../../exchange/losses';
import { fileNameOf } from '../../model/article';
import { articlesAround } from '../articleFiles';
import type { Arguments } from '../commands/arguments';
import { applyImport } from '../exchange/applyingImport';
import { usualTarget } from '../exchange/importing';
import { isStop, stoppable } from '../exchange/stopping';
import { workspaceLibrary } from '../exchange/workspaceLibrary';
import type { Parts } from '../parts';
import { slowWork, type Work } from '../slowWork';
import { reason } from '../store/fileErrors';
import { UserError } from '../userError';
import { articleSources, type ArticleSource } from './articleSources';
import { showArticles, type Brought } from './articlesReport';
import { nearDuplicatesOf, type ArticleText, type Compared } from './nearDuplicatesOf';

/** Makes articles of web pages, documents and texts: those that the arguments name, or else those that the person chooses. Gives the
 * articles, those too that were here already; undefined where the person chose nothing or cancelled. */
export async function importArticles(
  parts: Parts,
  args: Arguments | undefined,
): Promise<readonly vscode.Uri[] | undefined> {
  args?.only('sources', 'target');
  const uris = args ? args.uris('sources') : await askSources();
  if (!uris) {
    if (args) throw new UserError(vscode.l10n.t('The argument “{0}” is missing.', 'sources'));
    return undefined;
  }
  return bringIn(parts, await articleSources(uris), args?.uri('target') ?? usualTarget());
}

async function askSources(): Promise<readonly vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    ...{ canSelectFiles: true, canSelectFolders: true, canSelectMany: true },
    title: vscode.l10n.t('Web pages, Word, PDF, EPUB or text files, or folders of them'),
    openLabel: vscode.l10n.t('Import'),
    defaultUri: usualTarget(),
  });
}

/** Reads the files, and writes what is new into the folder `target`. */
export async function bringIn(
  parts: Parts,
  sources: readonly ArticleSource[],
  target: vscode.Uri,
): Promise<readonly vscode.Uri[] | undefined> {
  if (sources.length === 0) throw new UserError(vscode.l10n.t('There are no web pages, documents or texts in there.'));
  const done = await slowWork(vscode.l10n.t('Importing articles'), (work) =>
    stoppable(work, async (progress) => {
      const { plan, brought } = await reading(parts, sources, target, progress);
      const label = vscode.l10n.t('articles');
      const { articles } = await applyImport(parts, { label, target }, plan, progress);
      return { plan, brought, articles };
    }),
  );
  if (!done) return undefined;
  const { plan, brought, articles } = done;
  const compared = await slowWork(vscode.l10n.t('Looking for near-duplicates'), (work) =>
    comparing(parts, articles, plan, target, work),
  );
  showArticles(parts, brought, plan.report, articles, compared);
  return articles;
}

/** The near-duplicates of what was brought in, among itself and among what else is in the workspace folder.
 * @param articles those of the plan, in its order */
async function comparing(
  parts: Parts,
  articles: readonly vscode.Uri[],
  plan: ImportPlan,
  target: vscode.Uri,
  work: Work,
): Promise<Compared | undefined> {
  if (articles.length === 0) return { pairs: [], leftOut: 0 };
  const texts = [...plan.articles, ...plan.same].map(({ text }) => text);
  const brought = articles.map((uri, n): ArticleText => ({ uri, text: texts[n] ?? '' }));
  const known = new Set(articles.map(String));
  const others = (await articlesAround(parts, target)).filter(({ uri }) => !known.has(uri));
  return nearDuplicatesOf(others, work, brought);
}

interface Reading {
  readonly plan: ImportPlan;
  readonly brought: readonly Brought[];
}

async function reading(
  parts: Parts,
  sources: readonly ArticleSource[],
  target: vscode.Uri,
  progress: (message: string) => void,
): Promise<Reading> {
  const libraries = parts.articleLibraries;
  const articles: ImportedArticle[] = [];
  const brought: Brought[] = [];
  for (const [n, { path, bytes }] of sources.entries()) {
    progress(vscode.l10n.t('{0} of {1}: {2}', n + 1, sources.length, path));
    try {
      const { text, info, notes } = await readArticle(await bytes(), fileNameOf(path), { progress, libraries });
      articles.push({ key: path, path: placeOf(path, info), text, info, annotations: [] });
      brought.push({ path, notes });
    } catch (error) {
      if (isStop(error)) throw error;
      brought.push({ path, notes: [], problem: error instanceof InputError ? error.problem : reason(error) });
    }
  }
  const library = await workspaceLibrary(parts, target, progress);
  const plan = await planImport({ articles }, 'articles', library, { losses: new Losses(), progress });
  return { plan, brought: brought.map((one) => withArticle(one, plan.paths.get(one.path))) };
}

function withArticle(brought: Brought, article: string | undefined): Brought {
  return article === undefined ? brought : { ...brought, article };
}

/** Where a new article goes: in the folder that its file was in, under a name of its own; a plain text keeps the file's. */
function placeOf(path: string, info: ImportedInfo): string {
  const name = fileNameOf(path);
  const isText = /\.(?:txt|md|markdown)$/i.test(name);
  return path.slice(0, path.length - name.length) + (isText ? name : articleName(info, name, new Set()));
}
