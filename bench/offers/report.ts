// @ts-expect-error plain JavaScript without declarations
import { table } from '../statistics.mjs';
import type { Row } from './offers';
import { ratesOf, type Counts, type Scores } from './score';

/** One line for what is compared and system: precision, recall, F1, and the counts behind them. */
export function scoreTable(rows: readonly Row[]): string {
  const lines: string[][] = [['', 'precision', 'recall', 'F1', 'right', 'found', 'marked']];
  const add = (title: string, of: (row: Row) => Counts, only: readonly Row[] = rows): void => {
    for (const row of only) {
      const counts = of(row);
      const { precision, recall, f1 } = ratesOf(counts);
      const figures = [precision, recall, f1].map((rate) => (Number.isNaN(rate) ? '–' : rate.toFixed(3)));
      lines.push([`${title}: ${row.system}`, ...figures, ...[counts.right, counts.found, counts.marked].map(String)]);
    }
  };
  const known =
    (part: keyof Scores) =>
    (row: Row): Counts =>
      row.known[part];
  add('Actors with the codebook', known('mentions'));
  add('Names without a codebook', (row) => row.unknown.ranges);
  add('Claims', known('claims'));
  add('Speakers of matched claims', known('matchedSpeakers'));
  add('Speakers, end to end', known('speakers'));
  const own = rows.slice(0, 1);
  add('Addressees of matched claims', known('addressees'), own);
  add('Holders of matched claims', known('holders'), own);
  add('Stance of matched claims', known('stances'), own);
  add('Attribution of matched claims', known('attributions'), own);
  add('Sources', known('sources'), own);
  return table(lines);
}

/** @param build milliseconds to make ours ready for the codebook */
export function timeTable(rows: readonly Row[], build: number): string {
  return table([
    ['Processor time', 'ms per 1,000 words'],
    ...rows.map(({ system, time }) => [system, time.toFixed(2)]),
    ['ours, once a codebook', `${build.toFixed(2)} ms`],
  ]);
}
