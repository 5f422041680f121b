/** Of items in the order of their offsets, the last that begins at or before `offset`: its index, -1 where none does. */
export function lastFrom<T>(items: readonly T[], offset: number, begin: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && begin(item) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
