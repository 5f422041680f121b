import { axisX, dot, link, text } from '@observablehq/plot';
import { dateOfDay, daysOf } from '../analysis/dates';
import type { Contradiction, Side } from '../analysis/evidence/contradictions';
import type { EvidenceSettings } from '../analysis/evidence/settings';
import { SMALL, type Drawing } from './drawing';
import { framed, withTitle } from './frame';
import { clipped, oneLineOf } from './letters';
import { Paints } from './paints';
import { keyed, plotted } from './plotted';
import { rounded, shape, type Shape } from './shape';

const ROW = 34;
const [TOP, BOTTOM] = [8, 30];
const MARGIN = 16;
const LABEL = 300;
const UNDATED = 90;
const DAY_MS = 86_400_000;

/** Claims of one actor on one side on one day. */
interface Mark {
  readonly at: number;
  /** In pixels, where there is no day. */
  readonly day: number | undefined;
  readonly isFor: boolean;
  readonly count: number;
  readonly isLinked: boolean;
  readonly name: string;
  readonly key: string;
}

/** Who is for and against one topic, a row an actor and topic, by date: above the line for it, below against. All marks of a row have
 * the contradiction's key. */
export function contradictionsShape(
  all: readonly Contradiction[],
  { top }: Pick<EvidenceSettings, 'top'>,
  drawing: Drawing,
): Shape {
  const { palette, words, width } = drawing;
  const rows = all.slice(0, top);
  const marks = rows.flatMap(({ key, actor, topic, sides }, at) =>
    [...bySideAndDay(sides).values()].map((same): Mark => {
      const [{ isFor, date }] = same as readonly [Side, ...Side[]];
      const side = isFor ? words.for : words.against;
      const paths = [...new Set(same.map(({ path }) => path))].join(', ');
      const name = `${oneLineOf(actor.label)}, ${oneLineOf(topic.label)}: ${side}, ${date ?? words.noDate} (${oneLineOf(paths)})`;
      const isLinked = same.some(({ isLinked: linked }) => linked);
      return { at, day: daysOf(date ?? '')?.first, isFor, count: same.length, isLinked, name, key };
    }),
  );
  const days = marks.flatMap(({ day }) => day ?? []);
  const [first, last] = days.length > 0 ? [Math.min(...days), Math.max(...days)] : [0, 0];
  const room = Math.max(1, (last - first) * 0.03, (7 - (last - first)) / 2);
  const hasUndated = marks.some(({ day }) => day === undefined);
  const left = MARGIN + Math.min(LABEL, width / 3) + 8;
  const right = MARGIN + (hasUndated ? UNDATED : 12);
  const height = TOP + rows.length * ROW + BOTTOM;
  const dated = marks.filter(({ day }) => day !== undefined);
  const from = (day: number): Date => new Date(day * DAY_MS);
  const lines = rows.map((_, at) => ({ at }));
  const drawn = plotted(drawing.document, palette.text, {
    ...{ width, height, marginLeft: left, marginRight: right, marginTop: TOP, marginBottom: BOTTOM },
    x: { type: 'utc', domain: [from(first - room), from(last + room)] },
    y: { domain: [-0.5, Math.max(0.5, rows.length - 0.5)], reverse: true, axis: null },
    ...{ color: { type: 'identity' }, symbol: { type: 'identity' } },
    marks: [
      link(lines, {
        ...{ x1: () => from(first - room), x2: () => from(last + room), y1: 'at', y2: 'at' },
        ...{ stroke: palette.faint, strokeOpacity: 0.5 },
      }),
      ...[true, false].flatMap((isFor) => {
        const data = dated.filter((mark) => mark.isFor === isFor);
        const dy = isFor ? -8 : 8;
        return [
          dot(data, {
            ...{
              x: ({ day }: Mark) => from(day ?? 0),
              y: 'at',
              dy,
              symbol: 'triangle',
              rotate: isFor ? 0 : 180,
              r: 5.5,
            },
            ...{ fill: isFor ? palette.agree : palette.conflict, stroke: palette.text, strokeWidth: 0.75 },
            ...{ title: 'name', ariaLabel: 'name' },
            ...keyed(data),
          }),
          text(
            data.filter(({ count }) => count > 1),
            {
              x: ({ day }: Mark) => from(day ?? 0),
              y: 'at',
              dy,
              dx: 9,
              text: ({ count }: Mark) => `×${count}`,
              textAnchor: 'start',
              fill: palette.text,
            },
          ),
        ];
      }),
      ...(days.length > 0 ? [axisX({ label: null, color: palette.text, tickSpacing: 80 })] : []),
    ],
  });
  const labels = rows.map(({ actor, topic }, at) => {
    const y = TOP + (at + 0.5) * ROW;
    const whole = `${oneLineOf(actor.label)}: ${oneLineOf(topic.label)}`;
    const place = (dy: number): Shape['attributes'] => ({
      x: rounded(left - 8),
      y: rounded(y + dy),
      'text-anchor': 'end',
    });
    const fits = left - 8 - MARGIN;
    return withTitle(
      shape(
        'g',
        {},
        shape('text', { ...place(-2), 'font-weight': 600 }, clipped(actor.label, fits, SMALL * 1.05)),
        shape('text', place(11), clipped(topic.label, fits, SMALL)),
      ),
      whole,
    );
  });
  const undated = rows.flatMap((_, at) => {
    const of = marks.filter((mark) => mark.at === at && mark.day === undefined);
    return of.map(({ isFor, count, name, key }) => {
      const attributes = { x: rounded(width - right + 16), y: rounded(TOP + (at + 0.5) * ROW + (isFor ? -4 : 12)) };
      const look = { 'text-anchor': 'start', fill: palette.text, 'data-key': key, 'aria-label': name };
      return withTitle(shape('text', { ...attributes, ...look }, `${isFor ? '▲' : '▼'} ×${count}`), name);
    });
  });
  const head = hasUndated
    ? [shape('text', { x: rounded(width - right + 16), y: rounded(height - 12), 'text-anchor': 'start' }, words.noDate)]
    : [];
  return framed(drawing, {
    ...{
      picture: 'contradictions',
      title: drawing.title ?? words.contradictions,
      description: drawing.caption.join(' '),
    },
    legends: [
      {
        entries: [
          { label: words.for, mark: triangle(palette.agree, 0) },
          { label: words.against, mark: triangle(palette.conflict, 180) },
        ],
      },
    ],
    definitions: new Paints('contradictions', palette).definitions(),
    plots: [{ ...drawn, children: [...drawn.children, ...labels, ...undated, ...head] }],
  });
}

function bySideAndDay(sides: readonly Side[]): ReadonlyMap<string, readonly Side[]> {
  const groups = new Map<string, Side[]>();
  for (const side of sides) {
    const day = daysOf(side.date ?? '')?.first;
    const key = `${side.isFor} ${day === undefined ? '' : dateOfDay(day)}`;
    groups.set(key, [...(groups.get(key) ?? []), side]);
  }
  return groups;
}

function triangle(fill: string, turn: number): Shape {
  return shape('path', { d: 'M0,-6L6,5L-6,5Z', fill, transform: `rotate(${turn})` });
}
