import type { PlacedAnnotation } from '../model/annotation';
import { byId, type Actor } from '../model/codebook';
import type { Range } from '../model/range';
import { guessForm } from './form';
import { NameFinder } from './names';

/** A mention that an article has already: where it starts, and when it was made (ISO 8601, where that is known). */
export interface MadeMention {
  readonly actor: string;
  readonly start: number;
  readonly created?: string | undefined;
}

/** The mentions among annotations. */
export function mentionsOf(annotations: readonly PlacedAnnotation[]): MadeMention[] {
  return annotations.flatMap(({ type, actor, target, created }) =>
    type === 'actor' && actor !== undefined ? [{ actor, start: target[0]?.start ?? 0, created }] : [],
  );
}

export interface RankingContext {
  /** What is to be tagged, on one line, and where it starts. */
  readonly surface: string;
  readonly start: number;
  /** The article's mentions in the order of its text. */
  readonly mentions: readonly MadeMention[];
  /** How often each actor (by id) is mentioned in all articles, as far as that is known. */
  readonly uses: ReadonlyMap<string, number>;
}

export interface RankedActors {
  /** The actors whose name or alias the surface is. */
  readonly same: readonly Actor[];
  /** The others, the most fitting first. */
  readonly others: readonly Actor[];
}

/** So many of the actors tagged last go before those that are merely frequent. */
const RECENT = 5;
/** Words of names that say nothing about whose they are. */
const WEAK = new Set('the and for von van der del of'.split(' '));

/**
 * The codebook's actors as the picker offers them. Behind those with the same name: the one mentioned last before a pronoun
 * or a noun, or those that share a word with a name; then the last five tagged; then by frequency in the article and in the
 * workspace; then by name.
 */
export function rankedActors(actors: readonly Actor[], context: RankingContext): RankedActors {
  const same = new NameFinder(actors).matching(context.surface);
  const recent = recentActors(actors, context.mentions);
  const here = countsOf(actors, context.mentions);
  const near = guessForm(context.surface) === 'name' ? undefined : lastBefore(actors, context);
  const words = strongWords(context.surface);
  const rank = (actor: Actor): readonly number[] => [
    actor === near || (near === undefined && shares(words, actor)) ? 0 : 1,
    recent.includes(actor) ? recent.indexOf(actor) : RECENT,
    -(here.get(actor) ?? 0),
    -usesOf(context.uses, actor),
  ];
  return {
    same,
    others: sortedBy(
      actors.filter((actor) => !same.includes(actor)),
      rank,
    ),
  };
}

/**
 * The codebook's actors as candidates for a part in a claim at `range`: those mentioned in it or nearest to it first (what
 * stands behind counts double), then by frequency in the workspace, then by name.
 */
export function nearestActors(
  actors: readonly Actor[],
  range: Range,
  { mentions, uses }: Pick<RankingContext, 'mentions' | 'uses'>,
): Actor[] {
  const distances = new Map<Actor, number>();
  for (const { actor: id, start } of mentions) {
    const actor = byId(actors, id);
    if (!actor) continue;
    const distance = start < range.start ? range.start - start : 2 * Math.max(0, start - range.end);
    distances.set(actor, Math.min(distance, distances.get(actor) ?? Infinity));
  }
  return sortedBy(actors, (actor) => [distances.get(actor) ?? Number.MAX_SAFE_INTEGER, -usesOf(uses, actor)]);
}

function sortedBy(actors: readonly Actor[], rank: (actor: Actor) => readonly number[]): Actor[] {
  return actors
    .map((actor) => ({ actor, rank: rank(actor) }))
    .sort((a, b) => {
      const at = a.rank.findIndex((value, index) => value !== b.rank[index]);
      if (at < 0) return a.actor.name.localeCompare(b.actor.name);
      return (a.rank[at] ?? 0) - (b.rank[at] ?? 0);
    })
    .map(({ actor }) => actor);
}

/** The actors tagged last, the last one first. */
function recentActors(actors: readonly Actor[], mentions: readonly MadeMention[]): Actor[] {
  const latest = [...mentions]
    .filter(({ created }) => created !== undefined)
    .sort((a, b) => ((a.created ?? '') < (b.created ?? '') ? 1 : (a.created ?? '') > (b.created ?? '') ? -1 : 0))
    .flatMap(({ actor }) => byId(actors, actor) ?? []);
  return [...new Set(latest)].slice(0, RECENT);
}

function countsOf(actors: readonly Actor[], mentions: readonly MadeMention[]): Map<Actor, number> {
  const counts = new Map<Actor, number>();
  for (const { actor: id } of mentions) {
    const actor = byId(actors, id);
    if (actor) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  }
  return counts;
}

function lastBefore(actors: readonly Actor[], { mentions, start }: RankingContext): Actor | undefined {
  const last = mentions.findLast((mention) => mention.start < start);
  return last && byId(actors, last.actor);
}

function usesOf(uses: ReadonlyMap<string, number>, actor: Actor): number {
  return [actor.id, ...(actor.formerIds ?? [])].reduce((sum, id) => sum + (uses.get(id) ?? 0), 0);
}

function shares(words: ReadonlySet<string>, { name, aliases = [] }: Actor): boolean {
  return words.size > 0 && [name, ...aliases].some((each) => [...strongWords(each)].some((word) => words.has(word)));
}

function strongWords(name: string): Set<string> {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(words.filter((word) => !WEAK.has(word)));
}
