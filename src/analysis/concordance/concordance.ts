import type { Work } from '../../anchoring/slices';
import { effectiveCodebook } from '../../model/codebook';
import { LineIndex } from '../../model/lines';
import { lookUp } from '../../model/lookup';
import { namesByCodebook } from '../../model/names';
import { overlaps, type Range } from '../../model/range';
import type { AnalysedAnnotation, AnalysedArticle } from '../analysedArticle';
import type { ArticleText } from '../articleText';
import { daysOf } from '../dates';
import { SettingsError } from '../settings';
import { columnsOf, type Table } from '../table';
import { inContext, type InContext } from './context';
import { inOrder } from './ordering';
import { searchFor, type Search } from './searching';
import type { ConcordanceSettings } from './settings';

/** One place of what was looked for; `start` and `end` are UTF-16 code units of the article's text. */
export interface ConcordanceLine extends InContext, Range {
  /** The article's, see `AnalysedArticle`. */
  readonly key: string;
  readonly path: string;
  /** In which the place begins, from 1. */
  readonly line: number;
  /** Of a mention: its annotation's id. */
  readonly annotation?: string;
}

export interface Concordance {
  readonly lines: readonly ConcordanceLine[];
  /** Articles that were looked into. */
  readonly articles: number;
  /** Mentions that don't stand in the text as it is now, and so have no context. */
  readonly unplaced: number;
}

/** What a concordance's page is told. */
export interface ConcordanceData {
  readonly lines: readonly ConcordanceLine[];
  readonly sort: ConcordanceSettings['sort'];
}

/** Collects the places of an actor or a text, article by article. */
export class ConcordanceCollector {
  readonly #lines: ConcordanceLine[] = [];
  readonly #search: Search | undefined;
  readonly #actors: ActorSought | undefined;
  #articles = 0;
  #unplaced = 0;

  /** @throws {SettingsError} where nothing, or two things, are looked for, or a regular expression can't be read */
  constructor(private readonly settings: ConcordanceSettings) {
    const { actor, search } = settings;
    if (actor !== undefined && search !== undefined) {
      throw new SettingsError('search', "An actor and a text can't be looked for at once: give one of them.");
    }
    if (search !== undefined) this.#search = searchFor(search, settings);
    else if (actor !== undefined) this.#actors = new ActorSought(actor);
    else throw new SettingsError('actor', 'Nothing is looked for: give an actor, or a text to search for.');
  }

  /** @throws {SettingsError} where several actors of the article's codebook may be meant */
  *add(article: AnalysedArticle, { text, excluded }: ArticleText): Work<void> {
    if (!this.#isChosen(article)) return;
    this.#articles += 1;
    const lines = new LineIndex(text);
    const found = this.#search ? yield* this.#places(this.#search, text, excluded) : this.#mentions(article);
    for (const [n, { start, end, id }] of found.entries()) {
      if (n % 1024 === 1023) yield n / found.length;
      const range = { start, end };
      this.#lines.push({
        ...{ key: article.key, path: article.path, line: lines.lineAt(start) + 1, start, end },
        ...inContext(text, range, this.settings),
        ...(id === undefined ? {} : { annotation: id }),
      });
    }
  }

  /** @throws {SettingsError} where nobody knows the actor */
  result(): Concordance {
    if (this.#actors?.isKnown === false && this.#articles > 0) throw this.#actors.unknown();
    const lines = inOrder(this.#lines, this.settings.sort);
    return { lines, articles: this.#articles, unplaced: this.#unplaced };
  }

  #isChosen({ coding, info }: AnalysedArticle): boolean {
    const { from, to, irrelevant } = this.settings;
    if (!irrelevant && coding.some(({ status }) => status === 'irrelevant')) return false;
    if (from === undefined && to === undefined) return true;
    const day = daysOf(info.date ?? '')?.first;
    if (day === undefined) return false;
    return day >= (daysOf(from ?? '')?.first ?? -Infinity) && day <= (daysOf(to ?? '')?.last ?? Infinity);
  }

  *#places(search: Search, text: string, excluded: readonly Range[]): Work<readonly Place[]> {
    const found = yield* search(text);
    if (this.settings.excludedRanges || excluded.length === 0) return found;
    return found.filter((range) => !excluded.some((outer) => overlaps(outer, range)));
  }

  #mentions(article: AnalysedArticle): readonly Place[] {
    const isMention = this.#actors?.of(article);
    const found = article.annotations.filter(
      (annotation) => isMention?.(annotation) === true && this.#counts(annotation),
    );
    const placed = found.filter(({ standing }) => standing === 'anchored');
    this.#unplaced += found.length - placed.length;
    return placed;
  }

  #counts({ counts }: AnalysedAnnotation): boolean {
    const { superseded, excludedRanges } = this.settings;
    return counts === 'yes' || (counts === 'superseded' ? superseded : excludedRanges);
  }
}

interface Place extends Range {
  readonly id?: string;
}

/** The actor that is meant, in each codebook. */
class ActorSought {
  isKnown = false;
  readonly #namesOf = namesByCodebook();

  constructor(private readonly wanted: string) {}

  /** Tells whether an annotation of an article is a mention of it. */
  of({ codebook }: AnalysedArticle): (annotation: AnalysedAnnotation) => boolean {
    const found = lookUp(effectiveCodebook(codebook).actors, this.wanted);
    if (found && 'ambiguous' in found) {
      const ids = found.ambiguous.map(({ id }) => id).join(', ');
      throw new SettingsError('actor', `"${this.wanted}" may be several actors: give one of the ids ${ids}.`);
    }
    if (found) this.isKnown = true;
    const wanted = found?.found.id ?? this.wanted;
    const names = this.#namesOf(codebook);
    return ({ type, actor }) => {
      if (type !== 'actor' || actor === undefined || names.actor(actor).id !== wanted) return false;
      this.isKnown = true;
      return true;
    };
  }

  unknown(): SettingsError {
    return new SettingsError(
      'actor',
      `There is no actor "${this.wanted}": give an id, a name or an alias of the codebook.`,
    );
  }
}

/** The lines as a table. */
export function concordanceTable({ lines }: Concordance): Table {
  return {
    columns: columnsOf('article', 'line', 'start', 'end', 'left', 'keyword', 'right', 'annotation'),
    rows: lines.map(({ path, line, start, end, left, keyword, right, annotation }) => [
      ...[path, line, start, end, left, keyword, right, annotation],
    ]),
  };
}
