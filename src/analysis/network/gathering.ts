import type { AnalysedAnnotation, AnalysedArticle } from '../analysedArticle';
import { ClaimChooser, type ClaimReason } from '../claimChoosing';
import { claimsByCodebook, type ArticleClaims } from '../claims';
import { Growing, int32s, uint32s } from '../growing';
import { valuesOf, type Value } from '../variables';
import { ClaimEvents } from './claimEvents';
import { LevelFinder, NO_LEVEL } from './levels';
import { reasons, type Reason } from './network';
import { DuplicateScopes } from './scopes';
import type { NetworkSettings } from './settings';
import { sortedStatements } from './sorting';
import { UNDATED, type Statements } from './statements';
import { Vocabulary } from './vocabulary';

/** Claims that aren't there for a network: their values are none of its isolates, nor levels of its qualifier. */
const unseen: readonly (ClaimReason | undefined)[] = ['irrelevant', 'superseded', 'excluded', 'imputed'];

/** What stands where a claim of an event list has no row or column. */
const nothing: Value = { id: '', label: '' };

/** Makes statements of the claims of articles, which come one by one; holds some tens of bytes a claim, and its id. */
export class StatementGatherer {
  readonly #claimsOf = claimsByCodebook();
  readonly #chooser: ClaimChooser;
  readonly #levels: LevelFinder;
  readonly #scopes: DuplicateScopes;
  readonly #events: ClaimEvents | undefined;

  readonly #rows = new Vocabulary();
  readonly #columns = new Vocabulary();
  readonly #qualities = new Vocabulary();
  /** Of each statement. */
  readonly #row = new Growing(uint32s);
  readonly #column = new Growing(uint32s);
  readonly #quality = new Growing(uint32s);
  /** Of each claim that has statements: where these begin, and more. */
  readonly #begin = new Growing(uint32s);
  readonly #day = new Growing(int32s);
  readonly #scope = new Growing(uint32s);
  readonly #article = new Growing(uint32s);
  readonly #ids: string[] = [];

  readonly #articles: { readonly key: string; readonly path: string }[] = [];
  readonly #leftOut = Object.fromEntries(reasons.map((reason) => [reason, 0])) as Record<Reason, number>;
  #count = 0;
  #impossibleDates = 0;

  constructor(private readonly settings: NetworkSettings) {
    const { mode, rows, columns, qualifier, window, duplicates } = settings;
    this.#chooser = new ClaimChooser(settings, { apart: [rows, columns], dated: window !== 'no' });
    this.#levels = new LevelFinder(qualifier);
    this.#scopes = new DuplicateScopes(duplicates);
    if (mode === 'event-list') this.#events = new ClaimEvents([rows, columns, qualifier]);
  }

  /** The articles are to come in the workspace's order.
   * @throws {SettingsError} where a value that is chosen may mean several things in the article's codebook */
  add(article: AnalysedArticle): void {
    const claims = this.#claimsOf(article);
    this.#levels.add(article.codebook);
    this.#articles.push({ key: article.key, path: article.path });
    this.#events?.addArticle(claims);
    for (const claim of claims.all()) {
      this.#count++;
      const reason = this.#added(claims, claim);
      if (reason !== undefined) this.#leftOut[reason]++;
    }
  }

  /** What the claims state. Nothing is to be added afterwards.
   * @throws {SettingsError} where the settings don't go with the qualifier, or a value is chosen that nothing has */
  statements(): Statements {
    this.#chooser.assertMet();
    const { settings } = this;
    const { levels, levelOf } = this.#levels.found(this.#qualities.values);
    const claims = { article: this.#article.taken(), articles: this.#articles, ids: this.#ids };
    const sorted = sortedStatements({
      settings,
      ...{ columns: this.#columns.values.length, levels, levelOf },
      ...{ row: this.#row.taken(), column: this.#column.taken(), quality: this.#quality.taken() },
      ...{ begin: this.#begin.taken(), day: this.#day.taken(), scope: this.#scope.taken() },
    });
    const leftOut = { ...this.#leftOut, 'no-qualifier': sorted.withoutLevel, duplicate: sorted.duplicates };
    const used = claims.ids.length - sorted.withoutLevel - sorted.duplicates;
    return {
      ...sorted.statements,
      ...{ settings, rows: this.#rows.values, columns: this.#columns.values, levels },
      claims: { ...claims, ...(this.#events ? { events: this.#events } : {}) },
      counts: { claims: this.#count, used, leftOut },
      impossibleDates: this.#impossibleDates,
    };
  }

  /** Adds the claim's statements, or tells why it has none. */
  #added(claims: ArticleClaims, claim: AnalysedAnnotation): Reason | undefined {
    const reason = this.#chooser.reasonAgainst(claims, claim);
    if (unseen.includes(reason)) return reason;
    const { rows, columns, qualifier, mode, aggregation } = this.settings;
    // The values of claims that are left out below are isolates, or levels, of the network all the same.
    const [row, column] = [
      numbered(this.#rows, this.#chooser.values(rows, claims, claim)),
      numbered(this.#columns, this.#chooser.values(columns, claims, claim)),
    ];
    const quality = numbered(this.#qualities, valuesOf(qualifier, claims, claim, this.settings));
    const date = claims.date(claim);
    const { day, scope } = this.#scopes.dated(date, this.#articles.length - 1);
    if (date !== undefined && day === undefined) this.#impossibleDates++;
    if (reason !== undefined) return reason;
    const isList = mode === 'event-list';
    if (row.length === 0) {
      if (!isList) return 'no-row';
      row.push(this.#rows.number(nothing));
    }
    if (column.length === 0) {
      if (!isList) return 'no-column';
      column.push(this.#columns.number(nothing));
    }
    if (quality.length === 0) quality.push(NO_LEVEL);
    this.#begin.push(this.#row.length);
    this.#day.push(day ?? UNDATED);
    this.#scope.push(scope);
    this.#article.push(this.#articles.length - 1);
    this.#ids.push(claim.id);
    this.#events?.addClaim(claims, claim, this.#chooser);
    // Where the qualifier isn't looked at, a claim that has several levels counts once all the same.
    this.#addStatements(row, column, aggregation === 'ignore' ? quality.slice(0, 1) : quality);
    return undefined;
  }

  #addStatements(rows: readonly number[], columns: readonly number[], qualities: readonly number[]): void {
    for (const row of rows) {
      for (const column of columns) {
        for (const quality of qualities) {
          this.#row.push(row);
          this.#column.push(column);
          this.#quality.push(quality);
        }
      }
    }
  }
}

function numbered(vocabulary: Vocabulary, values: readonly Value[]): number[] {
  return values.map((value) => vocabulary.number(value));
}
