import * as vscode from 'vscode';
import { lookNames, networkPictureSettings } from '../../../../analysis/network/picture';
import { readNetworkSettings } from '../../../../analysis/network/reading';
import { networkSettings } from '../../../../analysis/network/settings';
import type { Given } from '../../../../analysis/settings';
import type { Picture, PictureFormat } from '../picture';
import { networkLabels, networkWords } from './words';

const { t } = vscode.l10n;

/** Who stands with whom, and on what. */
export function networkPicture(): Picture {
  return {
    title: t('Network'),
    settings: networkPictureSettings,
    begins: { aggregation: 'subtract' },
    first: ['mode', 'rows', 'columns', 'aggregation', 'normalisation', 'from', 'to'],
    formats: formats(),
    labels: networkLabels(),
    words: networkWords(),
    check: (given) => void readNetworkSettings(ofNetwork(given)),
    compute: function* (given) {
      readNetworkSettings(ofNetwork(given));
      return { nothing: t('No claim is marked yet.'), counted: [], behind: () => undefined, file: () => '' };
    },
  };
}

/** What isn't about how it is drawn. */
function ofNetwork(given: Given): Given {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !lookNames.includes(name)));
}

function formats(): readonly PictureFormat[] {
  const drawn = { words: ['plot', 'network'], more: [], settings: networkPictureSettings };
  const written = (format: string): PictureFormat['command'] => ({
    ...{ words: ['network'], more: ['--format', format], settings: networkSettings },
  });
  return [
    { id: 'svg', label: 'SVG', isDrawn: true, command: drawn },
    { id: 'png', label: 'PNG', isDrawn: true, command: drawn },
    { id: 'graphml', label: 'GraphML', command: written('graphml') },
    { id: 'csv', label: 'CSV', command: written('csv') },
  ];
}
