import { matrixKey, type Matrix, type MatrixCell, type MatrixLine } from '../analysis/matrix/matrix';
import { variableText, type Value } from '../analysis/variables';
import type { Drawing } from './drawing';
import { folded } from './folding';
import { framed, type LegendEntry } from './frame';
import { gridShape, type GridCell, type GridLine } from './grid';
import { oneLineOf } from './letters';
import { Paints } from './paints';
import type { Palette } from './palette';
import type { Shape } from './shape';
import { numbered, titled, type PictureWords } from './words';

/** The id of what stands for the lines that aren't shown; no value has it. */
const OTHERS = '\u0000others';

/** Fuller colours would make what is written in a cell hard to read. */
const FULLEST = 0.6;
const FAINTEST = 0.08;

/** Who takes which side on what: a cell's colour is the mean of its claims, from all against to all for, and it says how many there are
 * of each; its key is {@link matrixKey}'s. */
export function matrixShape(matrix: Matrix, drawing: Drawing): Shape {
  const { palette, words } = drawing;
  const { settings, levels, scale } = matrix;
  const rows = lines(matrix.rows, settings.top, words);
  const columns = lines(matrix.columns, settings.topColumns, words);
  const most = Math.max(0, ...matrix.cells.map(({ count }) => count));
  const cells = summed(matrix, rows.idOf, columns.idOf).map((one): GridCell => {
    const { row, column } = one;
    const isWhole = row.id !== OTHERS && column.id !== OTHERS;
    return {
      ...{ row: row.id, column: column.id, key: isWhole ? matrixKey(row.id, column.id) : undefined },
      ...fillOf(one, most, scale, palette),
      texts: [textOf(one, levels), signOf(one)],
      name: `${oneLineOf(row.label)}, ${oneLineOf(column.label)}: ${namesOf(one, levels, words)}`,
    };
  });
  const isScale = scale !== undefined && scale.least < scale.most;
  return framed(drawing, {
    ...{
      picture: 'matrix',
      title: drawing.title ?? titled(words.matrix, variableText(settings.rows), variableText(settings.columns)),
      description: drawing.caption.join(' '),
    },
    definitions: new Paints('matrix', palette).definitions(),
    legends: isScale ? [{ entries: scaleLegend(palette, words) }] : [],
    plots: [gridShape(rows.all, columns.all, cells, drawing)],
  });
}

function lines(
  all: readonly MatrixLine[],
  most: number,
  words: PictureWords,
): { readonly all: readonly GridLine[]; readonly idOf: (line: MatrixLine) => GridLine } {
  const { shown, others } = folded(all, most, ({ count }) => count);
  const rest = { id: OTHERS, label: numbered(words.others, others.length) };
  const isShown = new Set(shown.map(({ id }) => id));
  return {
    all: [...shown, ...(others.length > 0 ? [rest] : [])],
    idOf: (line) => (isShown.has(line.id) ? line : rest),
  };
}

interface Summed extends Pick<MatrixCell, 'count' | 'levels'> {
  readonly row: GridLine;
  readonly column: GridLine;
  readonly mean: number | undefined;
}

/** The cells of what is shown: those of others together. */
function summed(
  { cells, rows, columns, levels }: Matrix,
  rowOf: (line: MatrixLine) => GridLine,
  columnOf: (line: MatrixLine) => GridLine,
): readonly Summed[] {
  const found = new Map<string, { row: GridLine; column: GridLine; count: number; levels: number[] }>();
  for (const one of cells) {
    const [rowLine, columnLine] = [rows[one.row], columns[one.column]];
    if (!rowLine || !columnLine) continue;
    const [row, column] = [rowOf(rowLine), columnOf(columnLine)];
    const key = matrixKey(row.id, column.id);
    const known = found.get(key) ?? { row, column, count: 0, levels: levels.map(() => 0) };
    found.set(key, known);
    known.count += one.count;
    one.levels.forEach((count, n) => (known.levels[n] = (known.levels[n] ?? 0) + count));
  }
  return [...found.values()].map((one) => {
    const numbers = levels.flatMap(({ number }, n) =>
      number === undefined ? [] : [{ number, count: one.levels[n] ?? 0 }],
    );
    const counted = numbers.reduce((sum, { count }) => sum + count, 0);
    const total = numbers.reduce((sum, { number, count }) => sum + number * count, 0);
    return { ...one, mean: counted === 0 ? undefined : total / counted };
  });
}

/** By the mean's place on the scale; without a scale by the number of claims. */
function fillOf(
  { mean, count }: Summed,
  most: number,
  scale: Matrix['scale'],
  palette: Palette,
): { readonly fill: string; readonly opacity: number } {
  if (!scale || scale.least >= scale.most)
    return { fill: palette.agree, opacity: FAINTEST + (FULLEST - FAINTEST) * (count / most) };
  if (mean === undefined) return { fill: palette.plain, opacity: FAINTEST };
  const at = (2 * (mean - scale.least)) / (scale.most - scale.least) - 1;
  const opacity = FAINTEST + (FULLEST - FAINTEST) * Math.abs(at);
  return { fill: at === 0 ? palette.plain : at > 0 ? palette.agree : palette.conflict, opacity };
}

/** "+3 −1 ○2 ?1"; of levels without numbers, how many claims there are. */
function textOf({ count, levels: counts }: Summed, levels: readonly Value[]): string {
  if (levels.every(({ number }) => number === undefined)) return String(count);
  const of = (isMeant: (number: number) => boolean): number =>
    levels.reduce((sum, { number }, n) => sum + (number !== undefined && isMeant(number) ? (counts[n] ?? 0) : 0), 0);
  const [plus, minus, zero] = [of((number) => number > 0), of((number) => number < 0), of((number) => number === 0)];
  const rest = Math.max(0, count - plus - minus - zero);
  const parts = [
    ['+', plus],
    ['−', minus],
    ['○', zero],
    ['?', rest],
  ] as const;
  return parts.flatMap(([sign, number]) => (number > 0 ? [sign + number] : [])).join(' ');
}

/** Of a cell that is too narrow for more: which side it is on. */
function signOf({ mean, count }: Summed): string {
  if (mean === undefined) return String(count);
  return mean === 0 ? '±' : mean > 0 ? '+' : '−';
}

function namesOf({ count, levels: counts }: Summed, levels: readonly Value[], { none }: PictureWords): string {
  const said = levels.flatMap(({ label }, n) => ((counts[n] ?? 0) > 0 ? [`${oneLineOf(label)} ${counts[n]}`] : []));
  const rest = count - counts.reduce((sum, one) => sum + one, 0);
  return [...said, ...(rest > 0 ? [`${none} ${rest}`] : [])].join(', ');
}

function scaleLegend({ agree, conflict, plain }: Palette, words: PictureWords): readonly LegendEntry[] {
  return [
    { label: words.allFor, mark: { fill: agree, opacity: FULLEST } },
    { label: words.between, mark: { fill: plain, opacity: FAINTEST } },
    { label: words.allAgainst, mark: { fill: conflict, opacity: FULLEST } },
    { label: words.cellHelp },
  ];
}
