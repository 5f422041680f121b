import { compareCodeUnits } from '../model/codeUnits';
import type { Sidecar } from '../model/article';
import type { Codebook } from '../model/codebook';
import type { Field, Shape } from './shapes';
import { codebookShape, sidecarShape } from './shapes';

/**
 * A sidecar's canonical text: known keys in their order, then unknown ones in theirs, annotations by id (code units),
 * two spaces, LF, a final newline. Fields that are undefined are left out; whatever else is there stays, empty or not.
 *
 * JavaScript keeps integer-like keys ("10") before all others, in ascending order; on disk they stand so too.
 */
export function printSidecar(sidecar: Sidecar): string {
  return print(sidecar, sidecarShape);
}

/** A codebook's canonical text, in the same style; each list by id. */
export function printCodebook(codebook: Codebook): string {
  return print(codebook, codebookShape);
}

function print(value: object, shape: Shape): string {
  return JSON.stringify(inOrder(value, shape), null, 2) + '\n';
}

type Fields = Readonly<Record<string, unknown>>;

/** The object with its keys, and those inside it, in order; the same object where they are. */
function inOrder(value: object, shape: Shape): object {
  const fields = value as Fields;
  const known = Object.keys(fields);
  let isSame = hasKeysInOrder(known, shape);
  if (!isSame) known.sort((a, b) => place(a, shape) - place(b, shape));
  const entries = known.map((key): [string, unknown] => {
    const before = fields[key];
    const after = fieldInOrder(before, shape.fields.get(key));
    if (after !== before) isSame = false;
    return [key, after];
  });
  // Not by assignment: a key "__proto__" must become a field.
  return isSame ? value : Object.fromEntries(entries);
}

function fieldInOrder(value: unknown, field: Field | undefined): unknown {
  if (typeof field !== 'object' || typeof value !== 'object' || value === null) return value;
  if ('object' in field) return inOrder(value, field.object);
  const before = value as readonly object[];
  const after = before.map((item) => inOrder(item, field.list));
  if (field.sorted) after.sort((a, b) => compareCodeUnits((a as { id: string }).id, (b as { id: string }).id));
  return after.every((item, i) => item === before[i]) ? before : after;
}

function hasKeysInOrder(keys: readonly string[], shape: Shape): boolean {
  let last = -1;
  for (const key of keys) {
    const next = place(key, shape);
    if (next < last) return false;
    last = next;
  }
  return true;
}

/** Unknown keys come after the known ones; a stable sort leaves them in their order. */
function place(key: string, shape: Shape): number {
  return shape.order.get(key) ?? shape.order.size;
}
