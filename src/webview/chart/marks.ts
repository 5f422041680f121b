import type { Card } from '../pictures/card';
import type { Channel } from '../pictures/channel';
import { isArrow, towards } from '../pictures/arrows';

const MARKS = '[data-key]';
const SAID = '[data-said]';

/** The marks of a chart: one stop of Tab for all, arrows from mark to mark, a card that says what one is, and what lies behind it at a
 * click or Enter. */
export class Marks {
  private marks: readonly SVGElement[] = [];
  private at = 0;

  constructor(
    private readonly area: HTMLElement,
    private readonly card: Card,
    private readonly channel: Channel,
  ) {
    area.addEventListener('click', ({ target }) => this.open(target));
    area.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !this.take(event)) return;
      event.preventDefault();
    });
    area.addEventListener('focusin', ({ target }) => {
      const mark = this.marks.indexOf(target as SVGElement);
      if (mark < 0) return;
      this.stand(mark);
      const { left, bottom } = (target as SVGElement).getBoundingClientRect();
      this.say(target, left, bottom - 8);
    });
    area.addEventListener('focusout', () => card.hide());
    area.addEventListener('pointermove', (event) => {
      if (event.buttons === 0) this.say(event.target, event.clientX, event.clientY);
    });
    area.addEventListener('pointerleave', () => card.hide());
  }

  /** Makes what was drawn say what it is, and puts it in its place; the mark that had the focus has it again. */
  draw(picture: SVGElement, place: () => void): void {
    const focused = document.activeElement;
    const key = focused instanceof SVGElement ? focused.dataset['key'] : undefined;
    picture.setAttribute('role', 'group');
    for (const title of picture.querySelectorAll(':not(svg[data-picture]) > title')) {
      const named = title.parentElement as SVGElement | null;
      if (named) named.dataset['said'] = title.textContent;
      title.remove(); // the card says it at once, and at the focus too
    }
    this.marks = [...picture.querySelectorAll<SVGElement>(MARKS)];
    for (const mark of this.marks) {
      mark.setAttribute('tabindex', '-1');
      mark.setAttribute('role', 'button');
    }
    this.card.hide();
    place();
    const again = key === undefined ? -1 : this.marks.findIndex((mark) => mark.dataset['key'] === key);
    this.stand(Math.max(0, again));
    if (again >= 0) this.marks[again]?.focus();
  }

  private stand(at: number): void {
    this.marks[this.at]?.setAttribute('tabindex', '-1');
    this.at = at;
    this.marks[at]?.setAttribute('tabindex', '0');
  }

  private open(target: EventTarget | null): void {
    const key = target instanceof Element ? target.closest<SVGElement>(MARKS)?.dataset['key'] : undefined;
    if (key !== undefined) this.channel.tell({ type: 'claims', key });
  }

  private take({ key, target }: KeyboardEvent): boolean {
    const here = this.marks.indexOf(target as SVGElement);
    if (here < 0) return false;
    if (key === 'Enter' || key === ' ') this.open(target);
    else if (key === 'Escape') this.card.hide();
    else if (isArrow(key)) {
      const spots = this.marks.map((mark) => {
        const { left, top, width, height } = mark.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      this.marks[towards(spots, here, key) ?? here]?.focus();
    } else return false;
    return true;
  }

  private say(target: EventTarget | null, x: number, y: number): void {
    const said = target instanceof Element ? target.closest<SVGElement>(SAID) : undefined;
    const text = said?.dataset['said'];
    if (!said || text === undefined) return this.card.hide();
    const hint = said.closest(MARKS) ? this.channel.text('goes') : '';
    const { left, top } = this.area.getBoundingClientRect();
    this.card.show({ title: text, lines: [], hint }, x - left, y - top);
  }
}
