import type { Range } from '../../../src/model/range';
import type { Changed } from '../characterMap';
import type { Text } from '../texts';

/** What is changed. */
export interface Source extends Text {
  /** Inside one block each, ascending. */
  readonly targets: readonly Range[];
  /** Sentences that the text doesn't have. */
  readonly spare: readonly string[];
}

/** Changes a text; the same for the same numbers. */
export type Change = (source: Source, random: () => number) => Changed;
