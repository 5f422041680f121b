import * as vscode from 'vscode';
import { contains, overlaps } from '../../model/range';
import { isSame } from '../../sidecar/threeWay';
import type { Arguments } from '../commands/arguments';
import { changedFields, editable } from '../commands/editing';
import { modified, withChanges } from '../commands/modified';
import { workplaceOf } from '../commands/tagging';
import { articleOf, editorOf } from '../commands/target';
import type { Parts } from '../parts';
import { askChanges } from '../pickers/annotationEditor';
import { pickMany } from '../pickers/pickMany';
import { placesOf } from '../places';
import { StepDraft } from '../store/stepDraft';
import { UserError } from '../userError';
import { annotationsGiven, type Marked } from './annotationList';
import { annotationGroups } from './annotationRows';

/** Changes the same fields of many annotations as one step; gives how many changed, undefined where the person gave it up. */
export async function recode(parts: Parts, args: Arguments | undefined): Promise<number | undefined> {
  args?.only('annotations', ...editable);
  if (!args) return recodeByAsking(parts, await selected(parts));
  if (!editable.some((field) => args.has(field))) {
    throw new UserError(vscode.l10n.t('Say what to change: {0}.', editable.join(', ')));
  }
  if (!args.has('annotations')) throw new UserError(vscode.l10n.t('The argument “{0}” is missing.', 'annotations'));
  const marked = await annotationsGiven(parts, args);
  return marked && apply(parts, marked, args);
}

/** Recodes annotations that are chosen elsewhere: asks what to change, then shows all of them, to strike some. */
export async function recodeByAsking(parts: Parts, marked: readonly Marked[]): Promise<number | undefined> {
  const [first] = marked;
  if (!first) throw new UserError(vscode.l10n.t('There is no annotation in the selection.'));
  const { codebook } = await workplaceOf(parts, first.article);
  const changes = await askChanges(first.article, codebook, first.entry, marked.length);
  return changes && recodeShown(parts, marked, changes);
}

/** Recodes annotations once they were shown, to strike some. */
export async function recodeShown(
  parts: Parts,
  marked: readonly Marked[],
  changes: Arguments,
): Promise<number | undefined> {
  const articles = new Set(marked.map(({ article }) => article));
  const groups = [...articles].map((article) => {
    const ids = new Set(marked.flatMap((one) => (one.article === article ? [one.entry.fields.id] : [])));
    return { article, annotations: article.shown().filter(({ id }) => ids.has(id)) };
  });
  const [first] = articles;
  if (!first) return undefined;
  const { lists } = (await workplaceOf(parts, first)).codebook;
  const chosen = await pickMany<Marked>({
    title: vscode.l10n.t('Change these?'),
    placeholder: vscode.l10n.t('Strike what stays as it is; Enter changes the others'),
    groups: annotationGroups(groups, lists, markedOf, true),
  });
  return chosen && apply(parts, chosen, changes);
}

function markedOf(article: Marked['article'], { id }: { readonly id: string }): Marked {
  const entry = article.entry(id);
  if (!entry) throw new RangeError(`${article.fileName} has no annotation ${id}`);
  return { article, entry };
}

async function apply(parts: Parts, marked: readonly Marked[], args: Arguments): Promise<number> {
  const draft = new StepDraft();
  let changed = 0;
  for (const { article, entry } of marked) {
    const { codebook } = await workplaceOf(parts, article);
    const changes = changedFields(args, article, codebook, entry.fields);
    if (isSame(entry.fields, withChanges(entry.fields, changes))) continue;
    draft.setEntry(article, entry.fields.id, { ...entry, fields: modified(entry.fields, changes) });
    changed++;
  }
  const step = draft.bulkStep(vscode.l10n.t('Recode {0} annotations', changed));
  if (step) await parts.steps.apply(step);
  return changed;
}

/** The annotations in the selections of the active editor, at the cursor where nothing is selected. */
async function selected(parts: Parts): Promise<readonly Marked[]> {
  const article = await articleOf(parts.articles, undefined);
  const ranges = (editorOf(article)?.selections ?? []).map(({ start, end }) => ({
    start: article.offsetAt(start),
    end: article.offsetAt(end),
  }));
  return article.shown().flatMap((annotation) => {
    const isIn = placesOf(article, annotation).some((place) =>
      ranges.some((range) => (range.start === range.end ? contains(place, range) : overlaps(place, range))),
    );
    return isIn ? [markedOf(article, annotation)] : [];
  });
}
