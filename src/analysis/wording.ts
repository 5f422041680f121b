import { reasonsInWords } from './network/missing';
import type { ClaimCounts, Reason } from './network/network';
import { withoutUsual } from './settingReading';
import type { Given, SettingSpec } from './settings';

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

/** "62 of 87 claims. Left out: 20 imputed, 5 superseded." */
export function countsInWords({ claims, used, leftOut }: ClaimCounts): string {
  const reasons = (Object.entries(leftOut) as [Reason, number][])
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${count} ${reasonsInWords[reason]}`);
  const left = reasons.length > 0 ? ` Left out: ${reasons.join(', ')}.` : '';
  return `${used} of ${claims} ${claims === 1 ? 'claim' : 'claims'}.${left}`;
}
