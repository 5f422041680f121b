import type { Candidate, Target } from '../../model/annotation';
import type { PlacedRange } from '../following/followed';

/** A target as a sidecar holds it. */
export interface StoredTarget {
  readonly target: readonly Target[];
  /** Of the text that the target refers to: its `text`, or else the article's. */
  readonly sha256: string;
}

/** A target that is to be found again. */
export interface SoughtTarget extends StoredTarget {
  /** Whether a person said that its text is gone: it isn't looked for then. */
  readonly orphaned?: boolean | undefined;
}

/** Where a range stands in a text, and how sure that is. */
export interface Placement extends PlacedRange {
  /** 0 to 1; 1 where the range was never in doubt. */
  readonly confidence: number;
  /** Where it is uncertain: at most five likely places, best first; else empty. */
  readonly candidates: readonly Candidate[];
}
