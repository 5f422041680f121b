import type { ListChanges } from './changes';
import type { ConflictSide, ConflictSides } from './conflictMarkers';
import { conflictSides } from './conflictMarkers';
import type { FileKind } from './fileKind';
import type { FileProblem, ReadOnlyReason } from './read';
import type { Merged } from './threeWay';

/** A file whose conflict markers were resolved by merging its sides. */
export interface Resolved<T> extends Merged<T> {
  /** What was merged; a label is what git wrote behind the marker, and may be empty. */
  readonly sides: ConflictSides;
  /** Whether there was a base: without one, what a side removed is there again. */
  readonly hasBase: boolean;
  /** What the merged value has of each side that the other hadn't. */
  readonly taken: { readonly ours: readonly ListChanges[]; readonly theirs: readonly ListChanges[] };
}

/** The sides of a file that has markers can't be read, or not without loss; the line is the file's. */
export interface Unresolved {
  readonly problem: FileProblem | ReadOnlyReason;
  /** Whose side it is. */
  readonly label: string;
}

/** The three files whose merge left markers, as git keeps them in its index (stages 2, 3 and 1) until it is resolved. */
export interface Stages {
  readonly ours: string;
  readonly theirs: string;
  readonly base?: string;
}

/**
 * Merges the sides of a text that has conflict markers, against their base where that can be had; undefined where there
 * are no markers or they don't add up. A side that can be read but not written again without loss resolves nothing.
 *
 * What stands outside the markers git merged by lines: where one side removed an annotation and made another in its
 * place, what the other side changed in the first is then in the second. `stages` has the sides as they were; they are
 * taken unless the marked file has lines that none of them has: then somebody edited it since.
 */
export function resolveConflict<T>(
  text: string,
  file: FileKind<T>,
  stages?: Stages,
): Resolved<T> | Unresolved | undefined {
  const marked = conflictSides(text);
  if (!marked) return undefined;
  const sides = stages && isMadeOf(marked, stages) ? staged(marked, stages) : marked;
  const { ours, theirs, base } = sides;
  const mine = valueOf(ours, file);
  if ('problem' in mine) return mine;
  const yours = valueOf(theirs, file);
  if ('problem' in yours) return yours;
  const before = base && file.read(new TextEncoder().encode(base.text));
  const hasBase = before?.ok === true;
  const { merged, conflicts } = file.mergeInGit(hasBase ? before.value : undefined, mine.value, yours.value);
  return {
    merged,
    conflicts,
    sides,
    hasBase,
    taken: { ours: file.changes(yours.value, merged), theirs: file.changes(mine.value, merged) },
  };
}

/** Whether each line of the marked sides is one of the stages', whatever ends it. */
function isMadeOf({ ours, theirs }: ConflictSides, stages: Stages): boolean {
  const lines = (text: string): string[] => text.split('\n').map((line) => line.replace(/,?\r?$/, ''));
  const known = new Set([stages.ours, stages.theirs, stages.base ?? ''].flatMap(lines));
  return [ours, theirs].every(({ text }) => lines(text).every((line) => known.has(line)));
}

/** The stages as the sides that the markers name; a line of theirs is none of the marked file's. */
function staged(marked: ConflictSides, { ours, theirs, base }: Stages): ConflictSides {
  const side = (text: string, label: string): ConflictSide => ({ text, label, lineInFile: () => 1 });
  return {
    ours: side(ours, marked.ours.label),
    theirs: side(theirs, marked.theirs.label),
    ...(base !== undefined && { base: side(base, '') }),
  };
}

function valueOf<T>({ text, label, lineInFile }: ConflictSide, file: FileKind<T>): { readonly value: T } | Unresolved {
  const result = file.read(new TextEncoder().encode(text));
  const problem = result.ok ? result.readOnly : result.problem;
  if (problem) return { problem: { ...problem, line: lineInFile(problem.line) }, label };
  return result as { readonly value: T };
}
