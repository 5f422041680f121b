import type { ExportChunk, ExportInput } from '../../format';
import { loseOfCodebooks } from '../../losing';
import type { Losses } from '../../losses';
import { Spool } from '../../writing/spool';
import { inChunks } from '../../writing/streaming';
import type { Column } from './columns';
import { Network, type GraphEdge, type GraphNode, type GraphPart } from './network';

/** How a network is written as XML: each piece is whole. */
export interface GraphMarkup {
  readonly head: (nodeColumns: readonly Column[]) => string;
  readonly node: (node: GraphNode) => string;
  /** Between the last node and the first edge. */
  readonly middle: string;
  readonly edge: (edge: GraphEdge) => string;
  readonly tail: string;
}

/** What a format has to know of edges. */
export interface EdgeMarkup {
  readonly columns: readonly Column[];
  readonly type: 'directed' | 'undirected';
  /** What is in time: weights, where all edges have spells, or edges, where some have days. */
  readonly time?: 'weights' | 'edges';
}

const heldItems: Readonly<Record<string, ReadonlySet<string>>> = {
  actors: new Set(['name', 'kind', 'aliases', 'parent', 'members', 'sameAs', 'color', 'attributes', 'note']),
  topics: new Set(['name', 'parent', 'description']),
  sources: new Set(['name', 'kind', 'origin', 'date', 'url', 'attributes']),
  stances: new Set(['name', 'value']),
  attributes: new Set(['name', 'type', 'appliesTo']),
};

const CHUNK_UNITS = 65_536;

/** All nodes, then all edges, which wait packed: programs that read a file once want it so. */
export async function* graphFile(
  { codebooks, articles }: ExportInput,
  markup: GraphMarkup,
  losses: Losses,
): AsyncIterable<ExportChunk> {
  const network = new Network(codebooks, losses);
  loseOfCodebooks(codebooks, heldItems, losses);
  const edges = new Spool<string>();
  let chunk = markup.head(network.columns.columns);
  const add = (parts: Iterable<GraphPart>): void => {
    for (const part of parts) {
      if ('node' in part) chunk += markup.node(part.node);
      else edges.add(markup.edge(part.edge));
    }
  };
  add(network.items());
  for await (const article of articles) {
    add(network.article(article));
    if (chunk.length < CHUNK_UNITS) continue;
    yield { path: '', chunk };
    chunk = '';
  }
  yield { path: '', chunk: chunk + markup.middle };
  yield* inChunks('', edges.taken());
  yield { path: '', chunk: markup.tail };
}
