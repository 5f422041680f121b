import * as vscode from 'vscode';
import type { Range } from '../../model/range';
import { withoutAnnotations } from '../../model/references';
import { newId } from '../../sidecar/ids';
import type { Article } from '../store/article';
import { hidden } from './chosenAnnotation';
import type { CodebookFile } from '../store/codebookFile';
import type { StepDraft } from '../store/stepDraft';
import type { Fields } from '../store/step';
import type { Parts } from '../parts';

/** An article and the codebook that counts for it, both readable, so that something can be changed. */
export interface Workplace {
  readonly article: Article;
  readonly codebook: CodebookFile;
  /** Who annotates. */
  readonly creator: string;
}

/** Throws a UserError where the sidecar or the codebook can't be read. */
export async function workplaceOf(parts: Parts, article: Article): Promise<Workplace> {
  const codebook = await parts.codebooks.of(article.uri);
  article.assertWritable();
  codebook.assertWritable();
  return { article, codebook, creator: await parts.creator.name() };
}

/** The sidecar's time: ISO 8601 in UTC, whole seconds. */
export function now(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Adds a new annotation to the draft and gives its id. Throws a {@link UserError} where nobody would see it. */
export function annotate(
  draft: StepDraft,
  { article, creator }: Workplace,
  ranges: readonly Range[],
  fields: Omit<Fields, 'id' | 'creator' | 'created'>,
): string {
  if (!article.shows({ creator }))
    throw hidden(vscode.l10n.t('Your own annotations are hidden, so that you wouldn’t see what you mark.'));
  const id = newId();
  draft.setEntry(article, id, { fields: { ...fields, id, creator, created: now() }, spot: article.spot(ranges) });
  return id;
}

/** Removes annotations. Links to a mention keep their actor; links that had only what is removed go with it. */
export function removeAnnotations(draft: StepDraft, article: Article, ids: ReadonlySet<string>): void {
  for (const id of ids) draft.setEntry(article, id, undefined);
  for (const { id } of article.annotations()) {
    const entry = draft.entry(article, id);
    const fields = entry && withoutAnnotations(entry.fields, ids);
    if (entry && fields && fields !== entry.fields) {
      draft.setEntry(article, id, { ...entry, fields: { ...fields, modified: now() } });
    }
  }
}
