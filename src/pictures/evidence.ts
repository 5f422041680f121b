import { evidenceKey, supports, type Evidence, type EvidenceGroup } from '../analysis/evidence/evidence';
import { NONE } from '../analysis/valueOrder';
import { variableText } from '../analysis/variables';
import { barsShape, type BarPart } from './bars';
import type { Drawing } from './drawing';
import { folded } from './folding';
import { framed } from './frame';
import { oneLineOf } from './letters';
import { Paints, type Paint } from './paints';
import type { Shape } from './shape';
import { numbered, titled } from './words';

/** The id of what stands for the groups that aren't shown; no value has it. */
const OTHERS = '\u0000others';

/** A kind of claims that a panel tells apart. */
interface Part {
  readonly is: string;
  readonly label: string;
  readonly paint: Paint;
  readonly countOf: (group: EvidenceGroup) => number;
}

/** What speaks for and against claims, where they were said and what came of them, a row a group; keys are {@link evidenceKey}'s. */
export function evidenceShape({ settings, groups, verdicts }: Evidence, drawing: Drawing): Shape {
  const { palette, words } = drawing;
  const paints = new Paints('evidence', palette);
  const { shown, others } = folded(groups, settings.top, ({ claims }) => claims);
  const rest = others.length > 0 ? [together(others, numbered(words.others, others.length))] : [];
  const rows = [...shown, ...rest];
  const panels = [
    { what: 'support' as const, label: words.support, parts: supportParts(paints, drawing) },
    { what: 'said' as const, label: words.said, parts: saidParts(paints, drawing) },
    {
      ...{ what: 'verdict' as const, label: words.verdict },
      parts: verdicts.map(({ id, label }, at): Part => ({
        ...{ is: id, label, paint: id === NONE.id ? paints.none() : paints.of(at) },
        countOf: (group) => group.verdicts[at] ?? 0,
      })),
    },
  ];
  const bars = panels.flatMap(({ what, parts }) =>
    rows.flatMap((group) => {
      let from = 0;
      return parts.flatMap(({ is, label, paint: { fill, opacity }, countOf }): BarPart | readonly [] => {
        const count = countOf(group);
        if (count === 0) return [];
        const isOthers = group.id === OTHERS;
        // All of them may be more than the bars have room for.
        const to = isOthers ? 0 : from + count;
        const isLast = isOthers ? from === 0 : to === group.claims;
        const text = isLast ? String(group.claims) : '';
        const key = isOthers ? undefined : evidenceKey(group.id, what, is);
        const part = { row: group.id, panel: what, from: isOthers ? 0 : from, to, fill, opacity, text, key };
        from += count;
        return { ...part, name: `${oneLineOf(group.label)}, ${oneLineOf(label)}: ${count}` };
      });
    }),
  );
  const most = Math.max(1, ...shown.map(({ claims }) => claims));
  return framed(drawing, {
    ...{
      picture: 'evidence',
      title: drawing.title ?? titled(words.evidence, variableText(settings.by)),
      description: drawing.caption.join(' '),
    },
    legends: panels.map(({ label, parts }) => ({
      head: label,
      entries: parts
        .filter(({ countOf }) => rows.some((row) => countOf(row) > 0))
        .map((part) => ({ label: part.label, mark: part.paint })),
    })),
    definitions: paints.definitions(),
    plots: [
      barsShape(
        rows,
        panels.map(({ what, label }) => ({ id: what, label, most })),
        bars,
        drawing,
      ),
    ],
  });
}

function supportParts(paints: Paints, { palette, words }: Drawing): readonly Part[] {
  const looks = {
    for: { label: words.for, paint: paints.get(palette.agree, 'plain', 0.9) },
    both: { label: words.both, paint: paints.get(palette.plain, 'grid') },
    against: { label: words.against, paint: paints.get(palette.conflict, 'stripes') },
    none: { label: words.neither, paint: paints.none() },
  };
  return supports.map((is, at) => ({ is, ...looks[is], countOf: ({ supported }) => supported[at] ?? 0 }));
}

function saidParts(paints: Paints, { palette, words }: Drawing): readonly Part[] {
  return [
    { is: 'yes', label: words.isSaid, paint: paints.get(palette.plain, 'plain', 0.7), countOf: ({ said }) => said },
    { is: 'no', label: words.isNotSaid, paint: paints.none(), countOf: ({ said, claims }) => claims - said },
  ];
}

function together(groups: readonly EvidenceGroup[], label: string): EvidenceGroup {
  const sum = (of: (group: EvidenceGroup) => number): number => groups.reduce((all, group) => all + of(group), 0);
  const sums = (of: (group: EvidenceGroup) => readonly number[]): readonly number[] =>
    (groups[0] ? of(groups[0]) : []).map((_, n) => sum((group) => of(group)[n] ?? 0));
  return {
    ...{ id: OTHERS, label, claims: sum(({ claims }) => claims), said: sum(({ said }) => said) },
    ...{ supported: sums(({ supported }) => supported), verdicts: sums(({ verdicts }) => verdicts) },
  };
}
