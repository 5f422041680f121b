import type { Actor } from '../model/codebook';
import type { Range } from '../model/range';
import { NameScan, type NameHit } from './nameScan';

/** An actor and where its name stands. */
export interface FoundName {
  readonly actor: Actor;
  readonly range: Range;
}

/** White space within a name may take this much more room in the text than in the codebook. */
const SLACK = 40;

/** Finds the actors of a codebook by name and alias at one place of a text. Built once a codebook; a look-up costs the names'
 * longest length, not their number. */
export class NameFinder {
  readonly #scan: NameScan;
  readonly #reach: number;

  constructor(actors: readonly Actor[]) {
    this.#scan = new NameScan(actors);
    this.#reach = this.#scan.longest + SLACK;
  }

  /** The known name or alias that holds `offset` or ends there: the longest, else the one that goes on behind `offset`,
   * else the one that stands first in the codebook. A possessive ’s is not part of it. */
  at(text: string, offset: number): FoundName | undefined {
    return this.all(text, offset)[0];
  }

  /** All actors known by the longest name or alias at `offset` (see {@link at}); more than one where they share it. */
  all(text: string, offset: number): FoundName[] {
    const around = { start: Math.max(0, offset - this.#reach), end: Math.min(text.length, offset + this.#reach) };
    const hits = this.#scan
      .candidates(text, around)
      .filter(({ range }) => range.start <= offset && offset <= range.end)
      .sort((a, b) => rank(a.range, offset) - rank(b.range, offset) || size(b.range) - size(a.range));
    return hits.slice(0, 1).flatMap(({ actors, range }) => actors.map((actor) => ({ actor, range })));
  }

  /** The known names of a range in order, the longest where they overlap; one that reaches over the range's edge is left out. */
  within(text: string, range: Range): FoundName[] {
    return this.#scan.within(text, range).flatMap(first);
  }

  /** The actors whose name or alias `surface` is, those with the name first. A possessive, white space at the edges and a
   * leading "the" don't count, nor do the full stops of "Inc." where nothing fits better. */
  matching(surface: string): Actor[] {
    const bare = surface.trim().replace(/['’ʼ]s$/u, '');
    for (const candidate of [bare, bare.replace(/^the\s+/iu, ''), bare.replaceAll('.', '')]) {
      const fitting = this.#scan.named(candidate);
      if (fitting.length > 0) return fitting;
    }
    return [];
  }
}

function first({ range, actors: [actor] }: NameHit): FoundName[] {
  return actor ? [{ actor, range }] : [];
}

/** A name that goes on at the offset before one that ends there. */
function rank(range: Range, offset: number): number {
  return offset < range.end ? 0 : 1;
}

function size(range: Range): number {
  return range.end - range.start;
}
