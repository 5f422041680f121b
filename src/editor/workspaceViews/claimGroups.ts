import type { Work } from '../../anchoring/slices';
import { cell } from '../../corpus/columns';
import type { CorpusIndex } from '../../corpus/corpusIndex';
import type { Rows } from '../../corpus/rows';
import { ownOf, positionsOf, restsOn, speakersOf, type Resolved } from '../../corpus/tallies';
import type { Standing } from '../../model/annotation';
import type { ArticleCount } from './counts';

/** By what the view groups claims. */
export const groupings = ['topic', 'speaker', 'article', 'verdict', 'standing'] as const;
export type Grouping = (typeof groupings)[number];

/** By what claims belong together: as the view groups them, or by whose position they are, or by what they rest on. */
export type Belonging = Grouping | 'position' | 'source';

/** A claim by its row, in the annotations of an article (uri as text). */
export interface ClaimIn {
  readonly uri: string;
  readonly rows: Rows;
  readonly row: number;
}

/** What keys are told from. */
export interface KeySources {
  readonly resolved: Resolved;
  readonly standingOf: (claim: ClaimIn) => Standing;
}

/** The groups that a claim is in, at least one: '' is that of claims without a topic, speaker or verdict. */
export function keysOf(by: Belonging, one: ClaimIn, { resolved, standingOf }: KeySources): readonly string[] {
  const { uri, rows, row } = one;
  switch (by) {
    case 'topic':
      return [ownOf('topic', rows, row, resolved)];
    case 'speaker':
      return speakersOf(rows, row, resolved);
    case 'article':
      return [uri];
    case 'verdict':
      return [rows.textAt(rows.number(row, cell.verdict)) ?? ''];
    case 'standing':
      return [standingOf(one)];
    case 'position':
      return positionsOf(rows, row, resolved);
    case 'source':
      return restsOn(rows, row, resolved);
  }
}

/** All claims that count, and where, by group. */
export interface Grouped {
  /** By key: in which articles there are how many, in the workspace's order. */
  readonly groups: ReadonlyMap<string, readonly ArticleCount[]>;
  /** Claims that are meant, each once, and all. */
  readonly meant: number;
  readonly all: number;
}

/** What is in one article. */
export interface GroupedArticle {
  readonly counts: ReadonlyMap<string, number>;
  readonly meant: number;
  readonly all: number;
}

/** What decides in which groups a claim is. */
export interface HowGrouped {
  readonly by: Belonging;
  readonly sources: KeySources;
  readonly isMeant: (claim: ClaimIn) => boolean;
  /** What is known of articles that weren't set anew in the index since; for this way of grouping alone. */
  readonly cache: WeakMap<Rows, GroupedArticle>;
}

/** Groups the claims of some articles (uris as text, in the workspace's order) that are meant. */
export function* grouped(index: CorpusIndex, uris: readonly string[], how: HowGrouped): Work<Grouped> {
  const groups = new Map<string, ArticleCount[]>();
  let [meant, all] = [0, 0];
  for (const [at, uri] of uris.entries()) {
    const rows = index.rowsOf(uri);
    if (!rows) continue;
    let article = how.cache.get(rows);
    if (!article) how.cache.set(rows, (article = groupedArticle(rows, uri, how)));
    for (const [key, count] of article.counts) {
      const counts = groups.get(key);
      if (counts) counts.push({ uri, count });
      else groups.set(key, [{ uri, count }]);
    }
    meant += article.meant;
    all += article.all;
    yield at / uris.length;
  }
  return { groups, meant, all };
}

function groupedArticle(rows: Rows, uri: string, { by, sources, isMeant }: HowGrouped): GroupedArticle {
  const claims = claimsIn(rows, uri);
  const counts = new Map<string, number>();
  let meant = 0;
  for (const one of claims) {
    if (!isMeant(one)) continue;
    meant += 1;
    for (const key of keysOf(by, one, sources)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { counts, meant, all: claims.length };
}

/** The claims of an article that count, in the order of its text. */
export function claimsIn(rows: Rows, uri: string): readonly ClaimIn[] {
  const claims: ClaimIn[] = [];
  const claim = rows.placeOf('claim');
  for (let row = 0; claim > 0 && row < rows.count; row += 1) {
    if (rows.number(row, cell.type) === claim && rows.counts(row)) claims.push({ uri, rows, row });
  }
  return claims;
}
