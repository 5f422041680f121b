import type { Range } from '../../../model/range';
import { CodePoints } from '../../codePoints';
import type { Losses } from '../../losses';
import { nameFeatures } from '../../spans/features';
import type { Relation, Span, SpanDocument } from '../../spans/spanDocument';
import { loseSurrogates } from '../../writing/surrogates';
import type { Configuration } from './configuration';
import { fragmentsOf, joinedFragments, sameRanges } from './fragments';
import { bratId, bratName, lineText } from './names';

/** Types of notes of ours that aren't features. */
export const ID_NOTE = 'id';
export const RANGES_NOTE = 'ranges';
/** The type of the notes that brat lets a person write. */
export const ANNOTATOR_NOTES = 'AnnotatorNotes';
export const REFERENCE = 'Reference';

const namesOfItems: ReadonlySet<string> = new Set(Object.values(nameFeatures));

/** The lines of a document's .ann file. */
export class AnnotationLines {
  readonly #points: CodePoints;
  readonly #counts = new Map<string, number>();
  readonly #entities = new Map<string, { readonly id: string; readonly type: string }>();

  constructor(
    readonly document: SpanDocument,
    readonly chosen: ReadonlySet<string>,
    readonly configuration: Configuration,
    readonly losses: Losses,
  ) {
    this.#points = new CodePoints(document.text);
  }

  /** By annotation. */
  *all(): Generator<string> {
    for (const span of this.document.spans) yield this.#span(span);
    for (const relation of this.document.relations) yield this.#relation(relation);
  }

  #span(span: Span): string {
    const { text } = this.document;
    const fragments = fragmentsOf(text, span.ranges);
    if (fragments.length === 0) {
      this.losses.add('annotations of no text');
      return '';
    }
    const [id, type] = [this.#next('T'), bratName(span.type)];
    this.#entities.set(span.id, { id, type });
    this.configuration.addType(type);
    const said = fragments.map(({ start, end }) => text.slice(start, end)).join(' ');
    let lines = `${id}\t${type} ${this.#offsets(fragments)}\t${said}\n`;
    lines += this.#note(ID_NOTE, id, span.id);
    if (!sameRanges(joinedFragments(text, fragments), span.ranges)) {
      lines += this.#note(RANGES_NOTE, id, this.#offsets(span.ranges));
    }
    for (const [name, value] of span.features) {
      if (namesOfItems.has(name)) continue;
      else if (Object.hasOwn(nameFeatures, name)) lines += this.#normalization(name, id, value, span);
      else if (this.chosen.has(name)) lines += this.#attribute(name, { id, type }, value);
      else lines += this.#note(name === 'note' ? ANNOTATOR_NOTES : bratName(name), id, value);
    }
    return lines;
  }

  #relation({ type, from, to, features }: Relation): string {
    const [start, end] = [this.#entities.get(from), this.#entities.get(to)];
    if (!start || !end) return '';
    const [id, role] = [this.#next('R'), bratName(type)];
    this.configuration.addRelation(role, start.type, end.type);
    let lines = `${id}\t${role} Arg1:${start.id} Arg2:${end.id}\n`;
    for (const [name, value] of features) lines += this.#note(bratName(name), id, value);
    return lines;
  }

  #normalization(list: string, target: string, item: string, { features }: Span): string {
    const name = features.get(nameFeatures[list as keyof typeof nameFeatures]);
    return `${this.#next('N')}\t${REFERENCE} ${target} ${list}:${bratId(item)}\t${this.#text(name ?? '')}\n`;
  }

  #attribute(name: string, target: { readonly id: string; readonly type: string }, said: string): string {
    const [attribute, value] = [bratName(name), bratName(said)];
    this.configuration.addValue(attribute, target.type, value);
    return `${this.#next('A')}\t${attribute} ${target.id} ${value}\n`;
  }

  #note(type: string, target: string, text: string): string {
    return `${this.#next('#')}\t${type} ${target}\t${this.#text(text)}\n`;
  }

  #text(text: string): string {
    loseSurrogates(text, this.losses);
    return lineText(text);
  }

  #offsets(ranges: readonly Range[]): string {
    return ranges.map(({ start, end }) => `${this.#points.fromUnits(start)} ${this.#points.fromUnits(end)}`).join(';');
  }

  #next(kind: string): string {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    return `${kind}${count}`;
  }
}
