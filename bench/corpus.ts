// What the index of a workspace costs, beside reading its files and JSON.parse.
import { execFile } from 'node:child_process';
import { statfsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Measured } from './corpusChild';
import { writeSidecars } from './corpusFiles';
import { PER_ARTICLE } from './corpusText';
// @ts-expect-error plain JavaScript without declarations
import { spread, table } from './statistics.mjs';
// @ts-expect-error plain JavaScript without declarations
import { temporaryFolder } from '../test/harness/temporary.mjs';

export interface HowToMeasure {
  /** The bundle of corpusChild.ts. */
  readonly child: string;
  /** Fewer files and rounds, for a look. */
  readonly quick: boolean;
}

const MEGABYTE = 1_000_000;
/** Generously: a sidecar of this bench takes 62 KB. */
const BYTES_PER_FILE = 100_000;
/** Files are known by their stamps only where these are older. */
const SETTLED_MS = 11_000;

const NOTES = `Each figure is from a process of its own, as a window has one: the median of the rounds, in which the rows take turns.
Files are in the system's cache, and read by the editor's own path on a local disk, so many at once; listing them is in no row.
The first start reads, decodes, parses, checks, hashes and indexes all, in slices of 10 ms with pauses; the second has the cache
of the first. Memory is heap and external after garbage collection, all of the process. “Next” asks for an actor from anywhere in
either direction, 20,000 questions, of each the least time of three; the rare one is mentioned once, in the last article. A change reads one sidecar again.`;

/** @param print takes lines */
export async function measureCorpus({ child, quick }: HowToMeasure, print: (lines: string) => void): Promise<void> {
  const counts = quick ? [300, 1000] : [1000, 3000, 10_000];
  const area = temporaryFolder('corpus') as { folder: string; remove: () => void };
  try {
    const { bavail, bsize } = statfsSync(area.folder);
    const needed = (counts.at(-1) ?? 0) * BYTES_PER_FILE * 2;
    if (bavail * bsize < needed) throw new Error(`The corpus bench needs ${needed / MEGABYTE} MB of room.`);
    for (const count of counts) {
      const folder = path.join(area.folder, String(count));
      const bytes = writeSidecars(folder, count);
      await setTimeout(SETTLED_MS);
      const run = (what: string): Promise<Measured> => measured(child, what, folder, `${folder}.cache`);
      print(`Index of ${shown(count)} sidecars, ${shown(count * PER_ARTICLE)} annotations, ${megabytes(bytes)} MB`);
      print(`${describe(await rounds(run, quick ? 1 : 5), bytes)}\n`);
    }
  } finally {
    area.remove();
  }
  print(`${NOTES}\n`);
}

type Rows = Readonly<Record<'files' | 'parsed' | 'first' | 'second', readonly Measured[]>>;

async function rounds(run: (what: string) => Promise<Measured>, count: number): Promise<Rows> {
  const rows: Record<keyof Rows, Measured[]> = { files: [], parsed: [], first: [], second: [] };
  for (let round = 0; round < count; round += 1) {
    for (const what of ['files', 'parsed', 'first', 'second'] as const) rows[what].push(await run(what));
  }
  const whole = [...rows.first, ...rows.second];
  const isSame = whole.every((run) => run.annotations === whole[0]?.annotations && run.mentions === whole[0]?.mentions);
  if (!isSame) throw new Error('The starts came to different indexes.');
  return rows;
}

async function measured(child: string, what: string, folder: string, cache: string): Promise<Measured> {
  const args = ['--expose-gc', child, what, folder, cache];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: MEGABYTE });
  return JSON.parse(stdout) as Measured;
}

function describe({ files, parsed, first, second }: Rows, bytes: number): string {
  const median = (runs: readonly Measured[], value: (run: Measured) => number | undefined): number =>
    (spread(runs.map((run) => value(run) ?? 0)) as { median: number }).median;
  const time = (runs: readonly Measured[]): number => median(runs, (run) => run.time);
  const worst = (value: (run: Measured) => number | undefined): number =>
    Math.max(...first.map((run) => value(run) ?? 0));
  const [a, b] = [time(first), time(second)];
  const memory = median(first, (run) => run.memory);
  const each = (ms: number): string => `${milliseconds(ms)} ms`;
  return table([
    ['', 'ours', 'beside', 'ratio', 'aim'],
    ['reading the files', '', each(time(files)), '', ''],
    ['reading, decoding, JSON.parse', '', each(time(parsed)), '', ''],
    ['first start, beside that', each(a), each(time(parsed)), ...against(a / time(parsed), 2)],
    ['second start, beside the first', each(b), each(a), ...against(b / a, 1 / 5)],
    ['memory, beside the files, MB', megabytes(memory), megabytes(bytes), ...against(memory / bytes, 2)],
    ['after the second start', megabytes(median(second, (run) => run.memory)), megabytes(bytes), '', ''],
    ['the cache on disk, MB', megabytes(median(first, (run) => run.cacheBytes)), megabytes(bytes), '', ''],
    ['writing the cache', each(median(first, (run) => run.saving)), '', '', ''],
    ['next mention, median', each(median(first, (run) => run.next?.median)), '', '', ''],
    [
      'next mention, worst',
      each(worst((run) => run.next?.max)),
      '10 ms',
      ...against(worst((run) => run.next?.max) / 10, 1),
    ],
    ['the rare actor, median', each(median(first, (run) => run.rare?.median)), '', '', ''],
    [
      'the rare actor, worst',
      each(worst((run) => run.rare?.max)),
      '10 ms',
      ...against(worst((run) => run.rare?.max) / 10, 1),
    ],
    ['a change of one article, median', each(median(first, (run) => run.change?.median)), '', '', ''],
  ]) as string;
}

/** The ratio, and whether it is what it should be at most. */
function against(ratio: number, aim: number): [string, string] {
  const short = ratio > aim ? `NOT reached: ${ratio.toFixed(2)} instead of ${aim}` : `reached (${aim})`;
  return [ratio.toFixed(2), short];
}

function shown(count: number): string {
  return count.toLocaleString('en');
}

function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(bytes < 10 * MEGABYTE ? 1 : 0);
}

function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(3) : Math.round(value).toLocaleString('en');
}
