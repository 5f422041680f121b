// What a one-mode network costs, beside the same product by plain dense loops and by networkx's bipartite projection.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { shapes } from './networkClaims';
import type { Networked } from './networksChild';
// @ts-expect-error plain JavaScript without declarations
import { spread, table } from './statistics.mjs';
// @ts-expect-error plain JavaScript without declarations
import { temporaryFolder } from '../test/harness/temporary.mjs';

export interface HowToMeasure {
  /** The bundle of networksChild.ts. */
  readonly child: string;
  /** networks.py. */
  readonly script: string;
  /** One round, without the largest. */
  readonly quick: boolean;
}

const PYTHON = '/usr/bin/python3';
/** Above that, networkx takes hours. */
const MOST_FOR_NETWORKX = 100_000;

const NOTES = `Each figure is from a process of its own: the median of the rounds, in which the rows take turns (networkx: one round, without the
largest). All rows of a size come to the same edges and weights: that is compared. “Ours” sorts statements, finds duplicates and levels, and
multiplies; the others begin with numbers of actors, topics and stances as well. Dense loops multiply a matrix of actors by topics and
stances. Peak memory is the most that the process held in all (resident): the runtime's own (Node 45 MB), what was made of the claims, and the network.`;

/** @param print takes lines */
export async function measureNetworks(how: HowToMeasure, print: (lines: string) => void): Promise<void> {
  const counts = Object.keys(shapes).map(Number);
  const area = temporaryFolder('networks') as { folder: string; remove: () => void };
  try {
    const hasNetworkx = existsSync(PYTHON) && (await succeeds(PYTHON, ['-c', 'import networkx']));
    for (const count of how.quick ? counts.slice(0, -1) : counts) {
      const rows = await rounds(how, count, path.join(area.folder, String(count)), hasNetworkx);
      const { actors, topics } = shapes[count] ?? {};
      print(`One-mode congruence of ${shown(count)} claims of ${shown(actors)} actors and ${shown(topics)} topics`);
      print(`${describe(rows)}\n`);
    }
    if (!hasNetworkx) print(`networkx isn't there (${PYTHON}), and in no row.\n`);
  } finally {
    area.remove();
  }
  print(`${NOTES}\n`);
}

type Rows = ReadonlyMap<string, readonly Networked[]>;

async function rounds(
  { child, script, quick }: HowToMeasure,
  count: number,
  file: string,
  hasNetworkx: boolean,
): Promise<Rows> {
  const found: [string, Networked][] = [];
  for (let round = 0; round < (quick ? 1 : 3); round++) {
    for (const what of ['ours', 'dense']) found.push([what, await run(process.execPath, [child, what, String(count)])]);
  }
  if (hasNetworkx && count <= (quick ? 10_000 : MOST_FOR_NETWORKX)) {
    await promisify(execFile)(process.execPath, [child, 'written', String(count), file]);
    found.push(['networkx', await run(PYTHON, [script, file])]);
  }
  const [, first] = found[0] ?? [];
  for (const [what, { edges, sum, mixed }] of found) {
    const isSame = first && edges === first.edges && sum === first.sum && mixed === first.mixed;
    if (!isSame) throw new Error(`${what} comes to another network of ${count} claims than ours.`);
  }
  const names = [...new Set(found.map(([what]) => what))];
  return new Map(names.map((name) => [name, found.flatMap(([what, one]) => (what === name ? [one] : []))]));
}

async function run(command: string, args: readonly string[]): Promise<Networked> {
  const { stdout } = await promisify(execFile)(command, args);
  return JSON.parse(stdout) as Networked;
}

async function succeeds(command: string, args: readonly string[]): Promise<boolean> {
  try {
    await promisify(execFile)(command, args);
    return true;
  } catch {
    return false;
  }
}

function describe(rows: Rows): string {
  const median = (runs: readonly Networked[], value: (run: Networked) => number): number =>
    (spread(runs.map(value)) as { median: number }).median;
  const made = rows.get('ours') ?? [];
  const gathering = median(made, (run) => run.gathering ?? 0);
  const product = median(made, (run) => run.time - (run.gathering ?? 0));
  const lines = [...rows].flatMap(([name, runs]) => {
    const own = name === 'ours' ? product : median(runs, (run) => run.time);
    const peak = `${Math.round(median(runs, (run) => run.peak) / 1_000_000)} MB`;
    const times = name === 'ours' ? '' : (own / product).toFixed(1);
    const line = [labels[name] ?? name, milliseconds(own), times, peak, shown(runs[0]?.edges)];
    return name === 'ours' ? [line, ['reading the claims for it', milliseconds(gathering), '', '', '']] : [line];
  });
  return table([['', 'time', 'times ours', 'peak', 'edges'], ...lines]) as string;
}

const labels: Readonly<Record<string, string>> = { dense: 'dense loops', networkx: "networkx's projection" };

function shown(count = 0): string {
  return count.toLocaleString('en');
}

function milliseconds(value: number): string {
  return `${Math.round(value).toLocaleString('en')} ms`;
}
