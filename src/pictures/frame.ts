import { FONT, LETTERS, type Drawing } from './drawing';
import { clipped, oneLineOf, widthOf, wrapped } from './letters';
import type { Paint } from './paints';
import { rounded, shape, type Shape } from './shape';

const MARGIN = 16;
const TITLE = 16;
const LINE = LETTERS * 1.5;
const SWATCH = 14;
const LONGEST_LABEL = 260;
/** Bold letters are so many times wider. */
const BOLD = 1.12;

/** A swatch with what it means; a text alone without one. */
export interface LegendEntry {
  readonly label: string;
  readonly mark?: Paint | Shape;
}

/** Entries that belong together, under a heading where there is one. */
export interface Legend {
  readonly head?: string;
  readonly entries: readonly LegendEntry[];
}

interface Framed {
  /** Its kind, as `data-picture` says. */
  readonly picture: string;
  readonly title: string;
  /** In one sentence, for who can't see it. */
  readonly description: string;
  readonly legends: readonly Legend[];
  readonly definitions: Shape;
  /** Plots, one below the other: `svg` elements with their sizes. */
  readonly plots: readonly Shape[];
}

/** A whole picture: title, legend, plots, and what stands underneath; an `svg` that stands alone. */
export function framed(drawing: Drawing, { picture, title, description, legends, definitions, plots }: Framed): Shape {
  const { palette, caption } = drawing;
  const width = Math.ceil(Math.max(drawing.width, ...plots.map(({ attributes }) => Number(attributes['width']))));
  const room = width - 2 * MARGIN;
  const parts: Shape[] = [];
  let y = MARGIN + TITLE;
  const text = (x: number, line: string, attributes: Shape['attributes'] = {}): Shape =>
    shape('text', { x: rounded(x), y: rounded(y), fill: palette.text, ...attributes }, line);
  parts.push(text(MARGIN, clipped(title, room, TITLE), { 'font-size': TITLE, 'font-weight': 600 }));
  y += TITLE * 0.75;
  for (const legend of legends) {
    const head = legend.head === undefined ? '' : `${legend.head}:`;
    const begin = head === '' ? 0 : widthOf(head, LETTERS) * BOLD + SWATCH;
    for (const [n, row] of rowsOf(legend.entries, room - begin).entries()) {
      y += LINE;
      if (n === 0 && head !== '') parts.push(text(MARGIN, head, { 'font-weight': 600 }));
      for (const { x, label, mark, whole } of row) {
        const left = MARGIN + begin + x;
        if (mark) parts.push(swatch(left, y, mark, palette.text));
        const line = text(mark ? left + SWATCH + 6 : left, label);
        parts.push(withTitle(line, label === whole ? undefined : whole));
      }
    }
  }
  y += LINE * 0.75;
  for (const plot of plots) {
    parts.push({ ...plot, attributes: { ...plot.attributes, x: 0, y: rounded(y) } });
    y += Number(plot.attributes['height']);
  }
  y += LINE * 0.25;
  for (const line of caption.flatMap((one) => wrapped(one, room, LETTERS))) {
    y += LINE;
    parts.push(text(MARGIN, line, { fill: palette.faint }));
  }
  const height = rounded(y + MARGIN);
  return shape(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' },
      ...{ 'aria-labelledby': `${picture}-title ${picture}-description`, 'data-picture': picture },
      ...{ 'font-family': FONT, 'font-size': LETTERS },
    },
    shape('title', { id: `${picture}-title` }, title),
    shape('desc', { id: `${picture}-description` }, description),
    definitions,
    shape('rect', { width: '100%', height: '100%', fill: palette.background }),
    ...parts,
  );
}

/** A shape that says more where it is pointed at. */
export function withTitle(one: Shape, title: string | undefined): Shape {
  return title === undefined ? one : { ...one, children: [shape('title', {}, title), ...one.children] };
}

function swatch(x: number, y: number, mark: Paint | Shape, stroke: string): Shape {
  if ('tag' in mark) return shape('g', { transform: `translate(${rounded(x + SWATCH / 2)},${rounded(y - 4)})` }, mark);
  return shape('rect', {
    ...{ x: rounded(x), y: rounded(y - SWATCH + 4), width: SWATCH, height: SWATCH - 2 },
    ...{ fill: mark.fill, 'fill-opacity': mark.opacity, stroke, 'stroke-opacity': 0.5 },
  });
}

interface PlacedEntry extends LegendEntry {
  readonly x: number;
  readonly whole: string;
}

function rowsOf(legend: readonly LegendEntry[], room: number): readonly (readonly PlacedEntry[])[] {
  const rows: PlacedEntry[][] = [];
  let x = 0;
  for (const one of legend) {
    const whole = oneLineOf(one.label);
    const label = clipped(whole, one.mark ? LONGEST_LABEL : room, LETTERS);
    const width = (one.mark ? SWATCH + 6 : 0) + widthOf(label, LETTERS) + 18;
    const isNew = rows.length === 0 || x + width > room;
    if (isNew) x = 0;
    const entry = { ...one, x, label, whole };
    if (isNew) rows.push([entry]);
    else rows.at(-1)?.push(entry);
    x += width;
  }
  return rows;
}
