import type { FactField } from '../../model/form';
import type { Control } from './control';
import { element, showText } from '../element';

/** What can only be read. */
export class FactControl implements Control<FactField> {
  readonly isChanged = false;
  private readonly label = element('dt', { className: 'label' });
  private readonly value = element('dd');
  readonly element = element('dl', { className: 'field fact' }, this.label, this.value);

  update({ label, value }: FactField): void {
    showText(this.label, label);
    showText(this.value, value);
  }

  refuse(): boolean {
    return false;
  }

  commit(): void {
    // Nothing is typed here.
  }

  revert(): boolean {
    return false;
  }

  reset(): void {
    // Nothing is typed here.
  }

  focus(): void {
    // It can't have the focus.
  }
}
