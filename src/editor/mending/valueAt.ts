import type { Link } from '../../model/annotation';
import { linkKey } from '../../model/links';

/** What a field has within a value, `path` leading inwards as in a merge's conflicts; undefined where it isn't there. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(value))
    return valueAt(
      value.find((item) => keyOf(item) === key),
      rest,
    );
  if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
  return valueAt(value[key], rest);
}

/** The value with another at `path`; undefined takes the field away, and a list or object that is empty then with it. */
export function withValueAt(value: unknown, path: readonly string[], at: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return at;
  if (Array.isArray(value) || (value === undefined && isObject(at) && rest.length === 0 && keyOf(at) === key)) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    const index = list.findIndex((item) => keyOf(item) === key);
    const item = withValueAt(list[index], rest, at);
    const others = list.filter((_, i) => i !== index);
    const all = item === undefined ? others : index < 0 ? [...list, item] : list.with(index, item);
    return all.length > 0 ? all : undefined;
  }
  const fields = isObject(value) ? value : {};
  const field = withValueAt(Object.hasOwn(fields, key) ? fields[key] : undefined, rest, at);
  // Not by assignment: a key "__proto__" must become a field.
  const entries = Object.entries(fields).filter(([name]) => name !== key);
  if (field !== undefined) entries.push([key, field]);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** What a list's item is known by in a merge. */
function keyOf(item: unknown): string | undefined {
  if (!isObject(item)) return undefined;
  if (typeof item['id'] === 'string') return item['id'];
  if (typeof item['creator'] === 'string') return item['creator'];
  if (typeof item['role'] === 'string') return linkKey(item as unknown as Link);
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
