import type { Palette } from './palette';
import { shape, type Shape } from './shape';

/** What an area is filled with: a colour and a pattern, so that it is never told by colour alone. */
export interface Paint {
  readonly fill: string;
  readonly opacity: number;
}

export type Pattern = (typeof patterns)[number] | 'stripes' | 'hollow';

/** Of things that are no scale, in their order; stripes say against, hollow is what has nothing. */
const patterns = ['plain', 'rows', 'dots', 'slopes', 'columns', 'grid'] as const;

/** The paints of one picture; those with a pattern have to be defined in it. */
export class Paints {
  readonly #defined = new Map<string, Shape>();

  /** @param picture tells the patterns' ids from those of other pictures of a page */
  constructor(
    private readonly picture: string,
    private readonly palette: Palette,
  ) {}

  get(color: string, pattern: Pattern, opacity = 1): Paint {
    if (pattern === 'plain') return { fill: color, opacity };
    const known = `${color} ${pattern}`;
    const id = String(this.#defined.get(known)?.attributes['id'] ?? `${this.picture}-${this.#defined.size}`);
    if (!this.#defined.has(known)) this.#defined.set(known, patternShape(id, color, pattern, this.palette));
    return { fill: `url(#${id})`, opacity };
  }

  /** Of the n-th of several things that are no scale. */
  of(n: number): Paint {
    const { groups } = this.palette;
    // The colours come again: with other patterns.
    const pattern = patterns[(n + Math.floor(n / groups.length)) % patterns.length];
    return this.get(groups[n % groups.length] ?? this.palette.plain, pattern ?? 'plain');
  }

  /** What stands for several things together. */
  others(): Paint {
    return this.get(this.palette.plain, 'plain', 0.5);
  }

  /** What has nothing, or is unknown. */
  none(): Paint {
    return this.get(this.palette.faint, 'hollow');
  }

  definitions(): Shape {
    return shape('defs', {}, ...this.#defined.values());
  }
}

const TILE = 6;

function patternShape(id: string, color: string, pattern: Exclude<Pattern, 'plain'>, { background }: Palette): Shape {
  const turns = { stripes: 45, slopes: -45, rows: 0, columns: 90, grid: 45, dots: 45, hollow: 45 };
  const ground = shape('rect', { width: TILE, height: TILE, fill: pattern === 'hollow' ? background : color });
  const line = (x2: number, y2: number, stroke: string, width: number): Shape =>
    shape('line', { x1: 0, y1: 0, x2, y2, stroke, 'stroke-width': width });
  const marks: Readonly<Record<typeof pattern, readonly Shape[]>> = {
    ...{ stripes: [line(0, TILE, background, 4)], slopes: [line(0, TILE, background, 3)] },
    ...{ rows: [line(TILE, 0, background, 3)], columns: [line(TILE, 0, background, 3)] },
    grid: [line(0, TILE, background, 2), line(TILE, 0, background, 2)],
    dots: [shape('circle', { cx: TILE / 2, cy: TILE / 2, r: 1.5, fill: background })],
    hollow: [line(0, TILE, color, 1)],
  };
  return shape(
    'pattern',
    {
      ...{ id, width: TILE, height: TILE, patternUnits: 'userSpaceOnUse' },
      patternTransform: `rotate(${turns[pattern]})`,
    },
    ground,
    ...marks[pattern],
  );
}
