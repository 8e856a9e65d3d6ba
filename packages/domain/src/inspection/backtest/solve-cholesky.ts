import { at } from './ordering.ts';

/**
 * Solves `matrix * x = right` for a symmetric positive definite matrix, given by rows. Only its
 * lower half is read, and it is overwritten.
 *
 * @throws RangeError when the matrix is not positive definite
 */
export function solveCholesky(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = at(matrix, i * size + j);
      for (let k = 0; k < j; k += 1) sum -= at(matrix, i * size + k) * at(matrix, j * size + k);
      if (i !== j) matrix[i * size + j] = sum / at(matrix, j * size + j);
      else if (sum > 0) matrix[i * size + i] = Math.sqrt(sum);
      else throw new RangeError(`The matrix is not positive definite (row ${i}, pivot ${sum}).`);
    }
  }
  const solution = Float64Array.from(right);
  for (let i = 0; i < size; i += 1) {
    let sum = at(solution, i);
    for (let k = 0; k < i; k += 1) sum -= at(matrix, i * size + k) * at(solution, k);
    solution[i] = sum / at(matrix, i * size + i);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = at(solution, i);
    for (let k = i + 1; k < size; k += 1) sum -= at(matrix, k * size + i) * at(solution, k);
    solution[i] = sum / at(matrix, i * size + i);
  }
  return solution;
}
