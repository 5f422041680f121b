// What agreement of three coders on many articles costs, beside alpha over a plain table of characters, and beside NLTK's where Python
// has it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { agreement, type AgreementReport } from '../src/analysis/agreement/agreement';
import type { CodedAnnotation, CodedArticle } from '../src/analysis/agreement/codedArticle';
import { listedDisagreements } from '../src/analysis/agreement/disagreementTable';
import { readAgreementSettings } from '../src/analysis/agreement/settings';
import type { Given } from '../src/analysis/settings';
import { completed } from '../src/anchoring/slices';
import type { Codebook } from '../src/model/codebook';
import { seeded } from '../src/analysis/seeded';
import { between, pick } from './random';
// @ts-expect-error plain JavaScript without declarations
import { spread, table } from './statistics.mjs';

const coders = ['ann', 'bob', 'cem'];
const LENGTH = 5_000;
const codebook: Codebook = {
  format: 'policy-codebook',
  version: 1,
  actors: Array.from({ length: 50 }, (_, n) => ({ id: `actor-${n}`, name: `Actor ${n}` })),
  topics: Array.from({ length: 30 }, (_, n) => ({ id: `topic-${n}`, name: `Topic ${n}` })),
};

const NOTES = `Milliseconds, the median of the rounds. All figures: alpha, alpha for unitizing, kappa, precision, recall and F1, by type, topic, stance,
attribution, actor and links, for all three and each two. The plain table is what they have in common, alpha of types, with a value for each
character and coder, as reliability data stand in textbooks; its figures are ours to nine digits. NLTK is given the same table of some
articles, ready made; its time is that for as many articles, and isn't measured for all.`;

/** @param print takes lines; @param python a Python that may have nltk */
export function measureAgreement(quick: boolean, print: (lines: string) => void, python = 'python3'): void {
  const count = quick ? 100 : 1_000;
  const articles = someArticles(count);
  const annotations = articles.reduce((sum, one) => sum + one.annotations.length, 0);
  print(
    `Agreement: ${count} articles of ${LENGTH} characters by ${coders.length} coders, ${annotations} annotations, ms`,
  );
  const rounds = quick ? 1 : 3;
  const run = (given: Given): AgreementReport => completed(agreement(articles, readAgreementSettings(given)));
  const alphaAlone = { measures: 'alpha', by: 'type', samples: 0 };
  const [ours, alpha] = timed(rounds, () => run(alphaAlone));
  const [plain, theirs] = timed(rounds, () => plainAlphas(articles));
  for (const [who, expected] of theirs) {
    const found = alpha.rows.find(({ creators, label }) => creators.join() === who && label === undefined);
    assert.ok(typeof found?.figure === 'number' && Math.abs(found.figure - expected) < 1e-9, who);
  }
  const [every, all] = timed(rounds, () => run({ samples: 0 }));
  const [drawn] = timed(rounds, () => run({ samples: 1_000 }));
  const [listed, found] = timed(rounds, () => listedDisagreements(articles, coders));
  const nltk = nltkAlpha(articles.slice(0, 5), python);
  const rows = [
    ['', 'ms', 'of the plain table'],
    ['alpha of types, a plain table of characters', plain],
    ['alpha of types, ours (with each type against the rest)', ours],
    [`all figures (${all.rows.length}), without intervals`, every],
    ['all figures, intervals of 1,000 draws', drawn],
    [`disagreements (${found.length})`, listed],
    ...(nltk === undefined ? [] : [['alpha of types, NLTK (from 5 articles)', (nltk / 5) * count] as const]),
  ].map(([name, time, times]) =>
    typeof time === 'number' ? [name, time.toFixed(0), (time / plain).toFixed(2)] : [name, time, times],
  );
  print(`${table(rows)}\n${NOTES}${nltk === undefined ? '\nNLTK is not there.' : ''}\n`);
}

function timed<R>(rounds: number, work: () => R): readonly [milliseconds: number, result: R] {
  let result = work(); // also warms up
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    result = work();
    return performance.now() - start;
  });
  return [(spread(times) as { median: number }).median, result];
}

/** What one coder sees, the others see too, mostly, and mostly alike. */
function someArticles(count: number): readonly CodedArticle[] {
  const random = seeded(7);
  // Without white space, which isn't counted at the edges of targets.
  const text = 'abcdefghij'.repeat(LENGTH / 10);
  return Array.from({ length: count }, (_, article) => {
    const annotations: CodedAnnotation[] = [];
    const kinds = ['claim', 'actor', 'claim', 'actor', 'actor', 'source'];
    for (let place = 0; place < 30; place += 1) {
      const [kind = 'claim', start] = [kinds[place % kinds.length], between(random, 0, LENGTH - 300)];
      const length = kind === 'claim' ? between(random, 40, 200) : between(random, 5, 20);
      const [actor, topic] = [`actor-${between(random, 0, 49)}`, `topic-${between(random, 0, 29)}`];
      for (const creator of coders) {
        if (random() < 0.2) continue;
        const moved = random() < 0.3 ? between(random, 1, 20) : 0;
        annotations.push({
          ...{ id: `${creator}-${place}`, type: kind, creator, standing: 'anchored' },
          target: [{ start: start + moved, end: start + moved + length }],
          ...(kind === 'actor' ? { actor: random() < 0.1 ? 'actor-0' : actor } : {}),
          ...(kind === 'claim'
            ? {
                ...{ topic: random() < 0.15 ? 'topic-0' : topic, stance: pick(random, ['support', 'oppose']) },
                links: [{ role: 'speaker', actor }],
              }
            : {}),
        });
      }
    }
    return { path: `${article}.txt`, text, info: {}, coding: [], codebook, annotations };
  });
}

/** The types at each character, as a set, of each coder. */
function tableOf({ annotations, text }: CodedArticle): readonly (readonly string[])[] {
  return coders.map((coder) => {
    const types = Array.from({ length: text.length }, (): string[] => []);
    for (const { creator, type, target } of annotations) {
      if (creator !== coder) continue;
      for (const { start, end } of target) for (let at = start; at < end; at += 1) types[at]?.push(type);
    }
    return types.map((all) => (all.length < 2 ? (all[0] ?? '') : [...new Set(all)].sort().join()));
  });
}

/** Krippendorff's alpha of all and of each two coders, unit by unit; one article's table at a time. */
function plainAlphas(articles: readonly CodedArticle[]): ReadonlyMap<string, number> {
  const sums = [
    [0, 1, 2],
    [0, 1],
    [0, 2],
    [1, 2],
  ].map((who) => ({ who, counts: new Map<string, number>(), all: 0, apart: 0 }));
  for (const article of articles) {
    const rows = tableOf(article);
    for (const sum of sums) {
      const { who, counts } = sum;
      for (let at = 0; at < LENGTH; at += 1) {
        for (const one of who) {
          const value = rows[one]?.[at] ?? '';
          counts.set(value, (counts.get(value) ?? 0) + 1);
          sum.all += 1;
          for (const other of who) if (value !== rows[other]?.[at]) sum.apart += 1 / (who.length - 1);
        }
      }
    }
  }
  return new Map(
    sums.map(({ who, counts, all, apart }) => {
      let squares = 0;
      for (const value of counts.values()) squares += value ** 2;
      return [who.map((coder) => coders[coder]).join(), 1 - ((all - 1) * apart) / (all ** 2 - squares)];
    }),
  );
}

/** Milliseconds that NLTK's AnnotationTask takes for the four alphas; undefined where there is none. */
function nltkAlpha(articles: readonly CodedArticle[], python: string): number | undefined {
  const script = `
import json, sys, time
from nltk.metrics.agreement import AnnotationTask
tables = json.load(sys.stdin)
total = 0
for who in [[0, 1, 2], [0, 1], [0, 2], [1, 2]]:
    data = [(c, (a, at), value) for a, rows in enumerate(tables) for c in who for at, value in enumerate(rows[c])]
    start = time.perf_counter()
    AnnotationTask(data=data).alpha()
    total += time.perf_counter() - start
print(total * 1000)
`;
  const { status, stdout } = spawnSync(python, ['-c', script], {
    input: JSON.stringify(articles.map(tableOf)),
    encoding: 'utf8',
  });
  return status === 0 ? Number(stdout) : undefined;
}
