import * as vscode from 'vscode';
import type { ImportPlan, PlannedArticle, PlannedCodebook } from '../../exchange/importing/planning';
import { codebookLists, type CodebookList } from '../../model/codebook';
import type { Annotation } from '../../model/annotation';
import type { Sidecar } from '../../model/article';
import { isSame } from '../../sidecar/threeWay';
import type { Parts } from '../parts';
import type { Article } from '../store/article';
import type { ArticleFields, CodebookItem, Spot, Step } from '../store/step';
import { StepDraft } from '../store/stepDraft';
import { UserError } from '../userError';
import { writeFile } from './exportFiles';

/** An import that was done. */
export interface AppliedImport {
  /** All that it concerns: those that changed, then those that had all of it. */
  readonly articles: readonly vscode.Uri[];
  /** Undefined where nothing changed but new texts. */
  readonly step: Step | undefined;
}

/** Does what was planned: writes the texts of new articles, then all else in one step with a journal. Where the step can't be done,
 * the new texts are taken away again.
 * @param progress is told how far it is until the step begins; throws where the person cancelled: nothing is imported then */
export async function applyImport(
  parts: Parts,
  { label, target }: { readonly label: string; readonly target: vscode.Uri },
  { articles, codebooks, same }: ImportPlan,
  progress: (message: string) => void,
): Promise<AppliedImport> {
  const written: vscode.Uri[] = [];
  const uris: vscode.Uri[] = [];
  let step: Step | undefined;
  try {
    for (const [n, { held, path, text }] of articles.entries()) {
      progress(vscode.l10n.t('writing {0} of {1}: {2}', n + 1, articles.length, path));
      const uri = held ? vscode.Uri.parse(held.key, true) : vscode.Uri.joinPath(target, path);
      uris.push(uri);
      if (held) continue;
      await writeFile(uri, new TextEncoder().encode(text));
      written.push(uri);
    }
    const draft = new StepDraft();
    for (const codebook of codebooks) draftCodebook(draft, parts, codebook);
    const doubtful: Article[] = [];
    for (const [n, planned] of articles.entries()) {
      if (isTextAlone(planned)) continue;
      progress(vscode.l10n.t('filling in {0} of {1}: {2}', n + 1, articles.length, planned.path));
      const uri = uris[n];
      const article = uri && (await parts.articles.get(uri));
      if (article && (await draftArticle(draft, article, planned))) doubtful.push(article);
    }
    step = draft.bulkStep(vscode.l10n.t('Import {0}', label));
    if (step) await parts.steps.apply(step);
    for (const article of doubtful) await article.findAgain();
  } catch (error) {
    for (const uri of written) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
    throw error;
  }
  return { articles: [...uris, ...same.map(({ key }) => vscode.Uri.parse(key, true))], step };
}

function draftCodebook(draft: StepDraft, parts: Parts, { held, codebook }: PlannedCodebook): void {
  const file = parts.codebooks.at(held.key);
  const now = file.exists ? file.content : undefined;
  if (!isSame(now, held.content)) throw changedMeanwhile(file.uri);
  const changes = codebookLists.flatMap((list: CodebookList) => {
    const items: readonly CodebookItem[] = codebook[list] ?? [];
    const before: readonly CodebookItem[] = now?.[list] ?? [];
    const changed = items.filter(
      (item) =>
        !isSame(
          item,
          before.find(({ id }) => id === item.id),
        ),
    );
    return changed.map((after) => ({ list, id: after.id, after }));
  });
  draft.changeItems(file, changes);
}

/** Whether it is a new article of which nothing else is known: opening it would take long for nothing. */
function isTextAlone({ held, sidecar: { article, annotations, coding = [] } }: PlannedArticle): boolean {
  const { file: _, sha256: __, length: ___, ...fields } = article;
  return !held && annotations.length + coding.length + Object.keys(fields).length === 0;
}

/** Whether places of it are in doubt. */
async function draftArticle(draft: StepDraft, article: Article, { held, sidecar }: PlannedArticle): Promise<boolean> {
  article.assertWritable();
  const before = held ? await article.snapshot() : undefined;
  if (held && !isSame(before, held.sidecar)) throw changedMeanwhile(article.uri);
  const known = new Map(before?.annotations.map((annotation) => [annotation.id, annotation]));
  let hasDoubts = false;
  for (const annotation of sidecar.annotations) {
    if (isSame(known.get(annotation.id), annotation)) continue;
    const { target: _, text, ...fields } = annotation;
    // An import leaves the place of what is here as it is.
    const spot = article.entry(annotation.id)?.spot ?? spotOf(article, annotation);
    draft.setEntry(article, annotation.id, { fields, spot });
    hasDoubts ||= text !== undefined;
  }
  draftAbout(draft, article, sidecar, before);
  return hasDoubts;
}

function spotOf(article: Article, { target, text }: Annotation): Spot {
  return text === undefined ? article.spot(target) : article.doubtfulSpot(target, text);
}

/** Metadata, coding and boilerplate. */
function draftAbout(draft: StepDraft, article: Article, sidecar: Sidecar, before: Sidecar | undefined): void {
  const { file: _, sha256: __, length: ___, excluded = [], ...fields } = sidecar.article;
  const after: ArticleFields = fields;
  if (!isSame(article.metadata, after)) draft.setMetadata(article, after);
  if (!isSame(before?.coding ?? [], sidecar.coding ?? [])) draft.setCoding(article, sidecar.coding ?? []);
  const known = before?.article.excluded ?? [];
  const more = excluded.filter(({ start, end }) => !known.some((one) => one.start === start && one.end === end));
  if (more.length > 0) draft.setExcluded(article, [...article.excluded, ...more.map((one) => article.spot([one]))]);
}

function changedMeanwhile(uri: vscode.Uri): UserError {
  const shown = vscode.workspace.asRelativePath(uri);
  return new UserError(vscode.l10n.t('{0} was changed meanwhile. Nothing was imported; import once more.', shown));
}
