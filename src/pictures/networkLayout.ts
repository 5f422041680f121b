import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { Simulation, SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import type { NetworkPicture } from '../analysis/network/picture';

/** A node's place, in pixels from the middle of the picture, and its size. */
export interface PlacedNode extends SimulationNodeDatum {
  /** Which node of the picture it is. */
  readonly at: number;
  readonly radius: number;
  x: number;
  y: number;
}

type Links = SimulationLinkDatum<PlacedNode>[];
export type Layout = Simulation<PlacedNode, Links[number]>;

const SMALLEST = 4;
const LARGEST = 18;
/** Ticks until d3-force's own cooling comes to rest. */
export const TICKS = 300;

/** A node's radius: its area follows its size. */
export function radii({ nodes }: NetworkPicture): readonly number[] {
  const most = nodes.reduce((max, { size }) => Math.max(max, size), 1);
  return nodes.map(({ size }) => SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(Math.max(0, size) / most));
}

/** A force-directed layout at its beginning (Fruchterman and Reingold's idea, by d3-force: velocity Verlet, Barnes-Hut), which doesn't
 * run of itself: call `tick`. The same picture gives the same places each time. Heavy ties pull more. */
export function networkLayout(picture: NetworkPicture): Layout {
  const sizes = radii(picture);
  const nodes = picture.nodes.map((_, at): PlacedNode => {
    // d3-force's own beginning, a spiral, said here so that places are there before the first tick.
    const [radius, angle] = [10 * Math.sqrt(0.5 + at), at * Math.PI * (3 - Math.sqrt(5))];
    return { at, radius: sizes[at] ?? SMALLEST, x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
  const most = picture.edges.reduce((max, { weight }) => Math.max(max, Math.abs(weight)), 0);
  const degrees = new Uint32Array(nodes.length);
  for (const { from, to } of picture.edges) {
    degrees[from] = (degrees[from] ?? 0) + 1;
    degrees[to] = (degrees[to] ?? 0) + 1;
  }
  const links: Links = picture.edges.map(({ from, to }) => ({ source: from, target: to }));
  const strength = (_: unknown, at: number): number => {
    const edge = picture.edges[at];
    if (!edge) return 0;
    const fewest = Math.min(degrees[edge.from] ?? 1, degrees[edge.to] ?? 1);
    const pull = (0.3 + 0.7 * (Math.abs(edge.weight) / most)) / Math.max(1, fewest);
    // Who stands together is to be seen together: conflict hardly pulls.
    return isConflict(at) ? pull / 10 : pull;
  };
  const isConflict = (at: number): boolean => !picture.isTwoMode && (picture.edges[at]?.weight ?? 0) < 0;
  const distance = (_: unknown, at: number): number => (isConflict(at) ? 150 : 60);
  return forceSimulation<PlacedNode>(nodes)
    .force('ties', forceLink<PlacedNode, Links[number]>(links).distance(distance).strength(strength))
    .force('apart', forceManyBody<PlacedNode>().strength(-140).distanceMax(600))
    .force('x', forceX<PlacedNode>().strength(0.035))
    .force('y', forceY<PlacedNode>().strength(0.09))
    .force(
      'collide',
      forceCollide<PlacedNode>(({ radius }) => radius + 3),
    )
    .stop();
}

/** The places of a whole layout. */
export function placesOf(picture: NetworkPicture): readonly PlacedNode[] {
  return networkLayout(picture).tick(TICKS).nodes();
}
