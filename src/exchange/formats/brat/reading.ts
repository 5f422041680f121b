import { InputError } from '../../inputError';
import type { Losses } from '../../losses';
import { freeId } from '../../reading/annotations';
import { nameFeatures } from '../../spans/features';
import { labelMeaning } from '../../spans/foreignLabels';
import type { ForeignText } from '../../spans/foreignText';
import type { Relation, Span, SpanDocument } from '../../spans/spanDocument';
import { offsetsIn, type Line } from './lines';
import { plainId, plainName, plainText } from './names';
import { countedText, targetOf, type TextLine } from './targets';
import { ANNOTATOR_NOTES, ID_NOTE, RANGES_NOTE } from './writing';

interface DraftSpan extends Omit<Span, 'features'> {
  readonly features: Map<string, string>;
}

interface DraftRelation extends Omit<Relation, 'features'> {
  readonly features: Map<string, string>;
}

const relationFeatures: readonly string[] = ['actor', 'source', 'for'];

/** The annotations of one text, by brat's ids. */
export class DocumentReader {
  readonly #text: ForeignText;
  /** By the ids of T lines, and of events that share the trigger of an earlier one. */
  readonly #spans = new Map<string, DraftSpan>();
  readonly #spanIds = new Set<string>();
  readonly #relations = new Map<string, DraftRelation>();
  /** The trigger of each event that has one to itself, or is the first of several. */
  readonly #triggers = new Map<string, string>();
  readonly #triggering = new Set<string>();

  /** Throws an {@link InputError} where two lines have one id, or offsets are wrong. */
  constructor(
    raw: string,
    keepsMark: boolean,
    readonly lines: readonly Line[],
    readonly losses: Losses,
  ) {
    const textLines = lines.filter((line): line is TextLine => line.kind === 'text');
    this.#text = countedText(raw, keepsMark, textLines);
    checkIds(lines);
    this.#addSpans(textLines);
    for (const line of lines) if (line.kind === 'event') this.#addEvent(line.id, line.ends[0]?.to ?? '');
    for (const line of lines) this.#addArrows(line);
    for (const line of lines) this.#addSaid(line);
  }

  document(path: string): SpanDocument {
    const [spans, relations] = [[...this.#spans.values()], [...this.#relations.values()]];
    return { key: path, path, text: this.#text.text, spans, relations };
  }

  #addSpans(textLines: readonly TextLine[]): void {
    const own = this.#notes(ID_NOTE);
    const told = this.#notes(RANGES_NOTE);
    const taken = this.#spanIds;
    for (const line of textLines) {
      const target = targetOf(line, this.#text, offsetsIn(told.get(line.id) ?? ''));
      if (!target) {
        this.losses.leaveOut('annotations of no text');
        continue;
      }
      const ours = own.get(line.id);
      const isOurs = ours !== undefined && ours !== '' && !taken.has(ours);
      const id = isOurs ? ours : freeId(taken, line.id);
      taken.add(id);
      const type = plainName(line.type);
      this.#spans.set(line.id, { id, ...(isOurs ? { isOurs } : {}), type, ...target, features: new Map() });
    }
  }

  /** An event is its trigger, and of several with one trigger each further one an annotation of its own: what each has for
   * arguments, and is said of it, stays apart. */
  #addEvent(id: string, trigger: string): void {
    const span = this.#spans.get(trigger);
    if (!span || !this.#triggering.has(trigger)) {
      this.#triggers.set(id, trigger);
      this.#triggering.add(trigger);
      return;
    }
    const { isOurs: _, ...copied } = span;
    const own = freeId(this.#spanIds, id);
    this.#spanIds.add(own);
    this.#spans.set(id, { ...copied, id: own, features: new Map() });
  }

  /** The texts of the notes of one type, by what they are about. */
  #notes(type: string): ReadonlyMap<string, string> {
    return new Map(
      this.lines.flatMap((line): [string, string][] =>
        line.kind === 'note' && line.type === type ? [[line.target, plainText(line.text)]] : [],
      ),
    );
  }

  #span(id: string): DraftSpan | undefined {
    return this.#spans.get(id) ?? this.#spans.get(this.#triggers.get(id) ?? '');
  }

  #addArrows(line: Line): void {
    if (line.kind === 'relation') {
      const [from, to] = line.ends;
      this.#relate(line.id, line.type, from?.to, to?.to);
    } else if (line.kind === 'event') {
      for (const { role, to } of line.ends.slice(1)) this.#relate(undefined, role, line.id, to);
    } else if (line.kind === 'equivalence') {
      const [first, ...others] = line.members;
      for (const other of others) this.#relate(undefined, line.type, first, other);
    }
  }

  #relate(id: string | undefined, role: string, from = '', to = ''): void {
    const [start, end] = [this.#span(from), this.#span(to)];
    if (!start || !end) this.losses.add('relations of what isn’t there');
    else {
      const relation = { type: plainName(role), from: start.id, to: end.id, features: new Map<string, string>() };
      // What isn't of an R line has no id that a note could be about.
      this.#relations.set(id ?? `* ${this.#relations.size}`, relation);
    }
  }

  #addSaid(line: Line): void {
    if (line.kind !== 'attribute' && line.kind !== 'normalization' && line.kind !== 'note') return;
    const span = this.#span(line.target);
    const relation = this.#relations.get(line.target);
    if (span) this.#addFeature(line, span);
    else if (relation && line.kind === 'note' && relationFeatures.includes(line.type)) {
      relation.features.set(line.type, plainText(line.text));
    } else if (relation) this.losses.add('attributes and notes of relations');
    else this.losses.add('attributes and notes of what isn’t there');
  }

  #addFeature(line: Extract<Line, { readonly target: string }>, { isOurs = false, type, features }: DraftSpan): void {
    const text = (said: string): string => (isOurs ? plainText(said) : said.trim());
    if (line.kind === 'attribute') this.#say(features, plainName(line.type), plainName(line.value));
    else if (line.kind === 'normalization') {
      const list = line.list.toLowerCase();
      const isItem = Object.hasOwn(nameFeatures, list);
      this.#say(features, isItem ? list : line.list, plainId(line.item));
      const name = text(line.name);
      if (isItem && name !== '') features.set(nameFeatures[list as keyof typeof nameFeatures], name);
      else if (labelMeaning(type).type === 'actor' && name !== '' && !features.has('actor'))
        features.set('actor', name);
    } else if (line.type !== ID_NOTE && !(isOurs && line.type === RANGES_NOTE)) {
      const name = line.type === ANNOTATOR_NOTES ? 'note' : plainName(line.type);
      const before = features.get(name);
      features.set(name, before === undefined ? text(line.text) : `${before}\n${text(line.text)}`);
    }
  }

  #say(features: Map<string, string>, name: string, value: string): void {
    if (features.has(name)) this.losses.add('further values of an attribute');
    else features.set(name, value);
  }
}

function checkIds(lines: readonly Line[]): void {
  const taken = new Set<string>();
  for (const { id, place } of lines) {
    if (id !== '*' && taken.has(id)) throw new InputError('Two lines have this id', place);
    taken.add(id);
  }
}
