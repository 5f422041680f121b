import { dateOfDay, daysOf } from '../../analysis/dates';
import type { Days } from '../../model/picture';
import { attributes, element, newElementId, showText } from '../element';
import type { Channel } from '../pictures/channel';

/** The days that the other pictures show, given by dates: what the mouse chooses, for the keyboard; and a way to take it back. */
export class BrushInput {
  readonly element: HTMLElement;
  private readonly from = dateField();
  private readonly to = dateField();
  private readonly error = element('p', { className: 'error', hidden: true });
  private readonly said = element('p', { className: 'filter' });
  private readonly all: HTMLElement;
  private shown = '';

  constructor(private readonly channel: Channel) {
    const label = (text: string, field: HTMLInputElement): HTMLElement =>
      element('label', { htmlFor: field.id }, channel.text(text));
    const apply = element('button', { type: 'submit', className: 'action' }, channel.text('brush'));
    this.all = element('button', { type: 'button', className: 'action' }, channel.text('allDays'));
    this.all.addEventListener('click', () => channel.tell({ type: 'filter' }));
    this.error.setAttribute('role', 'alert');
    this.said.setAttribute('role', 'status');
    const row = element(
      'form',
      { className: 'brush' },
      ...[label('brushFrom', this.from), this.from, label('brushTo', this.to), this.to, apply, this.all],
    );
    row.addEventListener('submit', (event) => {
      event.preventDefault();
      this.apply();
    });
    const help = element('p', { className: 'keys' }, channel.text('brushHelp'));
    this.element = element('div', { className: 'brushing' }, row, this.error, this.said, help);
  }

  show(isShown: boolean, days: Days | undefined): void {
    this.element.hidden = !isShown;
    const chosen = `${days?.from} ${days?.to}`;
    if (chosen === this.shown) return; // what is being typed stays
    this.shown = chosen;
    this.from.value = days?.from ?? '';
    this.to.value = days?.to ?? '';
    this.all.hidden = days === undefined;
    showText(this.said, days ? this.channel.text('brushed', `${days.from} – ${days.to}`) : '');
    this.refuse('');
  }

  private apply(): void {
    const [from, to] = [this.from.value.trim(), this.to.value.trim()];
    if (from === '' && to === '') return this.channel.tell({ type: 'filter' });
    const [first, last] = [daysOf(from || '1000')?.first, daysOf(to || '9999')?.last];
    if (first === undefined || last === undefined || first > last) return this.refuse(this.channel.text('noDay'));
    this.channel.tell({ type: 'filter', from: dateOfDay(first), to: dateOfDay(last) });
  }

  private refuse(why: string): void {
    showText(this.error, why);
    for (const field of [this.from, this.to]) attributes(field, { 'aria-invalid': why === '' ? null : 'true' });
  }
}

function dateField(): HTMLInputElement {
  return element('input', { id: newElementId(), type: 'text', spellcheck: false, autocomplete: 'off' });
}
