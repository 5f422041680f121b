import { valueOf } from '../../model/annotation';
import type { Stance } from '../../model/codebook';
import type { Names } from '../../model/names';
import type { CodedAnnotation } from './codedArticle';
import { firstOf, type Group } from './groups';
import type { LinkKeys } from './linkKeys';
import { likeness } from './ranges';
import type { Reading } from './readings';

/** In what readings of one place may differ; `missing`: somebody has none. */
export const disagreementKinds = [
  ...(['missing', 'type', 'actor', 'topic', 'stance', 'source', 'attribution', 'links'] as const),
  ...(['target', 'kind', 'date', 'attributes'] as const),
] as const;
export type DisagreementKind = (typeof disagreementKinds)[number];

export interface Difference {
  readonly kind: DisagreementKind;
  /** How far the readings differ in it: above 0, at most 1, which is as far as can be for all pairs of coders. */
  readonly extent: number;
}

/** What readings are compared by. */
export interface Comparing {
  readonly names: Names;
  readonly links: LinkKeys;
  readonly stances: readonly Stance[];
}

/** How bad a difference is at its full extent: 0 to 1. A missing one is worse, the more depends on it. */
export function importanceOf(kind: DisagreementKind, group: Group): number {
  return kind === 'missing' ? (missing[firstOf(group).annotation.type] ?? 0.8) : importance[kind];
}

const importance: Readonly<Record<Exclude<DisagreementKind, 'missing'>, number>> = {
  ...{ type: 0.9, actor: 0.8, topic: 0.8, stance: 0.8, source: 0.6, attribution: 0.5, links: 0.5 },
  ...{ target: 0.4, kind: 0.3, date: 0.3, attributes: 0.3 },
};
const missing: Readonly<Record<string, number | undefined>> = { claim: 1, source: 0.8, passage: 0.8, actor: 0.6 };

/** What differs between the readings of a group, the worst first: of each kind the mean over all pairs of coders, of which a pair
 * without any reading, or with one alone, differs in nothing else than that. */
export function differencesOf(group: Group, comparing: Comparing): readonly Difference[] {
  const sums = new Map<DisagreementKind, number>();
  let pairs = 0;
  for (const [index, a] of group.entries()) {
    for (const b of group.slice(index + 1)) {
      pairs += 1;
      for (const [kind, extent] of a && b ? between(a, b, comparing) : a || b ? onlyMissing : []) {
        if (extent > 0) sums.set(kind, (sums.get(kind) ?? 0) + extent);
      }
    }
  }
  return [...sums]
    .map(([kind, sum]) => ({ kind, extent: sum / pairs }))
    .sort((a, b) => importanceOf(b.kind, group) * b.extent - importanceOf(a.kind, group) * a.extent);
}

type Extent = readonly [DisagreementKind, number];

const onlyMissing: readonly Extent[] = [['missing', 1]];

/** How far two readings of one place differ, by kind: 0 to 1 each. */
function between(a: Reading, b: Reading, { names, links, stances }: Comparing): readonly Extent[] {
  const [one, other] = [a.annotation, b.annotation];
  const target: Extent = ['target', 1 - likeness(a.target, b.target)];
  // What another type has means something else.
  if (one.type !== other.type) return [['type', 1], target];
  const known = <T>(id: string | undefined, find: (id: string) => T): T | undefined =>
    id === undefined ? undefined : find(id);
  const differ = (pick: (annotation: CodedAnnotation) => string | undefined): number =>
    pick(one) === pick(other) ? 0 : 1;
  return [
    target,
    ['actor', differ(({ actor }) => known(actor, (id) => names.actor(id).id))],
    ['topic', differ(({ topic }) => known(topic, (id) => names.topic(id).id))],
    ['stance', stanceDistance(one.stance, other.stance, stances)],
    ['source', differ(({ source }) => known(source, (id) => names.source(id).id))],
    ['attribution', differ(({ attribution }) => attribution)],
    ['kind', differ(({ kind }) => kind)],
    ['date', differ(({ date }) => date)],
    ['attributes', attributesApart(one, other)],
    ['links', apart(links.of(a), links.of(b))],
  ];
}

/** The distance of two stances as a share of the greatest that the codebook has; half of it where one claim has none, all of it where one
 * isn't known there. */
function stanceDistance(a: string | undefined, b: string | undefined, stances: readonly Stance[]): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return 0.5;
  const valueById = (id: string): number | undefined => stances.find((stance) => stance.id === id)?.value;
  const [x, y] = [valueById(a), valueById(b)];
  const values = stances.map(({ value }) => value);
  const range = Math.max(...values) - Math.min(...values);
  return x === undefined || y === undefined || x === y || range === 0 ? 1 : Math.abs(x - y) / range;
}

/** The share of the attributes that either has in which they differ. */
function attributesApart(a: CodedAnnotation, b: CodedAnnotation): number {
  const keys = new Set([...Object.keys(a.attributes ?? {}), ...Object.keys(b.attributes ?? {})]);
  let different = 0;
  for (const key of keys) {
    if (JSON.stringify(valueOf(a.attributes, key)) !== JSON.stringify(valueOf(b.attributes, key))) different += 1;
  }
  return keys.size === 0 ? 0 : different / keys.size;
}

/** The share of what two sets hold together that is in one alone. */
function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const key of a) if (b.has(key)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : 1 - shared / all;
}
