import type { TableData } from '../model/picture';
import type { Cooccurrence } from './cooccurrence/cooccurrence';
import type { Evidence } from './evidence/evidence';
import type { Frequencies } from './frequencies/frequencies';
import type { Matrix } from './matrix/matrix';
import type { Timeline } from './timeline/timeline';

/** Figures that are drawn as a chart. */
export type Chart =
  | { readonly chart: 'timeline'; readonly figures: Timeline }
  | { readonly chart: 'matrix'; readonly figures: Matrix }
  | { readonly chart: 'frequencies'; readonly figures: Frequencies }
  | { readonly chart: 'cooccurrence'; readonly figures: Cooccurrence }
  /** Without its claims where these aren't drawn. */
  | { readonly chart: 'evidence'; readonly figures: Evidence };

/** What a chart's page is told. */
export interface ChartData {
  readonly chart: Chart;
  /** What stands above it. */
  readonly title: string;
  /** The same figures, with what lies behind them. */
  readonly tables: readonly TableData[];
}
