// What exports of a large corpus cost, beside JSON.stringify and writing of the same data.
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { catalogue } from '../src/exchange/catalogue';
import { PER_ARTICLE } from './corpusText';
import type { Exported } from './exchangeChild';
// @ts-expect-error plain JavaScript without declarations
import { spread, table } from './statistics.mjs';
// @ts-expect-error plain JavaScript without declarations
import { temporaryFolder } from '../test/harness/temporary.mjs';

export interface HowToMeasure {
  /** The bundle of exchangeChild.ts. */
  readonly child: string;
  /** A hundredth of the corpus, for a look. */
  readonly quick: boolean;
}

/** Which row of plain JSON a format is set beside: with the texts where it holds them, a file an article where it has such. */
const beside: Readonly<Record<string, string>> = {
  csv: 'plain',
  jsonl: 'plain',
  parquet: 'plain',
  brat: 'plain with texts, in files',
  qdpx: 'plain with texts',
};

const NOTES = `Each figure is from a process of its own: the median of three rounds, in which the rows take turns. The corpus is a hundred made articles
over and over, made before the time begins. Plain is JSON.stringify of each article's annotations, metadata and coding as one line.
Peak memory is the most that the process held in all (resident), Node's own 45 MB and the made articles included.`;

/** @param print takes lines */
export async function measureExchange({ child, quick }: HowToMeasure, print: (lines: string) => void): Promise<void> {
  const count = quick ? 100 : 10_000;
  const formats = Object.keys(beside).filter((id) => catalogue.some((entry) => entry.id === id));
  const rows = [...new Set(formats.map((id) => beside[id] ?? 'plain')), ...formats];
  const found = new Map<string, Exported[]>(rows.map((row) => [row, []]));
  const area = temporaryFolder('exchange') as { folder: string; remove: () => void };
  try {
    for (let round = 0; round < (quick ? 1 : 3); round++) {
      for (const row of rows) {
        const folder = path.join(area.folder, 'out');
        const { stdout } = await promisify(execFile)(process.execPath, [child, row, String(count), folder]);
        found.get(row)?.push(JSON.parse(stdout) as Exported);
        rmSync(folder, { recursive: true, force: true });
      }
    }
  } finally {
    area.remove();
  }
  const median = (row: string, value: (one: Exported) => number): number =>
    (spread((found.get(row) ?? []).map(value)) as { median: number }).median;
  const lines = rows.map((row) => {
    const time = median(row, (one) => one.time);
    const other = beside[row];
    const times = other === undefined ? '' : (time / median(other, (one) => one.time)).toFixed(2);
    const [peak, bytes] = [median(row, ({ peak: most }) => most), median(row, (one) => one.bytes)];
    return [
      row,
      `${Math.round(time)} ms`,
      times,
      megabytes(peak),
      megabytes(bytes),
      String(median(row, (one) => one.files)),
    ];
  });
  print(`Exports of ${count} articles, ${count * PER_ARTICLE} annotations (aims: 3 times for text formats, 300 MB)`);
  print(`${table([['', 'time', 'of plain', 'peak', 'written', 'files'], ...lines]) as string}\n\n${NOTES}\n`);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
