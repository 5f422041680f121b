/** A piece of text as pdf.js gives it (TextItem), in the order of the page's content. */
export interface PdfPiece {
  readonly str: string;
  /** The matrix of its letters, in points; the last two are where its baseline starts, from the left and from the bottom. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** A page's box in points, as pdf.js gives it: left, bottom, right, top. */
export type PdfBox = readonly number[];

/** A line of a page. Lengths are in points, from the left and from the bottom edge. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of most of its letters. */
  readonly size: number;
  /** From 0. */
  readonly page: number;
}

interface Growing {
  readonly pieces: Placed[];
  left: number;
  right: number;
  baseline: number;
  size: number;
  isFromRight: boolean;
}

interface Placed {
  readonly str: string;
  readonly left: number;
  readonly right: number;
}

const fromRight = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Arabic letters as they look beside others: what is written is the letter. */
const shapedLetter = /[\ufb50-\ufbb1\ufbd3-\ufbff\ufe80-\ufefc]/g;

/** A page's pieces as most of its letters stand upright, in points from the left and bottom edge of the page so turned, and its height.
 * Tables and whole pages are often printed across the paper. */
export function uprightPieces(
  pieces: readonly PdfPiece[],
  [left = 0, bottom = 0, right = 0, top = 0]: PdfBox,
): { readonly pieces: readonly PdfPiece[]; readonly height: number } {
  const letters = [0, 0, 0, 0];
  for (const { str, transform } of pieces)
    letters[quarterOf(transform)] = (letters[quarterOf(transform)] ?? 0) + str.trim().length;
  const quarter = letters.indexOf(Math.max(...letters));
  const turned = ([a = 0, b = 0, c = 0, d = 0, x = 0, y = 0]: readonly number[]): number[] => {
    if (quarter === 1) return [b, -a, d, -c, y - bottom, right - x];
    if (quarter === 2) return [-a, -b, -c, -d, right - x, top - y];
    if (quarter === 3) return [-b, a, -d, c, top - y, x - left];
    return [a, b, c, d, x - left, y - bottom];
  };
  return {
    pieces: pieces.map((piece) => ({ ...piece, transform: turned(piece.transform) })),
    height: quarter % 2 === 0 ? top - bottom : right - left,
  };
}

/** In which direction a piece's letters follow each other: 0 to the right, 1 up, 2 to the left with their feet up, 3 down. */
function quarterOf([a = 0, b = 0, , d = 0]: readonly number[]): number {
  if (Math.abs(b) > Math.abs(a)) return b > 0 ? 1 : 3;
  return a < 0 && d < 0 ? 2 : 0;
}

/** A page's lines in the order of its content, which is the reading order of columns wherever the program that made the PDF wrote them so.
 * Pieces go on in a line where their baselines are at most half a letter apart (raised numbers), and they don't jump back; in a line that is
 * read from the right, they may follow on either side. Text that isn't level is left out and counted by `turned`. */
export function linesOf(pieces: readonly PdfPiece[], page: number, turned: () => void): PdfLine[] {
  const found: Growing[] = [];
  const isPageFromRight = fromRightIn(pieces.map(({ str }) => str).join('')) > 0;
  let line: Growing | undefined;
  for (const { str, transform, width, height } of pieces) {
    const [across = 1, up = 0, , , x = 0, y = 0] = transform;
    const piece = { str, left: x, right: x + width };
    if (str.trim() === '') {
      if (line && str !== '' && Math.abs(y - line.baseline) < line.size / 2) line.pieces.push({ ...piece, str: ' ' });
      continue;
    }
    if (Math.abs(up) > Math.abs(across) / 10) {
      turned();
      continue;
    }
    const size = height || Math.abs(across);
    const isFromRight = isPageFromRight ? fromRight.test(str) : fromRightIn(str) > 0;
    const isLevel = line && Math.abs(y - line.baseline) < Math.max(size, line.size) / 2;
    const followsLeft = line && (isFromRight || line.isFromRight) && piece.right < line.left + line.size;
    const goesOn =
      line && isLevel && (x > line.right - line.size || (followsLeft && line.left - piece.right < line.size * 3));
    if (!line || !goesOn) {
      line = { pieces: [piece], left: x, right: piece.right, baseline: y, size, isFromRight };
      found.push(line);
      continue;
    }
    line.pieces.push(piece);
    if (size > line.size) [line.size, line.baseline] = [size, y];
    line.left = Math.min(line.left, x);
    line.right = Math.max(line.right, piece.right);
    line.isFromRight ||= isFromRight;
  }
  return found
    .map(({ pieces, isFromRight, ...place }) => ({
      ...place,
      text: joined(isFromRight ? readFromRight(pieces) : pieces, place.size)
        .replace(shapedLetter, (letter) => letter.normalize('NFKC'))
        .replace(/[ \t\u00a0]+/g, ' ')
        .trim(),
      page,
    }))
    .filter(({ text }) => text !== '');
}

/** The letters that are read from the right, less the others. */
function fromRightIn(text: string): number {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.reduce((sum, letter) => sum + (fromRight.test(letter) ? 1 : -1), 0);
}

/** The pieces' texts, with a space where a gap is between them. */
function joined(pieces: readonly Placed[], size: number): string {
  let text = '';
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    const gap = before ? Math.max(piece.left - before.right, before.left - piece.right) : 0;
    text += gap > size / 5 ? ` ${piece.str}` : piece.str;
  }
  return text;
}

/** A line's pieces from the right to the left, but words of other scripts and numbers that stand together as they are. */
function readFromRight(pieces: readonly Placed[]): Placed[] {
  const ordered: Placed[] = [];
  let other: Placed[] = [];
  for (const piece of [...pieces].sort((a, b) => b.left - a.left)) {
    if (fromRight.test(piece.str)) {
      ordered.push(...other, piece);
      other = [];
    } else if (piece.str === ' ' && other.length === 0) {
      ordered.push(piece);
    } else {
      other.unshift(piece);
    }
  }
  return [...ordered, ...other];
}
