import type { SeveralField } from '../../model/form';
import type { Spot } from '../../model/formMessages';
import type { Channel } from './channel';
import { Combobox } from './combobox';
import type { Control, Shown } from './control';
import { arrange, attributes, element, filled } from '../element';
import { Frame } from './frame';
import { RowView } from './rowView';

/** A field with any number of things: a row for each, and below a combobox to add one. */
export class SeveralControl implements Control<SeveralField> {
  private readonly frame = new Frame();
  private readonly rows = new Map<string, RowView>();
  private readonly list = element('ul', { className: 'rows' });
  private readonly adder: Combobox;
  private spot: Spot | undefined;
  private pending: number | undefined;
  private isRefused = false;

  constructor(private readonly channel: Channel) {
    this.adder = new Combobox(
      channel,
      {
        ask: (typed) => (this.spot ? channel.ask(this.spot, typed) : Promise.resolve({ offers: [], more: 0 })),
        choose: ({ id }) => {
          this.adder.show('');
          this.change('add', id);
        },
        leave: (typed) => (typed.trim() === '' ? this.reset() : this.change('add', typed)),
      },
      this.frame.id,
    );
    this.frame.label.after(this.list, this.adder.element);
    attributes(this.adder.input, { 'aria-describedby': this.frame.error.id });
  }

  get element(): HTMLElement {
    return this.frame.element;
  }

  get isChanged(): boolean {
    return this.adder.isChanged || [...this.rows.values()].some((row) => row.isChanged);
  }

  update(field: SeveralField, shown: Shown): void {
    const { words } = this.channel;
    const { subject, isOff, answered } = shown;
    this.spot = { subject, field: field.key };
    this.frame.show(field.label);
    attributes(this.list, { 'aria-label': field.label });
    this.adder.element.hidden = !field.grows;
    this.adder.name(filled(words.addTo, field.label));
    this.adder.input.placeholder = words.add;
    this.adder.input.disabled = isOff;
    this.showRows(field, shown);
    if (this.pending === undefined || answered < this.pending) return;
    this.pending = undefined;
    if (!this.isRefused) this.adder.show('');
  }

  refuse(change: number, why: string): boolean {
    if (change !== this.pending) return false;
    this.mark(why);
    return true;
  }

  commit(): void {
    this.adder.commit();
    for (const row of this.rows.values()) row.commit();
  }

  revert(): boolean {
    const reverted = [this.adder.revert(), ...[...this.rows.values()].map((row) => row.revert())].includes(true);
    if (!this.isRefused) return reverted;
    this.reset();
    return true;
  }

  reset(): void {
    this.pending = undefined;
    this.mark('');
    this.adder.revert();
    this.adder.show('');
    for (const row of this.rows.values()) row.close();
  }

  focus(): void {
    this.adder.input.focus();
  }

  private showRows(field: SeveralField, shown: Shown): void {
    const keys = new Set(field.rows.map(({ key }) => key));
    const isLost = [...this.rows].some(([key, row]) => !keys.has(key) && row.element.matches(':focus-within'));
    for (const key of [...this.rows.keys()]) if (!keys.has(key)) this.rows.delete(key);
    for (const row of field.rows) {
      let view = this.rows.get(row.key);
      if (!view) {
        view = new RowView(this.channel, (how, value, of) => this.change(how, value, of));
        this.rows.set(row.key, view);
      }
      view.update(row, { subject: shown.subject, field: field.key }, shown.isOff);
    }
    arrange(
      this.list,
      field.rows.flatMap(({ key }) => this.rows.get(key)?.element ?? []),
    );
    this.list.hidden = field.rows.length === 0;
    if (isLost) this.focus();
  }

  private change(how: 'set' | 'add' | 'remove', value: string, row?: string): void {
    if (!this.spot) return;
    this.mark('');
    this.pending = this.channel.change({ ...this.spot, ...(row === undefined ? {} : { row }) }, how, value);
  }

  private mark(why: string): void {
    this.isRefused = why !== '';
    this.frame.refuse(why);
    attributes(this.adder.input, { 'aria-invalid': this.isRefused ? 'true' : null });
  }
}
