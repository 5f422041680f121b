import { actorsByValue } from '../../analysis/network/actorDetails';
import type { Network } from '../../analysis/network/network';
import type { NodeMeasures } from '../../analysis/network/nodeMeasures';
import type { CodebookLists } from '../../model/codebook';
import type { Column, Value } from '../formats/graph/columns';
import type { NodeDetails } from './networkFile';

/** What was found of the nodes: of rows, and then of the columns of a two-mode network. */
export interface NodeFindings {
  readonly measures?: readonly NodeMeasures[];
  /** The cluster that each is in. */
  readonly clusters?: readonly (string | undefined)[];
}

const ofActors: readonly Column[] = [
  { name: 'kind', type: 'string' },
  { name: 'color', type: 'string' },
];
const ofMeasures: readonly Column[] = [
  { name: 'degree', type: 'long' },
  { name: 'weighted_degree', type: 'double' },
  { name: 'betweenness', type: 'double' },
  { name: 'community', type: 'long' },
];
const ofClusters: readonly Column[] = [{ name: 'cluster', type: 'string' }];

/** What files say of a network's nodes: of actors their kind and colour, as the codebooks have them, and what was found. */
export function nodeDetails(
  { settings, rows, columns }: Network,
  codebooks: readonly CodebookLists[],
  { measures, clusters }: NodeFindings,
): NodeDetails {
  const nodes = settings.mode === 'two-mode' ? [...rows, ...columns] : rows;
  const places = new Map(nodes.map((node, n) => [node, n]));
  const known = {
    row: actorsByValue(settings.rows, codebooks),
    column: actorsByValue(settings.columns, codebooks),
  };
  const areActors = known.row.size > 0 || (settings.mode === 'two-mode' && known.column.size > 0);
  return {
    columns: [...(areActors ? ofActors : []), ...(measures ? ofMeasures : []), ...(clusters ? ofClusters : [])],
    of: (node, mode) => {
      const values = new Map<string, Value>();
      const put = (name: string, value: Value | undefined): void => {
        if (value !== undefined) values.set(name, value);
      };
      const actor = known[mode].get(node.id)?.actor;
      put('kind', actor?.kind);
      put('color', actor?.color);
      const place = places.get(node) ?? -1;
      const measured = measures?.[place];
      put('degree', measured?.degree);
      put('weighted_degree', measured?.weightedDegree);
      put('betweenness', measured?.betweenness);
      put('community', measured?.community);
      put('cluster', clusters?.[place]);
      return values;
    },
  };
}
