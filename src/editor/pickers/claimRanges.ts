import { contains, type Range } from '../../model/range';
import { rangeLadder, type RangeStep } from '../../suggest/claimInput';
import { editorOf } from '../commands/target';
import type { Article } from '../store/article';

interface Ladder {
  readonly rungs: readonly Range[];
  /** The rung that was given. */
  readonly given: number;
  at: number;
}

/** The targets of a claim while its picker is open: grown and shrunk. */
export class ClaimRanges {
  /** Undefined for a target of several ranges, which stays as it is. */
  private readonly ladders: readonly (Ladder | undefined)[];

  constructor(
    article: Article,
    private readonly given: readonly (readonly Range[])[],
  ) {
    const cursors = (editorOf(article)?.selections ?? []).map(({ active }) => article.offsetAt(active));
    this.ladders = given.map(([range, ...others]) => {
      if (!range || others.length > 0) return undefined;
      const offset = cursors.find((cursor) => contains(range, { start: cursor, end: cursor })) ?? range.start;
      const rungs = rangeLadder(article.text, range, offset);
      const at = rungs.indexOf(range);
      return { rungs, given: at, at };
    });
  }

  get targets(): readonly (readonly Range[])[] {
    return this.ladders.map((ladder, index) => {
      const rung = ladder?.rungs[ladder.at];
      return rung ? [rung] : (this.given[index] ?? []);
    });
  }

  /** The first target's first range: guesses are made for it. */
  get first(): Range {
    return this.targets[0]?.[0] ?? { start: 0, end: 0 };
  }

  /** Takes every target these steps from what was given, as far as that goes. */
  follow(steps: readonly RangeStep[]): void {
    for (const ladder of this.ladders) {
      if (!ladder) continue;
      ladder.at = steps.reduce<number>(
        (at, step) => Math.max(0, Math.min(ladder.rungs.length - 1, at + step)),
        ladder.given,
      );
    }
  }
}
