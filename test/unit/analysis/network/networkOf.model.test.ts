import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aggregations, duplicatesKept, normalisations } from '../../../../src/analysis/network/settings';
import { SettingsError } from '../../../../src/analysis/settings';
import type { Network } from '../../../../src/analysis/network/network';
import { article, claim, codebook, network } from './coded';
import { slowNetwork, type Told } from './slow';

const qualifiers = ['stance', 'attribute:force', 'attribute:hedged', 'attribute:act', 'attribution'] as const;
type Qualifier = (typeof qualifiers)[number];

const own = codebook({
  stances: [
    { id: 'for', name: 'For', value: 1 },
    { id: 'yes', name: 'Yes', value: 1 },
    { id: 'mixed', name: 'Mixed', value: 0.1 },
    { id: 'against', name: 'Against', value: -0.5 },
  ],
  attributes: [
    { id: 'force', name: 'Force', type: 'integer', max: 3, appliesTo: ['claim'] },
    { id: 'hedged', name: 'Hedged', type: 'boolean', appliesTo: ['claim'] },
    { id: 'act', name: 'Act', type: 'text', appliesTo: ['claim'] },
  ],
});

interface Coded {
  readonly speakers: readonly string[];
  readonly topic: string | undefined;
  readonly date: string | undefined;
  readonly stance: string | undefined;
  readonly force: number | undefined;
  readonly hedged: boolean | undefined;
  readonly act: string | undefined;
  readonly attribution: string | undefined;
}

const option = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 4 });
const oneOf = (...texts: readonly string[]): fc.Arbitrary<string | undefined> => option(fc.constantFrom(...texts));

const arbitraryClaim: fc.Arbitrary<Coded> = fc.record({
  speakers: fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { maxLength: 3 }),
  topic: oneOf('x', 'y', 'z'),
  date: oneOf('2022', '2022-01', '2022-01-02', '2022-01-03', '2021-12-27', '2023-01-01', '2023-01-02', '2022-13'),
  stance: oneOf('for', 'yes', 'mixed', 'against'),
  force: option(fc.integer({ min: 0, max: 3 })),
  hedged: option(fc.boolean()),
  act: oneOf('demand', 'praise'),
  attribution: oneOf('quoted', 'reported'),
});
const arbitraryArticles = fc.array(fc.array(arbitraryClaim, { maxLength: 8 }), { maxLength: 3 });

type Settings = Readonly<typeof arbitrarySettings extends fc.Arbitrary<infer T> ? T : never>;

const arbitrarySettings = fc.record({
  mode: fc.constantFrom('one-mode' as const, 'two-mode' as const),
  aggregation: fc.constantFrom(...aggregations),
  normalisation: fc.constantFrom(...normalisations),
  duplicates: fc.constantFrom(...duplicatesKept),
  qualifier: fc.constantFrom(...qualifiers),
});

const values: Readonly<Record<string, number>> = { for: 1, yes: 1, mixed: 0.1, against: -0.5 };

function levelOf(coded: Coded, qualifier: Qualifier): number | string | undefined {
  switch (qualifier) {
    case 'stance':
      return coded.stance === undefined ? undefined : values[coded.stance];
    case 'attribute:force':
      return coded.force;
    case 'attribute:hedged':
      return coded.hedged === undefined ? undefined : Number(coded.hedged);
    case 'attribute:act':
      return coded.act;
    case 'attribution':
      return coded.attribution;
  }
}

function levelsOf(all: readonly Coded[], qualifier: Qualifier): readonly (number | string)[] {
  if (qualifier === 'stance') return [-0.5, 0.1, 1];
  if (qualifier === 'attribute:hedged') return [0, 1];
  const met = all.flatMap((coded) => levelOf(coded, qualifier) ?? []);
  return [...new Set(qualifier === 'attribute:force' ? [...met, 3] : met)].sort();
}

function weightsOf({ rows, columns, edges }: Network): ReadonlyMap<string, number> {
  const label = (nodes: Network['rows'], at: number | undefined): string => nodes[at ?? -1]?.label ?? '';
  return new Map(
    Array.from(edges.weight, (weight, at) => [
      `${label(rows, edges.from[at])} ${label(columns, edges.to[at])}`,
      weight,
    ]),
  );
}

/** Whether it could be compared: contradictory settings make no network. */
function isSame(articles: readonly (readonly Coded[])[], settings: Settings): boolean {
  const made = articles.map((claims, nth) =>
    article(
      String(nth),
      claims.map(({ speakers, force, hedged, act, ...fields }, at) => {
        const attributes = { force, hedged, act };
        const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
        return claim(String(at), { speakers, attributes, ...given });
      }),
      { codebook: own },
    ),
  );
  let found: Network;
  try {
    found = network(settings, ...made);
  } catch (error) {
    if (error instanceof SettingsError) return false;
    throw error;
  }
  const told = articles.flatMap((claims, nth) =>
    claims.map((one): Told => ({
      article: String(nth),
      rows: one.speakers,
      column: one.topic,
      level: levelOf(one, settings.qualifier),
      date: one.date === '2022-13' ? undefined : one.date,
    })),
  );
  const levels = levelsOf(articles.flat(), settings.qualifier);
  const slow = slowNetwork(told, levels, settings.qualifier === 'attribute:hedged', settings);
  const labels = (nodes: Network['rows']): readonly string[] => nodes.map(({ label }) => label);
  assert.deepEqual(labels(found.rows), slow.rows);
  if (settings.mode === 'two-mode') assert.deepEqual(labels(found.columns), slow.columns);
  const weights = weightsOf(found);
  assert.deepEqual([...weights.keys()], [...slow.weights.keys()]);
  assert.equal(found.edges.weight.length, weights.size);
  for (const [edge, weight] of slow.weights) assert.ok(Math.abs((weights.get(edge) ?? NaN) - weight) < 1e-9);
  const { claims, used, leftOut } = found.counts;
  assert.equal(claims, told.length);
  assert.equal(used + Object.values(leftOut).reduce((sum, count) => sum + count, 0), claims);
  return true;
}

describe('networks, beside their definitions word by word', () => {
  it('are the same, with any mode, aggregation, normalisation, duplicates and qualifier', () => {
    let compared = 0;
    fc.assert(
      fc.property(arbitraryArticles, arbitrarySettings, (articles, settings) => {
        if (isSame(articles, settings)) compared++;
      }),
      { numRuns: 1500 },
    );
    assert.ok(compared > 400, `${compared}`);
  });

  it('are the same where most pairs have nothing in common', () => {
    const many = Array.from({ length: 40 }, (_, n) => n);
    const sparse = fc.array(
      fc.record({
        claim: arbitraryClaim,
        // Two that speak together meet on several topics, and hardly anybody else.
        speakers: fc.constantFrom(...many).map((n) => [`A${n}`, `B${n % 15}`]),
        topic: fc.constantFrom(...many.map((n) => `t${n}`)),
      }),
      { minLength: 25, maxLength: 40 },
    );
    fc.assert(
      fc.property(sparse, arbitrarySettings, (claims, settings) => {
        isSame([claims.map(({ claim: one, ...fields }) => ({ ...one, ...fields }))], { ...settings, mode: 'one-mode' });
      }),
      { numRuns: 25 },
    );
  });
});
