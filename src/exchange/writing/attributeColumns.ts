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
  return columns.map(({ id }) => attributeHeader(id));
}

function attributeHeader(id: string): string {
  return `attr_${id}`;
}

/** An annotation's attributes as cells. Where it has no value of its own, one that applies to actors, sources or articles is
 * taken from the codebook's actor or source that it names, or from its article.
 * @param inherited told the header of each column whose value is taken so */
export function attributeCells(
  columns: readonly AttributeDefinition[],
  annotation: PlacedAnnotation,
  { names, article }: ResolvedArticle,
  inherited: (header: string) => void = () => undefined,
): Cell[] {
  const { actor, source, attributes } = annotation;
  const ofActor = actor === undefined ? undefined : names.actor(actor).item?.attributes;
  const ofSource = source === undefined ? undefined : names.source(source).item?.attributes;
  const ofArticle = article.info.attributes;
  if (!(attributes ?? ofActor ?? ofSource ?? ofArticle)) return columns.map(() => undefined);
  const isInherited = (ofActor ?? ofSource ?? ofArticle) !== undefined;
  return columns.map(({ id, appliesTo }) => {
    const own = valueOf(attributes, id) ?? undefined;
    if (own !== undefined || !isInherited) return attributeCell(own);
    const from = (holder: string, values: Attributes | undefined): Json | undefined =>
      appliesTo.includes(holder) ? valueOf(values, id) : undefined;
    const value = from('actor', ofActor) ?? from('source', ofSource) ?? from('article', ofArticle);
    if (value !== undefined && value !== null) inherited(attributeHeader(id));
    return attributeCell(value);
  });
}

/** A value as a cell shows it. */
export function attributeCell(value: Json | undefined): Cell {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value))
    return joinList(value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))));
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
