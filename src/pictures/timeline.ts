import { axisX, axisY, gridY, lineY, rect, ruleY } from '@observablehq/plot';
import { movingAverage, timelineKey, type Timeline } from '../analysis/timeline/timeline';
import { variableText, type Value } from '../analysis/variables';
import type { Drawing } from './drawing';
import { folded } from './folding';
import { framed } from './frame';
import { oneLineOf } from './letters';
import { Paints } from './paints';
import { keyed, plotted } from './plotted';
import { seriesPaints } from './seriesPaints';
import { shape, type Shape } from './shape';
import { numbered, titled } from './words';

const HEIGHT = 340;
const [LEFT, RIGHT] = [48, 24];
const DAY_MS = 86_400_000;
/** Fewer periods don't fill the width. */
const FEWEST = 8;

interface Bar {
  readonly from: Date;
  readonly to: Date;
  readonly bottom: number;
  readonly top: number;
  readonly fill: string;
  readonly opacity: number;
  readonly name: string;
  readonly key: string | undefined;
}

/** Claims by date as stacked bars; their keys are {@link timelineKey}'s. The plot says by `data-left`, `data-right`, `data-from` and
 * `data-to` (days since 1970-01-01, the last exclusive) which days lie where. */
export function timelineShape(timeline: Timeline, drawing: Drawing): Shape {
  const { palette, words, width } = drawing;
  const { periods, settings } = timeline;
  const paints = new Paints('timeline', palette);
  const { shown, others } = folded(timeline.series, settings.top, ({ total }) => total);
  const sum = {
    ...OTHERS,
    label: numbered(words.others, others.length),
    counts: summed(others.map(({ counts }) => counts)),
  };
  const series = [...shown, ...(others.length > 0 ? [sum] : [])];
  const fills = [...seriesPaints(shown, paints, palette), paints.others()];
  const bars = periods.flatMap(({ text, first, last }, n) => {
    let bottom = 0;
    return series.flatMap(({ id, label, counts }, at): Bar | readonly [] => {
      const count = counts[n] ?? 0;
      if (count === 0) return [];
      const { fill = '', opacity = 1 } = fills[at] ?? {};
      const key = id === OTHERS.id ? undefined : timelineKey(id, text);
      const bar = { from: dateOf(first), to: dateOf(last + 1), bottom, top: bottom + count, fill, opacity, key };
      bottom += count;
      return { ...bar, name: `${text}, ${oneLineOf(label)}: ${count}` };
    });
  });
  const [from, to] = domainOf(timeline);
  const most = Math.max(1, ...bars.map(({ top }) => top));
  const bar =
    (width - LEFT - RIGHT) / Math.max(1, (to - from) / ((periods[0]?.last ?? 0) - (periods[0]?.first ?? 0) + 1));
  const averages =
    settings.moving > 1 ? movingAverage(summed(series.map(({ counts }) => counts)), settings.moving) : [];
  const points = periods.flatMap(({ first, last }, n) => {
    const y = averages[n];
    return y === undefined ? [] : [{ x: dateOf((first + last + 1) / 2), y }];
  });
  const drawn = plotted(drawing.document, palette.text, {
    ...{ width, height: HEIGHT, marginLeft: LEFT, marginRight: RIGHT, marginTop: 24, marginBottom: 32 },
    x: { type: 'utc', domain: [dateOf(from), dateOf(to)] },
    y: { domain: [0, Math.max(most, ...points.map(({ y }) => y))] },
    color: { type: 'identity' },
    opacity: { type: 'identity' },
    marks: [
      gridY({ ticks: ticksOf(most), stroke: palette.faint, strokeOpacity: 0.25 }),
      axisY({
        ticks: ticksOf(most),
        tickFormat: 'd',
        tickSize: 0,
        label: words.claims,
        color: palette.text,
        labelArrow: 'none',
      }),
      axisX({ label: null, color: palette.text, tickSpacing: 70 }),
      rect(bars, {
        ...{ x1: 'from', x2: 'to', y1: 'bottom', y2: 'top', fill: 'fill', fillOpacity: 'opacity' },
        ...{
          stroke: palette.text,
          strokeOpacity: 0.4,
          strokeWidth: bar > 6 ? 1 : 0,
          insetLeft: bar > 12 ? 1 : 0,
          insetRight: bar > 12 ? 1 : 0,
        },
        ...{ title: 'name', ariaLabel: 'name' },
        ...keyed(bars),
      }),
      ...(points.length > 0
        ? [
            lineY(points, {
              x: 'x',
              y: 'y',
              stroke: palette.text,
              strokeWidth: 2,
              marker: points.length < 60 ? 'circle' : 'none',
            }),
          ]
        : []),
      ruleY([0], { stroke: palette.text }),
    ],
  });
  const average = { label: numbered(words.movingAverage, settings.moving), mark: averageMark(palette.text) };
  return framed(drawing, {
    ...{
      picture: 'timeline',
      title: drawing.title ?? titled(words.timeline, variableText(settings.series)),
      definitions: paints.definitions(),
    },
    description: drawing.caption.join(' '),
    legends: [
      {
        entries: [
          ...series.map(({ label }, at) => ({ label, mark: fills[at] ?? paints.none() })),
          ...(settings.moving > 1 ? [average] : []),
        ],
      },
    ],
    plots: [
      {
        ...drawn,
        attributes: {
          ...drawn.attributes,
          'data-left': LEFT,
          'data-right': width - RIGHT,
          'data-from': from,
          'data-to': to,
        },
      },
    ],
  });
}

/** What stands for the series that aren't shown. */
const OTHERS: Value = { id: 'others', label: '' };

function averageMark(stroke: string): Shape {
  return shape('line', { x1: -7, x2: 7, stroke, 'stroke-width': 2 });
}

function dateOf(day: number): Date {
  return new Date(day * DAY_MS);
}

function summed(lists: readonly (readonly number[])[]): readonly number[] {
  return (lists[0] ?? []).map((_, n) => lists.reduce((sum, list) => sum + (list[n] ?? 0), 0));
}

/** From the first day to the day behind the last, with room around few periods. */
function domainOf({ periods }: Timeline): readonly [number, number] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [0, 1];
  const missing = Math.max(0, FEWEST - periods.length) / 2;
  const length = first.last - first.first + 1;
  return [Math.floor(first.first - missing * length), Math.ceil(last.last + 1 + missing * length)];
}

/** Whole numbers. */
function ticksOf(most: number): number[] | number {
  return most <= 6 ? Array.from({ length: most + 1 }, (_, n) => n) : 6;
}
