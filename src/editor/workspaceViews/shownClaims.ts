import type * as vscode from 'vscode';
import { inSlices } from '../../anchoring/slices';
import { cell } from '../../corpus/columns';
import type { CorpusArticle } from '../../corpus/indexed';
import type { Rows } from '../../corpus/rows';
import type { Standing } from '../../model/annotation';
import { letOthersWork } from '../letOthersWork';
import type { Parts } from '../parts';
import { claimFields } from './claimFields';
import {
  claimsIn,
  grouped,
  groupings,
  keysOf,
  type Belonging,
  type ClaimIn,
  type Grouped,
  type GroupedArticle,
  type Grouping,
  type KeySources,
} from './claimGroups';
import { claimGroupRows, type ClaimsShown } from './claimRows';
import { AllClaimWords } from './claimWords';
import { parseFilter, fitsFilter, type Term } from './filterTerms';
import { storedStanding, type FullAnnotations } from './fullAnnotations';
import type { ClaimsOf, Row } from './row';
import { THESE, theseOf } from './theseClaims';
import type { Book, Workspace } from './workspace';

const GROUPING_KEY = 'claims.groupedBy';
const SLICE_MS = 10;

/** How many claims the filter leaves. */
export interface Left {
  readonly meant: number;
  readonly all: number;
}

/** The claims of the workspace, grouped and filtered as a person wants them. */
export class ShownClaims {
  /** As it was typed. */
  filter = '';
  /** By codebook, as of its last rows. */
  private readonly leftIn = new Map<string, Left>();
  private terms: readonly Term[] = [];
  private readonly caches = new Map<string, { readonly how: string; readonly cache: WeakMap<Rows, GroupedArticle> }>();
  private readonly words: AllClaimWords;

  constructor(
    private readonly parts: Parts,
    private readonly workspace: Workspace,
    private readonly full: FullAnnotations,
    private readonly memory: vscode.Memento,
  ) {
    this.words = new AllClaimWords(parts, full);
  }

  get by(): Grouping {
    const kept = this.memory.get<string>(GROUPING_KEY);
    return groupings.find((known) => known === kept) ?? 'topic';
  }

  /** As of the last rows. */
  get left(): Left {
    const all = this.workspace.books.map(({ key }) => this.leftIn.get(key) ?? { meant: 0, all: 0 });
    return all.reduce((sum, one) => ({ meant: sum.meant + one.meant, all: sum.all + one.all }), { meant: 0, all: 0 });
  }

  async groupBy(by: Grouping): Promise<void> {
    await this.memory.update(GROUPING_KEY, by);
  }

  /** Takes a filter over; resolves once it can be applied, false where another one came meanwhile. */
  async filterBy(typed: string, progress: (share: number) => void): Promise<boolean> {
    this.filter = typed.trim();
    const terms = parseFilter(typed);
    if (terms.length === 0) this.words.forget();
    else await this.read(progress, () => this.filter !== typed.trim());
    if (this.filter !== typed.trim()) return false;
    this.terms = terms;
    return true;
  }

  /** The rows below a codebook's. */
  async rows(book: Book): Promise<readonly Row[]> {
    const shown = await this.groups(book);
    this.leftIn.set(book.key, shown.grouped);
    return claimGroupRows(shown);
  }

  /** The groups of a codebook's claims. */
  async groups(book: Book): Promise<ClaimsShown> {
    if (this.terms.length > 0) await this.read();
    const { by, terms } = this;
    const work = grouped(this.workspace.index, this.urisOf(book), {
      by,
      sources: this.sources(book),
      isMeant: this.meantBy(book, terms),
      cache: this.cacheOf(book),
    });
    const result = await inSlices(work, { slice: SLICE_MS, pause: letOthersWork });
    const found: Grouped = result ?? { groups: new Map(), meant: 0, all: 0 };
    return {
      book,
      by,
      grouped: found,
      index: () => this.workspace.index,
      full: this.full,
      inGroup: (key) => this.claimsIn(book, by, key, found.groups.get(key)?.map(({ uri }) => uri) ?? [], terms),
    };
  }

  /** The claims of a group or about a thing that a filter leaves, in the workspace's order. */
  async find({ book: key, by, key: group }: ClaimsOf, filter: string): Promise<readonly ClaimIn[]> {
    const book = this.workspace.book(key);
    const terms = parseFilter(filter);
    if (terms.length > 0) await this.read();
    if (by === THESE) return this.these(group);
    return book ? this.claimsIn(book, by as Belonging, group, this.urisOf(book), terms) : [];
  }

  /** Claims of whichever codebook, whether they count in figures or not. */
  private these(key: string): readonly ClaimIn[] {
    const { index } = this.workspace;
    const { ids } = theseOf(key);
    return Array.from(index.ordered()).flatMap(({ uri }) => {
      const wanted = ids.get(uri);
      const rows = wanted && index.rowsOf(uri);
      if (!rows) return [];
      const all = Array.from({ length: rows.count }, (_, row) => ({ uri, rows, row }));
      return all.filter(({ row }) => wanted.has(rows.id(row)));
    });
  }

  /** Forgotten where something else than an article changed that decides what is in which group. */
  private cacheOf({ key, known: { merges }, lists }: Book): WeakMap<Rows, GroupedArticle> {
    const names = this.terms.length === 0 ? '' : JSON.stringify([lists.actors, lists.topics, lists.sources]);
    const how = JSON.stringify([this.by, this.terms, merges, names]);
    const known = this.caches.get(key);
    if (known?.how === how) return known.cache;
    const cache = new WeakMap<Rows, GroupedArticle>();
    this.caches.set(key, { how, cache });
    return cache;
  }

  private claimsIn(
    book: Book,
    by: Belonging,
    key: string,
    uris: readonly string[],
    terms: readonly Term[],
  ): readonly ClaimIn[] {
    const { index } = this.workspace;
    const sources = this.sources(book);
    const isMeant = this.meantBy(book, terms);
    return uris.flatMap((uri) => {
      const rows = index.rowsOf(uri);
      const claims = rows ? claimsIn(rows, uri) : [];
      return claims.filter((one) => keysOf(by, one, sources).includes(key) && isMeant(one));
    });
  }

  private urisOf({ tallies }: Book): readonly string[] {
    return (tallies?.articles ?? []).map(({ uri }) => uri);
  }

  private sources({ known: { resolved } }: Book): KeySources {
    const open = new Map([...this.parts.articles.all()].map((article) => [article.key, article]));
    const standingOf = ({ uri, rows, row }: ClaimIn): Standing =>
      open.get(uri)?.annotation(rows.id(row))?.standing ?? storedStanding(rows.textAt(rows.number(row, cell.text)));
    return { resolved, standingOf };
  }

  private meantBy({ known }: Book, terms: readonly Term[]): (one: ClaimIn) => boolean {
    let last: { readonly uri: string; readonly article: CorpusArticle | undefined } | undefined;
    return (one) => {
      if (terms.length === 0) return true;
      const { uri, rows, row } = one;
      if (last?.uri !== uri) last = { uri, article: this.workspace.index.known(uri) };
      const { article } = last;
      return fitsFilter(terms, claimFields(one, { known, article, words: this.words.of(uri, rows.id(row)) }));
    };
  }

  private async read(
    progress: (share: number) => void = () => undefined,
    isOver: () => boolean = () => false,
  ): Promise<void> {
    const { books, index } = this.workspace;
    const claims = new Map<string, readonly string[]>();
    for (const uri of books.flatMap((book) => this.urisOf(book))) {
      const rows = index.rowsOf(uri);
      const ids = rows ? claimsIn(rows, uri).map(({ row }) => rows.id(row)) : [];
      if (ids.length > 0) claims.set(uri, ids);
    }
    await this.words.read(claims, progress, isOver);
  }
}
