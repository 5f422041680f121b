import type { Chosen, Control } from '../../model/picture';
import { attributes, element, newElementId, showText } from '../element';
import type { Channel } from './channel';
import { Offers } from './offers';
import { PairsInput } from './pairsInput';

/** What a person fills in, without its label. */
interface Input<C extends Control> {
  readonly element: HTMLElement;
  /** Of what the label is about. */
  readonly labelled: HTMLElement;
  show(control: C): void;
}

/** A setting with its label and what is wrong with it. */
export interface ControlView {
  readonly element: HTMLElement;
  show(control: Control, answered: number): void;
  refuse(why: string): void;
}

/** @param control says which kind it is; that doesn't change */
export function controlView(control: Control, channel: Channel): ControlView {
  let told = 0;
  const tell = (value: Chosen[string]): void => void (told = channel.set(control.name, value));
  const { element: input, labelled, show } = inputOf(control, channel, tell) as Input<Control>;
  labelled.id = newElementId();
  const label = element('label', { htmlFor: labelled.id });
  const error = element('p', { className: 'error', id: `${labelled.id}-error`, hidden: true });
  error.setAttribute('role', 'alert');
  const isFlag = control.kind === 'flag';
  const whole = element(
    'div',
    { className: `control ${control.kind}` },
    ...(isFlag ? [input, label] : [label, input]),
    error,
  );
  return {
    element: whole,
    show: (now, answered) => {
      showText(label, now.label);
      whole.title = now.off ?? now.about;
      labelled.toggleAttribute('disabled', now.off !== undefined);
      // What was changed since stays as it is: the next one knows of it.
      if (answered >= told) show(now);
    },
    refuse: (why) => {
      showText(error, why);
      attributes(labelled, {
        'aria-invalid': why === '' ? null : 'true',
        'aria-describedby': why === '' ? null : error.id,
      });
    },
  };
}

function inputOf(control: Control, channel: Channel, tell: (value: Chosen[string]) => void): Input<never> {
  switch (control.kind) {
    case 'choice': {
      const select = element('select');
      select.addEventListener('change', () => tell(select.value));
      return {
        element: select,
        labelled: select,
        show: ({ options, value }: Extract<Control, { kind: 'choice' }>) => {
          const made = options.map(({ id, label }) => element('option', { value: id }, label));
          const isSame = JSON.stringify(options) === select.dataset['options'];
          if (!isSame) select.replaceChildren(...made);
          select.dataset['options'] = JSON.stringify(options);
          select.value = value;
        },
      };
    }
    case 'flag': {
      const box = element('input', { type: 'checkbox' });
      box.addEventListener('change', () => tell(box.checked));
      return {
        element: box,
        labelled: box,
        show: ({ value }: Extract<Control, { kind: 'flag' }>) => void (box.checked = value),
      };
    }
    case 'pairs': {
      const pairs = new PairsInput(control.label, channel, tell);
      return pairs;
    }
    default: {
      const field = element('input', { type: 'text', spellcheck: false, autocomplete: 'off' });
      if (control.kind === 'number') field.inputMode = 'numeric';
      field.addEventListener('change', () => tell(field.value.trim()));
      const offers = new Offers(field);
      let shown = '';
      return {
        element: element('div', {}, field, offers.element),
        labelled: field,
        show: ({ value, hint, offers: offered = [] }: Extract<Control, { kind: 'text' | 'date' | 'number' }>) => {
          field.placeholder = hint;
          offers.show(offered);
          // What is being typed stays, whatever comes meanwhile.
          const isTyped = document.activeElement === field && field.value !== shown;
          shown = value;
          if (!isTyped && field.value !== value) field.value = value;
        },
      };
    }
  }
}
