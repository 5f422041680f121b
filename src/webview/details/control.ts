import type { Field, Subject } from '../../model/form';

/** What a field is shown with. */
export interface Shown {
  readonly subject: Subject;
  readonly isOff: boolean;
  /** The number of the last change that the form knows of. */
  readonly answered: number;
}

/** One field of the form on the page. */
export interface Control<F extends Field = Field> {
  readonly element: HTMLElement;
  /** Whether something was typed that the panel wasn't told of yet. */
  readonly isChanged: boolean;
  /** Shows what the panel says of the field; what is being typed stays. */
  update(field: F, shown: Shown): void;
  /** Says why a change was refused, where it was one of this field. */
  refuse(change: number, why: string): boolean;
  /** Tells the panel what was typed. */
  commit(): void;
  /** Takes back what was typed; false where nothing was. */
  revert(): boolean;
  /** Forgets what was typed: the form is about something else now. */
  reset(): void;
  focus(): void;
}
