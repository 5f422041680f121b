import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/**
 * The eigenvalues of a network's Laplacian (weighted degrees on the diagonal, minus the weights), from the largest on, divided by their sum;
 * all 0 where there are no weights. Negative weights count as 0. So Leifeld's Discourse Network Analyzer means it; in its version 3 the
 * weights aren't taken off, and the degrees alone are compared.
 * @param weights a symmetric matrix of `size` rows, one after the other, with a diagonal of 0
 */
export function normalisedSpectrum(weights: Float64Array, size: number): readonly number[] {
  const laplacian = Matrix.zeros(size, size);
  let sum = 0;
  for (let row = 0; row < size; row++) {
    let degree = 0;
    for (let column = 0; column < size; column++) {
      const weight = Math.max(0, weights[row * size + column] ?? 0);
      degree += weight;
      if (row !== column) laplacian.set(row, column, -weight);
    }
    laplacian.set(row, row, degree);
    sum += degree;
  }
  if (sum === 0) return new Array<number>(size).fill(0);
  const { realEigenvalues } = new EigenvalueDecomposition(laplacian, { assumeSymmetric: true });
  return realEigenvalues.map((value) => value / sum).sort((a, b) => b - a);
}

/** How far two spectra of the same length are from each other: the sum of |one - other|. */
export function spectralLoss(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0);
}
