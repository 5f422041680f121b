// What was found beside what is marked.
import type { Range } from '../../src/model/range';
import type { Claim, Marks, Mention } from './gold';

/** What is right, what was found, and what is marked. */
export interface Counts {
  readonly right: number;
  readonly found: number;
  readonly marked: number;
}

export interface Scores {
  /** Range and actor are those of a mention that is marked. */
  readonly mentions: Counts;
  /** Ranges alone. */
  readonly ranges: Counts;
  /** Pairs whose ranges have half or more in common, one to one. */
  readonly claims: Counts;
  /** Speakers of the claims that were paired. */
  readonly matchedSpeakers: Counts;
  /** Speakers of all claims: right only where the claim was paired. */
  readonly speakers: Counts;
  readonly addressees: Counts;
  readonly holders: Counts;
  /** Of the paired claims with a stance marked (found: those with one found). */
  readonly stances: Counts;
  /** Of the paired claims. */
  readonly attributions: Counts;
  readonly sources: Counts;
}

/** Least share that two ranges of a pair have in common. */
const LEAST = 0.5;

export function scored(gold: Marks, found: Marks): Scores {
  const pairs = pairsOf(
    gold.claims.map(({ range }) => range),
    found.claims.map(({ range }) => range),
  ).flatMap(([marked, claim]) => {
    const [a, b] = [gold.claims[marked], found.claims[claim]];
    return a && b ? [[a, b] as const] : [];
  });
  /** What the paired claims have in common of one field. */
  const inPairs = (of: (claim: Claim) => readonly string[]): Counts => ({
    right: sum(pairs.map(([a, b]) => of(b).filter((value) => of(a).includes(value)).length)),
    found: sum(pairs.map(([, b]) => of(b).length)),
    marked: sum(pairs.map(([a]) => of(a).length)),
  });
  const single = (of: (claim: Claim) => string | undefined): Counts =>
    inPairs((claim) => [of(claim)].filter((value) => value !== undefined));
  const speakers = inPairs((claim) => claim.speakers);
  const sources = pairsOf(gold.sources, found.sources);
  return {
    mentions: exact(gold.mentions, found.mentions, ({ range, actor }) => `${range.start}-${range.end} ${actor}`),
    ranges: exact(gold.mentions, found.mentions, ({ range }) => `${range.start}-${range.end}`),
    claims: { right: pairs.length, found: found.claims.length, marked: gold.claims.length },
    matchedSpeakers: speakers,
    speakers: {
      right: speakers.right,
      found: sum(found.claims.map((claim) => claim.speakers.length)),
      marked: sum(gold.claims.map((claim) => claim.speakers.length)),
    },
    addressees: inPairs(({ addressees }) => addressees),
    holders: inPairs(({ holders }) => holders),
    stances: single(({ stance }) => stance),
    attributions: single(({ attribution }) => attribution),
    sources: { right: sources.length, found: found.sources.length, marked: gold.sources.length },
  };
}

/** The pairs of indexes that have most in common (Jaccard, at least half), best first, each index once. */
export function pairsOf(gold: readonly Range[], found: readonly Range[]): [number, number][] {
  const all = gold.flatMap((a, marked) => found.map((b, index) => ({ marked, index, common: jaccard(a, b) })));
  const [usedGold, usedFound] = [new Set<number>(), new Set<number>()];
  return all
    .filter(({ common }) => common >= LEAST)
    .sort((a, b) => b.common - a.common)
    .flatMap(({ marked, index }): [number, number][] => {
      if (usedGold.has(marked) || usedFound.has(index)) return [];
      usedGold.add(marked);
      usedFound.add(index);
      return [[marked, index]];
    });
}

export function jaccard(a: Range, b: Range): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

export function added(all: readonly Scores[]): Scores {
  const total = (of: keyof Scores): Counts => ({
    right: sum(all.map((scores) => scores[of].right)),
    found: sum(all.map((scores) => scores[of].found)),
    marked: sum(all.map((scores) => scores[of].marked)),
  });
  return {
    mentions: total('mentions'),
    ranges: total('ranges'),
    claims: total('claims'),
    matchedSpeakers: total('matchedSpeakers'),
    speakers: total('speakers'),
    addressees: total('addressees'),
    holders: total('holders'),
    stances: total('stances'),
    attributions: total('attributions'),
    sources: total('sources'),
  };
}

export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Shares from 0 to 1; NaN where there is nothing to divide by. */
export function ratesOf({ right, found, marked }: Counts): Rates {
  const [precision, recall] = [right / found, right / marked];
  return { precision, recall, f1: (2 * right) / (found + marked) };
}

function exact(gold: readonly Mention[], found: readonly Mention[], keyOf: (mention: Mention) => string): Counts {
  const keys = new Set(gold.map(keyOf));
  const seen = new Set(found.map(keyOf));
  return { right: [...seen].filter((key) => keys.has(key)).length, found: seen.size, marked: keys.size };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
