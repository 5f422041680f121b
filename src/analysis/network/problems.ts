import { plainLine } from '../../model/plainLine';
import { variableText } from '../variables';
import { byFrequency, claimsAre, noClaimsLeft } from './leftOutWords';
import type { Network } from './network';
import type { Statements } from './statements';

/** What is the matter with a network, in one sentence or two, and what to do. */
export interface NetworkProblem {
  /** Whether there is nothing to see: no claim, no edge. Else it is a note to what there is. */
  readonly isEmpty: boolean;
  readonly message: string;
}

/**
 * Why a network or an event list has nothing, and what is to be known of one that has something; the former first.
 * @param network that these statements make; none of an event list
 */
export function problemsOf(statements: Statements, network?: Network): readonly NetworkProblem[] {
  const empty =
    noClaimsLeft(statements.counts, statements, byFrequency(statements.counts)) ??
    (network && noEdges(statements, network));
  const notes = [oneLevel, impossibleDates, undated].flatMap((find) => find(statements) ?? []);
  return [
    ...(empty === undefined ? [] : [{ isEmpty: true, message: empty }]),
    ...(statements.counts.used === 0 ? [] : notes.map((message) => ({ isEmpty: false, message }))),
  ];
}

const MOST_SHOWN = 60;

function noEdges({ settings }: Statements, { rows, columns, edges, counts }: Network): string | undefined {
  if (edges.weight.length > 0) return undefined;
  const { mode, aggregation } = settings;
  const [row, column] = [variableText(settings.rows), variableText(settings.columns)];
  if (mode === 'two-mode') {
    const between = `${valuesOf(rows.length)} of ${row} and ${columns.length} of ${column}`;
    return `No edge is left between ${between}: what is for and against cancels out. Choose aggregation ignore or combine.`;
  }
  const active = rows.filter(({ statements }) => statements > 0);
  if (active.length < 2) {
    const [only] = active;
    const have = `${claimsAre(counts.used, ['has', 'have'])} one ${row} only (${plainLine(only?.label ?? '', MOST_SHOWN)})`;
    return `${have}: a one-mode network needs two. Choose other rows, or mode two-mode.`;
  }
  const why = {
    ignore: `no two have a ${column} in common`,
    congruence: `no two agree on a ${column}`,
    conflict: `no two differ on a ${column}`,
    subtract: `no two have a ${column} in common, or they agree and differ alike`,
    combine: '',
  }[aggregation];
  const other = aggregation === 'ignore' ? 'other columns, or mode two-mode' : 'aggregation ignore, or other columns';
  return `No edge is between ${valuesOf(active.length)} of ${row}: ${why}. Choose ${other}.`;
}

function oneLevel({ settings, levels, level }: Statements): string | undefined {
  if (settings.aggregation === 'ignore' || settings.mode === 'event-list' || level.length === 0) return undefined;
  if (level.some((one) => one !== level[0])) return undefined;
  const value = levels.values[level[0] ?? 0];
  const shown = typeof value === 'object' ? value.label : String(value);
  return `All claims that are left have the same ${variableText(settings.qualifier)} (${plainLine(shown, MOST_SHOWN)}): none differs from another.`;
}

function impossibleDates({ impossibleDates: count }: Statements): string | undefined {
  if (count === 0) return undefined;
  const has = ["has a date that doesn't exist, and counts", "have dates that don't exist, and count"] as const;
  return `${claimsAre(count, has)} as without one: correct the date.`;
}

function undated({ counts: { leftOut } }: Statements): string | undefined {
  if (leftOut.undated === 0) return undefined;
  return `${claimsAre(leftOut.undated, ['has no date and is', 'have no date and are'])} left out: give the claims or their articles one.`;
}

function valuesOf(count: number): string {
  return count === 1 ? '1 value' : `${count} values`;
}
