import { dateOfDay, daysOf } from '../../analysis/dates';
import type { Timeline } from '../../analysis/timeline/timeline';
import type { Days } from '../../model/picture';
import type { Card } from '../pictures/card';
import { svg } from '../pictures/svgElement';
import { daysBetween, pixelOf, type DayScale } from './dayScale';

/** A click doesn't move further, in pixels. */
const STILL = 4;

/** Chooses days of a timeline with the mouse, whole periods of it, and shows which are chosen. */
export class Brush {
  private timeline: Timeline | undefined;
  private days: Days | undefined;
  private plot: SVGSVGElement | undefined;
  private scale: DayScale | undefined;
  private readonly band = svg('rect', { class: 'band', 'pointer-events': 'none' });
  private begun: { readonly x: number; readonly pointer: number; isMoving: boolean } | undefined;

  constructor(
    private readonly drawn: HTMLElement,
    private readonly card: Card,
    private readonly choose: (days: Days) => void,
  ) {
    drawn.addEventListener('pointerdown', (event) => this.begin(event));
    drawn.addEventListener('pointermove', (event) => this.move(event));
    drawn.addEventListener('pointerup', (event) => this.end(event));
    drawn.addEventListener('pointercancel', () => this.cancel());
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.cancel();
    });
  }

  /** @param timeline undefined where another chart is shown, of which no days are chosen */
  set(timeline: Timeline | undefined, days: Days | undefined): void {
    this.timeline = timeline;
    this.days = days;
  }

  draw(picture: SVGElement): void {
    this.plot = picture.querySelector<SVGSVGElement>('[data-from]') ?? undefined;
    const number = (name: string): number => Number(this.plot?.dataset[name]);
    this.scale = this.plot && {
      ...{ left: number('left'), right: number('right') },
      ...{ from: number('from'), to: number('to') },
    };
    this.drawn.classList.toggle('brushed', this.timeline !== undefined);
    this.plot?.prepend(this.band);
    this.show(this.days);
  }

  private begin(event: PointerEvent): void {
    if (event.button !== 0 || !this.timeline || !this.plot) return;
    const { top, bottom } = this.plot.getBoundingClientRect();
    if (event.clientY < top || event.clientY > bottom) return;
    this.begun = { x: this.at(event), pointer: event.pointerId, isMoving: false };
  }

  private move(event: PointerEvent): void {
    const { begun } = this;
    if (!begun || begun.pointer !== event.pointerId) return;
    const x = this.at(event);
    if (!begun.isMoving && Math.abs(x - begun.x) < STILL) return;
    // The click that follows is the capturing element's, and so no mark's.
    if (!begun.isMoving) this.drawn.setPointerCapture(event.pointerId);
    begun.isMoving = true;
    this.card.hide();
    this.show(this.between(begun.x, x));
  }

  private end(event: PointerEvent): void {
    const { begun } = this;
    this.begun = undefined;
    if (begun?.isMoving !== true) return;
    const days = this.between(begun.x, this.at(event));
    if (days) this.choose(days);
    else this.show(this.days);
  }

  private cancel(): void {
    if (!this.begun) return;
    this.begun = undefined;
    this.show(this.days);
  }

  private at({ clientX }: PointerEvent): number {
    return clientX - (this.plot?.ownerSVGElement ?? this.drawn).getBoundingClientRect().left;
  }

  private between(one: number, other: number): Days | undefined {
    const { scale, timeline } = this;
    const days = scale && daysBetween(scale, timeline?.periods ?? [], one, other);
    return days && { from: dateOfDay(days.first), to: dateOfDay(days.last) };
  }

  private show(days: Days | undefined): void {
    const [first, last] = [daysOf(days?.from ?? '')?.first, daysOf(days?.to ?? '')?.last];
    const { scale, plot, band } = this;
    if (!scale || !plot || first === undefined || last === undefined) return band.setAttribute('width', '0');
    const [x1, x2] = [pixelOf(scale, first), pixelOf(scale, last + 1)];
    const size = { x: x1, y: 0, width: Math.max(0, x2 - x1), height: plot.viewBox.baseVal.height };
    for (const [name, value] of Object.entries(size)) band.setAttribute(name, String(value));
  }
}
