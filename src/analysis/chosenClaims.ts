import type { AnalysedAnnotation, AnalysedArticle } from './analysedArticle';
import type { ClaimChoice } from './claimChoice';
import { ClaimChooser } from './claimChoosing';
import { claimsByCodebook, type ArticleClaims } from './claims';
import { daysOf } from './dates';
import { reasons, type ClaimCounts, type Reason } from './network/network';
import type { Value, Variable } from './variables';

/** Goes through the claims that are meant, article by article, and counts them and the others. */
export class ChosenClaims {
  readonly #chooser: ClaimChooser;
  readonly #claimsOf = claimsByCodebook();
  #claims = 0;
  #used = 0;
  readonly #leftOut = Object.fromEntries(reasons.map((reason) => [reason, 0])) as Record<Reason, number>;

  /** @param apart variables of which `exclude` and `only` leave out the values alone */
  constructor(
    private readonly choice: ClaimChoice,
    apart: readonly Variable[] = [],
  ) {
    this.#chooser = new ClaimChooser(choice, { apart });
  }

  in(article: AnalysedArticle): ArticleClaims {
    return this.#claimsOf(article);
  }

  /** The claims of an article that are meant.
   * @throws {SettingsError} where a value may mean several things */
  *of(claims: ArticleClaims): Iterable<AnalysedAnnotation> {
    for (const claim of claims.all()) {
      this.#claims += 1;
      const reason = this.#chooser.reasonAgainst(claims, claim);
      if (reason === undefined) {
        this.#used += 1;
        yield claim;
      } else this.#leftOut[reason] += 1;
    }
  }

  /** What a claim has for a variable, without what is left out of it alone. */
  values(variable: Variable, claims: ArticleClaims, claim: AnalysedAnnotation): readonly Value[] {
    return this.#chooser.values(variable, claims, claim);
  }

  /** A claim that is meant turned out to have nothing that could be counted. */
  drop(reason: Reason): void {
    this.#used -= 1;
    this.#leftOut[reason] += 1;
  }

  /** Whether another annotation than a claim is meant: `exclude` and `only` are asked of claims alone. */
  isMeant({ article }: ArticleClaims, annotation: AnalysedAnnotation): boolean {
    const { irrelevant, superseded, excludedRanges, from, to } = this.choice;
    const { counts } = annotation;
    if (!irrelevant && article.coding.some(({ status }) => status === 'irrelevant')) return false;
    if ((counts === 'superseded' && !superseded) || (counts === 'excluded' && !excludedRanges)) return false;
    if (from === undefined && to === undefined) return true;
    const day = daysOf(annotation.date ?? article.info.date ?? '')?.first;
    if (day === undefined) return false;
    return day >= (daysOf(from ?? '')?.first ?? -Infinity) && day <= (daysOf(to ?? '')?.last ?? Infinity);
  }

  /** To be asked when all articles were gone through.
   * @throws {SettingsError} where `exclude` or `only` has a value that nothing has */
  counts(): ClaimCounts {
    this.#chooser.assertMet();
    return { claims: this.#claims, used: this.#used, leftOut: { ...this.#leftOut } };
  }
}
