import type { Range } from '../../../model/range';
import { ForeignText } from '../../spans/foreignText';
import { fragmentsOf, joinedFragments, sameRanges } from './fragments';
import type { Line } from './lines';

export type TextLine = Extract<Line, { readonly kind: 'text' }>;

/** A text as the offsets of its annotations count in it. CRLF counts one, but two where more of the quotations fit then. */
export function countedText(raw: string, keepsMark: boolean, lines: readonly TextLine[]): ForeignText {
  const [one, two] = [raw.replace(/\r\n?/g, '\n'), raw].map((text) => new ForeignText(text, keepsMark));
  if (!one || !two || !raw.includes('\r\n')) return new ForeignText(raw, keepsMark);
  const fitting = (text: ForeignText): number =>
    lines.filter(({ offsets, said }) => said !== '' && said === quoted(text, offsets)).length;
  return fitting(two) > fitting(one) ? two : one;
}

function quoted(text: ForeignText, offsets: readonly Range[]): string {
  return offsets.map(({ start, end }) => text.between(start, end, 'code points')).join(' ');
}

/** The ranges of a T line with their quotations; undefined where it has no text. `exact` tells the ranges where they aren't what the
 * fragments make; it is passed over where the fragments were changed since. */
export function targetOf(
  line: TextLine,
  text: ForeignText,
  exact: readonly Range[] | undefined,
): { readonly ranges: readonly Range[]; readonly exact?: readonly string[] } | undefined {
  const fragments = rangesOf(line.offsets, line, text);
  if (fragments.length === 0) return undefined;
  const told = exact && rangesOf(exact, line, text);
  const isTold = told && told.length > 0 && sameRanges(fragmentsOf(text.text, told), fragments);
  const ranges = isTold ? told : joinedFragments(text.text, fragments);
  if (line.said === '') return { ranges };
  const slice = ({ start, end }: Range): string => text.text.slice(start, end);
  if (line.said === fragments.map(slice).join(' ')) return { ranges, exact: ranges.map(slice) };
  return { ranges, exact: cutQuotation(line.said, ranges, fragments, slice) };
}

function rangesOf(offsets: readonly Range[], { place }: TextLine, text: ForeignText): Range[] {
  return offsets
    .flatMap(({ start, end }) => text.range(start, end, 'code points', place) ?? [])
    .sort((a, b) => a.start - b.start);
}

/** A quotation that isn't what stands there, by the lengths of what does. */
function cutQuotation(
  said: string,
  ranges: readonly Range[],
  fragments: readonly Range[],
  slice: (range: Range) => string,
): string[] {
  const points = [...said];
  let from = 0;
  return ranges.map((range, n) => {
    const inner = fragments.filter(({ start, end }) => start < range.end && range.start < end);
    const length = [...inner.map(slice).join(' ')].length;
    const piece = points.slice(from, n === ranges.length - 1 ? undefined : from + length).join('');
    from += length + 1;
    return piece;
  });
}
