import type { Names } from '../../model/names';
import { matching, type Pair } from './matching';
import { likeness, overlappingPairs } from './ranges';
import { compareReadings, type Reading } from './readings';

/** What the coders made of one place: for each coder the reading, or none. At least one is there. */
export type Group = readonly (Reading | undefined)[];

/** From how much alike targets are readings of different types of one place; a mention in a claim is no claim. */
const ALIKE = 0.5;

/**
 * Puts readings together that are of one place, each coder's at most once, in the order of the text: those of one type whose targets
 * overlap, so that they have as much as can be in common (targets, then what they are about); then what is left over of different types
 * where the targets are mostly the same. With more than two coders, each one's readings are put to the groups of those before.
 * @param readings of each coder, as `readingsOf` gives them
 */
export function groupsOf(readings: readonly (readonly Reading[])[], names: Names): readonly Group[] {
  const groups: (Reading | undefined)[][] = [];
  for (const [coder, mine] of readings.entries()) {
    const made = matched(groups, mine, names);
    for (const [index, reading] of mine.entries()) {
      const group = groups[made.get(index) ?? -1];
      if (group) group[coder] = reading;
      else groups.push(readings.map((_, other) => (other === coder ? reading : undefined)));
    }
    groups.sort((a, b) => compareReadings(firstOf(a), firstOf(b)));
  }
  return acrossTypes(groups);
}

/** The first coder's reading that is there. */
export function firstOf(group: Group): Reading {
  for (const reading of group) if (reading) return reading;
  throw new Error('A group has at least one reading.');
}

/** The groups that readings belong to, by index. */
function matched(groups: readonly Group[], mine: readonly Reading[], names: Names): ReadonlyMap<number, number> {
  const members = groups.flatMap((group, index) => group.flatMap((reading) => (reading ? [{ reading, index }] : [])));
  members.sort((a, b) => compareReadings(a.reading, b.reading));
  const heaviest = new Map<string, Pair>();
  const overlapping = overlappingPairs(
    members.map(({ reading }) => reading),
    mine,
  );
  for (const [at, right] of overlapping) {
    const [member, reading] = [members[at], mine[right]];
    if (!member || !reading) continue;
    const weight = inCommon(member.reading, reading, names);
    const key = `${member.index} ${right}`;
    if (weight > (heaviest.get(key)?.weight ?? 0)) heaviest.set(key, { left: member.index, right, weight });
  }
  return new Map(matching([...heaviest.values()], 'weights').map(({ left, right }) => [right, left]));
}

/** How much two readings have in common, as an integer; 0 where they can't be of one thing. */
function inCommon(a: Reading, b: Reading, names: Names): number {
  if (a.annotation.type !== b.annotation.type) return 0;
  const alike = likeness(a.target, b.target);
  if (alike === 0) return 0;
  const about = subjectOf(a, names) === subjectOf(b, names) ? 600 : 0;
  const stance = a.annotation.stance === b.annotation.stance ? 200 : 0;
  return Math.ceil(1000 * alike) + about + stance;
}

function subjectOf({ annotation }: Reading, names: Names): string | undefined {
  const { actor, topic, source } = annotation;
  if (actor !== undefined) return names.actor(actor).id;
  if (topic !== undefined) return names.topic(topic).id;
  return source === undefined ? undefined : names.source(source).id;
}

/** Unites groups of different types that have no coder in common, the most alike first. */
function acrossTypes(groups: readonly Group[]): readonly Group[] {
  const open = groups.filter((group) => group.includes(undefined));
  const firsts = open.map(firstOf);
  const pairs = overlappingPairs(firsts, firsts).flatMap(([left, right]) => {
    const [a, b] = [firsts[left], firsts[right]];
    if (left >= right || !a || !b || a.annotation.type === b.annotation.type) return [];
    const alike = likeness(a.target, b.target);
    return alike < ALIKE ? [] : [{ left, right, alike }];
  });
  pairs.sort((a, b) => b.alike - a.alike);
  const united = new Map<Group, Group>();
  const gone = new Set<Group>();
  for (const { left, right } of pairs) {
    const [a, b] = [open[left], open[right]];
    if (!a || !b || gone.has(a) || gone.has(b) || united.has(a) || united.has(b)) continue;
    if (a.some((reading, coder) => reading && b[coder])) continue;
    united.set(
      a,
      a.map((reading, coder) => reading ?? b[coder]),
    );
    gone.add(b);
  }
  return groups.filter((group) => !gone.has(group)).map((group) => united.get(group) ?? group);
}
