import { SettingReading } from '../settingReading';
import { SettingsError, type Given, type SettingSpec } from '../settings';
import { parseVariable, variableText, type Variable } from '../variables';
import { clusterWords } from './actorDetails';
import type { NetworkSettings } from './settings';

export const backbones = ['no', 'nested', 'fixed'] as const;

/** What is looked for in a network, besides its weights. */
export interface FindingSettings {
  readonly backbone: (typeof backbones)[number];
  /** Columns of a fixed backbone; at least 1. */
  readonly backboneSize: number;
  /** Whether nodes are measured. */
  readonly measures: boolean;
  /** By what actors are in clusters, for polarization. */
  readonly clusters: 'no' | 'communities' | Variable;
}

export const findingSettings: readonly SettingSpec[] = [
  {
    ...{ name: 'backbone', takes: 'choice', choices: backbones, usual: 'no' },
    about: 'the columns that make most of the network: in the order of what each brings, or so many',
  },
  { name: 'backbone-size', takes: 'number', usual: '1', about: 'how many columns a fixed backbone has' },
  { name: 'measures', takes: 'flag', about: 'adds degree, betweenness and community of each node' },
  {
    ...{ name: 'clusters', takes: 'text', usual: 'no' },
    about: 'how far clusters stand against each other: communities, actor.kind, actor.parent or actor.attribute:ID',
  },
];

/**
 * Reads what is looked for in a network.
 * @param given of `findingSettings` alone
 * @throws {SettingsError} where a value can't be, or doesn't go with the network
 */
export function readFindingSettings(given: Given, { mode, window, aggregation }: NetworkSettings): FindingSettings {
  const reading = new SettingReading(findingSettings, given);
  const settings = {
    backbone: reading.choice('backbone', backbones),
    backboneSize: reading.whole('backbone-size', 1),
    measures: reading.flag('measures'),
    clusters: clustersOf(reading.text('clusters') ?? 'no'),
  };
  const { backbone, backboneSize, clusters, measures } = settings;
  if (backbone !== 'no' && (mode !== 'one-mode' || window !== 'no')) {
    const what = mode === 'one-mode' ? 'without a window' : 'of one mode';
    throw new SettingsError('backbone', `A backbone is of a network ${what}: choose mode one-mode and window no.`);
  }
  if (backbone !== 'fixed' && backboneSize !== 1) {
    throw new SettingsError('backbone-size', 'backbone-size is of a fixed backbone: choose backbone fixed.');
  }
  if (clusters !== 'no' && mode !== 'one-mode') {
    throw new SettingsError('clusters', 'Polarization is of a one-mode network: choose mode one-mode.');
  }
  if (clusters !== 'no' && aggregation === 'ignore') {
    const message =
      'Polarization is of who agrees and who differs: choose aggregation congruence, conflict or subtract.';
    throw new SettingsError('clusters', message);
  }
  if (measures && mode === 'event-list') {
    throw new SettingsError('measures', 'An event list has no nodes to measure: choose another mode.');
  }
  return settings;
}

/** What `readFindingSettings` reads as these, without what is usual. */
export function givenOfFindings({ backbone, backboneSize, measures, clusters }: FindingSettings): Given {
  return {
    ...(backbone === 'no' ? {} : { backbone }),
    ...(backboneSize === 1 ? {} : { 'backbone-size': backboneSize }),
    ...(measures ? { measures } : {}),
    ...(clusters === 'no' ? {} : { clusters: typeof clusters === 'string' ? clusters : variableText(clusters) }),
  };
}

function clustersOf(text: string): FindingSettings['clusters'] {
  if (text === 'no' || text === 'communities') return text;
  const variable = parseVariable(text);
  if (variable && clusterWords.includes(variable.word)) return variable;
  const words = 'no, communities, actor.kind, actor.parent or actor.attribute:ID';
  throw new SettingsError('clusters', `clusters can't be "${text}"; it is ${words}.`);
}
