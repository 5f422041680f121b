import type { NetworkPicture } from '../../analysis/network/picture';
import { shortened } from '../../model/shortened';
import { readable } from '../../pictures/labels';
import type { PlacedNode } from '../../pictures/networkLayout';
import { edgeShape, heaviestOf, nodeShape, signOf } from '../../pictures/networkShapes';
import { radii } from '../../pictures/networkLayout';
import { rounded } from '../../pictures/shape';
import { svg, svgElement } from '../pictures/svgElement';
import { themePalette } from '../pictures/themePalette';

/** Of more lines than these, only the heaviest are drawn until they are at rest: a path a sign, so that each frame changes little. */
const MOST_MOVED = 600;
const LETTERS = 11;
const MOST_NAMES = 120;
const LONGEST_NAME = 32;

/** How the picture is moved and scaled on the screen. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/** The drawing: marks, lines and names, and where they are on the screen. */
export class Stage {
  readonly element = svg('svg', { class: 'stage', role: 'group' });
  private readonly viewport = svg('g');
  private readonly lineGroup = svg('g', { class: 'edges' });
  private readonly movingGroup = svg('g', { class: 'edges moving' });
  private readonly nearGroup = svg('g', { class: 'near' });
  private readonly markGroup = svg('g', { class: 'nodes' });
  private readonly nameGroup = svg('g', { class: 'names', 'font-size': `${LETTERS}` });
  private picture: NetworkPicture | undefined;
  private places: readonly PlacedNode[] = [];
  private radii: readonly number[] = [];
  private marks: readonly SVGElement[] = [];
  private lines: readonly SVGElement[] = [];
  private names: readonly SVGElement[] = [];
  private named = new Set<number>();
  private neighbours: readonly (readonly number[])[] = [];
  private view: View = { x: 0, y: 0, k: 1 };
  private near: number | undefined;
  /** The edges that stand out, drawn once more above the others. */
  private nearEdges: readonly number[] = [];
  private isMoving = false;
  private readonly waiting = new Set<'all' | 'marks' | 'names'>();
  /** The heaviest edges, which stand for all while these move. */
  private heaviest: NetworkPicture['edges'] = [];

  constructor() {
    this.viewport.append(this.movingGroup, this.lineGroup, this.nearGroup, this.markGroup);
    this.element.append(this.viewport, this.nameGroup);
  }

  /** Makes what is to be seen of a picture; {@link place} says where. */
  draw(picture: NetworkPicture): void {
    const heaviest = heaviestOf(picture);
    const neighbours = picture.nodes.map((): number[] => []);
    for (const [at, { from, to }] of picture.edges.entries()) {
      neighbours[from]?.push(at);
      neighbours[to]?.push(at);
    }
    this.picture = picture;
    this.heaviest = [...picture.edges].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MOST_MOVED);
    this.neighbours = neighbours;
    this.radii = radii(picture);
    this.lines = picture.edges.map((edge, at) => {
      const line = svgElement(edgeShape(picture, edge, heaviest, themePalette));
      line.setAttribute('vector-effect', 'non-scaling-stroke');
      line.dataset['edge'] = String(at);
      return line;
    });
    this.marks = picture.nodes.map((node, at) => {
      const group = svg('g', { class: 'node', role: 'button', tabindex: '-1' });
      group.dataset['node'] = String(at);
      group.setAttribute('aria-label', node.label);
      group.append(svgElement(nodeShape(picture, node, this.radii[at] ?? 1, themePalette)));
      return group;
    });
    this.names = picture.nodes.map(({ label }) => {
      const name = svg('text', { 'text-anchor': 'middle', 'aria-hidden': 'true' });
      name.textContent = shortened(label, LONGEST_NAME);
      return name;
    });
    this.named.clear();
    this.near = undefined;
    this.nearEdges = [];
    this.nearGroup.replaceChildren();
    this.nameGroup.replaceChildren();
    this.element.classList.remove('dimmed');
    this.lineGroup.replaceChildren(...this.lines);
    this.markGroup.replaceChildren(...this.marks);
  }

  mark(node: number): SVGElement | undefined {
    return this.marks[node];
  }

  line(edge: number): SVGElement | undefined {
    return this.lines[edge];
  }

  /** The edges of a node. */
  edgesOf(node: number): readonly number[] {
    return this.neighbours[node] ?? [];
  }

  /** Puts everything in its place, together with what else changes meanwhile. */
  place(places: readonly PlacedNode[], isMoving: boolean): void {
    this.places = places;
    this.isMoving = isMoving;
    this.soon('all');
  }

  private soon(what: 'all' | 'marks' | 'names'): void {
    if (this.waiting.size === 0) queueMicrotask(() => this.paint());
    this.waiting.add(what);
  }

  private paint(): void {
    const what = new Set(this.waiting);
    this.waiting.clear();
    if (what.has('all')) {
      this.placeLines(this.isMoving);
      this.placeNear();
    }
    if (what.has('all') || what.has('marks')) this.placeMarks();
    this.placeNames(this.isMoving);
  }

  private placeLines(isMoving: boolean): void {
    const isCoarse = isMoving && this.lines.length > MOST_MOVED;
    this.lineGroup.setAttribute('display', isCoarse ? 'none' : 'inline');
    if (isCoarse) this.movingGroup.replaceChildren(...this.paths());
    else {
      this.movingGroup.replaceChildren();
      for (const at of this.lines.keys()) this.placeLine(at);
    }
  }

  look(view: View): void {
    const isScaled = view.k !== this.view.k;
    this.view = view;
    this.viewport.setAttribute('transform', `translate(${rounded(view.x)},${rounded(view.y)}) scale(${view.k})`);
    this.soon(isScaled ? 'marks' : 'names');
  }

  /** Where a node is on the screen, from the picture's upper left corner. */
  onScreen(node: number): { readonly x: number; readonly y: number } {
    const { x, y } = this.places[node] ?? { x: 0, y: 0 };
    return { x: x * this.view.k + this.view.x, y: y * this.view.k + this.view.y };
  }

  /** The places as they are drawn now. */
  seen(): readonly PlacedNode[] {
    return this.places;
  }

  /** The edge that passes a point of the screen, within some pixels. */
  edgeAt(x: number, y: number, within: number): number | undefined {
    let found: number | undefined;
    let least = within;
    const { k } = this.view;
    const point = { x: (x - this.view.x) / k, y: (y - this.view.y) / k };
    for (const [at, { from, to }] of (this.picture?.edges ?? []).entries()) {
      const [a, b] = [this.places[from], this.places[to]];
      if (!a || !b) continue;
      const away = distance(point, a, b) * k;
      if (away >= least) continue;
      [found, least] = [at, away];
    }
    return found;
  }

  /** Lets a node and its neighbours, or an edge and its ends, stand out. */
  standOut(what: { readonly node: number } | { readonly edge: number } | undefined): void {
    const edges = !what ? [] : 'node' in what ? this.edgesOf(what.node) : [what.edge];
    const ends = edges.flatMap((at) => {
      const edge = this.picture?.edges[at];
      return edge ? [edge.from, edge.to] : [];
    });
    const wanted = new Set(what && 'node' in what ? [what.node, ...ends] : ends);
    for (const mark of this.markGroup.querySelectorAll('.near')) {
      if (!wanted.has(Number((mark as SVGElement).dataset['node']))) mark.classList.remove('near');
    }
    for (const at of wanted) this.marks[at]?.classList.add('near');
    this.nearEdges = edges;
    this.placeNear();
    this.element.classList.toggle('dimmed', what !== undefined);
    this.near = what && 'node' in what ? what.node : undefined;
    this.soon('names');
  }

  /** Marks what was searched for. */
  find(nodes: ReadonlySet<number>): void {
    for (const [at, mark] of this.marks.entries()) mark.classList.toggle('found', nodes.has(at));
  }

  private placeNear(): void {
    const copies = this.nearEdges.flatMap((at) => {
      this.placeLine(at);
      const copy = this.lines[at]?.cloneNode() as SVGElement | undefined;
      copy?.removeAttribute('tabindex');
      return copy ? [copy] : [];
    });
    this.nearGroup.replaceChildren(...copies);
  }

  private placeLine(at: number): void {
    const edge = this.picture?.edges[at];
    const [a, b] = [this.places[edge?.from ?? -1], this.places[edge?.to ?? -1]];
    const line = this.lines[at];
    if (!a || !b || !line) return;
    line.setAttribute('x1', String(rounded(a.x)));
    line.setAttribute('y1', String(rounded(a.y)));
    line.setAttribute('x2', String(rounded(b.x)));
    line.setAttribute('y2', String(rounded(b.y)));
  }

  /** A path a sign, of its heaviest lines. */
  private paths(): readonly SVGElement[] {
    const { picture } = this;
    if (!picture) return [];
    const parts = new Map<'agree' | 'conflict' | 'plain', string[]>();
    for (const edge of this.heaviest) {
      const [a, b] = [this.places[edge.from], this.places[edge.to]];
      if (!a || !b) continue;
      const sign = signOf(picture, edge);
      const known = parts.get(sign) ?? [];
      if (known.length === 0) parts.set(sign, known);
      known.push(`M${rounded(a.x)},${rounded(a.y)}L${rounded(b.x)},${rounded(b.y)}`);
    }
    return Array.from(parts, ([sign, all]) =>
      svg('path', {
        ...{ d: all.join(''), stroke: themePalette[sign], fill: 'none', 'stroke-width': '1' },
        ...{ 'stroke-opacity': '0.35', 'vector-effect': 'non-scaling-stroke' },
      }),
    );
  }

  private placeMarks(): void {
    const scale = rounded(1 / Math.sqrt(this.view.k));
    for (const [at, mark] of this.marks.entries()) {
      const { x = 0, y = 0 } = this.places[at] ?? {};
      mark.setAttribute('transform', `translate(${rounded(x)},${rounded(y)}) scale(${scale})`);
    }
  }

  /** While nodes move, the names that are there go with them. */
  private placeNames(isMoving: boolean): void {
    const { nodes = [] } = this.picture ?? {};
    if (!isMoving || this.named.size === 0) this.chooseNames(nodes);
    for (const at of this.named) {
      const { x, y } = this.onScreen(at);
      const name = this.names[at];
      name?.setAttribute('x', String(rounded(x)));
      name?.setAttribute('y', String(rounded(y - this.seenRadius(at))));
    }
  }

  private seenRadius(node: number): number {
    return (this.radii[node] ?? 0) * Math.sqrt(this.view.k) + 4;
  }

  private chooseNames(nodes: NetworkPicture['nodes']): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    const neighbours = new Set(
      this.near === undefined
        ? []
        : this.edgesOf(this.near).flatMap((at) => {
            const edge = this.picture?.edges[at];
            return edge ? [edge.from, edge.to] : [];
          }),
    );
    const all = nodes.map(({ label, size }, at) => {
      const weight = at === this.near ? Infinity : neighbours.has(at) ? 1e9 + size : size;
      return { ...this.onScreen(at), radius: this.seenRadius(at), label: shortened(label, LONGEST_NAME), weight };
    });
    const seen = all.map(({ x, y }, at) => ({ at, isSeen: x > -50 && x < width + 50 && y > -10 && y < height + 20 }));
    const there = seen.filter(({ isSeen }) => isSeen).map(({ at }) => at);
    const shown = readable(
      there.flatMap((at) => all[at] ?? []),
      LETTERS,
      MOST_NAMES,
    );
    this.named = new Set(there.filter((_, index) => shown[index]));
    const isNear = (at: number): boolean => at === this.near || neighbours.has(at);
    for (const at of this.named) this.names[at]?.classList.toggle('near', isNear(at));
    const wanted = [...this.named].flatMap((at) => this.names[at] ?? []);
    this.nameGroup.replaceChildren(...wanted);
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Of a point from a line between two others. */
function distance(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length));
  return Math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy);
}
