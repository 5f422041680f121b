import type { Work } from '../anchoring/slices';
import type { Referent } from '../model/references';
import { cell, linkCell } from './columns';
import type { CorpusIndex } from './corpusIndex';
import type { Figures } from './figures';
import type { Rows } from './rows';

/** What there is of one actor, topic or source: {@link Figures} without dates. */
export type Tally = Omit<Figures, 'first' | 'last'>;

/** The id by which a thing is known now; '' stands for none. */
export type Resolved = (kind: Referent, id: string) => string;

/** By id, what there is in one article, or in several. '' stands for what has no actor, topic or source. */
export type TallyByKind = Readonly<Record<Referent, ReadonlyMap<string, Tally>>>;

export interface TalliedArticle {
  readonly uri: string;
  readonly tally: TallyByKind;
}

const kinds = ['actor', 'topic', 'source'] as const;
const noStances: ReadonlyMap<string, number> = new Map();

/** What there is of everything that annotations refer to, in some articles and in each. Kept up to date article by article,
 * so that an update costs little where little changed. For one way to resolve ids. */
export class Tallies {
  /** In the workspace's order, as of the last update. */
  articles: readonly TalliedArticle[] = [];
  private readonly sums = noSums();
  private readonly known = new Map<string, { readonly rows: Rows; readonly tally: TallyByKind }>();

  constructor(private readonly resolved: Resolved) {}

  get total(): TallyByKind {
    return this.sums;
  }

  /** Takes over what the index has of these articles (uris as text, in the workspace's order) and of no others. */
  *update(index: CorpusIndex, uris: readonly string[]): Work<void> {
    const articles: TalliedArticle[] = [];
    const gone = new Set(this.known.keys());
    for (const [at, uri] of uris.entries()) {
      const rows = index.rowsOf(uri);
      if (!rows) continue;
      gone.delete(uri);
      const before = this.known.get(uri);
      let tally = before?.tally;
      if (!tally || before?.rows !== rows) {
        if (tally) addUp(this.sums, tally, -1);
        tally = tallyOf(rows, this.resolved);
        addUp(this.sums, tally, 1);
        this.known.set(uri, { rows, tally });
        yield at / uris.length;
      }
      articles.push({ uri, tally });
    }
    for (const uri of gone) {
      addUp(this.sums, this.known.get(uri)?.tally ?? noSums(), -1);
      this.known.delete(uri);
    }
    this.articles = articles;
  }
}

/** The actors whose position a claim is (the holders' where there are any, else the speakers'; on whose behalf too), as they
 * are known now, each once; '' where it is nobody's. */
export function positionsOf(rows: Rows, row: number, resolved: Resolved): readonly string[] {
  const [holder, speaker] = [rows.placeOf('holder'), rows.placeOf('speaker')];
  const isHeld = holder > 0 && rows.someLink(row, (link) => rows.linkNumber(link, linkCell.role) === holder);
  return actorsOf(rows, row, isHeld ? holder : speaker, true, resolved);
}

/** The actors that say a claim, as they are known now, each once; '' where nobody does. */
export function speakersOf(rows: Rows, row: number, resolved: Resolved): readonly string[] {
  return actorsOf(rows, row, rows.placeOf('speaker'), false, resolved);
}

/** The sources that a claim's links lead to, as they are known now, each once; '' where there is none. */
export function restsOn(rows: Rows, row: number, resolved: Resolved): readonly string[] {
  const found: string[] = [];
  for (let link = rows.linksEnd(row - 1); link < rows.linksEnd(row); link += 1) {
    add(found, rows, rows.linked(link, 'source'), 'source', resolved);
  }
  return found.length > 0 ? found : [''];
}

/** The actor, topic or source that an annotation itself is of, as it is known now; '' for none. */
export function ownOf(kind: Referent, rows: Rows, row: number, resolved: Resolved): string {
  const text = rows.textAt(rows.number(row, cell[kind]));
  return text === undefined ? '' : resolved(kind, text);
}

function actorsOf(rows: Rows, row: number, role: number, onBehalf: boolean, resolved: Resolved): readonly string[] {
  const found: string[] = [];
  for (let link = rows.linksEnd(row - 1); role > 0 && link < rows.linksEnd(row); link += 1) {
    if (rows.linkNumber(link, linkCell.role) !== role) continue;
    add(found, rows, rows.linked(link, 'actor'), 'actor', resolved);
    if (onBehalf) add(found, rows, rows.linkNumber(link, linkCell.for), 'actor', resolved);
  }
  return found.length > 0 ? found : [''];
}

function add(found: string[], rows: Rows, place: number, kind: Referent, resolved: Resolved): void {
  const text = rows.textAt(place);
  const id = text === undefined ? undefined : resolved(kind, text);
  if (id !== undefined && !found.includes(id)) found.push(id);
}

interface Sum {
  mentions: number;
  articles: number;
  claims: number;
  byStance: ReadonlyMap<string, number>;
}

type Sums = Readonly<Record<Referent, Map<string, Sum>>>;

function noSums(): Sums {
  return { actor: new Map(), topic: new Map(), source: new Map() };
}

function tallyOf(rows: Rows, resolved: Resolved): Sums {
  const sums = noSums();
  const [actor, source] = [rows.placeOf('actor'), rows.placeOf('source')];
  const [passage, claim] = [rows.placeOf('passage'), rows.placeOf('claim')];
  for (let row = 0; row < rows.count; row += 1) {
    if (!rows.counts(row)) continue;
    const type = rows.number(row, cell.type);
    if (type === actor) addMention(sums.actor, ownOf('actor', rows, row, resolved));
    else if (type === source) addMention(sums.source, ownOf('source', rows, row, resolved));
    else if (type === passage) addMention(sums.topic, ownOf('topic', rows, row, resolved));
    else if (type === claim) {
      const stance = rows.textAt(rows.number(row, cell.stance)) ?? '';
      addClaim(sums.topic, ownOf('topic', rows, row, resolved), stance);
      for (const id of positionsOf(rows, row, resolved)) addClaim(sums.actor, id, stance);
      for (const id of restsOn(rows, row, resolved)) addClaim(sums.source, id, stance);
    }
  }
  return sums;
}

function addMention(sums: Map<string, Sum>, id: string): void {
  const sum = sumOf(sums, id);
  sum.mentions += 1;
  sum.articles = 1;
}

function addClaim(sums: Map<string, Sum>, id: string, stance: string): void {
  const sum = sumOf(sums, id);
  sum.claims += 1;
  sum.articles = 1;
  addStance(sum, stance, 1);
}

/** Adds an article's sums to those of all, or takes them off. */
function addUp(total: Sums, more: TallyByKind, sign: 1 | -1): void {
  for (const kind of kinds) {
    for (const [id, { mentions, articles, claims, byStance }] of more[kind]) {
      const sum = sumOf(total[kind], id);
      sum.mentions += sign * mentions;
      sum.articles += sign * articles;
      sum.claims += sign * claims;
      for (const [stance, count] of byStance) addStance(sum, stance, sign * count);
      if (sum.articles === 0) total[kind].delete(id);
    }
  }
}

function addStance(sum: Sum, stance: string, more: number): void {
  if (sum.byStance === noStances) sum.byStance = new Map();
  const stances = sum.byStance as Map<string, number>;
  const count = (stances.get(stance) ?? 0) + more;
  if (count === 0) stances.delete(stance);
  else stances.set(stance, count);
}

function sumOf(sums: Map<string, Sum>, id: string): Sum {
  const known = sums.get(id);
  if (known) return known;
  const sum = { mentions: 0, articles: 0, claims: 0, byStance: noStances };
  sums.set(id, sum);
  return sum;
}
