import { givenOfClaims, readClaimChoice } from '../claimReading';
import { SettingReading, withoutUsual } from '../settingReading';
import { SettingsError, type Given } from '../settings';
import { variableText } from '../variables';
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
import { variableKind } from './variableKind';

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

/** The setting to look at first, and what to do; undefined where there is no contradiction. */
type Contradiction = (settings: NetworkSettings) => readonly [setting: string, message: string] | undefined;

const ofOneMode = ['average', 'jaccard', 'cosine', 'vector-cosine'];
const ofTwoMode = ['activity', 'prominence'];

const contradictions: readonly Contradiction[] = [
  ({ mode, rows, columns }) => {
    const isSame = mode !== 'event-list' && variableText(rows) === variableText(columns);
    return isSame ? ['columns', `rows and columns are both ${variableText(rows)}: choose another for one.`] : undefined;
  },
  ({ mode, rows, columns, qualifier, aggregation }) => {
    if (mode === 'event-list' || aggregation === 'ignore') return undefined;
    const text = variableText(qualifier);
    if (text !== variableText(rows) && text !== variableText(columns)) return undefined;
    const what = text === variableText(rows) ? 'rows' : 'columns';
    return ['qualifier', `qualifier and ${what} are both ${text}: choose another qualifier, or aggregation ignore.`];
  },
  ({ mode, aggregation }) => {
    if (mode === 'one-mode' && aggregation === 'combine') {
      return ['aggregation', 'combine is for two-mode networks: choose mode two-mode, or another aggregation.'];
    }
    if (mode === 'two-mode' && (aggregation === 'congruence' || aggregation === 'conflict')) {
      return ['aggregation', `${aggregation} is for one-mode networks: choose mode one-mode, or another aggregation.`];
    }
    return undefined;
  },
  ({ mode, aggregation, qualifier }) =>
    mode === 'two-mode' && aggregation === 'subtract' && variableKind(qualifier) === 'text'
      ? ['aggregation', subtractsNoText(variableText(qualifier))]
      : undefined,
  ({ mode, normalisation }) => {
    if (normalisation === 'no') return undefined;
    const wanted = `normalisation ${normalisation}`;
    if (mode === 'event-list') {
      return ['normalisation', `${wanted} is for networks: an event list has no weights. Choose another mode, or no.`];
    }
    const other = mode === 'one-mode' ? 'two-mode' : 'one-mode';
    const fitting = mode === 'one-mode' ? ofOneMode : ofTwoMode;
    if (fitting.includes(normalisation)) return undefined;
    return ['normalisation', `${wanted} is for ${other} networks: choose mode ${other}, or no, ${fitting.join(', ')}.`];
  },
  ({ aggregation, normalisation }) =>
    aggregation === 'combine' && normalisation !== 'no'
      ? ['normalisation', 'combine gives numbers of combinations, which a normalisation would make void: choose no.']
      : undefined,
  ({ mode, isolates }) =>
    mode === 'event-list' && isolates
      ? ['isolates', 'isolates are for networks: an event list has no nodes. Choose another mode, or leave it out.']
      : undefined,
  ({ mode, window }) =>
    mode === 'event-list' && window !== 'no'
      ? ['window', `window ${window} is for networks: of an event list, choose the dates by from and to.`]
      : undefined,
  ({ window, windowSize }) =>
    window === 'no' && windowSize !== 1
      ? ['window-size', `window-size ${windowSize} needs a window: choose days, weeks, months, years or events.`]
      : undefined,
  ({ window, kernel }) => {
    if (kernel === 'no' || !['no', 'events'].includes(window)) return undefined;
    return ['kernel', `kernel ${kernel} needs a window of time: choose window days, weeks, months or years.`];
  },
];

/** What is said where values of a text qualifier are to be subtracted, in a two-mode network. */
export function subtractsNoText(qualifier: string): string {
  return `subtract needs a qualifier with numbers, and ${qualifier} has none: choose another qualifier, ignore or combine.`;
}
