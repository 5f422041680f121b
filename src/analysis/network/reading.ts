import { givenOfClaims, readClaimChoice } from '../claimReading';
import { SettingReading, withoutUsual } from '../settingReading';
import { SettingsError, type Given } from '../settings';
import { variableText } from '../variables';
import { contradictions } from './contradictions';
import {
  aggregations,
  duplicatesKept,
  kernels,
  modes,
  networkSettings,
  normalisations,
  windowUnits,
  type NetworkSettings,
} from './settings';

/**
 * The settings of a network of what somebody gave: flags, a settings file or controls.
 * @throws {SettingsError} where a name is unknown, a value can't be, or two of them contradict each other
 */
export function readNetworkSettings(given: Given): NetworkSettings {
  const reading = new SettingReading(networkSettings, given);
  const settings: NetworkSettings = {
    mode: reading.choice('mode', modes),
    rows: reading.variable('rows'),
    columns: reading.variable('columns'),
    qualifier: reading.variable('qualifier'),
    aggregation: reading.choice('aggregation', aggregations),
    normalisation: reading.choice('normalisation', normalisations),
    duplicates: reading.choice('duplicates', duplicatesKept),
    isolates: reading.flag('isolates'),
    window: reading.choice('window', windowUnits),
    windowSize: reading.whole('window-size', 1),
    kernel: reading.choice('kernel', kernels),
    ...readClaimChoice(reading),
  };
  for (const contradiction of contradictions) {
    const found = contradiction(settings);
    if (found) throw new SettingsError(...found);
  }
  return settings;
}

/** What `readNetworkSettings` reads as these settings, without what is usual: for settings files and "Copy as command". */
export function givenOf(settings: NetworkSettings): Given {
  return withoutUsual(networkSettings, {
    mode: settings.mode,
    rows: variableText(settings.rows),
    columns: variableText(settings.columns),
    qualifier: variableText(settings.qualifier),
    aggregation: settings.aggregation,
    normalisation: settings.normalisation,
    duplicates: settings.duplicates,
    isolates: settings.isolates,
    window: settings.window,
    'window-size': settings.windowSize,
    kernel: settings.kernel,
    ...givenOfClaims(settings),
  });
}
