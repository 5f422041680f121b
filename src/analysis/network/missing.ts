import { variableText } from '../variables';
import type { ClaimCounts, Network, Reason } from './network';
import type { NetworkSettings } from './settings';

/** Why claims are left out, as "left out: 3 imputed" says it. */
export const reasonsInWords: Readonly<Record<Reason, string>> = {
  irrelevant: 'in irrelevant articles',
  superseded: 'superseded',
  excluded: 'in excluded ranges',
  imputed: 'imputed',
  undated: 'without a date',
  outside: 'out of the period',
  filtered: 'by exclude or only',
  'no-row': 'without a row',
  'no-column': 'without a column',
  'no-qualifier': 'without a qualifier',
  duplicate: 'like an earlier one',
};

/** What a claim must have to count. */
type Needed = Pick<NetworkSettings, 'rows' | 'columns' | 'qualifier'>;

const remedies: Readonly<Record<Reason, (settings: Needed) => string>> = {
  irrelevant: () => 'choose include-irrelevant, or other articles',
  superseded: () => 'choose include-superseded',
  excluded: () => 'choose include-excluded',
  imputed: () => 'choose include-imputed',
  undated: () => 'give dates to articles or claims, or choose no from, to and window',
  outside: () => 'choose another from or to',
  filtered: () => 'choose other values for exclude and only',
  'no-row': ({ rows }) => `annotate ${variableText(rows)}, or choose other rows`,
  'no-column': ({ columns }) => `annotate ${variableText(columns)}, or choose other columns`,
  'no-qualifier': ({ qualifier }) => `annotate ${variableText(qualifier)}, or choose aggregation ignore`,
  duplicate: () => 'choose duplicates include',
};

/** What is missing for there to be anything, and what to do about it: one sentence, or undefined where nothing is. */
export function missingClaims({ claims, used, leftOut }: ClaimCounts, settings: Needed): string | undefined {
  if (claims === 0) return 'There is no claim in these articles: annotate claims, or choose other articles.';
  if (used > 0) return undefined;
  const counts = Object.entries(leftOut) as [Reason, number][];
  const [most] = counts.filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a);
  if (!most) return undefined;
  const [reason, count] = most;
  const what = count === claims ? `All ${claims} claims are` : `No claim is left: ${count} of ${claims} are`;
  return `${what} ${reasonsInWords[reason]}: ${remedies[reason](settings)}.`;
}

/** As {@link missingClaims}, of a network: one of a single row has nothing to tie. */
export function missingInNetwork({ counts, settings, rows }: Network): string | undefined {
  const missing = missingClaims(counts, settings);
  if (missing !== undefined || settings.mode !== 'one-mode' || rows.length !== 1) return missing;
  const what = `${variableText(settings.rows)} is ${rows[0]?.label ?? ''} in all claims`;
  return `${what}: a one-mode network ties two or more. Choose other rows, or more claims.`;
}
