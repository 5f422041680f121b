/** `length` equal items from index `a` of the one and `b` of the other sequence. */
export interface Match {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Cells of the longest common subsequence's table: for one gap, and for one call. */
const gapCells = 100_000;
const callCells = 5_000_000;
const maxDepth = 30;

/**
 * What two sequences have in common, ascending in both: common ends, then items that occur once in each (patience
 * diff, B. Cohen), and between those the longest common subsequence where that is small. A large gap without a unique
 * item is left as changed, so time stays near linear.
 */
export function matches(a: Int32Array, b: Int32Array): Match[] {
  const found: Match[] = [];
  const budget = { cells: callCells };
  between(a, b, { aLow: 0, aHigh: a.length, bLow: 0, bHigh: b.length }, found, budget, 0);
  return merged(found);
}

/**
 * Runs outside of `found` that both sequences have, wherever they stand: around items that occur once in each. Ascending
 * in `a`.
 */
export function movedRuns(a: Int32Array, b: Int32Array, found: readonly Match[]): Match[] {
  const usedA = new Uint8Array(a.length);
  const usedB = new Uint8Array(b.length);
  const use = (match: Match): void => {
    usedA.fill(1, match.a, match.a + match.length);
    usedB.fill(1, match.b, match.b + match.length);
  };
  found.forEach(use);
  const free = (i: number, j: number): boolean => usedA[i] === 0 && usedB[j] === 0 && a[i] === b[j];
  const inB = positions(b, 0, b.length);
  const runs: Match[] = [];
  for (const [item, index] of positions(a, 0, a.length)) {
    const other = inB.get(item) ?? -1;
    if (index < 0 || other < 0 || !free(index, other)) continue;
    let low = 0;
    while (free(index + low - 1, other + low - 1)) low -= 1;
    let high = 1;
    while (free(index + high, other + high)) high += 1;
    const run = { a: index + low, b: other + low, length: high - low };
    use(run);
    runs.push(run);
  }
  return runs.sort((one, next) => one.a - next.a);
}

interface Section {
  readonly aLow: number;
  readonly aHigh: number;
  readonly bLow: number;
  readonly bHigh: number;
}

function between(
  a: Int32Array,
  b: Int32Array,
  section: Section,
  found: Match[],
  budget: { cells: number },
  depth: number,
): void {
  let { aLow, aHigh, bLow, bHigh } = section;
  while (aLow < aHigh && bLow < bHigh && a[aLow] === b[bLow]) {
    aLow += 1;
    bLow += 1;
  }
  found.push({ a: section.aLow, b: section.bLow, length: aLow - section.aLow });
  while (aLow < aHigh && bLow < bHigh && a[aHigh - 1] === b[bHigh - 1]) {
    aHigh -= 1;
    bHigh -= 1;
  }
  const inner = { aLow, aHigh, bLow, bHigh };
  if (aLow < aHigh && bLow < bHigh) {
    const pins = depth < maxDepth ? uniquePairs(a, b, inner) : [];
    const cells = (aHigh - aLow) * (bHigh - bLow);
    if (pins.length > 0) {
      let from = inner;
      for (const pin of pins) {
        between(a, b, { ...from, aHigh: pin.a, bHigh: pin.b }, found, budget, depth + 1);
        found.push(pin);
        from = { ...inner, aLow: pin.a + 1, bLow: pin.b + 1 };
      }
      between(a, b, from, found, budget, depth + 1);
    } else if (cells <= gapCells && cells <= budget.cells) {
      budget.cells -= cells;
      longestCommon(a, b, inner, found);
    }
  }
  found.push({ a: aHigh, b: bHigh, length: section.aHigh - aHigh });
}

/** Items that occur once in each section, and in the same order: the longest increasing subsequence of the pairs. */
function uniquePairs(a: Int32Array, b: Int32Array, { aLow, aHigh, bLow, bHigh }: Section): Match[] {
  const inB = positions(b, bLow, bHigh);
  const pairs: Match[] = [];
  for (const [item, index] of positions(a, aLow, aHigh)) {
    const other = inB.get(item);
    if (index >= 0 && other !== undefined && other >= 0) pairs.push({ a: index, b: other, length: 1 });
  }
  return increasing(pairs);
}

/** Where an item is; -1 where it occurs more than once. In order of the first occurrence. */
function positions(items: Int32Array, low: number, high: number): Map<number, number> {
  const result = new Map<number, number>();
  for (let index = low; index < high; index += 1) {
    const item = items[index] ?? 0;
    result.set(item, result.has(item) ? -1 : index);
  }
  return result;
}

/** The longest subsequence, of pairs ascending in `a`, that ascends in `b` too. */
function increasing(pairs: readonly Match[]): Match[] {
  const tails: number[] = [];
  const previous: number[] = [];
  pairs.forEach((pair, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.b ?? 0) < pair.b) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? (tails[low - 1] ?? -1) : -1);
    tails[low] = index;
  });
  const result: Match[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair) result.push(pair);
  }
  return result.reverse();
}

function longestCommon(a: Int32Array, b: Int32Array, { aLow, aHigh, bLow, bHigh }: Section, found: Match[]): void {
  const width = bHigh - bLow + 1;
  const lengths = new Uint32Array((aHigh - aLow + 1) * width);
  const at = (i: number, j: number): number => lengths[(i - aLow) * width + (j - bLow)] ?? 0;
  for (let i = aHigh - 1; i >= aLow; i -= 1)
    for (let j = bHigh - 1; j >= bLow; j -= 1)
      lengths[(i - aLow) * width + (j - bLow)] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  for (let i = aLow, j = bLow; i < aHigh && j < bHigh;) {
    if (a[i] === b[j]) {
      found.push({ a: i, b: j, length: 1 });
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
}

function merged(found: readonly Match[]): Match[] {
  const result: Match[] = [];
  for (const match of found) {
    const last = result.at(-1);
    if (match.length === 0) continue;
    if (last && last.a + last.length === match.a && last.b + last.length === match.b)
      result[result.length - 1] = { ...last, length: last.length + match.length };
    else result.push(match);
  }
  return result;
}
