import type { Format } from '../../exchange/format';
import type { ExportChoice } from '../commands/exporting';
import type { Parts } from '../parts';

export async function askExport(_parts: Parts, _formats: readonly Format[]): Promise<ExportChoice | undefined> {
  return undefined;
}
