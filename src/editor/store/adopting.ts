import type { Target } from '../../model/annotation';
import type { Coding, Sidecar } from '../../model/article';
import type { JsonObject } from '../../model/json';
import type { ArticleFields, Entry, Spot } from './step';

/** A target as a sidecar has it, and the hash of the text that it refers to. */
export interface Seen {
  readonly target: readonly Target[];
  readonly sha256: string;
  /** Whether a person said that its text is gone. */
  readonly orphaned?: boolean | undefined;
}

/** What an article takes over from a sidecar. */
export interface Adopted {
  readonly entries: Map<string, Entry>;
  /** Entries that the sidecar no longer has as they were: no step fits them any more. */
  readonly dropped: readonly Entry[];
  /** Undefined where they are as in `base`. */
  readonly exclusions: readonly Spot[] | undefined;
  readonly fields: ArticleFields;
  readonly codings: readonly Coding[];
  /** Top-level fields that we don't know. */
  readonly unknown: JsonObject;
}

/**
 * Reads a sidecar into entries. What is the same in `base`, which memory has already, keeps its entry of `old`, and so its
 * place and its undo. `follow` is called once, for all targets that are new.
 */
export function adopted(
  sidecar: Sidecar,
  base: Sidecar | undefined,
  old: ReadonlyMap<string, Entry>,
  follow: (targets: readonly Seen[]) => readonly Spot[],
): Adopted {
  const { format, version, article, coding = [], annotations, ...unknown } = sidecar;
  const { file, sha256, length, excluded = [], ...fields } = article;
  const before = new Map(base?.annotations.map((annotation) => [annotation.id, JSON.stringify(annotation)]));
  const isKept = ({ id }: { id: string }, printed: string): boolean => old.has(id) && before.get(id) === printed;

  const fresh = annotations.filter((annotation) => !isKept(annotation, JSON.stringify(annotation)));
  const sameExcluded = base !== undefined && JSON.stringify(base.article.excluded ?? []) === JSON.stringify(excluded);
  const freshExcluded = sameExcluded ? [] : excluded;
  const spots = follow([
    ...fresh.map(({ target, text, orphaned }) => ({ target, sha256: text ?? sha256, orphaned })),
    ...freshExcluded.map((target) => ({ target: [target], sha256 })),
  ]);

  const entries = new Map(old);
  const there = new Set(annotations.map(({ id }) => id));
  const replaced = new Set(fresh.map(({ id }) => id));
  const dropped = [...old.values()].filter(({ fields: { id } }) => replaced.has(id) || !there.has(id));
  for (const { fields: own } of dropped) entries.delete(own.id);
  fresh.forEach(({ target, text, ...own }, index) => {
    const spot = spots[index];
    if (spot) entries.set(own.id, { fields: own, spot });
  });
  const exclusions = sameExcluded ? undefined : spots.slice(fresh.length);
  return { entries, dropped, exclusions, fields, codings: coding, unknown };
}
