import { drag } from 'd3-drag';
import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent } from 'd3-zoom';
import type { View } from './stage';

/** How far one may scale. */
const SCALES: [number, number] = [0.1, 12];
const STEP = 1.4;

/** What a person does with the mouse, the wheel or fingers. */
export interface Gestured {
  /** Moved or scaled; `byPerson` is false where {@link Gestures.look} did it. */
  look(view: View, byPerson: boolean): void;
  /** A node is dragged to a place of the layout. */
  drag(node: number, x: number, y: number): void;
  dropped(): void;
}

/** Moving, scaling and dragging, by d3-zoom and d3-drag. */
export class Gestures {
  private readonly zoom = zoom<SVGSVGElement, unknown>();

  constructor(
    private readonly element: SVGSVGElement,
    gestured: Gestured,
  ) {
    this.zoom
      .scaleExtent(SCALES)
      .on('zoom', ({ transform: { x, y, k }, sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) =>
        gestured.look({ x, y, k }, sourceEvent !== null && sourceEvent !== undefined),
      );
    const dragging = drag<SVGSVGElement, unknown>()
      .filter((event: MouseEvent) => !event.ctrlKey && event.button === 0 && nodeOf(event.target) !== undefined)
      .container(() => element)
      .subject((event: { readonly sourceEvent: MouseEvent }) => ({ node: nodeOf(event.sourceEvent.target) }))
      .on('drag', (event: { readonly subject: { readonly node: number }; readonly x: number; readonly y: number }) => {
        const [x, y] = zoomTransform(element).invert(this.pointed(event));
        gestured.drag(event.subject.node, x, y);
      })
      .on('end', () => gestured.dropped());
    select(element).call(dragging).call(this.zoom).on('dblclick.zoom', null);
  }

  look({ x, y, k }: View): void {
    this.zoom.transform(select(this.element), zoomIdentity.translate(x, y).scale(k));
  }

  larger(): void {
    this.zoom.scaleBy(select(this.element), STEP);
  }

  smaller(): void {
    this.zoom.scaleBy(select(this.element), 1 / STEP);
  }

  /** Brings a point of the screen into the middle. */
  centre(x: number, y: number): void {
    const { clientWidth, clientHeight } = this.element;
    const { k } = zoomTransform(this.element);
    this.zoom.translateBy(select(this.element), (clientWidth / 2 - x) / k, (clientHeight / 2 - y) / k);
  }

  private pointed({ x, y }: { readonly x: number; readonly y: number }): [number, number] {
    return [x, y];
  }
}

/** The node that an element belongs to. */
export function nodeOf(target: EventTarget | null): number | undefined {
  const node = target instanceof Element ? target.closest<SVGElement>('[data-node]') : null;
  return node ? Number(node.dataset['node']) : undefined;
}
