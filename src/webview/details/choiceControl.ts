import type { ChoiceField } from '../../model/form';
import type { Spot } from '../../model/formMessages';
import { aboutParts } from './about';
import type { Channel } from './channel';
import { Combobox } from './combobox';
import type { Control, Shown } from './control';
import { attributes, element } from '../element';
import { Frame } from './frame';

/** A field with one of several values. */
export class ChoiceControl implements Control<ChoiceField> {
  private readonly frame: Frame;
  private readonly combobox: Combobox;
  private readonly about = element('div', { className: 'about', hidden: true });
  private spot: Spot | undefined;
  private value = '';
  private pending: number | undefined;
  private isRefused = false;

  constructor(private readonly channel: Channel) {
    this.frame = new Frame();
    this.combobox = new Combobox(
      channel,
      {
        ask: (typed) => (this.spot ? channel.ask(this.spot, typed) : Promise.resolve({ offers: [], more: 0 })),
        choose: ({ id, name }) => this.set(id, id === '' ? '' : name),
        leave: (typed) => this.set(typed, typed),
      },
      this.frame.id,
    );
    this.about.id = `${this.frame.id}-about`;
    this.frame.label.after(this.combobox.element);
    this.frame.element.append(this.about);
    attributes(this.combobox.input, { 'aria-describedby': `${this.about.id} ${this.frame.error.id}` });
  }

  get element(): HTMLElement {
    return this.frame.element;
  }

  get isChanged(): boolean {
    return this.combobox.isChanged;
  }

  update(field: ChoiceField, { subject, isOff, answered }: Shown): void {
    this.spot = { subject, field: field.key };
    this.frame.show(field.label);
    this.combobox.name(field.label);
    this.combobox.input.disabled = isOff;
    this.value = field.value;
    this.about.replaceChildren(...aboutParts(this.channel, field.about));
    this.about.hidden = this.about.childElementCount === 0;
    if (this.pending !== undefined && answered < this.pending) return;
    this.pending = undefined;
    if (!this.isRefused) this.combobox.show(field.value);
  }

  refuse(change: number, why: string): boolean {
    if (change !== this.pending) return false;
    this.pending = undefined;
    this.mark(why);
    return true;
  }

  commit(): void {
    this.combobox.commit();
  }

  revert(): boolean {
    const wasTyped = this.combobox.revert();
    if (!this.isRefused) return wasTyped;
    this.reset();
    return true;
  }

  reset(): void {
    this.pending = undefined;
    this.mark('');
    this.combobox.revert();
    this.combobox.show(this.value);
  }

  focus(): void {
    this.combobox.input.focus();
  }

  private set(value: string, shown: string): void {
    if (!this.spot) return;
    this.mark('');
    this.combobox.show(shown);
    this.pending = this.channel.change(this.spot, 'set', value);
  }

  private mark(why: string): void {
    this.isRefused = why !== '';
    this.frame.refuse(why);
    attributes(this.combobox.input, { 'aria-invalid': this.isRefused ? 'true' : null });
  }
}
