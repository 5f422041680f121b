import type { NetworkPicture } from '../../analysis/network/picture';
import { networkLayout, TICKS, type Layout, type PlacedNode } from '../../pictures/networkLayout';

/** Milliseconds of layout a frame: the rest is for drawing. Where frames take long, a share of that, so that it comes to an end. */
const BUDGET_MS = 7;
const SHARE = 0.4;
/** How warm a layout stays while a node is dragged. */
const WARM = 0.3;

export type Pins = Readonly<Record<string, readonly [number, number]>>;

/** Lays a network out in small steps, a few each frame. What was there before glides to its new place; where the person wants no
 * motion, only the end is shown. */
export class Motion {
  private layout: Layout | undefined;
  private picture: NetworkPicture | undefined;
  private ticks = 0;
  private frame = 0;
  private last = 0;
  /** Where nodes were, by their places in the picture. */
  private before: readonly (readonly [number, number] | undefined)[] = [];

  /** @param drawn is told the places each frame, and whether more will come */
  constructor(private readonly drawn: (places: readonly PlacedNode[], isMoving: boolean) => void) {}

  get places(): readonly PlacedNode[] {
    return this.layout?.nodes() ?? [];
  }

  /** Lays another picture out; nodes with a pin stay there. */
  begin(picture: NetworkPicture, pins: Pins): void {
    const known = new Map(this.shown().map((place) => [this.picture?.nodes[place.at]?.id, place]));
    this.before = picture.nodes.map(({ id }) => {
      const place = known.get(id);
      return place && ([place.x, place.y] as const);
    });
    this.picture = picture;
    this.layout = networkLayout(picture);
    this.ticks = 0;
    for (const place of this.places) {
      const pin = pins[picture.nodes[place.at]?.id ?? ''];
      if (pin) this.pin(place.at, pin[0], pin[1]);
    }
    this.go();
  }

  /** Does what is left of the layout at once, and gives the places. */
  finish(): readonly PlacedNode[] {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.layout?.tick(Math.max(0, TICKS - this.ticks));
    this.ticks = TICKS;
    this.drawn(this.places, false);
    return this.places;
  }

  /** Holds a node at a place; the others follow. */
  pin(at: number, x: number, y: number): void {
    const place = this.places[at];
    if (place) Object.assign(place, { x, y, fx: x, fy: y });
  }

  /** Warms the layout while something is dragged. */
  warm(): void {
    if (!this.layout || this.ticks < TICKS) return;
    this.before = [];
    this.layout.alpha(WARM);
    this.ticks = Math.round(TICKS * 0.7);
    this.go();
  }

  private go(): void {
    if (this.frame !== 0) return;
    this.last = performance.now();
    this.next();
  }

  private next(): void {
    this.frame = requestAnimationFrame(() => this.step());
  }

  private step(): void {
    this.frame = 0;
    const { layout } = this;
    if (!layout) return;
    const now = performance.now();
    const until = now + Math.max(BUDGET_MS, Math.min(100, (now - this.last) * SHARE));
    this.last = now;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    do {
      layout.tick();
      this.ticks += 1;
    } while (this.ticks < TICKS && performance.now() < until);
    const isMoving = this.ticks < TICKS;
    if (!isMoving || !isStill) this.drawn(this.shown(), isMoving);
    if (isMoving) this.next();
  }

  /** Where nodes are seen: those that were there before are on the way. */
  private shown(): readonly PlacedNode[] {
    const share = Math.min(1, this.ticks / TICKS);
    if (share === 1 || this.before.length === 0) return this.places;
    const eased = 1 - (1 - share) ** 2;
    return this.places.map((place) => {
      const from = this.before[place.at];
      if (!from) return place;
      return { ...place, x: from[0] + (place.x - from[0]) * eased, y: from[1] + (place.y - from[1]) * eased };
    });
  }
}
