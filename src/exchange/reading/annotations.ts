import { leadsNowhere } from '../../model/links';
import { checkShape } from '../../sidecar/check';
import { fieldName } from '../../sidecar/read';
import { annotationShape, targetShape, type Field, type Shape } from '../../sidecar/shapes';
import type { ImportedAnnotation, ImportedRange } from '../imported';
import { InputError, type InputPlace } from '../inputError';

/** A shape with other fields, and other ones that must be there. */
export function changedShape(
  { fields, order }: Shape,
  more: Readonly<Record<string, Field>>,
  required: readonly string[],
): Shape {
  return { fields: new Map([...fields, ...Object.entries(more)]), order, required };
}

/** A range as a sidecar has it, but that the quotation may be missing. */
export const rangeShape: Shape = { ...targetShape, required: ['start', 'end'] };
const shape: Shape = changedShape(annotationShape, { target: { list: rangeShape, filled: true } }, ['target']);

/** Throws an {@link InputError} where a value isn't of a shape.
 * @param within the field that the value stands in ("articles[3]"); empty for the whole record */
export function expectShape(value: unknown, of: Shape, place: InputPlace, within = ''): void {
  const issue = checkShape(value, of);
  if (!issue) return;
  const at = [within, fieldName(issue.path)].filter((part) => part !== '').join('.');
  throw new InputError(`${at === '' ? 'What is read' : at} ${issue.message}`, place);
}

/** How an annotation stands in what is read. */
export interface Standing {
  readonly place: InputPlace;
  /** The field that it stands in; empty for the whole record. */
  readonly within: string;
  /** Whether its id, where it has one, is ours. */
  readonly isOurs: boolean;
  /** Further fields that aren't the annotation's. */
  readonly drop?: readonly string[];
  /** The hash of the earlier text that its ranges belong to, where it doesn't say that itself. */
  readonly text?: string | undefined;
}

/** The annotations of one article, as sidecars and exports of ours have them, or made by hand. Unknown fields stay; `standing`, and a
 * range's `standing`, `confidence` and `candidates`, are dropped, for they are told anew. */
export class ImportedAnnotations {
  readonly #byId = new Map<string, ImportedAnnotation>();

  get all(): readonly ImportedAnnotation[] {
    return [...this.#byId.values()];
  }

  /** Throws an {@link InputError} where the value is no annotation, or its id is taken. */
  add(value: unknown, { place, within, isOurs, drop = [], text }: Standing): ImportedAnnotation {
    expectShape(value, shape, place, within);
    const given = value as Partial<ImportedAnnotation> & Pick<ImportedAnnotation, 'target'>;
    const at = within === '' ? '' : `${within}.`;
    for (const [n, { start, end }] of given.target.entries()) {
      if (start >= end) throw new InputError(`${at}target[${n}] ends at ${end}, not after its start ${start}`, place);
    }
    if (given.links?.some(leadsNowhere)) throw new InputError(`${at}links: one leads to nothing`, place);
    const { id, type = 'passage', text: own = text } = given;
    if (id !== undefined && this.#byId.has(id)) {
      throw new InputError(`${at}id is “${id}”, which the article has already`, place);
    }
    const annotation: ImportedAnnotation = {
      ...without(given, ['standing', 'isOurs', ...drop]),
      ...{ id: id ?? freeId(this.#byId, JSON.stringify(value)), type },
      ...(isOurs && id !== undefined ? { isOurs } : {}),
      target: given.target.map((range) => without(range, ['standing', 'confidence', 'candidates']) as ImportedRange),
      ...(own === undefined ? {} : { text: own }),
    };
    this.#byId.set(annotation.id, annotation);
    return annotation;
  }
}

/** An object without some of its fields. By entries: a field "__proto__" must stay one. */
function without(object: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** `wanted`, or where that is taken, with a number: the next one where those before are taken, found in logarithmic time. For an annotation
 * without an id one that follows from what it says, so that order doesn't matter. */
export function freeId(taken: { has(id: string): boolean }, wanted: string): string {
  if (!taken.has(wanted)) return wanted;
  let [last, free] = [1, 2];
  while (taken.has(`${wanted} ${free}`)) [last, free] = [free, 2 * free];
  while (free - last > 1) {
    const middle = (last + free) >>> 1;
    if (taken.has(`${wanted} ${middle}`)) last = middle;
    else free = middle;
  }
  return `${wanted} ${free}`;
}
