import { valueOf, type Attributes, type PlacedAnnotation } from '../../model/annotation';
import { effectiveCodebook, type AttributeDefinition, type Codebook } from '../../model/codebook';
import type { Json } from '../../model/json';
import { joinList, type Cell } from './csv';
import type { ResolvedArticle } from '../resolvedArticle';

/** The attributes of all codebooks, by id, in order, each once; a codebook that is silent has the default ones, and so has
 * an export without a codebook. `appliesTo` limits them to those that apply to one of these. */
export function attributeColumns(codebooks: readonly Codebook[], appliesTo?: readonly string[]): AttributeDefinition[] {
  const found = new Map<string, AttributeDefinition>();
  for (const codebook of codebooks.length > 0 ? codebooks : [undefined]) {
    for (const definition of effectiveCodebook(codebook).attributes) {
      if (appliesTo && !definition.appliesTo.some((type) => appliesTo.includes(type))) continue;
      if (!found.has(definition.id)) found.set(definition.id, definition);
    }
  }
  return [...found.values()];
}

export function attributeHeaders(columns: readonly AttributeDefinition[]): string[] {
  return columns.map(({ id }) => `attr_${id}`);
}

/** An annotation's attributes as cells. Where it has no value of its own, one that applies to actors, sources or articles is
 * taken from the codebook's actor or source that it names, or from its article. */
export function attributeCells(
  columns: readonly AttributeDefinition[],
  annotation: PlacedAnnotation,
  { names, article }: ResolvedArticle,
): Cell[] {
  return columns.map((column) =>
    attributeCell(valueOf(annotation.attributes, column.id) ?? inheritedValue(column, annotation, { names, article })),
  );
}

/** The columns whose cells aren't the annotation's own (see {@link attributeCells}), by header. */
export function inheritedAttributes(
  columns: readonly AttributeDefinition[],
  annotation: PlacedAnnotation,
  { names, article }: ResolvedArticle,
): string[] {
  const inherited = columns.filter(
    (column) =>
      (valueOf(annotation.attributes, column.id) ?? undefined) === undefined &&
      inheritedValue(column, annotation, { names, article }) !== undefined,
  );
  return attributeHeaders(inherited);
}

function inheritedValue(
  { id, appliesTo }: AttributeDefinition,
  { actor, source }: PlacedAnnotation,
  { names, article }: Pick<ResolvedArticle, 'names' | 'article'>,
): Json | undefined {
  const holders: readonly (readonly [string, Attributes | undefined])[] = [
    ['actor', actor === undefined ? undefined : names.actor(actor).item?.attributes],
    ['source', source === undefined ? undefined : names.source(source).item?.attributes],
    ['article', article.info.attributes],
  ];
  return holders
    .map(([type, values]) => (appliesTo.includes(type) ? valueOf(values, id) : undefined))
    .find((value) => value !== undefined);
}

/** A value as a cell shows it. */
export function attributeCell(value: Json | undefined): Cell {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value))
    return joinList(value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))));
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
