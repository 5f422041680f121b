import { barX, text } from '@observablehq/plot';
import { SMALL, type Drawing } from './drawing';
import { withTitle } from './frame';
import { clipped, oneLineOf, widthOf } from './letters';
import { keyed, plotted } from './plotted';
import { rounded, shape, type Shape } from './shape';

/** A part of a bar. */
export interface BarPart {
  /** Ids of its row and of its panel. */
  readonly row: string;
  readonly panel: string;
  readonly from: number;
  readonly to: number;
  readonly fill: string;
  readonly opacity: number;
  /** What it is called, and what stands behind its end. */
  readonly name: string;
  readonly text: string;
  readonly key: string | undefined;
}

export interface BarRow {
  readonly id: string;
  readonly label: string;
}

export interface BarPanel {
  readonly id: string;
  readonly label: string;
  /** How long the longest bar is. */
  readonly most: number;
}

const ROW = 22;
const GAP = 8;
const BETWEEN = 28;
const MARGIN = 16;
const HEAD = 24;
const WIDEST_LABEL = 280;
/** A panel is at least so wide, in pixels. */
const NARROWEST = 120;

/** Horizontal bars in rows, for each panel beside the others, or below where there is no room; each panel has its own scale, and what a
 * bar is worth stands in words. */
export function barsShape(
  rows: readonly BarRow[],
  panels: readonly BarPanel[],
  parts: readonly BarPart[],
  drawing: Drawing,
): Shape {
  const { width, palette } = drawing;
  const most = Math.min(WIDEST_LABEL, width * 0.4);
  const label = Math.min(most, Math.max(40, ...rows.map((row) => widthOf(oneLineOf(row.label), SMALL))));
  const left = MARGIN + label + GAP;
  const height = HEAD + rows.length * ROW + GAP;
  const fitting = Math.floor((width - left - MARGIN + BETWEEN) / (NARROWEST + BETWEEN));
  const beside = Math.max(1, Math.min(panels.length, fitting));
  const inner = Math.max(NARROWEST, (width - left - MARGIN + BETWEEN) / beside - BETWEEN);
  const lines = Math.ceil(panels.length / beside);
  const drawn = panels.flatMap((panel, n): readonly Shape[] => {
    const place = { x: rounded(left + (n % beside) * (inner + BETWEEN)), y: Math.floor(n / beside) * height };
    const bars = panelShape(rows, panel, parts, { ...drawing, width: inner }, height);
    const whole = oneLineOf(panel.label);
    const head = clipped(whole, inner + BETWEEN - GAP, SMALL * 1.1);
    const said = { x: place.x, y: place.y + HEAD - 8, 'text-anchor': 'start', 'font-weight': 600 };
    return [
      { ...bars, attributes: { ...bars.attributes, ...place } },
      withTitle(shape('text', said, head), head === whole ? undefined : whole),
    ];
  });
  const labels = Array.from({ length: lines }, (_, line) =>
    rows.map(({ label: whole }, n) => {
      const shown = clipped(whole, most, SMALL);
      const y = rounded(line * height + HEAD + (n + 0.5) * ROW);
      const place = { x: rounded(left - GAP), y, dy: '0.32em', 'text-anchor': 'end' };
      return withTitle(shape('text', place, shown), shown === oneLineOf(whole) ? undefined : oneLineOf(whole));
    }),
  );
  const size = { width, height: height * lines, viewBox: `0 0 ${width} ${height * lines}` };
  return shape('svg', { ...size, fill: palette.text, 'font-size': SMALL }, ...labels.flat(), ...drawn);
}

function panelShape(
  rows: readonly BarRow[],
  panel: BarPanel,
  parts: readonly BarPart[],
  { document, width, palette }: Drawing,
  height: number,
): Shape {
  const data = parts.filter((part) => part.panel === panel.id);
  const room = Math.max(0, ...data.map((part) => widthOf(part.text, SMALL))) + 6;
  return plotted(document, palette.text, {
    ...{ width, height, marginLeft: 0, marginRight: room, marginTop: HEAD, marginBottom: GAP },
    x: { domain: [0, Math.max(1, panel.most)], axis: null },
    y: { type: 'band', domain: rows.map(({ id }) => id), paddingInner: 0.25, paddingOuter: 0.125, axis: null },
    ...{ color: { type: 'identity' }, opacity: { type: 'identity' } },
    marks: [
      barX(data, {
        ...{ x1: 'from', x2: 'to', y: 'row', fill: 'fill', fillOpacity: 'opacity' },
        ...{ stroke: palette.text, strokeOpacity: 0.35, title: 'name', ariaLabel: 'name' },
        ...keyed(data),
      }),
      text(data, { x: 'to', y: 'row', text: 'text', dx: 4, textAnchor: 'start', fill: palette.text }),
    ],
  });
}
