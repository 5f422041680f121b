import { placements } from '../../anchoring/finding/placing';
import { quoteAll } from '../../anchoring/quoting';
import { completed } from '../../anchoring/slices';
import type { Target } from '../../model/annotation';
import { articleText, withLineFeeds } from '../../model/article';
import { rangeProblem, splitsSurrogatePair, type Range } from '../../model/range';
import type { ImportedRange } from '../imported';
import { isHeldAs } from './lostCharacters';

/** Where an imported target goes. */
export type Place =
  /** Each range stands where the format says. */
  | { readonly how: 'there'; readonly target: readonly Target[] }
  /** Not there, but the quotations stand elsewhere for sure. */
  | { readonly how: 'moved'; readonly target: readonly Target[] }
  /** Nobody knows where; the target is as the format has it, of a text that we don't have. */
  | { readonly how: 'uncertain'; readonly target: readonly Target[] }
  /** It has no quotation, and its offsets mean nothing in the text. */
  | { readonly how: 'nowhere' };

/**
 * Places targets in the text that they are said to belong to. Where a range has a quotation, that counts before the offsets:
 * if it doesn't stand at them, it is looked for as docs/anchoring.md says. A range without is taken at its word.
 * @param text LF; the ranges are in its UTF-16 code units
 */
export function placed(text: string, targets: readonly (readonly ImportedRange[])[]): Place[] {
  const there = targets.map((ranges) => atOffsets(text, ranges));
  const stored = targets.map((ranges, row) => (there[row] ? undefined : asQuoted(text, ranges)));
  const sought = stored.flatMap((target) => (target ? [{ target, sha256: '' }] : []));
  const found = completed(placements({ text, sha256: 'present', targets: sought }));
  const moved = stored.map((target) => {
    const ranges = target ? found.shift() : undefined;
    return ranges?.every(({ standing }) => standing === 'anchored') ? ranges : undefined;
  });
  const quoted = quoteAll(
    text,
    targets.flatMap((_, row) => there[row] ?? moved[row] ?? []),
  );
  return targets.map((ranges, row): Place => {
    const known = there[row] ?? moved[row];
    if (known) {
      const fresh = quoted.splice(0, known.length);
      if (moved[row]) return { how: 'moved', target: fresh };
      return { how: 'there', target: fresh.map((range, n) => ({ ...range, ...givenContext(text, range, ranges[n]) })) };
    }
    const target = stored[row];
    return target ? { how: 'uncertain', target } : { how: 'nowhere' };
  });
}

/** The ranges, if they stand where the format says. */
function atOffsets(text: string, ranges: readonly ImportedRange[]): readonly Range[] | undefined {
  const whole = ranges.map((range) => wholeCharacters(text, range));
  const stands = ({ start, end, exact }: ImportedRange): boolean =>
    exact === undefined || isHeldAs(text.slice(start, end), quotation(text, exact));
  return ranges.every(stands) && whole.every((range) => rangeProblem(text, range) === undefined) ? whole : undefined;
}

/** The ranges as a sidecar holds them; undefined where one has no quotation. */
function asQuoted(text: string, ranges: readonly ImportedRange[]): readonly Target[] | undefined {
  if (ranges.some(({ exact }) => exact === undefined || exact.trim() === '')) return undefined;
  return ranges.map(({ start, end, exact = '', prefix = '', suffix = '' }) => {
    const from = Math.max(0, Math.trunc(start));
    // A sidecar has no empty range, and a quotation may come alone.
    const to = Math.trunc(end) > from ? Math.trunc(end) : from + quotation(text, exact).length;
    return {
      start: from,
      end: to,
      exact: quotation(text, exact),
      prefix: quotation(text, prefix),
      suffix: quotation(text, suffix),
    };
  });
}

/** A quotation as it stands in the text. A byte order mark is of the file that it was taken from, unless the text has such a character. */
function quotation(text: string, quoted: string): string {
  return text.includes('\ufeff') ? withLineFeeds(quoted) : articleText(quoted);
}

/** The range with an astral character whole where an offset cuts it. */
function wholeCharacters(text: string, { start, end }: Range): Range {
  return {
    start: splitsSurrogatePair(text, start) ? start - 1 : start,
    end: splitsSurrogatePair(text, end) ? end + 1 : end,
  };
}

/** The format's own context where it stands there: a sidecar's that comes back stays as it was. */
function givenContext(text: string, { start, end }: Range, given: ImportedRange | undefined): Partial<Target> {
  const { prefix, suffix } = given ?? {};
  const stands =
    prefix !== undefined &&
    suffix !== undefined &&
    text.slice(Math.max(0, start - prefix.length), start) === prefix &&
    text.slice(end, end + suffix.length) === suffix;
  return stands ? { prefix, suffix } : {};
}
