import { element, newElementId } from '../element';

/** What may be typed into a field, as the browser offers it. */
export class Offers {
  readonly element = element('datalist', { id: newElementId() });
  private shown = '';

  constructor(private readonly field: HTMLInputElement) {}

  show(offers: readonly string[]): void {
    const now = JSON.stringify(offers);
    if (now === this.shown) return;
    this.shown = now;
    this.element.replaceChildren(...offers.map((value) => element('option', { value })));
    if (offers.length > 0) this.field.setAttribute('list', this.element.id);
    else this.field.removeAttribute('list');
  }
}
