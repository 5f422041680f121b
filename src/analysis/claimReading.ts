import type { ClaimChoice } from './claimChoice';
import { speakersFor } from './claims';
import { daysOf } from './dates';
import { pairsOf, type SettingReading } from './settingReading';
import { SettingsError, type Given } from './settings';

/** Reads which claims are meant: the settings of `claimSettings`, as they were given among others.
 * @throws {SettingsError} */
export function readClaimChoice(reading: SettingReading): ClaimChoice {
  return {
    ...readDates(reading),
    exclude: reading.pairs('exclude'),
    only: reading.pairs('only'),
    imputed: reading.flag('include-imputed'),
    superseded: reading.flag('include-superseded'),
    excludedRanges: reading.flag('include-excluded'),
    irrelevant: reading.flag('include-irrelevant'),
    expandMembers: reading.flag('expand-members'),
    speakerFor: reading.choice('speaker-for', speakersFor),
  };
}

/** Reads `from` and `to`.
 * @throws {SettingsError} */
export function readDates(reading: SettingReading): Pick<ClaimChoice, 'from' | 'to'> {
  const [from, to] = [reading.date('from'), reading.date('to')];
  if (from !== undefined && to !== undefined && (daysOf(from)?.first ?? 0) > (daysOf(to)?.last ?? 0)) {
    throw new SettingsError('to', `No claim is from ${from} to ${to}: give the earlier date as from.`);
  }
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** What `readClaimChoice` reads as this choice, with what is usual. */
export function givenOfClaims(choice: ClaimChoice): Given {
  return {
    from: choice.from,
    to: choice.to,
    exclude: pairsOf(choice.exclude),
    only: pairsOf(choice.only),
    'include-imputed': choice.imputed,
    'include-superseded': choice.superseded,
    'include-excluded': choice.excludedRanges,
    'include-irrelevant': choice.irrelevant,
    'expand-members': choice.expandMembers,
    'speaker-for': choice.speakerFor,
  };
}
