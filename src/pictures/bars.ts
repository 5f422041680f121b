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

export interface BarPanel {
  readonly id: string;
  readonly label: string;
  /** How wide it is beside the others. */
  readonly share: number;
  /** How long the longest bar is. */
  readonly most: number;
}

const ROW = 22;
const GAP = 8;
const BETWEEN = 28;
const MARGIN = 16;
const HEAD = 24;
const WIDEST_LABEL = 280;

/** Horizontal bars in rows, for each panel beside the others; each panel has its own scale, and what a bar is worth stands in words. */
export function barsShape(
  rows: readonly { readonly id: string; readonly label: string }[],
  panels: readonly BarPanel[],
  parts: readonly BarPart[],
  { document, width, palette }: Drawing,
): Shape {
  const label = Math.min(WIDEST_LABEL, Math.max(40, ...rows.map((row) => widthOf(oneLineOf(row.label), SMALL))));
  const left = MARGIN + label + GAP;
  const height = HEAD + rows.length * ROW + GAP;
  const shares = panels.reduce((sum, { share }) => sum + share, 0);
  const room = Math.max(80 * panels.length, width - left - MARGIN - BETWEEN * (panels.length - 1));
  let x = left;
  const drawn = panels.flatMap((panel): readonly Shape[] => {
    const inner = (room * panel.share) / shares;
    const data = parts.filter((part) => part.panel === panel.id);
    const room1 = Math.max(0, ...data.map((part) => widthOf(part.text, SMALL))) + 6;
    const one = plotted(document, palette.text, {
      ...{ width: inner, height, marginLeft: 0, marginRight: room1, marginTop: HEAD, marginBottom: GAP },
      x: { domain: [0, Math.max(1, panel.most)], axis: null },
      y: { type: 'band', domain: rows.map(({ id }) => id), paddingInner: 0.25, paddingOuter: 0.125, axis: null },
      ...{ color: { type: 'identity' }, opacity: { type: 'identity' } },
      marks: [
        barX(data, {
          ...{
            x1: 'from',
            x2: 'to',
            y: 'row',
            fill: 'fill',
            fillOpacity: 'opacity',
            stroke: palette.text,
            strokeOpacity: 0.35,
          },
          ...{ title: 'name', ariaLabel: 'name' },
          ...keyed(data),
        }),
        text(data, { x: 'to', y: 'row', text: 'text', dx: 4, textAnchor: 'start', fill: palette.text }),
      ],
    });
    const place = rounded(x);
    x += inner + BETWEEN;
    const whole = oneLineOf(panel.label);
    const head = clipped(whole, inner + BETWEEN - GAP, SMALL);
    return [
      { ...one, attributes: { ...one.attributes, x: place } },
      withTitle(
        shape('text', { x: place, y: HEAD - 8, 'text-anchor': 'start', 'font-weight': 600 }, head),
        head === whole ? undefined : whole,
      ),
    ];
  });
  const labels = rows.map(({ label: whole }, n) => {
    const line = clipped(whole, WIDEST_LABEL, SMALL);
    const place = { x: rounded(left - GAP), y: rounded(HEAD + (n + 0.5) * ROW), dy: '0.32em', 'text-anchor': 'end' };
    return withTitle(shape('text', place, line), line === oneLineOf(whole) ? undefined : oneLineOf(whole));
  });
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  return shape('svg', { ...size, fill: palette.text, 'font-size': SMALL }, ...labels, ...drawn);
}
