import type { Section } from '../../model/form';
import type { Channel } from './channel';
import type { Control, Shown } from './control';
import { controlFor, controlKey } from './controls';
import { arrange, attributes, element, newElementId, showText } from '../element';

/** Some fields under a heading, which may be folded away. */
export class SectionView {
  readonly element: HTMLElement;
  private readonly heading = element('h2', { id: newElementId() });
  private readonly body = element('div', { className: 'fields' });
  private readonly shown = new Map<string, Control>();

  constructor(
    private readonly channel: Channel,
    { key, fold }: Section,
  ) {
    if (fold) {
      const details = element('details', {}, element('summary', {}, this.heading), this.body);
      details.open = channel.state.folds[key] ?? fold === 'open';
      details.addEventListener('toggle', () => {
        if (details.open === (channel.state.folds[key] ?? fold === 'open')) return;
        channel.keep({ folds: { ...channel.state.folds, [key]: details.open } });
      });
      this.element = details;
    } else {
      this.element = element('section', {}, this.heading, this.body);
    }
  }

  get controls(): Iterable<Control> {
    return this.shown.values();
  }

  update({ title, fields, isOff }: Section, about: Omit<Shown, 'isOff'>): void {
    showText(this.heading, title);
    attributes(this.element, { 'aria-labelledby': title === '' ? null : this.heading.id });
    const keys = new Set(fields.map(controlKey));
    for (const key of [...this.shown.keys()]) if (!keys.has(key)) this.shown.delete(key);
    const elements = fields.map((field) => {
      const key = controlKey(field);
      const control = this.shown.get(key) ?? controlFor(field, this.channel);
      this.shown.set(key, control);
      control.update(field, { ...about, isOff });
      return control.element;
    });
    arrange(this.body, elements);
  }
}
