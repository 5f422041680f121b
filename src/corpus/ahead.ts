/** The results of work in the order of the items, with at most `atOnce` of them under way. The work never rejects. */
export async function* ahead<T, R>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<R>,
): AsyncIterable<R> {
  const underWay: Promise<R>[] = [];
  for (const item of items) {
    underWay.push(work(item));
    const full = Math.max(0, underWay.length - atOnce + 1);
    for (const first of underWay.splice(0, full)) yield await first;
  }
  for (const result of underWay) yield await result;
}
