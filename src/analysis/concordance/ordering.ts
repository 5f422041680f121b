import type { ConcordanceLine } from './concordance';
import type { ConcordanceSettings } from './settings';

/** Lines in order; those that are alike stay as they stood. The words of a context are compared one by one, the nearest to the keyword
 * first, by the order of letters that Unicode has for all languages; capitals count only where all else is alike. */
export function inOrder(
  lines: readonly ConcordanceLine[],
  sort: ConcordanceSettings['sort'],
): readonly ConcordanceLine[] {
  if (sort === 'article') return lines;
  const [folding, exact] = [new Intl.Collator('und', { sensitivity: 'accent' }), new Intl.Collator('und')];
  const keyed = lines.map((line) => ({ line, words: words[sort](line) }));
  keyed.sort(
    (a, b) => compareLists(a.words, b.words, folding.compare) || compareLists(a.words, b.words, exact.compare),
  );
  return keyed.map(({ line }) => line);
}

const words: Readonly<Record<'keyword' | 'left' | 'right', (line: ConcordanceLine) => readonly string[]>> = {
  keyword: ({ keyword }) => wordsIn(keyword),
  left: ({ left }) => wordsIn(left).reverse(),
  right: ({ right }) => wordsIn(right),
};

/** What has letters or digits, without the punctuation around it. */
function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu) ?? [];
}

function compareLists(a: readonly string[], b: readonly string[], compare: (a: string, b: string) => number): number {
  for (let n = 0; n < Math.min(a.length, b.length); n++) {
    const order = compare(a[n] ?? '', b[n] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
