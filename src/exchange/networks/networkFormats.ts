import type { FindingSettings } from '../../analysis/network/findingSettings';
import type { NetworkSettings } from '../../analysis/network/settings';
import { SettingsError, type Given } from '../../analysis/settings';
import type { Losses } from '../losses';
import { networkCsv } from './csv';
import { networkDl } from './dl';
import { networkGexf, networkGraphml } from './graph';
import { networkJson } from './json';
import type { NetworkFile } from './networkFile';

/** What networks are written as. */
export const networkFormats = ['csv', 'dl', 'graphml', 'gexf', 'json'] as const;
export type NetworkFormat = (typeof networkFormats)[number];

/** Throws a {@link SettingsError} where a format has no place for what was asked for: one sentence says what to do. */
export function assertHolds(
  format: NetworkFormat,
  { mode, window }: NetworkSettings,
  { backbone, measures, clusters }: FindingSettings,
): void {
  const refuse = (what: string, formats: readonly NetworkFormat[]): void => {
    if (formats.includes(format)) return;
    const all = formats.length > 1 ? `${formats.slice(0, -1).join(', ')} or ${formats.at(-1)}` : formats.join('');
    throw new SettingsError('format', `${format} has no place for ${what}: choose format ${all}.`);
  };
  if (mode === 'event-list') refuse('an event list', ['csv', 'json']);
  if (window === 'events')
    refuse('windows of events, of which several may be on one day', ['csv', 'dl', 'graphml', 'json']);
  if (backbone === 'nested') refuse('a nested backbone, which is a table', ['csv', 'json']);
  if (measures) refuse('measures', ['graphml', 'gexf', 'json']);
  if (clusters !== 'no') refuse('clusters', ['graphml', 'gexf', 'json']);
}

/** The text of a file, in pieces.
 * @param settings what json says of them; `more` as `networkJson` takes it */
export function networkText(
  format: NetworkFormat,
  file: NetworkFile,
  losses: Losses,
  settings: Given,
  more: Readonly<Record<string, unknown>> = {},
): Iterable<string> {
  switch (format) {
    case 'csv':
      return networkCsv(file);
    case 'dl':
      return networkDl(file, losses);
    case 'graphml':
      return networkGraphml(file, losses);
    case 'gexf':
      return networkGexf(file, losses);
    case 'json':
      return networkJson(file, settings, more);
  }
}
