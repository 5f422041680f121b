import type { Codebook } from '../../../model/codebook';
import type { ArticleInfo, Coding } from '../../../model/article';
import type { Json, JsonObject } from '../../../model/json';
import { leadsNowhere } from '../../../model/links';
import { checkShape } from '../../../sidecar/check';
import { fieldName } from '../../../sidecar/read';
import { annotationShape, codebookShape, sidecarShape, type Shape } from '../../../sidecar/shapes';
import type { ImportedAnnotation, ImportedRange } from '../../imported';
import { InputError, type InputPlace } from '../../inputError';
import { fieldOf, isObject } from '../../reading/json';
import type { Positions } from './vocabulary';

/** What a file of ours says beyond the standard. */
export interface OwnExport {
  readonly positions: Positions;
  readonly codebooks: readonly Codebook[];
}

/** An article's metadata, as `policyArticle` has it. */
export interface OwnArticle {
  readonly path: string;
  readonly info: ArticleInfo;
  readonly coding: readonly Coding[];
}

/** What our writer said of the whole file; undefined where the file is another's. Throws an {@link InputError}. */
export function ownExport(root: Json, path: string): OwnExport | undefined {
  const own = isObject(root) ? fieldOf(root, 'policyExport') : undefined;
  if (!isObject(own)) return undefined;
  const place = { path, at: 'policyExport' };
  if (fieldOf(own, 'version') !== 1) throw new InputError('The file is of a newer version', place);
  const codebooks = fieldOf(own, 'codebooks') ?? [];
  if (!Array.isArray(codebooks)) throw new InputError('“codebooks” must be a list', place);
  for (const codebook of codebooks) check(codebook, codebookShape, place);
  return {
    positions: fieldOf(own, 'positions') === 'utf-16' ? 'utf-16' : 'code-points',
    codebooks: codebooks as readonly Codebook[],
  };
}

/** An article of ours. Throws an {@link InputError}. */
export function ownArticle(about: Json | undefined, place: InputPlace): OwnArticle | undefined {
  if (about === undefined) return undefined;
  const [path, info, coding = []] = isObject(about)
    ? ['path', 'info', 'coding'].map((name) => fieldOf(about, name))
    : [];
  if (typeof path !== 'string') throw new InputError('The article has no path', place);
  check({ format: 'policy-annotations', version: 1, article: info, coding, annotations: [] }, sidecarShape, place);
  return { path, info: info as unknown as ArticleInfo, coding: coding as unknown as readonly Coding[] };
}

/** The fields of an annotation of ours, with its article's path; undefined where it is another's. What the standard has its own place for
 * (target, creator, times) is given by `standard`. Throws an {@link InputError}. */
export function ownAnnotation(
  item: JsonObject,
  standard: { readonly target: readonly ImportedRange[] } & Readonly<Record<string, unknown>>,
  place: InputPlace,
): { readonly article: string; readonly annotation: ImportedAnnotation } | undefined {
  const own = fieldOf(item, 'policy');
  if (!isObject(own)) return undefined;
  const [article, fields] = [fieldOf(own, 'article'), fieldOf(own, 'fields')];
  if (typeof article !== 'string' || !isObject(fields)) throw new InputError('“policy” isn’t as we write it', place);
  const { id, type, ...others } = fields as unknown as ImportedAnnotation;
  const annotation = { id, isOurs: true as const, type, ...standard, ...others, target: standard.target };
  const target = annotation.target.map((range) => ({ exact: '', prefix: '', suffix: '', ...range }));
  check({ ...annotation, target }, annotationShape, place);
  if (annotation.links?.some(leadsNowhere)) throw new InputError('links: one leads to nothing', place);
  return { article, annotation };
}

function check(value: unknown, shape: Shape, place: InputPlace): void {
  const issue = checkShape(value, shape);
  if (issue) throw new InputError(`${fieldName(issue.path)} ${issue.message}`.trim(), place);
}
