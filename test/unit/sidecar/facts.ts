import type { Sidecar } from '../../../src/model/article';
import type { Codebook } from '../../../src/model/codebook';
import { codebookLists } from '../../../src/model/codebook';
import { linkKey } from '../../../src/model/links';

/** One thing that a file says: where, and what. */
export interface Fact {
  readonly path: readonly string[];
  readonly value: string;
}

const stable = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const fact = (value: unknown, ...path: readonly string[]): Fact => ({ path, value: stable(value) });

/** Everything that a sidecar says, in pieces that are merged one by one; a target with its text is one. */
export function sidecarFacts({ article, annotations, coding = [], ...rest }: Sidecar): Fact[] {
  const { attributes = {}, excluded = [], file: _, sha256, length: __, encoding: ___, ...about } = article;
  return [
    ...Object.entries(rest).map(([key, value]) => fact(value, key)),
    ...Object.entries(about).map(([key, value]) => fact(value, 'article', key)),
    ...Object.entries(attributes).map(([key, value]) => fact(value, 'article', 'attributes', key)),
    ...excluded.map(({ start, end, exact }) => fact([sha256, start, end, exact], 'article', 'excluded')),
    ...coding.flatMap(({ creator, ...more }) =>
      Object.entries(more).map(([key, value]) => fact(value, 'coding', creator, key)),
    ),
    ...annotations.flatMap(
      ({ id, target, text, links = [], attributes: own = {}, supersedes = [], modified: _, ...more }) => {
        const at = ['annotations', id];
        const places = target.map(({ start, end, exact }) => [start, end, exact]);
        return [
          fact([places, text ?? sha256], ...at, 'target'),
          ...Object.entries(more).map(([key, value]) => fact(value, ...at, key)),
          ...Object.entries(own).map(([key, value]) => fact(value, ...at, 'attributes', key)),
          ...supersedes.map((other) => fact(other, ...at, 'supersedes')),
          ...links.flatMap((link) =>
            Object.entries(link).map(([key, value]) => fact(value, ...at, 'links', linkKey(link), key)),
          ),
        ];
      },
    ),
  ];
}

const sets = new Set(['aliases', 'members', 'formerIds', 'examples', 'appliesTo', 'takes']);

export function codebookFacts(codebook: Codebook): Fact[] {
  return Object.entries(codebook).flatMap(([list, items]) =>
    (codebookLists as readonly string[]).includes(list)
      ? (items as readonly { readonly id: string }[]).flatMap(({ id, ...fields }) => [
          fact(id, list, id, 'id'),
          ...Object.entries(fields).flatMap(([key, value]): Fact[] => {
            if (sets.has(key)) return (value as string[]).map((item) => fact(item, list, id, key));
            if (key !== 'attributes') return [fact(value, list, id, key)];
            return Object.entries(value as object).map(([name, inner]) => fact(inner, list, id, key, name));
          }),
        ])
      : [fact(items, list)],
  );
}

const keyOf = ({ path, value }: Fact): string => JSON.stringify([path, value]);

export function factSet(facts: readonly Fact[]): Map<string, Fact> {
  return new Map(facts.map((one) => [keyOf(one), one]));
}

/** The facts of `a` that `b` hasn't. */
export function without(a: ReadonlyMap<string, Fact>, b: ReadonlyMap<string, Fact>): Fact[] {
  return [...a].filter(([key]) => !b.has(key)).map(([, one]) => one);
}

/** Whether a place, or what holds it, is among the paths. */
export function isWithin(path: readonly string[], paths: readonly (readonly string[])[]): boolean {
  return paths.some((outer) => outer.every((key, i) => key === path[i]));
}
