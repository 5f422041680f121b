import { element, newElementId } from '../element';
import type { Channel } from './channel';

/** In which format, and the buttons that save and that copy the command line which makes the same file. */
export class SaveBar {
  readonly element: HTMLElement;

  constructor(channel: Channel) {
    const id = newElementId();
    const format = element('select', { id });
    format.append(...channel.words.formats.map((one) => element('option', { value: one.id }, one.label)));
    const kept = channel.kept('format');
    if (channel.words.formats.some((one) => one.id === kept)) format.value = String(kept);
    format.addEventListener('change', () => channel.keep('format', format.value));
    const button = (name: string, type: 'save' | 'copyCommand'): HTMLElement => {
      const made = element('button', { type: 'button', className: 'action' }, channel.text(name));
      made.addEventListener('click', () => channel.tell({ type, format: format.value }));
      return made;
    };
    const label = element('label', { htmlFor: id }, channel.text('saveAs'));
    this.element = element(
      'div',
      { className: 'saving' },
      ...[label, format, button('save', 'save'), button('copy', 'copyCommand')],
    );
  }
}
