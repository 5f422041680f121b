import { labelOf, type Label, type Labelled } from './labels';
import { MatchTally } from './matches';
import { matching } from './matching';
import type { Prepared } from './prepared';
import { likeness, overlappingPairs } from './ranges';
import type { Reading } from './readings';
import type { RowPlan } from './rows';
import type { MeasureFamily } from './settings';
import type { Statistics } from './statistics';

const ways = ['exact', 'overlap'] as const;
type Way = (typeof ways)[number];
const subjectOf = { exact: 'exact targets', overlap: 'overlapping targets' } as const;

/** Whether coders marked the same places with the same labels of an aspect: annotations one to one, over all pairs of coders. */
export class TargetCounts {
  readonly #ways: readonly Way[];
  readonly #all: Readonly<Record<Way, MatchTally>>;
  readonly #labels = new Map<string, { readonly label: Label; readonly tallies: Readonly<Record<Way, MatchTally>> }>();

  constructor(
    private readonly statistics: Statistics,
    private readonly aspect: Labelled,
    private readonly coders: readonly number[],
    measures: ReadonlySet<MeasureFamily>,
  ) {
    this.#ways = ways.filter((way) => measures.has(way));
    this.#all = this.#tallies();
  }

  add({ readings, names, blocks }: Prepared, there: readonly number[]): void {
    if (this.#ways.length === 0) return;
    const byLabel = new Map<string, Reading[][]>();
    for (const [index, coder] of there.entries()) {
      for (const reading of readings.of[coder] ?? []) {
        const label = labelOf(this.aspect, reading.annotation, names);
        if (!label) continue;
        if (!this.#labels.has(label.key)) this.#labels.set(label.key, { label, tallies: this.#tallies() });
        const found = byLabel.get(label.key) ?? there.map(() => []);
        byLabel.set(label.key, found);
        found[index]?.push(reading);
      }
    }
    for (const [key, coders] of byLabel) {
      const tallies = this.#labels.get(key)?.tallies;
      if (!tallies) continue;
      for (const way of this.#ways) {
        for (const tally of [this.#all[way], tallies[way]])
          this.#count(tally, way, coders, (at) => blocks.ofOffset(at));
      }
    }
  }

  *rows(): Iterable<RowPlan> {
    for (const way of this.#ways) yield* this.#rows(way, this.#all[way]);
    for (const { label, tallies } of this.#labels.values()) {
      for (const way of this.#ways) yield* this.#rows(way, tallies[way], label);
    }
  }

  #tallies(): Readonly<Record<Way, MatchTally>> {
    return { exact: new MatchTally(this.statistics), overlap: new MatchTally(this.statistics) };
  }

  #count(
    tally: MatchTally,
    way: Way,
    coders: readonly (readonly Reading[])[],
    blockAt: (offset: number) => number,
  ): void {
    for (const [index, firsts] of coders.entries()) {
      for (const seconds of coders.slice(index + 1)) {
        for (const { start } of firsts) tally.addFirst(blockAt(start));
        for (const { start } of seconds) tally.addSecond(blockAt(start));
        for (const { start } of way === 'exact' ? same(firsts, seconds) : overlapping(firsts, seconds)) {
          tally.addBoth(blockAt(start));
        }
      }
    }
  }

  *#rows(way: Way, tally: MatchTally, label?: Label): Iterable<RowPlan> {
    const head = { by: this.aspect, ...(label ? { label } : {}), of: subjectOf[way] };
    const count: RowPlan['count'] = (totals) => tally.count(totals);
    // Of several pairs neither coder is the first.
    if (this.coders.length === 2) {
      yield { ...head, count, measure: 'precision', figure: (totals) => tally.precision(totals) };
      yield { ...head, count, measure: 'recall', figure: (totals) => tally.recall(totals) };
    }
    yield { ...head, count, measure: 'f1', figure: (totals) => tally.f1(totals) };
  }
}

/** Those of the first that have the very target of one of the second, one to one. */
function same(firsts: readonly Reading[], seconds: readonly Reading[]): readonly Reading[] {
  const left = new Map<string, number>();
  const key = ({ target }: Reading): string => target.map(({ start, end }) => `${start}-${end}`).join();
  for (const reading of seconds) left.set(key(reading), (left.get(key(reading)) ?? 0) + 1);
  return firsts.filter((reading) => {
    const count = left.get(key(reading)) ?? 0;
    left.set(key(reading), count - 1);
    return count > 0;
  });
}

/** Those of the first that can be paired with one of the second that overlaps, as many as possible. */
function overlapping(firsts: readonly Reading[], seconds: readonly Reading[]): readonly Reading[] {
  const pairs = overlappingPairs(firsts, seconds).flatMap(([left, right]) => {
    const alike = likeness(firsts[left]?.target ?? [], seconds[right]?.target ?? []);
    return alike === 0 ? [] : [{ left, right, weight: Math.ceil(1000 * alike) }];
  });
  return matching(pairs, 'pairs').flatMap(({ left }) => firsts[left] ?? []);
}
