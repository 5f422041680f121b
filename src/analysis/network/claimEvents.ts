import { effectiveCodebook, type CodebookLists } from '../../model/codebook';
import type { AnalysedAnnotation } from '../analysedArticle';
import type { ClaimChooser } from '../claimChoosing';
import type { ArticleClaims } from '../claims';
import { Growing, uint32s } from '../growing';
import { parseVariable, variableText, type Value, type Variable } from '../variables';
import { Vocabulary } from './vocabulary';

/** An article, as an event list says where a claim is. */
export interface EventArticle {
  readonly key: string;
  readonly path: string;
  readonly title?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly section?: string;
}

/** What an event list says of a claim besides its id. */
export interface ListedEvent {
  readonly article: EventArticle;
  /** The claim's own, else its article's; as it is written there. */
  readonly date?: string;
  /** What it has for each of the variables of the list, in their order. */
  readonly values: readonly (readonly Value[])[];
  /** Of its first range, in UTF-16 code units; `end` excluded. */
  readonly start: number;
  readonly end: number;
  /** The text of its ranges, where the article came with it. */
  readonly quote?: string;
  readonly creator?: string;
}

const usualVariables = [
  ...([
    'position',
    'speaker',
    'speaker.for',
    'holder',
    'addressee',
    'topic',
    'stance',
    'attribution',
    'source',
  ] as const),
] as const;
const knownRoles: readonly string[] = ['speaker', 'holder', 'addressee', 'source'];

/** What claims have for all variables, held as numbers: a list may have a million rows. */
export class ClaimEvents {
  readonly #variables: Variable[] = [];
  readonly #vocabularies: Vocabulary[] = [];
  readonly #codebooks = new Set<CodebookLists | undefined>();
  readonly #articles: EventArticle[] = [];
  /** Of each claim where its cells begin: article, start, end, then of each variable that was known how many values, and which. */
  readonly #begin = new Growing(uint32s);
  readonly #cells = new Growing(uint32s);
  #read: { readonly begin: Uint32Array; readonly cells: Uint32Array } | undefined;
  readonly #told: Pick<AnalysedAnnotation, 'date' | 'quote' | 'creator'>[] = [];

  /** @param wanted variables that are in the list in any case */
  constructor(wanted: readonly Variable[]) {
    for (const text of usualVariables) this.#addVariable(parseVariable(text));
    for (const variable of wanted) this.#addVariable(variable);
  }

  /** Those that claims of the articles may have. */
  get variables(): readonly Variable[] {
    return this.#variables;
  }

  addArticle({ article: { key, path, info, codebook } }: ArticleClaims): void {
    const { title, author, publisher, section } = info;
    const known = Object.entries({ title, author, publisher, section }).filter(([, value]) => value !== undefined);
    this.#articles.push({ key, path, ...(Object.fromEntries(known) as Partial<EventArticle>) });
    if (this.#codebooks.has(codebook)) return;
    this.#codebooks.add(codebook);
    const { roles, attributes } = effectiveCodebook(codebook);
    for (const { id, appliesTo, takes } of roles) {
      const leadsOut = takes.includes('actor') || takes.includes('source');
      if (appliesTo.includes('claim') && leadsOut && !knownRoles.includes(id))
        this.#addVariable({ word: 'role:', of: id });
    }
    for (const { id, appliesTo } of attributes) {
      if (appliesTo.includes('claim')) this.#addVariable({ word: 'attribute:', of: id });
    }
  }

  /** The next claim of the last article. */
  addClaim(claims: ArticleClaims, claim: AnalysedAnnotation, chooser: ClaimChooser): void {
    this.#begin.push(this.#cells.length);
    for (const cell of [this.#articles.length - 1, claim.start, claim.end]) this.#cells.push(cell);
    this.#variables.forEach((variable, at) => {
      const values = chooser.values(variable, claims, claim);
      this.#cells.push(values.length);
      for (const value of values) this.#cells.push(this.#vocabularies[at]?.number(value) ?? 0);
    });
    const date = claims.date(claim);
    const { quote, creator } = claim;
    this.#told.push({
      ...(date === undefined ? {} : { date }),
      ...(quote === undefined ? {} : { quote }),
      ...(creator === undefined ? {} : { creator }),
    });
  }

  /** @param claim by the order of adding; none is to be added afterwards */
  at(claim: number): ListedEvent {
    this.#read ??= { begin: this.#begin.taken(), cells: this.#cells.taken() };
    const { begin, cells } = this.#read;
    let at = begin[claim] ?? 0;
    const next = (): number => cells[at++] ?? 0;
    const article = this.#articles[next()];
    const until = (): number => begin[claim + 1] ?? cells.length;
    if (!article) throw new RangeError(`There is no claim ${claim}.`);
    const [start, end] = [next(), next()];
    const values = this.#vocabularies.map((vocabulary) =>
      at >= until() ? [] : Array.from({ length: next() }, () => vocabulary.values[next()] ?? { id: '', label: '' }),
    );
    return { article, values, start, end, ...this.#told[claim] };
  }

  #addVariable(variable: Variable | undefined): void {
    if (!variable || this.#variables.some((known) => variableText(known) === variableText(variable))) return;
    this.#variables.push(variable);
    this.#vocabularies.push(new Vocabulary());
  }
}
