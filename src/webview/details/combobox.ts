import type { Offer } from '../../model/form';
import type { Channel, Offered } from './channel';
import { attributes, element, newElementId } from '../element';
import { OfferList } from './offerList';

/** What a combobox is for. */
export interface Purpose {
  readonly ask: (typed: string) => Promise<Offered>;
  /** One of the list was chosen. */
  readonly choose: (offer: Offer) => void;
  /** Something was typed and left there, chosen from no list; may be empty. */
  readonly leave: (typed: string) => void;
}

/**
 * A text input with a list of what fits, as WAI-ARIA's authoring practices describe it: typing filters, the arrow keys move, Enter
 * or a click chooses, Escape closes. The list is under the input in the page, and makes the page longer where it needs to.
 */
export class Combobox {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  private readonly list: OfferList;
  /** What the input shows when nothing is being typed. */
  private text = '';
  /** Whether what stands there was typed. */
  private isTyped = false;
  /** The question that isn't answered yet. */
  private asking: Promise<void> | undefined;

  constructor(
    channel: Channel,
    private readonly purpose: Purpose,
    id = newElementId(),
  ) {
    this.input = element('input', { id, type: 'text', className: 'combobox', spellcheck: false, autocomplete: 'off' });
    this.list = new OfferList(channel, `${id}-list`, (offer) => this.choose(offer));
    attributes(this.input, {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-controls': this.list.id,
    });
    this.element = element('div', { className: 'combo' }, this.input, this.list.element);
    this.input.addEventListener('input', () => this.typed());
    this.input.addEventListener('keydown', (event) => this.pressed(event));
    this.input.addEventListener('focus', () => this.input.select());
    this.input.addEventListener('click', () => (this.isOpen ? this.close() : this.open('')));
    this.input.addEventListener('focusout', () => this.commit());
  }

  /** Whether something was typed and not chosen yet. */
  get isChanged(): boolean {
    return this.isTyped;
  }

  get isOpen(): boolean {
    return this.list.isOpen;
  }

  /** Shows a text unless something is being typed. */
  show(text: string): void {
    this.text = text;
    if (this.isTyped) return;
    if (this.input.value !== text) this.input.value = text;
    this.input.title = text;
  }

  name(label: string): void {
    attributes(this.input, { 'aria-label': label });
    this.list.name(label);
  }

  commit(): void {
    this.close();
    if (!this.isTyped) return;
    this.isTyped = false;
    this.purpose.leave(this.input.value);
  }

  /** Closes the list and takes back what was typed; false where there was neither. */
  revert(): boolean {
    if (!this.isOpen && !this.isTyped) return false;
    this.close();
    this.isTyped = false;
    this.show(this.text);
    if (this.input.matches(':focus')) this.input.select();
    return true;
  }

  private typed(): void {
    this.isTyped = true;
    this.open(this.input.value);
  }

  /** Opens the list, with what fits a text. */
  private open(typed: string): void {
    const asking = this.purpose.ask(typed).then((offered) => {
      if (this.asking !== asking) return; // typed on, or closed
      this.asking = undefined;
      this.list.show(offered, this.isTyped ? undefined : this.text);
      this.pointOut();
    });
    this.asking = asking;
  }

  private close(): void {
    this.asking = undefined;
    this.list.close();
    this.pointOut();
  }

  /** Says which of the list is meant, to a screen reader. */
  private pointOut(): void {
    attributes(this.input, {
      'aria-expanded': String(this.isOpen),
      'aria-activedescendant': this.list.active?.id ?? null,
    });
  }

  private choose(offer: Offer): void {
    this.isTyped = false;
    this.close();
    this.purpose.choose(offer);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const handled = this.keys.get(event.key)?.(event) ?? false;
    if (handled) event.preventDefault();
  }

  /** What keys do; whether they did something. */
  private readonly keys: ReadonlyMap<string, (event: KeyboardEvent) => boolean> = new Map([
    ['ArrowDown', () => this.move(1)],
    ['ArrowUp', (event: KeyboardEvent) => (event.altKey && this.isOpen ? this.closed() : this.move(-1))],
    ['PageDown', () => this.isOpen && this.move(8)],
    ['PageUp', () => this.isOpen && this.move(-8)],
    ['Enter', () => this.enter()],
  ]);

  private closed(): boolean {
    this.close();
    return true;
  }

  private move(by: number): boolean {
    if (this.isOpen) {
      this.list.move(by);
      this.pointOut();
    } else if (!this.asking) this.open(this.isTyped ? this.input.value : '');
    return true;
  }

  /** Takes what is pointed at, once what fits is known; with nothing typed and no list, Enter does nothing. */
  private enter(): boolean {
    if (this.asking) {
      void this.asking.then(() => this.enter());
      return true;
    }
    const offer = this.isOpen ? this.list.offer : undefined;
    if (offer) this.choose(offer);
    else this.commit();
    return true;
  }
}
