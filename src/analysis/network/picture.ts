import type { SettingSpec } from '../settings';
import { networkSettings } from './settings';

export const nodeSizes = ['statements', 'mentions'] as const;
export const nodeColors = ['kind', 'community'] as const;

/** How a network is drawn. */
export interface NetworkLook {
  /** What the size of a node follows. */
  readonly size: (typeof nodeSizes)[number];
  readonly color: (typeof nodeColors)[number];
  /** Edges whose weight is less, its sign aside, aren't drawn. */
  readonly least: number;
  /** Which window of time, from 1. */
  readonly at: number;
}

/** The settings of a network's picture: those of the network, which is no list of events, and how it is drawn. */
export const networkPictureSettings: readonly SettingSpec[] = [
  ...networkSettings.map((spec) => (spec.name === 'mode' ? { ...spec, choices: ['one-mode', 'two-mode'] } : spec)),
  { name: 'at', takes: 'number', usual: '1', about: 'which of the windows is drawn, from 1' },
  { name: 'size', takes: 'choice', choices: nodeSizes, usual: 'statements', about: 'what the size of a node follows' },
  { name: 'color', takes: 'choice', choices: nodeColors, usual: 'kind', about: 'what the colour of a node follows' },
  { name: 'least', takes: 'number', usual: '0', about: 'edges that weigh less aren’t drawn' },
];

/** What {@link networkPictureSettings} adds to a network's own. */
export const lookNames: readonly string[] = ['at', 'size', 'color', 'least'];

/** A network to be drawn, as plain data. */
export interface NetworkPicture {
  readonly isTwoMode: boolean;
  /** Rows, and of a two-mode network columns behind them. */
  readonly nodes: readonly PictureNode[];
  /** What nodes are coloured by, the commonest first; a node names its own by its place here. */
  readonly groups: readonly NodeGroup[];
  /** What the sign of a weight says: nothing, or that those who are tied agree or differ. */
  readonly signs: 'none' | 'agree' | 'conflict' | 'both';
  readonly edges: readonly PictureEdge[];
  /** Of windows of time: all, and which one this is, from 0. */
  readonly windows?: { readonly all: readonly string[]; readonly at: number };
}

export interface NodeGroup {
  readonly label: string;
  readonly nodes: number;
  /** Which colour and form its nodes have, from 0: each kind of actor always the same. */
  readonly look: number;
}

export interface PictureNode {
  /** Tells it from all others, over changes too. */
  readonly id: string;
  readonly label: string;
  readonly isColumn: boolean;
  /** Mentions or statements, as was asked. */
  readonly size: number;
  readonly statements: number;
  /** Of an actor: how often it is mentioned. */
  readonly mentions?: number;
  readonly group: number;
  /** The codebook's own colour of it, as `#rrggbb`. */
  readonly color?: string;
}

/** A tie between two nodes, by their places; its weight is never 0. */
export interface PictureEdge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}
