/** A piece of text as pdf.js gives it (TextItem), in the order of the page's content. */
export interface PdfPiece {
  readonly str: string;
  /** The matrix of its letters, in points; the last two are where its baseline starts, from the left and from the bottom. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

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
  readonly pieces: string[];
  left: number;
  right: number;
  baseline: number;
  size: number;
}

/** A page's lines in the order of its content, which is the reading order of columns wherever the program that made the PDF wrote them so.
 * Pieces go on in a line where their baselines are at most half a letter apart (raised numbers), and they don't jump back. Text that
 * isn't level is left out and counted by `turned`. */
export function linesOf(pieces: readonly PdfPiece[], page: number, turned: () => void): PdfLine[] {
  const found: Growing[] = [];
  let line: Growing | undefined;
  for (const { str, transform, width, height } of pieces) {
    const [across = 1, up = 0, , , x = 0, y = 0] = transform;
    if (str.trim() === '') {
      if (line && str !== '' && Math.abs(y - line.baseline) < line.size / 2) line.pieces.push(' ');
      continue;
    }
    if (Math.abs(up) > Math.abs(across) / 10) {
      turned();
      continue;
    }
    const size = height || Math.abs(across);
    const goesOn = line && Math.abs(y - line.baseline) < Math.max(size, line.size) / 2 && x > line.right - line.size;
    if (!line || !goesOn) {
      line = { pieces: [str], left: x, right: x + width, baseline: y, size };
      found.push(line);
      continue;
    }
    if (x - line.right > size / 5) line.pieces.push(' ');
    line.pieces.push(str);
    if (size > line.size) [line.size, line.baseline] = [size, y];
    line.right = Math.max(line.right, x + width);
  }
  return found
    .map(({ pieces, ...place }) => ({
      ...place,
      text: pieces
        .join('')
        .replace(/[ \t\u00a0]+/g, ' ')
        .trim(),
      page,
    }))
    .filter(({ text }) => text !== '');
}
