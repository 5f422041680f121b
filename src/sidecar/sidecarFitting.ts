import type { Damage, Path } from './brokenLevels';
import type { Complete, Fields, Losses } from './fitting';
import { needed } from './fitting';
import { annotationShape, linkShape, targetShape } from './shapes';

/** Stands for the hash of a text that isn't known any more: no text has it, so that no offsets are read against one. */
export const UNKNOWN_TEXT = '0'.repeat(64);

/**
 * Makes what a sidecar holds whole. A range needs its words: where its context is gone it has none, and where its place
 * is, or lies outside the text of `length` units, the annotation refers to {@link UNKNOWN_TEXT}.
 */
export function sidecarCompletion(losses: Losses, damage: readonly Damage[], length: number): Complete {
  const whole = needed(losses);
  const unclear = withUnclearText(damage);

  const range = (item: Fields, path: Path, original: object): Fields | undefined => {
    if (path[0] === 'article') return boilerplate(item, path, original);
    if (item['exact'] === undefined) {
      losses.add(original, path, 'needs "exact"');
      return undefined;
    }
    return withContext(item, path, original);
  };

  const withContext = (item: Fields, path: Path, original: object): Fields => {
    const missing = ['prefix', 'suffix'].filter((key) => item[key] === undefined);
    for (const key of missing) losses.add(original, [...path, key], 'is gone');
    return missing.length === 0 ? item : { ...item, ...Object.fromEntries(missing.map((key) => [key, ''])) };
  };

  const boilerplate = (item: Fields, path: Path, original: object): Fields | undefined => {
    const found = whole(withContext(item, path, original), targetShape, path, original);
    if (!found || isInside(found, length)) return found;
    losses.add(original, path, 'lies outside the text');
    return undefined;
  };

  const annotation = (item: Fields, path: Path, original: object): Fields | undefined => {
    const found = whole(item, annotationShape, path, original);
    if (!found) return undefined;
    const target = found['target'] as readonly Fields[];
    const most = found['text'] === undefined ? length : Infinity;
    const placed = target.flatMap((item) => (isInside(item, most) ? [item] : (atItsWords(item) ?? [])));
    if (placed.length < target.length || placed.length === 0) {
      losses.add(original, [...path, 'target'], 'has a range without words and place');
      if (placed.length === 0) return undefined;
    }
    const isPlaced = placed.length === target.length && placed.every((item, i) => item === target[i]);
    if (!isPlaced) losses.add(original, [...path, 'target'], 'has lost its place; it will be looked for by its words');
    const isUnclear = found['text'] === undefined && (unclear.has(path[1]) || path[0] !== 'annotations');
    return isPlaced && !isUnclear ? found : { ...found, target: placed, text: UNKNOWN_TEXT };
  };

  return (item, shape, path, original) => {
    if (shape === targetShape) return range(item, path, original);
    if (shape === annotationShape) return annotation(item, path, original);
    const found = whole(item, shape, path, original);
    if (!found || shape !== linkShape || ['actor', 'annotation', 'source'].some((key) => found[key] !== undefined))
      return found;
    losses.add(original, path, 'needs an actor, an annotation or a source');
    return undefined;
  };
}

/** Indexes of annotations that may have had a `text` that is gone. */
function withUnclearText(damage: readonly Damage[]): Set<unknown> {
  const isUnclear = ({ path: [list, , field, ...more], hidesFields }: Damage): boolean =>
    list === 'annotations' && more.length === 0 && (field === undefined ? hidesFields : field === 'text');
  return new Set(damage.filter(isUnclear).map(({ path }) => path[1]));
}

function isInside({ start, end }: Fields, length: number): boolean {
  return typeof start === 'number' && typeof end === 'number' && start < end && end <= length;
}

function atItsWords({ start = 0, exact, ...rest }: Fields): Fields | undefined {
  if (typeof start !== 'number' || typeof exact !== 'string' || exact === '') return undefined;
  const end = start + exact.length;
  return Number.isSafeInteger(end) ? { ...rest, start, end, exact } : { ...rest, start: 0, end: exact.length, exact };
}
