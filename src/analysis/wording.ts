import type { ClaimChoice } from './claimChoice';
import { noClaimsLeft, whyNot, type LeavingOut } from './network/leftOutWords';
import type { ClaimCounts } from './network/network';
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
  const why = whyNot(counts, leaving(settings));
  return `${used} of ${claims === 1 ? '1 claim' : `${claims} claims`}.${why === '' ? '' : ` Left out: ${why}.`}`;
}

/** Why no claim is left, and what to do; undefined where one is. */
export function noClaims(counts: ClaimCounts, settings: FigureClaims): string | undefined {
  return noClaimsLeft(counts, leaving(settings));
}

function leaving(settings: FigureClaims): LeavingOut {
  const usual = { rows: variable('position'), columns: variable('topic'), qualifier: variable('stance') };
  return { settings: { ...usual, ...settings, window: 'no' }, impossibleDates: 0 };
}

function variable(word: Variable['word']): Variable {
  return { word, of: '' };
}
