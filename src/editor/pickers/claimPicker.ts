import type { Range } from '../../model/range';
import type { Arguments } from '../commands/arguments';
import type { Workplace } from '../commands/tagging';
import type { Parts } from '../parts';

/** What the person made of a claim: its targets, which the picker may have resized, and its fields as tagClaim takes them. */
export interface ClaimChoice {
  readonly targets: readonly (readonly Range[])[];
  readonly args: Arguments;
}

export async function askClaim(
  _parts: Parts,
  _place: Workplace,
  _targets: readonly (readonly Range[])[],
): Promise<ClaimChoice | undefined> {
  return undefined;
}
