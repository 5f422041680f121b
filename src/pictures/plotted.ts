import { plot, type PlotOptions, type RenderFunction } from '@observablehq/plot';
import { FONT, SMALL } from './drawing';
import { rounded, shape, type Shape } from './shape';

/** Where a plot is made: a page's document, or another that knows elements as a page does. */
export type PlotDocument = NonNullable<PlotOptions['document']>;

/** What is read of the elements that a plot is made of. */
interface Drawn {
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Drawn>;
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>;
}

/** A plot as plain data: without the style sheet, and the styles of elements, that pages with a strict policy refuse.
 * @param color of what has no other
 * @param options its size among them */
export function plotted(document: PlotDocument, color: string, options: PlotOptions): Shape {
  const drawn: Drawn = plot({ ...options, document });
  const { attributes, ...made } = asShape(drawn, color);
  const { width = '0', height = '0', viewBox = '' } = attributes;
  return {
    ...made,
    attributes: {
      width,
      height,
      viewBox,
      fill: color,
      'text-anchor': 'middle',
      'font-family': FONT,
      'font-size': SMALL,
    },
  };
}

function asShape({ localName = 'g', attributes = [], childNodes }: Drawn, color: string): Shape {
  const given: Record<string, string> = {};
  for (const { name, value } of attributes) {
    if (name === 'style' || name === 'class') continue;
    given[name] = value === 'currentColor' ? color : ROUNDED.has(name) ? rounds(value) : value;
  }
  const children: (Shape | string)[] = [];
  for (const child of childNodes) {
    if (child.nodeType === TEXT) children.push(child.textContent ?? '');
    else if (child.nodeType === ELEMENT && child.localName !== 'style') children.push(asShape(child, color));
  }
  return shape(localName, given, ...children);
}

const ELEMENT = 1;
const TEXT = 3;
const ROUNDED: ReadonlySet<string> = new Set(['x', 'y', 'width', 'height', 'x1', 'x2', 'y1', 'y2', 'd', 'transform']);

function rounds(value: string): string {
  return value.replace(/\d+\.\d{3,}/g, (number) => String(rounded(Number(number))));
}

/** What a mark carries, so that a page knows what was clicked. */
export interface Keyed {
  /** Of what lies behind it; undefined where that can't be shown. */
  readonly key?: string | undefined;
}

/** A mark's option: writes the keys of its data to their elements, as `data-key`. */
export function keyed(data: readonly Keyed[]): { readonly render: RenderFunction } {
  return {
    render: (index, scales, values, dimensions, context, next) => {
      const group = next?.(index, scales, values, dimensions, context) ?? null;
      const elements = group?.children ?? [];
      for (const [at, element] of [...elements].entries()) {
        const key = data[index[at] ?? -1]?.key;
        if (key !== undefined) element.setAttribute('data-key', key);
      }
      return group;
    },
  };
}
