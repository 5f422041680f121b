import * as vscode from 'vscode';
import { codingStatuses, metadataFields } from '../../model/article';
import { contains, type Range } from '../../model/range';
import { isSame } from '../../sidecar/threeWay';
import { boilerplate, paragraphAt } from '../../suggest/structure';
import type { Parts } from '../parts';
import { askExclusions } from '../pickers/exclusionPicker';
import { askMetadata } from '../pickers/metadataPicker';
import { askStatus } from '../pickers/statusPicker';
import type { Article } from '../store/article';
import { StepDraft } from '../store/stepDraft';
import { UserError } from '../userError';
import type { Arguments } from './arguments';
import { changedAttributes } from './claimFields';
import { withValues } from './withValues';
import { articleOf, editorOf, targetsOf, type Grow } from './target';

/** Marks boilerplate: the arguments' or the selections'. With nothing selected, what looks like boilerplate is proposed to
 * a person; with an argument object it is what the cursor stands in, or else the paragraph. */
export async function exclude(parts: Parts, args: Arguments | undefined): Promise<boolean> {
  args?.only('article', 'range', 'ranges');
  const article = await articleOf(parts.articles, args);
  article.assertWritable();
  const selected = editorOf(article)?.selections.some((selection) => !selection.isEmpty) ?? false;
  const proposals = args || selected ? [] : boilerplate(article.text).filter((range) => !isExcluded(article, range));
  const ranges =
    proposals.length > 0
      ? await askExclusions(article, proposals)
      : targetsOf(article, args, boilerplateAt(article)).flat();
  if (!ranges) return false;
  const more = ranges.filter((range) => !isExcluded(article, range)).map((range) => article.spot([range]));
  const draft = new StepDraft();
  if (more.length > 0) draft.setExcluded(article, [...article.excluded, ...more]);
  const step = draft.step(vscode.l10n.t('Exclude as boilerplate'));
  if (step) await parts.steps.apply(step);
  return true;
}

function boilerplateAt({ text }: Article): Grow {
  const known = boilerplate(text);
  return (offset) =>
    known.find((range) => contains(range, { start: offset, end: offset })) ?? paragraphAt(text, offset);
}

function isExcluded(article: Article, range: Range): boolean {
  return article.excluded.some(({ place }) => place.ranges.some((other) => contains(other, range)));
}

/** Takes back the exclusion of what the selection touches. */
export async function include(parts: Parts, args: Arguments | undefined): Promise<boolean> {
  args?.only('article', 'range', 'ranges');
  const article = await articleOf(parts.articles, args);
  article.assertWritable();
  const ranges = targetsOf(article, args, (offset) => ({ start: offset, end: offset + 1 })).flat();
  const rest = article.excluded.filter(
    ({ place }) =>
      !place.ranges.some((range) => ranges.some(({ start, end }) => start < range.end && range.start < end)),
  );
  if (rest.length === article.excluded.length) throw new UserError(vscode.l10n.t('Nothing is excluded here.'));
  const draft = new StepDraft();
  draft.setExcluded(article, rest);
  const step = draft.step(vscode.l10n.t('Include again'));
  if (step) await parts.steps.apply(step);
  return true;
}

/** One entry a creator. */
export async function setCodingStatus(parts: Parts, args: Arguments | undefined): Promise<boolean> {
  args?.only('article', 'status', 'note');
  const article = await articleOf(parts.articles, args);
  article.assertWritable();
  const creator = await parts.creator.name();
  const status = args ? args.choice('status', codingStatuses) : await askStatus(article, creator);
  if (!status) {
    if (args) throw new UserError(vscode.l10n.t('Give a status, one of: {0}.', codingStatuses.join(', ')));
    return false;
  }
  const old = article.coding.find((coding) => coding.creator === creator);
  const note = args?.text('note');
  const coding = withValues({
    ...old,
    creator,
    status,
    date: new Date().toISOString().slice(0, 10),
    note: note === undefined ? old?.note : note,
  });
  const draft = new StepDraft();
  draft.setCoding(article, [...article.coding.filter((other) => other !== old), coding]);
  const step = draft.step(vscode.l10n.t('Set status: {0}', status));
  if (step) await parts.steps.apply(step);
  return true;
}

/** A field that is null is removed, and so is an attribute. */
export async function editArticleMetadata(parts: Parts, args: Arguments | undefined): Promise<boolean> {
  args?.only('article', ...metadataFields, 'attributes');
  const article = await articleOf(parts.articles, args);
  article.assertWritable();
  const changes = args ?? (await askMetadata(article));
  if (!changes) return false;
  const given: { [name in (typeof metadataFields)[number]]?: string | null } = {};
  for (const name of metadataFields) {
    const value = name === 'date' ? changes.date(name) : name === 'url' ? changes.url(name) : changes.text(name);
    if (value !== undefined) given[name] = value;
  }
  const codebook = await parts.codebooks.of(article.uri);
  const present = article.metadata.attributes;
  const attributes = changedAttributes(changes.attributes('attributes'), present, 'article', codebook);
  const after = withValues({ ...article.metadata, ...given, ...(attributes === undefined ? {} : { attributes }) });
  if (isSame(article.metadata, after)) return true;
  const draft = new StepDraft();
  draft.setMetadata(article, after);
  const step = draft.step(vscode.l10n.t('Edit article metadata'));
  if (step) await parts.steps.apply(step);
  return true;
}
