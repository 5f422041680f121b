import { UNDATED } from './statements';

/** Days are counted from long before the first that is a date, and those that have none come after the last. */
const EARLIEST = -1_000_000;
const LATEST = 3_000_000;

/** The numbers of claims by their days, and of one day as they are. As numbers that are sorted by value, which takes a tenth of the
 * time of comparing; below 2^53 for two thousand million claims. */
export function orderByDay(days: Int32Array): Uint32Array {
  const { length } = days;
  const keys = Float64Array.from(days, (day, claim) => ((day === UNDATED ? LATEST : day) - EARLIEST) * length + claim);
  return Uint32Array.from(keys.sort(), (key) => key % length);
}
