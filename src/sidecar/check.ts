import type { Field, Shape } from './shapes';

export type IssueCode =
  | 'not-ours'
  | 'not-an-object'
  | 'missing-field'
  | 'wrong-type'
  | 'empty-id'
  | 'empty-target'
  | 'target-outside'
  | 'link-to-nothing'
  | 'duplicate-id'
  | 'too-deep';

/** What is wrong in a parsed file, and where: keys and indexes, innermost first while it is handed outwards. */
export interface Issue {
  readonly code: IssueCode;
  readonly message: string;
  readonly path: (string | number)[];
}

/** Objects and lists inside one another, the file's own object included. JSON.stringify gives up at some thousands. */
export const MAX_DEPTH = 100;

/** Whether every known field holds what it should, and nothing lies too deep. `path` of the issue is outermost first. */
export function checkShape(value: unknown, shape: Shape): Issue | undefined {
  const issue = checkObject(value, shape, 1);
  issue?.path.reverse();
  return issue;
}

export function issue(code: IssueCode, message: string, ...path: (string | number)[]): Issue {
  return { code, message, path };
}

function checkObject(value: unknown, shape: Shape, depth: number): Issue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return issue(depth === 1 ? 'not-an-object' : 'wrong-type', 'must be an object');
  }
  const fields = value as Readonly<Record<string, unknown>>;
  // A parsed object inherits nothing enumerable, so that this sees its own keys only.
  for (const key in fields) {
    const found = checkField(fields[key], shape.fields.get(key), depth);
    if (found) return within(found, key);
  }
  for (const key of shape.required) {
    if (fields[key] === undefined) return issue('missing-field', `needs "${key}"`);
  }
  return undefined;
}

function within(found: Issue, ...keys: (string | number)[]): Issue {
  found.path.push(...keys);
  return found;
}

const sha256Form = /^[0-9a-f]{64}$/i;

/** Whether a field holds what it should; `depth` is that of the object that it stands in, from 1. */
export function checkField(value: unknown, field: Field | undefined, depth: number): Issue | undefined {
  switch (field) {
    case 'string':
      return typeof value === 'string' ? undefined : issue('wrong-type', 'must be a string');
    case 'id':
      if (typeof value !== 'string') return issue('wrong-type', 'must be a string');
      return value === '' ? issue('empty-id', 'must not be empty') : undefined;
    case 'sha256':
      return typeof value === 'string' && sha256Form.test(value)
        ? undefined
        : issue('wrong-type', 'must be 64 hexadecimal digits');
    case 'number':
      return typeof value === 'number' ? undefined : issue('wrong-type', 'must be a number');
    case 'count':
      return Number.isSafeInteger(value) && (value as number) >= 0
        ? undefined
        : issue('wrong-type', 'must be a whole number from 0');
    case 'boolean':
      return typeof value === 'boolean' ? undefined : issue('wrong-type', 'must be true or false');
    case 'strings':
      return Array.isArray(value) && value.every((item) => typeof item === 'string')
        ? undefined
        : issue('wrong-type', 'must be a list of strings');
    case 'values':
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return issue('wrong-type', 'must be an object');
      }
      return checkDepth(value, depth);
    case undefined:
      return checkDepth(value, depth);
    default:
      return 'object' in field ? checkObject(value, field.object, depth + 1) : checkList(value, field, depth + 1);
  }
}

function checkList(
  value: unknown,
  field: { readonly list: Shape; readonly filled?: boolean },
  depth: number,
): Issue | undefined {
  if (!Array.isArray(value)) return issue('wrong-type', 'must be a list');
  if (field.filled && value.length === 0) return issue('empty-target', 'must have at least one range');
  for (let i = 0; i < value.length; i++) {
    const found = checkObject(value[i], field.list, depth + 1);
    if (found) return within(found, i);
  }
  return undefined;
}

function checkDepth(value: unknown, depth: number): Issue | undefined {
  return isDeeperThan(value, MAX_DEPTH - depth) ? issue('too-deep', `lies deeper than ${MAX_DEPTH} levels`) : undefined;
}

/** Goes no deeper than `levels`, so that its recursion is bounded. */
function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}
