import type { Range } from '../../model/range';
import type { Arguments } from '../commands/arguments';
import type { Workplace } from '../commands/tagging';
import type { Parts } from '../parts';

export async function askSource(
  _parts: Parts,
  _place: Workplace,
  _targets: readonly (readonly Range[])[],
): Promise<Arguments | undefined> {
  return undefined;
}
