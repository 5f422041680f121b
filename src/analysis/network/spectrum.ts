import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/**
 * The eigenvalues of a network's Laplacian (weighted degrees on the diagonal, minus the weights), from the largest on, divided by their sum;
 * all 0 where there are no weights. Negative weights count as 0. So Leifeld's Discourse Network Analyzer means it; in its version 3 the
 * weights aren't taken off, and the degrees alone are compared.
 * @param weights a symmetric matrix of `size` rows, one after the other, with a diagonal of 0
 */
export function normalisedSpectrum(weights: Float64Array, size: number): readonly number[] {
  const weightOf = (row: number, column: number): number => Math.max(0, weights[row * size + column] ?? 0);
  const degrees = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) degrees[row] = (degrees[row] ?? 0) + weightOf(row, column);
  }
  // A row without weights has the eigenvalue 0: the fewer the others are, the sooner it is done.
  const tied = [...degrees.keys()].filter((row) => degrees[row] !== 0);
  const spectrum = new Array<number>(size).fill(0);
  if (tied.length === 0) return spectrum;
  const laplacian = Matrix.zeros(tied.length, tied.length);
  for (const [i, row] of tied.entries()) {
    for (const [j, column] of tied.entries()) {
      laplacian.set(i, j, row === column ? (degrees[row] ?? 0) : -weightOf(row, column));
    }
  }
  const sum = degrees.reduce((all, degree) => all + degree, 0);
  const { realEigenvalues } = new EigenvalueDecomposition(laplacian, { assumeSymmetric: true });
  // They are 0 or more, but for rounding.
  for (const [n, value] of realEigenvalues.entries()) spectrum[n] = Math.max(0, value / sum);
  return spectrum.sort((a, b) => b - a);
}

/** How far two spectra of the same length are from each other: the sum of |one - other|. */
export function spectralLoss(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0);
}
