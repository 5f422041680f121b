import type { Pins } from './motion';

/** Where nodes were dragged to, as the page kept it, as far as it is as it should be. */
export function pinsOf(kept: unknown): Pins {
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).filter(
      (entry): entry is [string, [number, number]] =>
        Array.isArray(entry[1]) && entry[1].length === 2 && entry[1].every((one) => Number.isFinite(one)),
    ),
  );
}
