import type { Coding, Sidecar } from '../../model/article';
import type { JsonObject } from '../../model/json';
import type { SoughtTarget } from '../../anchoring/finding/placement';
import type { ArticleFields, Entry, Spot } from './step';

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
 * place and its undo. `follow` is called for each target that is new.
 */
export function adopted(
  sidecar: Sidecar,
  base: Sidecar | undefined,
  old: ReadonlyMap<string, Entry>,
  follow: (target: SoughtTarget) => Spot,
): Adopted {
  const { format, version, article, coding = [], annotations, ...unknown } = sidecar;
  const { file, sha256, length, excluded = [], ...fields } = article;
  const before = new Map(base?.annotations.map((annotation) => [annotation.id, JSON.stringify(annotation)]));
  const isKept = ({ id }: { id: string }, printed: string): boolean => old.has(id) && before.get(id) === printed;

  const fresh = annotations.filter((annotation) => !isKept(annotation, JSON.stringify(annotation)));
  const sameExcluded = base !== undefined && JSON.stringify(base.article.excluded ?? []) === JSON.stringify(excluded);

  const entries = new Map(old);
  const there = new Set(annotations.map(({ id }) => id));
  const replaced = new Set(fresh.map(({ id }) => id));
  // What a step made since `base` is in neither.
  const dropped = [...old.values()].filter(
    ({ fields: { id } }) => replaced.has(id) || (before.has(id) && !there.has(id)),
  );
  for (const { fields: own } of dropped) entries.delete(own.id);
  for (const { target, text, ...own } of fresh) {
    entries.set(own.id, { fields: own, spot: follow({ target, sha256: text ?? sha256, orphaned: own.orphaned }) });
  }
  const exclusions = sameExcluded ? undefined : excluded.map((target) => follow({ target: [target], sha256 }));
  return { entries, dropped, exclusions, fields, codings: coding, unknown };
}
