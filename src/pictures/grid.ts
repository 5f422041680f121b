import { cell, text } from '@observablehq/plot';
import { SMALL, type Drawing } from './drawing';
import { withTitle } from './frame';
import { clipped, oneLineOf, widthOf } from './letters';
import { keyed, plotted } from './plotted';
import { rounded, shape, type Shape } from './shape';

/** A row or a column of a grid. */
export interface GridLine {
  readonly id: string;
  readonly label: string;
}

export interface GridCell {
  /** Ids of its row and column. */
  readonly row: string;
  readonly column: string;
  readonly fill: string;
  readonly opacity: number;
  /** What stands in it: the first that there is room for. */
  readonly texts: readonly string[];
  /** What it is called. */
  readonly name: string;
  readonly key: string | undefined;
}

const ROW = 24;
const GAP = 8;
const MARGIN = 16;
const WIDEST_LABEL = 260;
/** A column is at most so wide, in pixels. */
const WIDEST = 72;
const NARROWEST = 20;
/** Smaller letters can't be read. */
const SMALLEST = 8;
const LONGEST_HEAD = 170;
const SLANT = 40;

/** Cells in rows and columns, with the rows' labels to the left, and the columns' slanted above; or each behind its cell of the
 * diagonal, where nothing is to the right of that. */
export function gridShape(
  rows: readonly GridLine[],
  columns: readonly GridLine[],
  cells: readonly GridCell[],
  { document, width, palette }: Drawing,
  heads: 'above' | 'on the diagonal' = 'above',
): Shape {
  const left =
    MARGIN + Math.min(WIDEST_LABEL, Math.max(40, ...rows.map(({ label }) => widthOf(oneLineOf(label), SMALL)))) + GAP;
  const isAbove = heads === 'above';
  const lines = columns.map(({ label }) => clipped(label, LONGEST_HEAD, SMALL));
  const longest = Math.max(0, ...lines.map((line) => widthOf(line, SMALL)));
  const turned = (SLANT / 180) * Math.PI;
  const top = (isAbove ? longest * Math.sin(turned) + SMALL : 0) + 2 * GAP;
  // The last one leans over the edge.
  const right = (isAbove ? longest * Math.cos(turned) : longest + GAP) + MARGIN;
  const room = Math.max(columns.length * NARROWEST, width - left - right);
  const inner = Math.min(room, columns.length * WIDEST);
  const step = inner / Math.max(1, columns.length);
  const height = top + rows.length * ROW + GAP;
  const data = [...cells];
  const written = cells.flatMap((one) => {
    const size = (text: string): number => Math.min(SMALL, (step - 4) / widthOf(text, 1));
    const text = one.texts.find((each) => size(each) >= SMALLEST);
    return text === undefined ? [] : [{ row: one.row, column: one.column, text, size: size(text) }];
  });
  const drawn = plotted(document, palette.text, {
    ...{ width: left + inner + right, height, marginLeft: left, marginRight: right, marginTop: top, marginBottom: GAP },
    x: { type: 'band', domain: columns.map(({ id }) => id), padding: 0, axis: null },
    y: { type: 'band', domain: rows.map(({ id }) => id), padding: 0, axis: null },
    ...{ color: { type: 'identity' }, opacity: { type: 'identity' } },
    marks: [
      cell(data, {
        ...{ x: 'column', y: 'row', fill: 'fill', fillOpacity: 'opacity', inset: 0.5, rx: 2 },
        ...{ stroke: palette.faint, strokeOpacity: 0.4, title: 'name', ariaLabel: 'name' },
        ...keyed(data),
      }),
      text(written, {
        x: 'column',
        y: 'row',
        text: 'text',
        fontSize: 'size',
        fill: palette.text,
        pointerEvents: 'none',
      }),
    ],
  });
  const label = (line: string, whole: string, attributes: Shape['attributes']): Shape =>
    withTitle(
      shape('text', { fill: palette.text, ...attributes }, line),
      line === oneLineOf(whole) ? undefined : oneLineOf(whole),
    );
  const named = [
    ...rows.map(({ label: whole }, n) =>
      label(clipped(whole, WIDEST_LABEL, SMALL), whole, {
        ...{ x: rounded(left - GAP), y: rounded(top + (n + 0.5) * ROW), dy: '0.32em', 'text-anchor': 'end' },
      }),
    ),
    ...columns.map(({ label: whole }, n) => {
      if (!isAbove) {
        const place = { x: rounded(left + (n + 1) * step + GAP / 2), y: rounded(top + (n + 0.5) * ROW), dy: '0.32em' };
        return label(lines[n] ?? '', whole, { ...place, 'text-anchor': 'start' });
      }
      const [x, y] = [rounded(left + (n + 0.5) * step), rounded(top - GAP / 2)];
      return label(lines[n] ?? '', whole, { x, y, 'text-anchor': 'start', transform: `rotate(-${SLANT} ${x} ${y})` });
    }),
  ];
  return { ...drawn, children: [...drawn.children, ...named] };
}
