import type { Actor } from '../model/codebook';
import { compareRanges, contains, overlaps, type Range } from '../model/range';
import { addressesIn } from './addresses';
import { AhoCorasick } from './ahoCorasick';
import { fold, unfolded } from './nameFolding';
import { isWrittenLike, nameEntries, type NameEntry } from './nameEntries';
import { standsAlone } from '../model/wordBounds';

/** A name or alias in a text. */
export interface NameHit {
  readonly range: Range;
  /** At least one; several where they share the name, those that have it as their name first. */
  readonly actors: readonly Actor[];
}

export interface ScanOptions {
  /** What touches one of these ranges is no hit. */
  readonly excluded?: readonly Range[];
  /** Only hits of these actors (ids). The longest name counts still: "Korea" is not found within "North Korea". */
  readonly of?: ReadonlySet<string>;
}

/**
 * Finds the names of a codebook's actors in a text, in one scan for all of them. What makes a name the same is {@link fold}'s,
 * its bounds are {@link standsAlone}'s, its case {@link isWrittenLike}'s. Built once a codebook, at its first scan.
 */
export class NameScan {
  readonly #entries: ReadonlyMap<string, readonly NameEntry[]>;
  readonly #keys: readonly string[];
  #automaton: AhoCorasick | undefined;

  constructor(actors: readonly Actor[]) {
    this.#entries = nameEntries(actors);
    this.#keys = [...this.#entries.keys()];
  }

  /**
   * All mentions by name, in the order of the text. Where names overlap, the longest counts, of equals the first; within
   * the name of a collective (an actor with members, or of kind group) the names that it holds count too: "US" in "the US and its
   * allies". A possessive ’s is no part of a hit, nor is anything within a web or e-mail address.
   */
  all(text: string, { excluded = [], of }: ScanOptions = {}): readonly NameHit[] {
    const free = this.candidates(text).filter(({ range }) => !excluded.some((one) => overlaps(one, range)));
    return withNested(free)
      .filter(({ actors }) => of === undefined || actors.some(({ id }) => of.has(id)))
      .sort((a, b) => compareRanges(a.range, b.range));
  }

  /** The names of a range, the longest where they overlap; one that reaches over the range's edge is left out. */
  within(text: string, range: Range): readonly NameHit[] {
    return longest(this.candidates(text, range)).sort((a, b) => compareRanges(a.range, b.range));
  }

  /** Every name in a range of the text, overlapping ones too. */
  candidates(text: string, within: Range = { start: 0, end: text.length }): NameHit[] {
    const folded = fold(text.slice(within.start, within.end));
    const addresses = addressesIn(text, within);
    const hits: NameHit[] = [];
    this.#automaton ??= new AhoCorasick(this.#keys);
    this.#automaton.scan(folded.text, (word, start, end) => {
      const found = unfolded(folded, start, end);
      if (!found) return;
      const range = { start: within.start + found.start, end: within.start + found.end };
      const surface = text.slice(range.start, range.end);
      const entries = this.#entries.get(this.#keys[word] ?? '') ?? [];
      const actors = actorsOf(entries.filter((entry) => isWrittenLike(surface, entry)));
      if (actors.length > 0 && standsAlone(text, range) && !addresses.some((one) => overlaps(one, range)))
        hits.push({ range, actors });
    });
    return hits;
  }

  /** The actors whose name or alias `surface` is, in any case but for short acronyms. */
  named(surface: string): Actor[] {
    const entries = this.#entries.get(fold(surface).text) ?? [];
    return actorsOf(entries.filter((entry) => !entry.caseSensitive || isWrittenLike(surface, entry)));
  }

  /** The length of the longest name, folded; 0 where there is none. */
  get longest(): number {
    return this.#keys.reduce((longest, { length }) => Math.max(longest, length), 0);
  }
}

function actorsOf(entries: readonly NameEntry[]): Actor[] {
  return [...new Set(entries.map(({ actor }) => actor))];
}

/** The hits of which none overlaps a longer one, and those within the collectives among them. */
function withNested(hits: readonly NameHit[]): NameHit[] {
  const chosen = longest(hits);
  const nested = chosen.flatMap((outer) => {
    if (!outer.actors.some(isCollective)) return [];
    const inside = hits.filter(({ range }) => contains(outer.range, range) && range.end - range.start < length(outer));
    return withNested(inside);
  });
  return [...chosen, ...nested];
}

/** Whether an actor stands for several: it has members, or is of kind group. */
export function isCollective({ kind, members }: Actor): boolean {
  return kind === 'group' || (members?.length ?? 0) > 0;
}

/** The longest hits, of equals the first, so that none overlaps another. */
function longest(hits: readonly NameHit[]): NameHit[] {
  const taken = new Set<number>();
  return [...hits]
    .sort((a, b) => length(b) - length(a) || a.range.start - b.range.start)
    .filter(({ range }) => {
      // A longer one that overlaps holds the first or the last unit.
      if (taken.has(range.start) || taken.has(range.end - 1)) return false;
      for (let at = range.start; at < range.end; at += 1) taken.add(at);
      return true;
    });
}

function length({ range }: NameHit): number {
  return range.end - range.start;
}
