// One network in a process of its own: node FILE WHAT COUNT [TARGET]
import { writeFileSync } from 'node:fs';
import { completed } from '../src/anchoring/slices';
import type { AnalysedAnnotation } from '../src/analysis/analysedArticle';
import { StatementGatherer } from '../src/analysis/network/gathering';
import { networkOf } from '../src/analysis/network/networkOf';
import { readNetworkSettings } from '../src/analysis/network/reading';
import { claims, shapeOf, stances } from './networkClaims';

/** What one process found. `sum` and `mixed` are of all weights, the latter each times a number that its two actors make. */
export interface Networked {
  /** Milliseconds; of ours, from the first article that is there to the network. */
  readonly time: number;
  /** Of ours, how much of that is reading claims of articles. */
  readonly gathering?: number;
  /** The most that the process ever held, in bytes. */
  readonly peak: number;
  readonly edges: number;
  readonly sum: number;
  readonly mixed: number;
}

const PER_ARTICLE = 100;

/** What tells whether two networks are the same; weights are halves, so that sums are exact. */
class Checks {
  edges = 0;
  sum = 0;
  mixed = 0;

  add(one: number, other: number, weight: number): void {
    this.edges += 1;
    this.sum += weight;
    this.mixed += weight * ((Math.min(one, other) * 31 + Math.max(one, other) * 17) % 1009);
  }
}

type Found = Omit<Networked, 'peak'>;

function ours(count: number): Found {
  const gatherer = new StatementGatherer(readNetworkSettings({ aggregation: 'congruence' }));
  let [gathering, nth] = [0, 0];
  let annotations: AnalysedAnnotation[] = [];
  for (const { actor, topic, level } of claims(count)) {
    annotations.push({
      ...{ id: `claim-${nth++}`, type: 'claim', counts: 'yes', standing: 'anchored', start: 0, end: 1 },
      ...{ topic: `topic-${topic}`, stance: stances[level] ?? '', links: [{ role: 'speaker', actor: String(actor) }] },
    });
    if (annotations.length < PER_ARTICLE) continue;
    const key = `${nth / PER_ARTICLE}.txt`;
    const begin = performance.now();
    gatherer.add({ key, path: key, info: {}, coding: [], codebook: undefined, annotations });
    gathering += performance.now() - begin;
    annotations = [];
  }
  const begin = performance.now();
  const { rows, edges } = completed(networkOf(gatherer.statements()));
  const time = performance.now() - begin + gathering;
  const checks = new Checks();
  const actors = rows.map(({ label }) => Number(label));
  edges.weight.forEach((weight, at) => {
    checks.add(actors[edges.from[at] ?? 0] ?? 0, actors[edges.to[at] ?? 0] ?? 0, weight);
  });
  return { time, gathering, edges: checks.edges, sum: checks.sum, mixed: checks.mixed };
}

/** x as a dense matrix, a row an actor, and all rows with all others. */
function dense(count: number): Found {
  const { actors, topics } = shapeOf(count);
  const width = topics * stances.length;
  const all = [...claims(count)];
  const begin = performance.now();
  const x = new Float64Array(actors * width);
  for (const { actor, topic, level } of all) {
    const cell = actor * width + topic * stances.length + level;
    x[cell] = (x[cell] ?? 0) + 1;
  }
  const near = new Float64Array(width);
  const weights = new Float64Array((actors * (actors - 1)) / 2);
  let at = 0;
  for (let one = 0; one < actors; one++) {
    for (let cell = 0; cell < width; cell++) {
      const first = cell - (cell % stances.length);
      let sum = 0;
      for (let level = 0; level < stances.length; level++) {
        const distance = Math.abs(first + level - cell) / (stances.length - 1);
        sum += (x[one * width + first + level] ?? 0) * (1 - distance);
      }
      near[cell] = sum;
    }
    for (let other = one + 1; other < actors; other++) {
      let sum = 0;
      for (let cell = 0; cell < width; cell++) sum += (near[cell] ?? 0) * (x[other * width + cell] ?? 0);
      weights[at++] = sum;
    }
  }
  const time = performance.now() - begin;
  const checks = new Checks();
  at = 0;
  for (let one = 0; one < actors; one++) {
    for (let other = one + 1; other < actors; other++) {
      const weight = weights[at++] ?? 0;
      if (weight !== 0) checks.add(one, other, weight);
    }
  }
  return { time, edges: checks.edges, sum: checks.sum, mixed: checks.mixed };
}

/** For networks.py: a line a claim. */
function written(count: number, target: string): void {
  const lines = Array.from(claims(count), ({ actor, topic, level }) => `${actor} ${topic} ${level}\n`);
  writeFileSync(target, lines.join(''));
}

const [what = '', count = '', target = ''] = process.argv.slice(2);
if (what === 'written') written(Number(count), target);
else if (what !== '') {
  const found = what === 'ours' ? ours(Number(count)) : dense(Number(count));
  console.log(JSON.stringify({ ...found, peak: process.resourceUsage().maxRSS * 1024 } satisfies Networked));
}
