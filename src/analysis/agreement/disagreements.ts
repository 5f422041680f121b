import type { Link } from '../../model/annotation';
import { effectiveCodebook } from '../../model/codebook';
import { compareCodeUnits } from '../../model/codeUnits';
import { Names } from '../../model/names';
import { compareRanges, type Range } from '../../model/range';
import { decidersOf } from '../../model/superseded';
import { codersOf, type CodedArticle, type ReadingChoice } from './codedArticle';
import { differencesOf, importanceOf, type DisagreementKind } from './differences';
import { groupsOf, type Group } from './groups';
import { LinkKeys } from './linkKeys';
import { readingsOf } from './readings';

/** What one coder has of what is disagreed about. */
export interface DisagreementSide {
  readonly creator: string;
  /** The annotation's id; undefined where the coder has nothing there. */
  readonly id: string | undefined;
}

/** Readings of one place that differ. `start` and `end` hold all of them, in UTF-16 code units. */
export interface Disagreement extends Range {
  /** One for each of the creators, in their order. */
  readonly sides: readonly DisagreementSide[];
  /** What differs, the worst first; at least one. */
  readonly kinds: readonly DisagreementKind[];
  /** How bad it is, above 0 and at most 1: see docs/agreement.md. */
  readonly severity: number;
  /** The annotations that decided it, by id; empty where it is open. */
  readonly settledBy: readonly string[];
}

export interface DisagreementChoice extends ReadingChoice {
  /** Whether those are listed too that a later annotation decided. */
  readonly settled?: boolean;
}

/**
 * Where creators disagree about an article, the worst first, then in the order of the text.
 * A disagreement is settled where annotations supersede all of its readings.
 * @param creators at least two, each once; who has no annotation there says that nothing is there
 */
export function disagreements(
  article: CodedArticle,
  creators: readonly string[],
  choice: DisagreementChoice = {},
): readonly Disagreement[] {
  const names = new Names(article.codebook);
  const coders = [...creators].sort(compareCodeUnits);
  const groups = groupsOf(readingsOf(article, coders, choice).of, names);
  const links = new LinkKeys(article, groups, names);
  const deciders = decidersOf(article.annotations);
  const { stances } = effectiveCodebook(article.codebook);
  const found = groups.flatMap((group): readonly Disagreement[] => {
    const differences = differencesOf(group, { names, links, stances });
    if (differences.length === 0) return [];
    const settledBy = settled(group, deciders);
    if (settledBy.length > 0 && choice.settled !== true) return [];
    const there = group.flatMap((reading) => reading ?? []);
    const sides = creators.map((creator) => ({ creator, id: group[coders.indexOf(creator)]?.annotation.id }));
    return [
      {
        start: Math.min(...there.map(({ start }) => start)),
        end: Math.max(...there.map(({ end }) => end)),
        sides,
        kinds: differences.map(({ kind }) => kind),
        severity:
          1 - differences.reduce((left, { kind, extent }) => left * (1 - importanceOf(kind, group) * extent), 1),
        settledBy,
      },
    ];
  });
  return found.sort((a, b) => b.severity - a.severity || compareRanges(a, b) || compareCodeUnits(idsOf(a), idsOf(b)));
}

/** Says of the links of an article's coders what they say: the same text for those that lead to the same, see {@link LinkKeys}. */
export function linkKeysIn(article: CodedArticle): (link: Link) => string {
  const names = new Names(article.codebook);
  const groups = groupsOf(readingsOf(article, codersOf(article)).of, names);
  const links = new LinkKeys(article, groups, names);
  return (link) => links.key(link);
}

function settled(group: Group, deciders: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set<string>();
  for (const reading of group) {
    if (!reading) continue;
    const by = deciders.get(reading.annotation.id);
    if (!by) return [];
    for (const id of by) found.add(id);
  }
  return [...found];
}

function idsOf({ sides }: Disagreement): string {
  return sides.map(({ id = '' }) => id).join(' ');
}
