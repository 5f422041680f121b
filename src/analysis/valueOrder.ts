import { compareCodeUnits } from '../model/codeUnits';
import { uniqueLabels } from './network/nodes';
import type { Value } from './variables';

/** What stands for claims that have nothing for a variable. */
export const NONE: Value = { id: '', label: '(none)' };

/** Values in the order in which people expect them: those of a scale from the highest down, else the most frequent first, then by name;
 * {@link NONE} last. Their labels are made unique. */
export function inOrder<T extends Value>(values: readonly T[], countOf: (value: T) => number): readonly T[] {
  const isScale = values.every(({ id, number }) => number !== undefined || id === NONE.id);
  return uniquelyNamed(values).sort(
    (a, b) =>
      Number(a.id === NONE.id) - Number(b.id === NONE.id) ||
      (isScale ? (b.number ?? 0) - (a.number ?? 0) : 0) ||
      countOf(b) - countOf(a) ||
      compareCodeUnits(a.label, b.label) ||
      compareCodeUnits(a.id, b.id),
  );
}

/** With the id in brackets where several have one name. */
export function uniquelyNamed<T extends Value>(values: readonly T[]): T[] {
  const labels = uniqueLabels(values);
  return values.map((value, at) =>
    labels[at] === value.label ? value : { ...value, label: labels[at] ?? value.label },
  );
}
