import type { NetworkPicture } from '../analysis/network/picture';
import { shortened } from '../model/shortened';
import { readable } from './labels';
import type { PlacedNode } from './networkLayout';
import { edgeShape, colorOf, formOf, heaviestOf, nodeShape } from './networkShapes';
import { lightPalette, type Palette } from './palette';
import { rounded, shape, shapeText, type Shape } from './shape';

const WIDTH = 1200;
const HEIGHT = 800;
const MARGIN = 60;
const LETTERS = 12;
/** Names beyond these make no picture better. */
const MOST_NAMES = 150;
const LONGEST_NAME = 40;
const FONT = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif';

/** What stands around a network, in the reader's words. */
export interface NetworkCaption {
  readonly title: string;
  /** The settings in words, and what was counted. */
  readonly lines: readonly string[];
  readonly agree: string;
  readonly conflict: string;
}

/** A network as a file: an SVG that stands alone, with a legend and its settings in words.
 * @param places of its nodes, in any pixels: they are brought to the file's size */
export function networkSvg(
  picture: NetworkPicture,
  places: readonly PlacedNode[],
  caption: NetworkCaption,
  palette: Palette = lightPalette,
): string {
  const legend = legendShapes(picture, caption, palette);
  const lines = caption.lines.flatMap((line) => wrapped(line, Math.floor((WIDTH - 2 * MARGIN) / (LETTERS * 0.5))));
  const height = HEIGHT + (lines.length + 1) * LETTERS * 1.5;
  const said = lines.map((line, at) =>
    shape('text', { x: MARGIN, y: rounded(HEIGHT + LETTERS * 1.5 * (at + 1)), fill: palette.faint }, line),
  );
  const whole = shape(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height: rounded(height), role: 'img' },
      ...{ viewBox: `0 0 ${WIDTH} ${rounded(height)}`, 'font-family': FONT, 'font-size': LETTERS },
    },
    shape('title', {}, caption.title),
    shape('rect', { width: '100%', height: '100%', fill: palette.background }),
    ...networkShapes(picture, fitted(places, WIDTH, HEIGHT, MARGIN), palette),
    ...legend,
    ...said,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${shapeText(whole)}\n`;
}

function networkShapes(picture: NetworkPicture, places: readonly PlacedNode[], palette: Palette): readonly Shape[] {
  const { nodes, edges } = picture;
  const heaviest = heaviestOf(picture);
  const at = (node: number): { readonly x: number; readonly y: number } => {
    const { x, y } = places[node] ?? { x: 0, y: 0 };
    return { x: rounded(x), y: rounded(y) };
  };
  const lines = edges.map((edge) => {
    const { tag, attributes } = edgeShape(picture, edge, heaviest, palette);
    const [from, to] = [at(edge.from), at(edge.to)];
    const name = `${nodes[edge.from]?.label} – ${nodes[edge.to]?.label}: ${rounded(edge.weight)}`;
    const place = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
    return shape(tag, { ...attributes, ...place }, shape('title', {}, name));
  });
  const marks = nodes.map((node, index) => {
    const { x, y } = at(index);
    const mark = nodeShape(picture, node, places[index]?.radius ?? 1, palette);
    const title = shape('title', {}, `${node.label}: ${node.size}`);
    return shape('g', { class: 'node', transform: `translate(${x},${y})` }, mark, title);
  });
  const named = nodes.map(({ label, size }, index) => ({
    ...{ ...at(index), radius: (places[index]?.radius ?? 0) + 4 },
    ...{ label: shortened(label, LONGEST_NAME), weight: size },
  }));
  const shown = readable(named, LETTERS, MOST_NAMES);
  const names = named.flatMap(({ x, y, radius, label }, index) =>
    shown[index] === true ? [nameShape(x, y - radius, label, palette)] : [],
  );
  return [
    shape('g', { class: 'edges' }, ...lines),
    shape('g', { class: 'nodes' }, ...marks),
    shape('g', { class: 'names' }, ...names),
  ];
}

/** A name with a rim of the background's colour, so that lines don't cross its letters. */
function nameShape(x: number, y: number, label: string, palette: Palette): Shape {
  const rim = { stroke: palette.background, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  return shape('text', { x, y: rounded(y), 'text-anchor': 'middle', fill: palette.text, ...rim }, label);
}

/** What colours, forms and lines say. */
function legendShapes({ groups, signs }: NetworkPicture, caption: NetworkCaption, palette: Palette): readonly Shape[] {
  const rows = [
    ...groups.map(({ label, nodes, look }) => ({
      mark: shape('path', {
        ...{ d: formOf(look)(6), fill: colorOf(look, palette), stroke: palette.text, 'stroke-width': 1 },
      }),
      text: `${shortened(label, LONGEST_NAME)} (${nodes})`,
    })),
    ...(['agree', 'conflict'] as const).flatMap((sign) => {
      if (signs !== sign && signs !== 'both') return [];
      const dashes = sign === 'conflict' ? { 'stroke-dasharray': '4 4' } : {};
      const mark = shape('line', { x1: -8, x2: 8, stroke: palette[sign], 'stroke-width': 2, ...dashes });
      return [{ mark, text: caption[sign] }];
    }),
  ];
  return rows.map(({ mark, text }, at) =>
    shape(
      'g',
      { transform: `translate(24,${rounded(24 + at * LETTERS * 1.6)})` },
      mark,
      shape('text', { x: 16, y: rounded(LETTERS * 0.35), fill: palette.text }, text),
    ),
  );
}

/** Places brought into the middle of an area, as large as it allows; the nodes' own sizes stay. */
export function fitted(
  places: readonly PlacedNode[],
  width: number,
  height: number,
  margin: number,
): readonly PlacedNode[] {
  const { scale, x, y } = fit(places, width, height, margin);
  return places.map((place) => ({ ...place, x: place.x * scale + x, y: place.y * scale + y }));
}

/** How places are brought into an area: scaled, then moved. A few nodes aren't blown up beyond 2.5 times. */
export function fit(
  places: readonly Pick<PlacedNode, 'x' | 'y'>[],
  width: number,
  height: number,
  margin: number,
): { readonly scale: number; readonly x: number; readonly y: number } {
  if (places.length === 0) return { scale: 1, x: width / 2, y: height / 2 };
  const [left, right] = bounds(places.map(({ x }) => x));
  const [top, bottom] = bounds(places.map(({ y }) => y));
  const scale = Math.min(
    2.5,
    Math.max(1, width - 2 * margin) / Math.max(1, right - left),
    Math.max(1, height - 2 * margin) / Math.max(1, bottom - top),
  );
  return { scale, x: width / 2 - ((left + right) / 2) * scale, y: height / 2 - ((top + bottom) / 2) * scale };
}

function bounds(values: readonly number[]): readonly [number, number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
}

/** A text in lines of so many letters, broken at spaces where there are some. */
function wrapped(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(shortened(word, letters));
  }
  return lines;
}
