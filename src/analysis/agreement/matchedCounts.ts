import type { Names } from '../../model/names';
import { firstOf, groupsOf, type Group } from './groups';
import { item, plain } from './labels';
import { LinkKeys } from './linkKeys';
import { MatchTally } from './matches';
import { CohenTally, NONE, NominalTally } from './nominal';
import type { Prepared } from './prepared';
import type { Reading } from './readings';
import type { RowPlan } from './rows';
import type { AgreementSettings, MeasureFamily } from './settings';
import type { Statistics, Totals } from './statistics';

/** What annotations that were put together may have different values of: claims their topic, stance and attribution, mentions their actor. */
const valued = ['topic', 'stance', 'attribution', 'actor'] as const;
type Valued = (typeof valued)[number];

/** What coders say of annotations of one place: their values, and their links. */
export class MatchedCounts {
  readonly #values: ReadonlyMap<Valued, ValueTally>;
  readonly #links: { readonly all: MatchTally; readonly byRole: Map<string, MatchTally> } | undefined;

  constructor(
    private readonly statistics: Statistics,
    private readonly coders: readonly number[],
    private readonly settings: Pick<AgreementSettings, 'by' | 'measures'>,
  ) {
    const counted = valued.filter((aspect) => settings.by.has(aspect));
    this.#values = new Map(counted.map((aspect) => [aspect, new ValueTally(statistics, coders.length)]));
    const linked = settings.by.has('links') && (settings.measures.has('exact') || settings.measures.has('overlap'));
    this.#links = linked ? { all: new MatchTally(statistics), byRole: new Map() } : undefined;
  }

  add({ article, readings, names, blocks }: Prepared, there: readonly number[]): void {
    if (this.#values.size === 0 && !this.#links) return;
    const groups = groupsOf(
      there.map((coder) => readings.of[coder] ?? []),
      names,
    );
    const keys = new LinkKeys(article, groups, names);
    for (const group of groups) {
      const members = group.flatMap((reading) => reading ?? []);
      const { start, annotation } = firstOf(group);
      if (members.length < 2 || members.some((one) => one.annotation.type !== annotation.type)) continue;
      const block = blocks.ofOffset(start);
      for (const [aspect, tally] of this.#values) {
        const values = valuesOf(aspect, members, names);
        if (values) tally.add(block, values);
      }
      this.#addLinks(block, group, keys);
    }
  }

  *rows(): Iterable<RowPlan> {
    for (const [by, tally] of this.#values) {
      for (const row of tally.rows(this.settings.measures)) yield { ...row, by, of: 'matched annotations' };
    }
    if (!this.#links) return;
    yield* this.#linkRows(this.#links.all);
    for (const [role, tally] of this.#links.byRole) yield* this.#linkRows(tally, role);
  }

  #addLinks(block: number, group: Group, keys: LinkKeys): void {
    if (!this.#links) return;
    const { all, byRole } = this.#links;
    const linked = group.map((reading) => (reading ? keys.byRole(reading) : undefined));
    for (const [index, firsts] of linked.entries()) {
      for (const seconds of linked.slice(index + 1)) {
        if (!firsts || !seconds) continue;
        for (const role of new Set([...firsts.keys(), ...seconds.keys()])) {
          const own = byRole.get(role) ?? new MatchTally(this.statistics);
          byRole.set(role, own);
          const [a, b] = [[...(firsts.get(role) ?? [])], seconds.get(role)];
          for (const tally of [all, own]) {
            tally.addFirst(block, a.length);
            tally.addSecond(block, b?.size ?? 0);
            tally.addBoth(block, a.filter((key) => b?.has(key)).length);
          }
        }
      }
    }
  }

  *#linkRows(tally: MatchTally, role?: string): Iterable<RowPlan> {
    const label = role === undefined ? {} : { label: plain(role) };
    const head = { by: 'links', ...label, of: 'links', count: (totals: Totals) => tally.count(totals) } as const;
    if (this.coders.length === 2) {
      yield { ...head, measure: 'precision', figure: (totals) => tally.precision(totals) };
      yield { ...head, measure: 'recall', figure: (totals) => tally.recall(totals) };
    }
    yield { ...head, measure: 'f1', figure: (totals) => tally.f1(totals) };
  }
}

/** The values of annotations of one type; undefined where these aren't compared: stances only of claims with one topic. */
function valuesOf(aspect: Valued, members: readonly Reading[], names: Names): readonly string[] | undefined {
  if (members[0]?.annotation.type !== (aspect === 'actor' ? 'actor' : 'claim')) return undefined;
  const topics = members.map(({ annotation: { topic } }) =>
    topic === undefined ? NONE : item(names.topic(topic)).key,
  );
  switch (aspect) {
    case 'topic':
      return topics;
    case 'stance':
      return new Set(topics).size > 1
        ? undefined
        : members.map(({ annotation: { stance } }) => (stance === undefined ? NONE : item(names.stance(stance)).key));
    case 'attribution':
      return members.map(({ annotation: { attribution } }) => attribution ?? NONE);
    case 'actor':
      return members.map(({ annotation: { actor } }) => (actor === undefined ? NONE : item(names.actor(actor)).key));
  }
}

/** Values that two or more coders gave to one thing. */
class ValueTally {
  readonly #some: number;
  readonly #every: number;
  readonly #things: number;
  readonly #alpha: NominalTally;
  readonly #cohen: CohenTally | undefined;
  readonly #fleiss: NominalTally | undefined;

  constructor(
    private readonly statistics: Statistics,
    private readonly coders: number,
  ) {
    [this.#some, this.#every, this.#things] = [statistics.slot(), statistics.slot(), statistics.slot()];
    this.#alpha = new NominalTally(statistics, this.#some);
    this.#cohen = coders === 2 ? new CohenTally(statistics, this.#some) : undefined;
    this.#fleiss = coders > 2 ? new NominalTally(statistics, this.#every) : undefined;
  }

  add(block: number, values: readonly string[]): void {
    this.statistics.add(block, this.#things, 1);
    this.statistics.add(block, this.#some, values.length);
    this.#alpha.add(block, 1, values);
    this.#cohen?.add(block, 1, values[0] ?? NONE, values[1] ?? NONE);
    if (!this.#fleiss || values.length < this.coders) return;
    this.statistics.add(block, this.#every, values.length);
    this.#fleiss.add(block, 1, values);
  }

  *rows(families: ReadonlySet<MeasureFamily>): Iterable<Pick<RowPlan, 'measure' | 'figure' | 'count'>> {
    const [cohen, fleiss] = [this.#cohen, this.#fleiss];
    const count = (totals: Totals): number => totals[this.#things] ?? 0;
    if (families.has('alpha')) yield { count, measure: 'alpha', figure: (totals) => this.#alpha.alpha(totals) };
    if (cohen && families.has('cohen')) {
      yield { count, measure: 'cohen-kappa', figure: (totals) => cohen.kappa(totals) };
    }
    if (fleiss && families.has('fleiss')) {
      const ofEvery = (totals: Totals): number => (totals[this.#every] ?? 0) / this.coders;
      yield { count: ofEvery, measure: 'fleiss-kappa', figure: (totals) => fleiss.fleiss(totals) };
    }
  }
}
