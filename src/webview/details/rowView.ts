import type { Row } from '../../model/form';
import type { Spot } from '../../model/formMessages';
import type { Channel } from './channel';
import { Combobox } from './combobox';
import { attributes, element, filled, showText } from '../element';

/** One thing of a field of several: its name, which may lead to its place; on whose behalf; and a button that removes it. */
export class RowView {
  readonly element: HTMLElement;
  private readonly name = element('span', { className: 'name' });
  private readonly goTo = element('button', { type: 'button', className: 'link name' });
  private readonly about = element('span', { className: 'detail' });
  private readonly whomText = element('span', { className: 'detail whom' });
  private readonly behalf = element('button', { type: 'button', className: 'small behalf' });
  private readonly remove = element('button', { type: 'button', className: 'small remove' }, '×');
  private readonly whom: Combobox;
  private row: Row | undefined;
  private spot: Spot | undefined;

  constructor(
    private readonly channel: Channel,
    change: (how: 'set' | 'remove', value: string, row?: string) => void,
  ) {
    const set = (value: string): void => {
      if (this.row) change('set', value, this.row.key);
      this.closeWhom();
    };
    this.whom = new Combobox(channel, {
      ask: (typed) =>
        this.spot && this.row
          ? channel.ask({ ...this.spot, row: this.row.key }, typed)
          : Promise.resolve({ offers: [], more: 0 }),
      choose: ({ id }) => {
        set(id);
        this.behalf.focus();
      },
      leave: set,
    });
    this.whom.element.hidden = true;
    this.whom.input.addEventListener('focusout', () => this.closeWhom());
    this.goTo.addEventListener('click', () => this.go());
    this.remove.addEventListener('click', () => this.row && change('remove', this.row.key));
    this.behalf.addEventListener('click', () => this.openWhom());
    const what = element('div', { className: 'what' }, this.name, this.goTo, this.about, this.whomText);
    const head = element('div', { className: 'row' }, what, this.behalf, this.remove);
    this.element = element('li', {}, head, this.whom.element);
  }

  get isChanged(): boolean {
    return this.whom.isChanged;
  }

  update(row: Row, spot: Spot, isOff: boolean): void {
    const { words } = this.channel;
    this.row = row;
    this.spot = spot;
    const leads = row.annotation !== undefined;
    showText(this.name, leads ? '' : row.name);
    showText(this.goTo, leads ? row.name : '');
    attributes(this.goTo, { 'aria-label': filled(words.goTo, row.name), title: row.name });
    showText(this.about, row.about);
    const { onBehalfOf } = row;
    showText(this.whomText, onBehalfOf ? filled(words.onBehalfOf, onBehalfOf) : '');
    showText(this.behalf, onBehalfOf === undefined ? '' : words.behalf);
    const behalfLabel = filled(words.behalfOf, row.name) + (onBehalfOf ? `: ${onBehalfOf}` : '');
    attributes(this.behalf, { 'aria-label': behalfLabel, title: behalfLabel });
    this.whom.name(filled(words.behalfOf, row.name));
    this.whom.show(onBehalfOf ?? '');
    attributes(this.remove, { 'aria-label': filled(words.remove, row.name), title: filled(words.remove, row.name) });
    this.behalf.disabled = isOff;
    this.remove.disabled = isOff;
  }

  commit(): void {
    this.whom.commit();
  }

  revert(): boolean {
    if (this.whom.element.hidden) return false;
    if (!this.whom.revert()) {
      this.closeWhom();
      this.behalf.focus();
    }
    return true;
  }

  close(): void {
    this.whom.revert();
    this.closeWhom();
  }

  private openWhom(): void {
    this.whom.element.hidden = false;
    attributes(this.behalf, { 'aria-expanded': 'true' });
    this.whom.input.focus();
  }

  private closeWhom(): void {
    this.whom.element.hidden = true;
    attributes(this.behalf, { 'aria-expanded': 'false' });
  }

  private go(): void {
    const { annotation } = this.row ?? {};
    if (this.spot && annotation !== undefined) {
      this.channel.tell({ type: 'goTo', subject: this.spot.subject, annotation });
    }
  }
}
