import { element, newElementId, showText } from '../element';

/** What stands around a field: its label above, what is wrong below. */
export class Frame {
  readonly element: HTMLElement;
  /** Of what is labelled. */
  readonly id = newElementId();
  readonly label = element('label', { className: 'label', htmlFor: this.id });
  readonly error = element('p', { className: 'error', id: `${this.id}-error`, hidden: true });

  constructor(...content: readonly HTMLElement[]) {
    // An alert is said at once by a screen reader when its text comes.
    this.error.setAttribute('role', 'alert');
    this.element = element('div', { className: 'field' }, this.label, ...content, this.error);
  }

  show(label: string): void {
    showText(this.label, label);
  }

  refuse(why: string): void {
    showText(this.error, why);
    this.element.classList.toggle('refused', why !== '');
  }
}
