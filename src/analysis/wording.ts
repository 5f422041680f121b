import type { ClaimChoice } from './claimChoice';
import { claimsAre, listed, whyLeftOut, type LeavingOut } from './network/leftOutWords';
import { reasons, type ClaimCounts } from './network/network';
import { withoutUsual } from './settingReading';
import type { Given, SettingSpec } from './settings';
import type { Variable } from './variables';

/** What was chosen, in words: every choice and variable, and what else isn't as usual.
 * @param idle names of settings that don't matter beside the others */
export function settingsInWords(specs: readonly SettingSpec[], given: Given, idle: readonly string[] = []): string {
  const others = withoutUsual(specs, given);
  const said = specs.flatMap(({ name, takes, usual }): readonly string[] => {
    if (idle.includes(name)) return [];
    const isAlways = takes === 'choice' || takes === 'variable';
    const value = others[name] ?? (isAlways ? usual : undefined);
    if (value === undefined || value === '') return [];
    const label = name.replaceAll('-', ' ');
    if (value === true) return [label];
    return (Array.isArray(value) ? (value as readonly string[]) : [value]).map((one) => `${label}: ${one}`);
  });
  return said.join(' · ');
}

/** Which claims figures are of; rows and columns where they have some. */
export type FigureClaims = ClaimChoice & { readonly rows?: Variable; readonly columns?: Variable };

/** "62 of 87 claims. 20 claims are imputed and 5 claims are superseded." */
export function countsInWords(counts: ClaimCounts, settings: FigureClaims): string {
  const { claims, used } = counts;
  const why = whyNot(counts, settings);
  return `${used} of ${claims === 1 ? '1 claim' : `${claims} claims`}.${why === '' ? '' : ` Left out: ${why}.`}`;
}

/** Why no claim is left, and what to do; undefined where one is. */
export function noClaims(counts: ClaimCounts, settings: FigureClaims): string | undefined {
  const { claims, used, leftOut } = counts;
  if (claims === 0) return 'There are no claims: mark some in the articles, or choose others.';
  if (used > 0) return undefined;
  const [most] = reasons.filter((reason) => leftOut[reason] > 0).sort((a, b) => leftOut[b] - leftOut[a]);
  const todo = most ? whyLeftOut(most, leaving(settings))[1] : '';
  return `No claim is left of ${claims}: ${whyNot(counts, settings)}. ${todo}`.trim();
}

function whyNot({ leftOut }: ClaimCounts, settings: FigureClaims): string {
  const there = reasons.filter((reason) => leftOut[reason] > 0);
  return listed(there.map((reason) => claimsAre(leftOut[reason], whyLeftOut(reason, leaving(settings))[0])));
}

function leaving(settings: FigureClaims): LeavingOut {
  const usual = { rows: variable('position'), columns: variable('topic'), qualifier: variable('stance') };
  return { settings: { ...usual, ...settings, window: 'no' }, impossibleDates: 0 };
}

function variable(word: Variable['word']): Variable {
  return { word, of: '' };
}
