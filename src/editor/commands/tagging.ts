import type { Range } from '../../model/range';
import { withoutAnnotations } from '../../model/references';
import { newId } from '../../sidecar/ids';
import type { Article } from '../store/article';
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

/** Adds a new annotation to the draft and gives its id. */
export function annotate(
  draft: StepDraft,
  { article, creator }: Workplace,
  ranges: readonly Range[],
  fields: Omit<Fields, 'id' | 'creator' | 'created'>,
): string {
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

type Valueless = null | undefined;

/** The fields of `F` that always have a value, and the others as optional ones. */
export type WithValues<F> = {
  [K in keyof F as Extract<F[K], Valueless> extends never ? K : never]: F[K];
} & { [K in keyof F]?: Exclude<F[K], Valueless> };

/** The object without the fields that are undefined or null: what has no value is left out of a sidecar. */
export function withValues<F extends object>(fields: F): WithValues<F> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries) as WithValues<F>;
}
