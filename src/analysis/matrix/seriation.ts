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
  // What it begins with decides the axis' direction alone, but where two axes are alike.
  let scores = centred(
    profiles.map((_, row) => Math.sin(1 + row)),
    weights,
    total,
  );
  for (let round = 0; round < ROUNDS; round++) {
    const next = centred(averaged(profiles, scores, size), weights, total);
    const change = Math.max(0, ...next.map((score, row) => Math.abs(score - (scores[row] ?? 0))));
    scores = next;
    if (change < SETTLED) break;
  }
  return scores;
}

function averaged(profiles: readonly Profile[], scores: readonly number[], size: number): readonly number[] {
  const sums = new Float64Array(size);
  const weights = new Float64Array(size);
  each(profiles, (row, feature, value) => {
    sums[feature] = (sums[feature] ?? 0) + value * (scores[row] ?? 0);
    weights[feature] = (weights[feature] ?? 0) + value;
  });
  const rows = profiles.map(() => ({ sum: 0, weight: 0 }));
  each(profiles, (row, feature, value) => {
    const one = rows[row];
    if (!one) return;
    one.sum += (value * (sums[feature] ?? 0)) / (weights[feature] || 1);
    one.weight += value;
  });
  return rows.map(({ sum, weight }) => (weight === 0 ? 0 : sum / weight));
}

function each(profiles: readonly Profile[], visit: (row: number, feature: number, value: number) => void): void {
  for (const [row, { features, values }] of profiles.entries()) {
    for (const [n, feature] of features.entries()) visit(row, feature, values[n] ?? 0);
  }
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
