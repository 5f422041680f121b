/** What a row has of a feature: the n-th value belongs to the feature `features[n]`. */
export interface Profile {
  readonly features: readonly number[];
  readonly values: readonly number[];
}

const ROUNDS = 200;
const SETTLED = 1e-9;

/**
 * The rows' places on the first axis of a correspondence analysis: rows of like profiles lie near each other. By reciprocal averaging
 * (Hill 1973): each feature's score is the mean of its rows', each row's the mean of its features', without the trivial solution.
 * @param profiles not negative; rows without anything get 0
 * @param size how many features there are
 */
export function similarityScores(profiles: readonly Profile[], size: number): readonly number[] {
  const weights = profiles.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const table = flattened(profiles);
  // What it begins with decides the axis' direction alone, but where two axes are alike.
  let scores = centred(
    profiles.map((_, row) => Math.sin(1 + row)),
    weights,
    total,
  );
  for (let round = 0; round < ROUNDS; round++) {
    const next = centred(averaged(table, scores, size), weights, total);
    const isSettled = next.every((score, row) => Math.abs(score - (scores[row] ?? 0)) < SETTLED);
    scores = next;
    if (isSettled) break;
  }
  return scores;
}

/** Profiles as three columns, an entry a value. */
interface Entries {
  readonly rows: Uint32Array;
  readonly features: Uint32Array;
  readonly values: Float64Array;
}

function flattened(profiles: readonly Profile[]): Entries {
  const size = profiles.reduce((sum, { values }) => sum + values.length, 0);
  const entries = { rows: new Uint32Array(size), features: new Uint32Array(size), values: new Float64Array(size) };
  let at = 0;
  for (const [row, { features, values }] of profiles.entries()) {
    for (const [n, value] of values.entries()) {
      entries.rows[at] = row;
      entries.features[at] = features[n] ?? 0;
      entries.values[at] = value;
      at += 1;
    }
  }
  return entries;
}

function averaged({ rows, features, values }: Entries, scores: readonly number[], size: number): readonly number[] {
  const means = meansOf(features, rows, values, Float64Array.from(scores), size);
  return [...meansOf(rows, features, values, means, scores.length)];
}

/** For each `to`, the weighted mean of the scores of its `from`s. */
function meansOf(
  to: Uint32Array,
  from: Uint32Array,
  values: Float64Array,
  scores: Float64Array,
  size: number,
): Float64Array {
  const sums = new Float64Array(size);
  const weights = new Float64Array(size);
  for (let n = 0; n < values.length; n++) {
    const [one, value] = [to[n] ?? 0, values[n] ?? 0];
    sums[one] = (sums[one] ?? 0) + value * (scores[from[n] ?? 0] ?? 0);
    weights[one] = (weights[one] ?? 0) + value;
  }
  return sums.map((sum, one) => (weights[one] === 0 ? 0 : sum / (weights[one] ?? 1)));
}

/** With the weighted mean 0 and the weighted variance 1, where that isn't 0. */
function centred(scores: readonly number[], weights: readonly number[], total: number): readonly number[] {
  if (total === 0) return scores.map(() => 0);
  const weighted = (of: (score: number) => number): number =>
    scores.reduce((sum, score, row) => sum + (weights[row] ?? 0) * of(score), 0) / total;
  const mean = weighted((score) => score);
  const deviation = Math.sqrt(weighted((score) => (score - mean) ** 2));
  return scores.map((score, row) => (deviation < SETTLED || weights[row] === 0 ? 0 : (score - mean) / deviation));
}
