import { claimReasons } from '../claimChoosing';
import type { NetworkSettings } from './settings';

/** A row or a column of a network. */
export interface NetworkNode {
  /** Of the variable's value, see `Value`. */
  readonly id: string;
  /** Its name; where others of the network have the same, with its id behind it. */
  readonly label: string;
  /** How many statements have it. */
  readonly statements: number;
}

/** Edges in three columns: `weight[n]` lies between the nodes `from[n]` and `to[n]`. Of a one-mode network both count rows, and each
 * pair is there once, `from` before `to`; of a two-mode network `from` counts rows and `to` columns. No weight is 0. */
export interface Edges {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weight: Float64Array;
}

/** Why claims aren't in a network. Each claim is counted once, at the first reason. */
export const reasons = [...claimReasons, ...(['no-row', 'no-column', 'no-qualifier', 'duplicate'] as const)] as const;
export type Reason = (typeof reasons)[number];

/** What became of the claims. */
export interface ClaimCounts {
  /** All that there are. */
  readonly claims: number;
  /** Those that are in the network. */
  readonly used: number;
  readonly leftOut: Readonly<Record<Reason, number>>;
}

/** A period of days since 1970-01-01, both included. */
export interface Period {
  readonly first: number;
  readonly last: number;
}

/** A network of one or two modes. */
export interface Network {
  readonly settings: NetworkSettings;
  /** In the order of their labels. */
  readonly rows: readonly NetworkNode[];
  /** Of a one-mode network the rows. */
  readonly columns: readonly NetworkNode[];
  readonly edges: Edges;
  readonly counts: ClaimCounts;
  /** Of a network of a window of time, else undefined. */
  readonly window?: Period;
}
