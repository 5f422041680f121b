/**
 * @param {readonly number[]} values at least one
 * @returns {{ min: number, median: number, max: number }} the median of an even count lies between the two in the middle
 * @throws {RangeError} for none
 */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new RangeError('No values');
  return { min: sorted[0] ?? upper, median: (lower + upper) / 2, max: sorted.at(-1) ?? upper };
}

/**
 * @param {number} value
 * @param {number} budget in the same unit
 * @param {string} unit
 * @returns {string} how the value stands to it, with by how much
 */
export function againstBudget(value, budget, unit) {
  const difference = Math.round(Math.abs(value - budget) * 10) / 10;
  return value > budget
    ? `OVER the budget of ${budget} ${unit} by ${difference} ${unit}`
    : `within the budget of ${budget} ${unit}, ${difference} ${unit} left`;
}

/**
 * @param {readonly (readonly string[])[]} rows the first is the head; all columns but the first hold numbers
 * @returns {string} the table, aligned
 */
export function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `  ${line}`)
    .join('\n');
}
