import { SettingsError } from '../settings';
import { variableText } from '../variables';
import { subtractsNoText } from './contradictions';
import { NO_LEVEL, type Levels } from './levels';
import { orderByDay } from './ordering';
import { SeenStatements } from './seen';
import type { NetworkSettings } from './settings';
import type { Statements } from './statements';

/** Statements as they were gathered, claim by claim. */
export interface Gathered {
  readonly settings: NetworkSettings;
  /** How many values the columns have. */
  readonly columns: number;
  readonly levels: Levels;
  /** The level of each value that the qualifier has. */
  readonly levelOf: Uint32Array;
  /** Of each statement; `quality` counts in `levelOf`. */
  readonly row: Uint32Array;
  readonly column: Uint32Array;
  readonly quality: Uint32Array;
  /** Of each claim: where its statements begin, its day, and within what another one like it is a duplicate. */
  readonly begin: Uint32Array;
  readonly day: Int32Array;
  readonly scope: Uint32Array;
}

export interface Sorted {
  readonly statements: Pick<Statements, 'row' | 'column' | 'level' | 'day' | 'claim'>;
  /** How many claims have no level of the qualifier, and how many are duplicates altogether. */
  readonly withoutLevel: number;
  readonly duplicates: number;
}

/** As many levels as numbers tell apart: each is a binary digit. */
const MOST_COMBINED = 53;

/** Puts statements in the order of their days, and leaves out those that have no level of the qualifier, and those that are duplicates.
 * @throws {SettingsError} where the levels don't go with the settings */
export function sortedStatements(gathered: Gathered): Sorted {
  const { settings, levels, levelOf, begin, day, scope } = gathered;
  assertFitting(settings, levels);
  const { length } = gathered.row;
  const statements = {
    row: new Uint32Array(length),
    column: new Uint32Array(length),
    level: new Uint32Array(length),
    day: new Int32Array(length),
    claim: new Uint32Array(length),
  };
  const ignoresLevel = settings.aggregation === 'ignore';
  const needsLevel = !ignoresLevel && settings.mode !== 'event-list';
  const none = levels.values.length;
  const seen = new SeenStatements({ columns: gathered.columns, levels: none + 1 });
  let [kept, withoutLevel, duplicates] = [0, 0, 0];
  for (const claim of orderByDay(day)) {
    const before = kept;
    let hasLevel = false;
    for (let at = begin[claim] ?? 0; at < (begin[claim + 1] ?? length); at++) {
      const known = levelOf[gathered.quality[at] ?? NO_LEVEL] ?? NO_LEVEL;
      if (needsLevel && known === NO_LEVEL) continue;
      hasLevel = true;
      const level = known === NO_LEVEL ? none : known;
      const [row, column] = [gathered.row[at] ?? 0, gathered.column[at] ?? 0];
      if (seen.has(row, column, ignoresLevel ? 0 : level, scope[claim] ?? 0)) continue;
      statements.row[kept] = row;
      statements.column[kept] = column;
      statements.level[kept] = level;
      statements.day[kept] = day[claim] ?? 0;
      statements.claim[kept] = claim;
      kept++;
    }
    if (!hasLevel) withoutLevel++;
    else if (kept === before) duplicates++;
  }
  const { row, column, level, day: days, claim } = statements;
  return {
    statements: {
      row: row.slice(0, kept),
      column: column.slice(0, kept),
      level: level.slice(0, kept),
      day: days.slice(0, kept),
      claim: claim.slice(0, kept),
    },
    withoutLevel,
    duplicates,
  };
}

function assertFitting({ mode, aggregation, qualifier }: NetworkSettings, { kind, values }: Levels): void {
  if (mode !== 'two-mode') return;
  if (aggregation === 'subtract' && kind === 'text') {
    throw new SettingsError('aggregation', subtractsNoText(variableText(qualifier)));
  }
  if (aggregation === 'combine' && values.length > MOST_COMBINED) {
    throw new SettingsError(
      'aggregation',
      `combine tells ${MOST_COMBINED} levels apart, and ${variableText(qualifier)} has ${values.length}: choose another qualifier or aggregation.`,
    );
  }
}
