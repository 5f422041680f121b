import type { Value } from '../analysis/variables';
import { NONE } from '../analysis/valueOrder';
import type { Paint, Paints } from './paints';
import type { Palette } from './palette';

/** Paints of values: of a scale, for, against and neither by colour and pattern, the stronger the fuller; of others, one after the
 * other. */
export function seriesPaints(values: readonly Value[], paints: Paints, palette: Palette): readonly Paint[] {
  const numbers = values.flatMap(({ number }) => number ?? []);
  const isScale = numbers.length > 0 && values.every(({ id, number }) => number !== undefined || id === NONE.id);
  const strongest = Math.max(...numbers.map(Math.abs), 0);
  return values.map(({ id, number }, n) => {
    if (id === NONE.id) return paints.none();
    if (!isScale || number === undefined) return paints.of(n);
    if (number === 0) return paints.get(palette.plain, 'dots', 0.8);
    const opacity = 0.4 + 0.6 * (Math.abs(number) / strongest);
    return number > 0 ? paints.get(palette.agree, 'plain', opacity) : paints.get(palette.conflict, 'stripes', opacity);
  });
}
