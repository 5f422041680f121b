import { compareCodeUnits } from '../../model/codeUnits';
import { linksOf } from '../../model/links';
import type { AnalysedAnnotation } from '../analysedArticle';
import type { Behind } from '../behind';
import type { ArticleClaims } from '../claims';
import { daysOf } from '../dates';
import { bySubject, isFor, subjectOf, type Position } from '../positions';
import { columnsOf, type Table } from '../table';
import type { Value } from '../variables';

/** A claim by which an actor is for or against a topic. */
export interface Side {
  readonly article: string;
  readonly path: string;
  readonly id: string;
  readonly isFor: boolean;
  readonly date?: string;
  /** Whether a link says that it contradicts another claim here. */
  readonly isLinked: boolean;
}

/** An actor that is for a topic by some claims, and against it by others. */
export interface Contradiction {
  readonly key: string;
  readonly actor: Value;
  readonly topic: Value;
  /** By date, those without one last. */
  readonly sides: readonly Side[];
}

interface Held extends Position<Side> {
  readonly who: Value;
  readonly what: Value;
  /** Ids of claims of the article that a link contradicts. */
  readonly contradicts: readonly string[];
}

/** Collects who is for and against one topic. */
export class Contradictions {
  readonly #held: Held[] = [];

  add(
    claims: ArticleClaims,
    claim: AnalysedAnnotation,
    positions: readonly Value[],
    topic: Value,
    stance: number | undefined,
  ): void {
    const side = isFor(stance);
    if (side === undefined) return;
    const date = claims.date(claim);
    const { key: article, path } = claims.article;
    const contradicts = linksOf(claim, 'contradicts').flatMap(({ annotation }) => annotation ?? []);
    for (const who of positions) {
      this.#held.push({
        ...{ actor: who.id, topic: topic.id, isFor: side, who, what: topic, contradicts },
        claim: { article, path, id: claim.id, isFor: side, ...(date === undefined ? {} : { date }), isLinked: false },
      });
    }
  }

  /** Those of most claims first. */
  all(behind?: Behind): readonly Contradiction[] {
    const found: Contradiction[] = [];
    for (const [key, held] of bySubject(this.#held)) {
      const [first] = held;
      if (!first || held.every(({ isFor: side }) => side === first.isFor)) continue;
      const sides = held.map((one) => ({ ...one.claim, isLinked: isLinked(one, held) }));
      sides.sort((a, b) => dayOf(a) - dayOf(b));
      for (const { article, id } of sides) behind?.add(key, { article, id });
      found.push({ key: subjectOf(first), actor: first.who, topic: first.what, sides });
    }
    const name = ({ actor, topic }: Contradiction): string => `${actor.label}\n${topic.label}`;
    return found.sort((a, b) => b.sides.length - a.sides.length || compareCodeUnits(name(a), name(b)));
  }
}

function isLinked(one: Held, others: readonly Held[]): boolean {
  const leads = (from: Held, to: Held): boolean => from.contradicts.includes(to.claim.id);
  return others.some(
    (other) =>
      other.claim.article === one.claim.article &&
      other.isFor !== one.isFor &&
      (leads(one, other) || leads(other, one)),
  );
}

function dayOf({ date }: Side): number {
  return daysOf(date ?? '')?.first ?? Infinity;
}

/** One row for each claim of a contradiction. */
export function contradictionTable(contradictions: readonly Contradiction[]): Table {
  return {
    columns: columnsOf('actor', 'topic', 'date', 'side', 'article', 'claim', 'linked'),
    rows: contradictions.flatMap(({ actor, topic, sides }) =>
      sides.map(({ date, isFor: side, path, id, isLinked: linked }) => [
        ...[actor.label, topic.label, date, side ? 'for' : 'against', path, id, linked],
      ]),
    ),
  };
}
