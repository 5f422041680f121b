import type { Range } from '../../../model/range';
import type { Losses } from '../../losses';
import type { Relation, Span } from '../spanDocument';
import { ID, LABEL, PART, plainName, relationFeatures, ROLE, shortName, SPAN_LAYER } from './names';

/** An annotation of a layer, of ours or another one. */
export interface ReadAnnotation {
  /** What the file knows it by: once in its document. */
  readonly key: string;
  readonly layer: string;
  readonly range: Range;
  readonly features: ReadonlyMap<string, string>;
}

/** A relation between two annotations, by their keys. */
export interface ReadRelation {
  readonly layer: string;
  readonly from: string;
  readonly to: string;
  readonly features: ReadonlyMap<string, string>;
}

interface Growing extends Span {
  readonly ranges: Range[];
  readonly features: Map<string, string>;
  readonly parts: Set<string>;
}

/** Features that say what an annotation of another's layer is, the likeliest first. */
const labels = ['label', 'value', 'referenceType'];
const relationLabels = [ROLE, 'label', 'value', 'DependencyType', 'referenceRelation'];

/** Makes spans and relations of the annotations of a document's layers. */
export class LayerReader {
  readonly #spans = new Map<string, Growing>();
  readonly #spanOf = new Map<string, string>();
  readonly #relations: Relation[] = [];

  constructor(readonly losses: Losses) {}

  /** Annotations of our layer with one id are one span, of as many ranges. */
  add({ key, layer, range, features }: ReadAnnotation): void {
    const ours = layer === SPAN_LAYER ? features.get(ID) : undefined;
    const part = features.get(PART) ?? '';
    const known = ours === undefined ? undefined : this.#spans.get(ours);
    const isPart = known && part !== '' && !known.parts.has(part) && !known.parts.has('');
    if (known && isPart) {
      known.ranges.push(range);
      known.parts.add(part);
      for (const [name, value] of ourFeatures(features)) if (!known.features.has(name)) known.features.set(name, value);
      this.#spanOf.set(key, known.id);
      return;
    }
    const id = ours !== undefined && !known ? ours : this.#free(key);
    const isOurs = id === ours;
    const said = layer === SPAN_LAYER ? ourSpan(features) : foreignSpan(layer, features);
    this.#spans.set(id, { id, ...(isOurs ? { isOurs } : {}), ...said, ranges: [range], parts: new Set([part]) });
    this.#spanOf.set(key, id);
  }

  /** To be called when all annotations are known. */
  relate({ layer, from, to, features }: ReadRelation): void {
    const [start, end] = [this.#spanOf.get(from), this.#spanOf.get(to)];
    if (start === undefined || end === undefined) {
      this.losses.add('relations of what isn’t taken over');
      return;
    }
    const label = relationLabels.find((name) => (features.get(name) ?? '') !== '');
    const type = label === undefined ? shortName(layer) : (features.get(label) ?? '');
    const kept = [...relationFeatures].flatMap(([name, feature]): [string, string][] => {
      const value = features.get(feature);
      return value === undefined ? [] : [[name, value]];
    });
    this.losses.add('features of relations', features.size - kept.length - (label === undefined ? 0 : 1));
    this.#relations.push({ type, from: start, to: end, features: new Map(kept) });
  }

  spans(): readonly Span[] {
    return [...this.#spans.values()].map(({ parts: _, ranges, ...span }) => {
      return { ...span, ranges: ranges.sort((a, b) => a.start - b.start) };
    });
  }

  relations(): readonly Relation[] {
    return this.#relations;
  }

  #free(key: string): string {
    let id = key;
    for (let n = 2; this.#spans.has(id); n++) id = `${key}-${n}`;
    return id;
  }
}

function ourFeatures(features: ReadonlyMap<string, string>): [string, string][] {
  const own = [ID, LABEL, PART];
  return [...features].filter(([name]) => !own.includes(name)).map(([name, value]) => [plainName(name), value]);
}

/** What a person makes on our layer in INCEpTION needs no label. */
function ourSpan(features: ReadonlyMap<string, string>): { type: string; features: Map<string, string> } {
  return { type: features.get(LABEL) || 'passage', features: new Map(ourFeatures(features)) };
}

/** Another one's layer: its label is the value of a feature that is called so, and then the layer an attribute; else the layer's name. An empty value says nothing. */
function foreignSpan(
  layer: string,
  features: ReadonlyMap<string, string>,
): { type: string; features: Map<string, string> } {
  const name = labels.find((label) => (features.get(label) ?? '') !== '');
  const others = new Map([...features].filter(([feature, value]) => feature !== name && value !== ''));
  if (name === undefined) return { type: shortName(layer), features: others };
  if (shortName(layer) !== 'NamedEntity') others.set('layer', shortName(layer));
  return { type: features.get(name) ?? '', features: others };
}
