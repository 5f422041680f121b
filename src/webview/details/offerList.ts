import type { Offer } from '../../model/form';
import type { Channel, Offered } from './channel';
import { aboutParts } from './about';
import { attributes, element, filled } from '../element';

/** The list of a combobox: what can be chosen and, below, what is known of the one that is pointed at. */
export class OfferList {
  readonly element: HTMLElement;
  private readonly popup: HTMLElement;
  private readonly options: HTMLElement;
  private readonly about = element('div', { className: 'about', tabIndex: -1 });
  private readonly more = element('p', { className: 'more' });
  private readonly status = element('p', { className: 'spoken' });
  private offers: readonly Offer[] = [];
  private at = -1;

  constructor(
    private readonly channel: Channel,
    readonly id: string,
    choose: (offer: Offer) => void,
  ) {
    // Else a list that scrolls would be a stop of Tab.
    this.options = element('ul', { className: 'options', id, tabIndex: -1 });
    attributes(this.options, { role: 'listbox' });
    attributes(this.status, { role: 'status' });
    const popup = element('div', { className: 'popup', hidden: true }, this.options, this.more, this.about);
    // The input keeps the focus.
    popup.addEventListener('mousedown', (event) => event.preventDefault());
    this.options.addEventListener('click', (event) => {
      const option = (event.target as Element).closest('[role=option]');
      const offer = option && this.offers[[...this.options.children].indexOf(option)];
      if (offer) choose(offer);
    });
    this.popup = popup;
    this.element = element('div', { className: 'anchor' }, popup, this.status);
  }

  get isOpen(): boolean {
    return !this.popup.hidden;
  }

  /** What Enter would take. */
  get offer(): Offer | undefined {
    return this.offers[this.at];
  }

  /** Its element. */
  get active(): Element | undefined {
    return this.isOpen ? this.options.children[this.at] : undefined;
  }

  name(label: string): void {
    attributes(this.options, { 'aria-label': label });
  }

  /** Opens the list; `present` is the name of what is chosen now, to be pointed at. */
  show({ offers, more }: Offered, present: string | undefined): void {
    const { words } = this.channel;
    this.offers = offers;
    this.options.replaceChildren(...offers.map((offer, index) => this.optionOf(offer, index)));
    this.more.textContent = offers.length === 0 ? words.nothingFits : more > 0 ? filled(words.more, more) : '';
    this.more.hidden = this.more.textContent === '';
    this.status.textContent = offers.length === 0 ? words.nothingFits : filled(words.offered, offers.length + more);
    this.popup.hidden = false;
    const chosen = present === undefined ? -1 : offers.findIndex(({ name }) => name === present);
    this.point(Math.max(0, chosen));
    this.popup.scrollIntoView({ block: 'nearest' });
  }

  close(): void {
    this.popup.hidden = true;
    this.options.replaceChildren();
    this.status.textContent = '';
    this.at = -1;
  }

  move(by: number): void {
    const last = this.offers.length - 1;
    // One step goes round, more stop at the end.
    const to = this.at + by;
    this.point(Math.abs(by) > 1 ? Math.min(last, Math.max(0, to)) : (to + last + 1) % (last + 1));
  }

  private point(at: number): void {
    this.active?.setAttribute('aria-selected', 'false');
    this.at = at;
    this.active?.setAttribute('aria-selected', 'true');
    this.active?.scrollIntoView({ block: 'nearest' });
    this.about.replaceChildren(...aboutParts(this.channel, this.offer ?? {}));
    this.about.hidden = this.about.childElementCount === 0;
  }

  private optionOf({ id, name, detail = '', description }: Offer, index: number): HTMLElement {
    const option = element('li', { id: `${this.id}-${index}`, title: detail === '' ? name : `${name}\n${detail}` });
    attributes(option, {
      role: 'option',
      'aria-selected': 'false',
      ...(description ? { 'aria-description': description } : {}),
    });
    option.classList.toggle('none', id === '');
    option.append(element('span', { className: 'name' }, name));
    if (detail !== '') option.append(element('span', { className: 'detail' }, detail));
    return option;
  }
}
