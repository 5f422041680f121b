import type { Range } from '../../../model/range';
import type { Relation, Span, SpanDocument } from '../spanDocument';
import { featureName, ID, LABEL, PART, relationFeatures, ROLE } from './names';

/** One annotation of our span layer, by its features' names in UIMA. */
export interface LayerAnnotation extends Range {
  readonly features: ReadonlyMap<string, string>;
}

/** A span as annotations of our layer. They have one range each in INCEpTION: a target of several becomes as many, which have
 * the id in common and say which part they are; the first has the features. */
export function layerAnnotations({ id, type, ranges, features }: Span): LayerAnnotation[] {
  const named = [...features].map(([name, value]) => [featureName(name), value] as const);
  return ranges.map(({ start, end }, n) => {
    const part: [string, string][] = ranges.length > 1 ? [[PART, `${n + 1}/${ranges.length}`]] : [];
    return { start, end, features: new Map([[LABEL, type], [ID, id], ...part, ...(n === 0 ? named : [])]) };
  });
}

/** What a relation of our layer says. */
export function layerRelation({ type, features }: Relation): ReadonlyMap<string, string> {
  const named = [...features].map(([name, value]) => [relationFeatures.get(name) ?? name, value] as const);
  return new Map([[ROLE, type], ...named]);
}

/** The features that a document's annotations have beside the label and the id, in the order of code units. */
export function featuresIn({ spans }: SpanDocument): string[] {
  const names = new Set(spans.flatMap(({ features }) => [...features.keys()].map(featureName)));
  if (spans.some(({ ranges }) => ranges.length > 1)) names.add(PART);
  return [...names].sort();
}

/** What of a codebook's items goes with annotations: ids and names. */
export const heldItems = { actors: new Set(['name']), topics: new Set(['name']), sources: new Set(['name']) };
