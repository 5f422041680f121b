import { dateOfDay, daysOf } from '../../analysis/dates';
import type { Timeline } from '../../analysis/timeline/timeline';
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
  private periods: Timeline['periods'] = [];
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

  /** @param timeline undefined where another chart is shown, of which no days are chosen */
  show(timeline: Timeline | undefined, days: Days | undefined): void {
    this.element.hidden = timeline === undefined;
    this.periods = timeline?.periods ?? [];
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
    const [one, other] = [daysOf(from || to), daysOf(to || from)];
    if (!one || !other) return this.refuse(this.channel.text('noDay'));
    // Without one of the dates, as far as the timeline goes; given in the other order, they mean the same.
    const first = Math.min(one.first, from === '' ? (this.periods[0]?.first ?? Infinity) : other.first);
    const last = Math.max(other.last, to === '' ? (this.periods.at(-1)?.last ?? -Infinity) : one.last);
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
