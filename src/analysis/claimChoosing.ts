import type { AnalysedAnnotation } from './analysedArticle';
import type { ClaimChoice } from './claimChoice';
import type { ArticleClaims } from './claims';
import { daysOf } from './dates';
import { ValueMatcher } from './valueMatching';
import { valuesOf, variableText, type Value, type Variable } from './variables';

/** Why a claim isn't among those that are meant, in the order in which they are looked at. */
export const claimReasons = [
  ...(['irrelevant', 'superseded', 'excluded', 'imputed', 'undated', 'outside', 'filtered'] as const),
] as const;
export type ClaimReason = (typeof claimReasons)[number];

export interface Choosing {
  /** Variables of which `exclude` and `only` leave out the values alone, and not the claim that has others too. */
  readonly apart?: readonly Variable[];
  /** Whether claims without a date are left out in any case. */
  readonly dated?: boolean;
}

/** Tells which claims an analysis is about. */
export class ClaimChooser {
  readonly #apart: ReadonlySet<string>;
  readonly #filters: readonly Filter[];
  readonly #dated: boolean;
  readonly #first: number;
  readonly #last: number;
  #any = false;

  constructor(
    private readonly choice: ClaimChoice,
    { apart = [], dated = false }: Choosing = {},
  ) {
    this.#apart = new Set(apart.map(variableText));
    const matching = (setting: 'exclude' | 'only'): readonly Filter[] =>
      choice[setting].map((one) => ({ setting, matcher: new ValueMatcher(setting, one, choice) }));
    this.#filters = [...matching('exclude'), ...matching('only')];
    this.#dated = dated || choice.from !== undefined || choice.to !== undefined;
    this.#first = (choice.from === undefined ? undefined : daysOf(choice.from)?.first) ?? -Infinity;
    this.#last = (choice.to === undefined ? undefined : daysOf(choice.to)?.last) ?? Infinity;
  }

  /** Why a claim doesn't count; undefined where it does. Each claim is to be asked about, so that it is known which values there are.
   * @throws {SettingsError} where a value may mean several things */
  reasonAgainst(claims: ArticleClaims, claim: AnalysedAnnotation): ClaimReason | undefined {
    this.#any = true;
    const isFiltered = this.#isFiltered(claims, claim);
    const { choice } = this;
    if (!choice.irrelevant && claims.article.coding.some(({ status }) => status === 'irrelevant')) return 'irrelevant';
    if (!choice.superseded && claim.counts === 'superseded') return 'superseded';
    if (!choice.excludedRanges && claim.counts === 'excluded') return 'excluded';
    if (!choice.imputed && claim.attribution === 'imputed') return 'imputed';
    if (this.#dated) {
      const date = claims.date(claim);
      const day = date === undefined ? undefined : daysOf(date)?.first;
      if (day === undefined) return 'undated';
      if (day < this.#first || day > this.#last) return 'outside';
    }
    return isFiltered ? 'filtered' : undefined;
  }

  /** A claim's values of a variable; of one that is `apart`, those that are kept. */
  values(variable: Variable, claims: ArticleClaims, claim: AnalysedAnnotation): readonly Value[] {
    let kept = valuesOf(variable, claims, claim, this.choice);
    const name = variableText(variable);
    if (this.#filters.length === 0 || !this.#apart.has(name)) return kept;
    for (const { setting, matcher } of this.#filters) {
      if (variableText(matcher.choice.variable) !== name) continue;
      const met = new Set(matcher.met(claims, claim).map(({ id }) => id));
      kept = kept.filter(({ id }) => met.has(id) === (setting === 'only'));
    }
    return kept;
  }

  /** To be called when all claims were asked about.
   * @throws {SettingsError} where `exclude` or `only` has a value that nothing has; where there are claims at all */
  assertMet(): void {
    if (this.#any) for (const { matcher } of this.#filters) matcher.assertMet();
  }

  /** Whether `exclude` or `only` leaves the claim out: where the variable is `apart`, because no value of it is left. */
  #isFiltered(claims: ArticleClaims, claim: AnalysedAnnotation): boolean {
    let isFiltered = false;
    for (const { setting, matcher } of this.#filters) {
      const { variable } = matcher.choice;
      const met = matcher.met(claims, claim).length;
      if (!this.#apart.has(variableText(variable))) isFiltered ||= met > 0 === (setting === 'exclude');
      else if (met > 0 || setting === 'only') isFiltered ||= this.values(variable, claims, claim).length === 0;
    }
    return isFiltered;
  }
}

interface Filter {
  readonly setting: 'exclude' | 'only';
  readonly matcher: ValueMatcher;
}
