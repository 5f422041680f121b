import { contains, trimmed, type Range } from '../../model/range';
import { decides, NOTHING, type CodedAnnotation, type CodedArticle, type ReadingChoice } from './codedArticle';
import { united } from './ranges';

/** An annotation as one coder's reading of a place. */
export interface Reading extends Range {
  readonly annotation: CodedAnnotation;
  /** Ascending and apart, at least one, none empty, without white space at the edges; `start` and `end` are its hull. */
  readonly target: readonly Range[];
}

/** What the coders of an article read, and how much was left aside. */
export interface Readings {
  /** For each of the creators, in their order: their readings by start, the longer first, then by id. */
  readonly of: readonly (readonly Reading[])[];
  /** Annotations of these creators whose place in the text is lost or in doubt. */
  readonly unplaced: number;
  /** Annotations of these creators that lie in excluded ranges as a whole. */
  readonly excluded: number;
}

/** Each creator's own annotations of an article that have a place and don't lie in excluded ranges. */
export function readingsOf(
  { text, info, annotations }: Pick<CodedArticle, 'text' | 'info' | 'annotations'>,
  creators: readonly string[],
  { decisions = false }: ReadingChoice = {},
): Readings {
  const byCreator = new Map(creators.map((creator): [string, Reading[]] => [creator, []]));
  const outside = united(info.excluded ?? []);
  const replaced = new Set(decisions ? annotations.flatMap(ownReplaced(annotations)) : []);
  let [unplaced, excluded] = [0, 0];
  for (const annotation of annotations) {
    const mine = byCreator.get(annotation.creator ?? '');
    if (!mine || annotation.type === NOTHING) continue;
    if (replaced.has(annotation.id) || (!decisions && decides(annotation))) continue;
    const target = placeOf(text, annotation);
    const [first, last] = [target[0], target.at(-1)];
    if (!first || !last) unplaced += 1;
    else if (target.every((range) => outside.some((outer) => contains(outer, range)))) excluded += 1;
    else mine.push({ annotation, target, start: first.start, end: last.end });
  }
  const of = [...byCreator.values()].map((readings) => readings.sort(compareReadings));
  return { of, unplaced, excluded };
}

/** The ids of those of its creator's annotations that an annotation supersedes. */
function ownReplaced(annotations: readonly CodedAnnotation[]): (annotation: CodedAnnotation) => readonly string[] {
  const creators = new Map(annotations.map(({ id, creator }) => [id, creator]));
  return ({ id, creator, supersedes = [] }) => supersedes.filter((one) => one !== id && creators.get(one) === creator);
}

/** Order of a coder's readings. */
export function compareReadings(a: Reading, b: Reading): number {
  return a.start - b.start || b.end - a.end || (a.annotation.id < b.annotation.id ? -1 : 1);
}

function placeOf(text: string, { standing, target }: CodedAnnotation): readonly Range[] {
  if (standing !== 'anchored') return [];
  return united(target.map((range) => trimmed(text, range)));
}
