import type { PlacedAnnotation } from '../../../src/model/annotation';
import type { ImportedAnnotation } from '../../../src/exchange/imported';

/** What an annotation says, as far as a format that holds the offsets and all fields must give it back: without quotations and
 * standings, links in one order. `without` leaves out fields that the format declares as lost. */
export function said(annotation: PlacedAnnotation | ImportedAnnotation, without: readonly string[] = []): object {
  const target = annotation.target.map(({ start, end }) => ({ start, end }));
  const links = annotation.links?.map((link) => JSON.stringify(link, Object.keys(link).sort())).sort();
  const entries = Object.entries({ ...annotation, target, ...(links ? { links } : {}) });
  const left = entries.filter(([name]) => !['standing', 'isOurs', ...without].includes(name));
  return Object.fromEntries(left);
}
