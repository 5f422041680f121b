/** The one of `words` that was probably meant: the same in another case, or else the one that fewest slips lead to, a third of its
 * letters at most. Undefined where none is near. */
export function nearest(wanted: string, words: readonly string[]): string | undefined {
  const slipsIn = (word: string): number => slips(wanted.toLowerCase(), word.toLowerCase());
  const [best] = words
    .map((word) => ({ word, count: slipsIn(word) }))
    .filter(({ word, count }) => count <= Math.max(1, word.length / 3))
    .sort((a, b) => a.count - b.count);
  return best?.word;
}

/** How many letters are wrong, missing, too many, or in the place of their neighbour: the restricted Damerau-Levenshtein distance. */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
