import type { NetworkPicture, PictureEdge, PictureNode } from '../analysis/network/picture';
import type { Palette } from './palette';
import { rounded, shape, type Shape } from './shape';

/** How heavy the heaviest tie is drawn, in pixels. */
const WIDEST = 6;
const THINNEST = 0.6;

/** A tie's line, from 0,0 to 0,0 until it is placed. Conflict is dashed: never told by colour alone. */
export function edgeShape(picture: NetworkPicture, edge: PictureEdge, heaviest: number, palette: Palette): Shape {
  const sign = signOf(picture, edge);
  const width = THINNEST + (WIDEST - THINNEST) * (Math.abs(edge.weight) / (heaviest || 1));
  const dashes = sign === 'conflict' ? { 'stroke-dasharray': `${rounded(2 + width)} ${rounded(2 + width)}` } : {};
  return shape('line', {
    ...{
      class: `edge ${sign}`,
      stroke: palette[sign],
      'stroke-width': rounded(width),
      'stroke-opacity': opacityOf(picture),
    },
    ...dashes,
  });
}

/** Many lines are fainter, so that there is something to be seen behind them. */
function opacityOf({ edges }: NetworkPicture): number {
  return rounded(Math.max(0.15, Math.min(0.7, 18 / Math.sqrt(edges.length || 1))));
}

/** What a tie says: that both ends agree, that they differ, or neither. */
export function signOf({ signs }: NetworkPicture, { weight }: PictureEdge): 'agree' | 'conflict' | 'plain' {
  if (signs === 'none') return 'plain';
  if (signs === 'both') return weight < 0 ? 'conflict' : 'agree';
  return signs;
}

export function heaviestOf({ edges }: NetworkPicture): number {
  return edges.reduce((most, { weight }) => Math.max(most, Math.abs(weight)), 0);
}

/** A node around 0,0. Its group has a form too, so that it isn't told by colour alone. */
export function nodeShape(
  { groups }: NetworkPicture,
  { group, color, isColumn }: PictureNode,
  radius: number,
  palette: Palette,
): Shape {
  const look = groups[group]?.look ?? 0;
  return shape('path', {
    ...{ class: 'mark', d: isColumn ? plate(radius) : formOf(look)(radius) },
    ...{ fill: color ?? colorOf(look, palette), stroke: palette.text, 'stroke-width': 1 },
  });
}

export function colorOf(look: number, { groups }: Palette): string {
  return groups[look % groups.length] ?? '#999999';
}

export function formOf(look: number): (radius: number) => string {
  return forms[look % forms.length] ?? circle;
}

/** Wider than high, for the other mode: nothing else is. */
function plate(radius: number): string {
  const [w, h] = [rounded(radius * 1.25), rounded(radius * 0.7)];
  return `M${-w},${-h}H${w}V${h}H${-w}Z`;
}

function circle(radius: number): string {
  const r = rounded(radius);
  return `M${-r},0A${r},${r} 0 1,1 ${r},0A${r},${r} 0 1,1 ${-r},0Z`;
}

/** A polygon with a corner upward, of about the circle's area. */
function polygon(corners: number, scale: number, turn = 0): (radius: number) => string {
  return (radius) => {
    const points = Array.from({ length: corners }, (_, at) => {
      const angle = (at / corners) * 2 * Math.PI - Math.PI / 2 + turn;
      return `${rounded(radius * scale * Math.cos(angle))},${rounded(radius * scale * Math.sin(angle))}`;
    });
    return `M${points.join('L')}Z`;
  };
}

const forms: readonly ((radius: number) => string)[] = [
  circle,
  polygon(4, 1.25, Math.PI / 4),
  polygon(3, 1.4),
  polygon(4, 1.3),
  polygon(6, 1.1),
  polygon(3, 1.4, Math.PI),
];
