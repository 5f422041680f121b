import type { Label } from './labels';
import { labelOf, type Labelled } from './labels';
import { CohenTally, NONE, NominalTally } from './nominal';
import { piecesOf, segmentsOf, type Mark, type Piece } from './pieces';
import type { Prepared } from './prepared';
import type { RowPlan } from './rows';
import type { MeasureFamily } from './settings';
import type { Statistics, Totals } from './statistics';
import { UnitTally } from './unitizing';

/** Which articles units are from: all that two of the coders read, and those that all of them read. */
interface Bases {
  readonly some: number;
  readonly every: number;
}

/** What coders say of each unit of the text: all labels of an aspect at once, and each label against all else. */
export class TextCounts {
  readonly #bases: Bases;
  readonly #whole: TextTally;
  readonly #labels = new Map<string, { readonly label: Label; readonly tally: TextTally }>();

  constructor(
    private readonly statistics: Statistics,
    private readonly aspect: Labelled,
    private readonly coders: readonly number[],
    private readonly measures: ReadonlySet<MeasureFamily>,
  ) {
    this.#bases = { some: statistics.slot(), every: statistics.slot() };
    this.#whole = new TextTally(statistics, this.#bases, coders.length);
  }

  /** @param there those of the coders who read the article, at least two */
  add({ readings, names, continuum, blocks }: Prepared, there: readonly number[]): void {
    const isEvery = there.length === this.coders.length;
    for (const [block, units] of blocks.lengths(continuum.length)) {
      this.statistics.add(block, this.#bases.some, units * there.length);
      if (isEvery) this.statistics.add(block, this.#bases.every, units * there.length);
    }
    const labels = new Map<string, Label>();
    const marks = there.map((coder) =>
      (readings.of[coder] ?? []).flatMap(({ annotation, target }): readonly Mark[] => {
        const label = labelOf(this.aspect, annotation, names);
        if (!label) return [];
        labels.set(label.key, label);
        return target
          .map((range) => ({ ...continuum.place(range), label: label.key }))
          .filter(({ start, end }) => end > start);
      }),
    );
    this.#whole.add(marks.map(piecesOf), isEvery, blocks);
    for (const [key, label] of labels) {
      const { tally } = this.#labels.get(key) ?? this.#begun(label);
      const own = marks.map((all) => piecesOf(all.filter((mark) => mark.label === key)));
      tally.add(own, isEvery, blocks);
    }
  }

  *rows(): Iterable<RowPlan> {
    yield* this.#rows(this.#whole);
    for (const { label, tally } of this.#labels.values()) yield* this.#rows(tally, label);
  }

  #begun(label: Label): { readonly label: Label; readonly tally: TextTally } {
    const begun = { label, tally: new TextTally(this.statistics, this.#bases, this.coders.length) };
    this.#labels.set(label.key, begun);
    return begun;
  }

  *#rows({ units, cohen, fleiss }: TextTally, label?: Label): Iterable<RowPlan> {
    const perCoder = (slot: number) => (totals: Totals) => (totals[slot] ?? 0) / this.coders.length;
    const head = {
      by: this.aspect,
      ...(label ? { label } : {}),
      of: 'text',
      count: perCoder(this.#bases.some),
    } as const;
    if (this.measures.has('alpha')) yield { ...head, measure: 'alpha', figure: (totals) => units.values.alpha(totals) };
    if (this.measures.has('u-alpha')) {
      yield { ...head, measure: 'u-alpha', figure: (totals) => units.alpha(totals) };
      if (label) {
        yield { ...head, measure: 'ku-alpha', figure: (totals) => this.#whole.units.value(totals, label.key) };
      } else {
        yield { ...head, measure: 'u-alpha-binary', figure: (totals) => units.binary(totals) };
        yield { ...head, measure: 'cu-alpha', figure: (totals) => units.coding(totals) };
      }
    }
    if (cohen && this.measures.has('cohen')) {
      yield { ...head, measure: 'cohen-kappa', figure: (totals) => cohen.kappa(totals) };
    }
    if (fleiss && this.measures.has('fleiss')) {
      const count = perCoder(this.#bases.every);
      yield { ...head, count, measure: 'fleiss-kappa', figure: (totals) => fleiss.fleiss(totals) };
    }
  }
}

/** All that is counted of one set of labels. */
class TextTally {
  readonly units: UnitTally;
  /** Of two coders. */
  readonly cohen: CohenTally | undefined;
  /** Of more, over the articles that all of them read. */
  readonly fleiss: NominalTally | undefined;

  constructor(statistics: Statistics, { some, every }: Bases, coders: number) {
    this.units = new UnitTally(statistics, some);
    this.cohen = coders === 2 ? new CohenTally(statistics, some) : undefined;
    this.fleiss = coders > 2 ? new NominalTally(statistics, every) : undefined;
  }

  add(coders: readonly (readonly Piece[])[], isEvery: boolean, blocks: Prepared['blocks']): void {
    const segments = segmentsOf(coders, blocks.unitStarts);
    this.units.add(coders, segments, (unit) => blocks.ofUnit(unit));
    for (const { start, end, at } of segments) {
      const values = at.map((piece, coder) => coders[coder]?.[piece]?.value ?? NONE);
      const block = blocks.ofUnit(start);
      this.cohen?.add(block, end - start, values[0] ?? NONE, values[1] ?? NONE);
      if (isEvery) this.fleiss?.add(block, end - start, values);
    }
  }
}
