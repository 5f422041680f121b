import * as vscode from 'vscode';
import { drawnNetwork, readPictureSettings, type DrawnNetwork } from '../../../../analysis/network/drawing';
import { claimsBehind, type Picked } from '../../../../analysis/network/behind';
import { networkPictureSettings } from '../../../../analysis/network/picture';
import { networkSettings } from '../../../../analysis/network/settings';
import { networkCsv } from '../../../../exchange/networks/csv';
import { networkGraphml } from '../../../../exchange/networks/graph';
import { nodeDetails } from '../../../../exchange/networks/nodeDetails';
import { Losses } from '../../../../exchange/losses';
import type { ClaimsBehind, Computed, Picture, PictureFormat } from '../picture';
import { claimsInWords } from '../countWords';
import { groupWords, networkLabels, networkWords } from './words';

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
    check: (given) => void readPictureSettings(given),
    compute: function* (given, articles) {
      return computed(yield* drawnNetwork(articles, given));
    },
  };
}

function computed(drawn: DrawnNetwork): Computed {
  const { picture, network, whole, windows, problems, codebooks } = drawn;
  const [empty] = problems.filter(({ isEmpty }) => isEmpty);
  const missing =
    empty?.message ??
    (picture.nodes.length === 0
      ? t('No claim is in this window of time: choose another one, or longer windows.')
      : undefined);
  const notes = problems.filter(({ isEmpty }) => !isEmpty).map(({ message }) => message);
  const groups = picture.groups.map((group) => ({ ...group, label: groupWords(group.label) }));
  const file = { whole, details: nodeDetails(whole, codebooks, {}), ...(windows ? { windows } : {}) };
  return {
    // Where no two are tied, those that there are can be seen all the same.
    ...(picture.nodes.length > 0 || windows ? { data: { ...picture, groups } } : {}),
    ...(missing === undefined ? {} : { missing }),
    counted: [claimsInWords(network.counts), ...notes],
    behind: (key) => claimsOf(drawn, key),
    file: (format) => [...(format === 'csv' ? networkCsv(file) : networkGraphml(file, new Losses()))].join(''),
  };
}

/** @param key "n3" of a node, "e3" of an edge, by their places in the picture */
function claimsOf({ picture, statements }: DrawnNetwork, key: string): ClaimsBehind | undefined {
  const [, kind = '', digits = ''] = /^([ne])(\d{1,9})$/.exec(key) ?? [];
  const nodes = picture.nodes;
  const edge = kind === 'e' ? picture.edges[Number(digits)] : undefined;
  const ends = edge ? [nodes[edge.from], nodes[edge.to]] : kind === 'n' ? [nodes[Number(digits)]] : [];
  const [one, other] = ends;
  if (!one) return undefined;
  const valueOf = ({ id }: { readonly id: string }): string => id.slice(2);
  const picked: Picked = {
    ...(one.isColumn ? { column: valueOf(one) } : { row: valueOf(one) }),
    ...(other ? (other.isColumn ? { column: valueOf(other) } : { otherRow: valueOf(other) }) : {}),
  };
  const name = other ? `${one.label} – ${other.label}` : one.label;
  return { name, claims: claimsBehind(statements, picked) };
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
