import { cell, linkCell } from './columns';
import { fitting, linkedTo, type Fits } from './wanted';
import type { Rows } from './rows';

/** What there is of an actor, a topic or a source. What lies in excluded ranges, or is superseded, counts in none. */
export interface Figures {
  /** Of an actor its mentions, of a source its places, of a topic its passages. */
  readonly mentions: number;
  /** Articles in which any of it is. */
  readonly articles: number;
  /** Of an actor those whose position is its (the holder's where there is one, else the speaker's; `for` counts too), of a
   * topic its own, of a source those that a link leads from to it. */
  readonly claims: number;
  /** Of `claims`; '' stands for no stance. */
  readonly byStance: ReadonlyMap<string, number>;
  /** Of the dates of these claims, each one's own or else its article's; without any, of the articles'. As they are
   * written: "2022-07" comes before "2022-07-01". */
  readonly first?: string;
  readonly last?: string;
}

/** What of an article figures are of; undefined where it has nothing of that. */
export interface Measured {
  readonly mentions: Fits | undefined;
  readonly claims: Fits | undefined;
}

export function ofActor(rows: Rows, actors: ReadonlySet<string>): Measured {
  return { mentions: fitting(rows, { actors }), claims: claimsThat(rows, hasPosition(rows, actors)) };
}

export function ofTopic(rows: Rows, topics: ReadonlySet<string>): Measured {
  return { mentions: fitting(rows, { type: 'passage', topics }), claims: fitting(rows, { type: 'claim', topics }) };
}

export function ofSource(rows: Rows, sources: ReadonlySet<string>): Measured {
  const among = rows.among(sources);
  const isPlace = fitting(rows, { type: 'source' });
  return {
    mentions: among && isPlace && ((row) => isPlace(row) && among[rows.number(row, cell.source)] === 1),
    claims: claimsThat(
      rows,
      among && ((row) => rows.someLink(row, (link) => among[rows.linked(link, 'source')] === 1)),
    ),
  };
}

function claimsThat(rows: Rows, fits: Fits | undefined): Fits | undefined {
  const isClaim = fitting(rows, { type: 'claim' });
  return fits && isClaim && ((row) => isClaim(row) && fits(row));
}

function hasPosition(rows: Rows, actors: ReadonlySet<string>): Fits | undefined {
  const speaks = linkedTo(rows, 'speaker', actors);
  const holds = linkedTo(rows, 'holder', actors);
  const holder = rows.placeOf('holder');
  const isHeld: Fits = (row) => rows.someLink(row, (link) => rows.linkNumber(link, linkCell.role) === holder);
  if (!speaks && !holds) return undefined;
  return (row) => (holder > 0 && isHeld(row) ? holds : speaks)?.(row) === true;
}

const dateForm = /^\d{4}(-\d\d){0,2}$/;

/** Adds up figures, article by article. */
export class FiguresSum {
  #mentions = 0;
  #articles = 0;
  #claims = 0;
  readonly #byStance = new Map<string, number>();
  readonly #ofClaims = new Dates();
  readonly #ofArticles = new Dates();

  /** @param date the article's */
  add(date: string | undefined, rows: Rows, { mentions, claims }: Measured): void {
    if (!mentions && !claims) return;
    let isAny = false;
    for (let row = 0; row < rows.count; row += 1) {
      if (!rows.counts(row)) continue;
      if (mentions?.(row)) this.#mentions += 1;
      else if (claims?.(row)) this.#addClaim(rows, row, date);
      else continue;
      isAny = true;
    }
    if (!isAny) return;
    this.#articles += 1;
    this.#ofArticles.add(date);
  }

  figures(): Figures {
    const { first, last } = this.#ofClaims.first === undefined ? this.#ofArticles : this.#ofClaims;
    return {
      ...{ mentions: this.#mentions, articles: this.#articles, claims: this.#claims, byStance: this.#byStance },
      ...(first === undefined || last === undefined ? {} : { first, last }),
    };
  }

  #addClaim(rows: Rows, row: number, date: string | undefined): void {
    const stance = rows.textAt(rows.number(row, cell.stance)) ?? '';
    this.#claims += 1;
    this.#byStance.set(stance, (this.#byStance.get(stance) ?? 0) + 1);
    this.#ofClaims.add(rows.textAt(rows.number(row, cell.date)) ?? date);
  }
}

/** The first and last of dates; what isn't one is passed over. */
class Dates {
  first: string | undefined;
  last: string | undefined;

  add(date: string | undefined): void {
    if (date === undefined || !dateForm.test(date)) return;
    if (this.first === undefined || date < this.first) this.first = date;
    if (this.last === undefined || date > this.last) this.last = date;
  }
}
