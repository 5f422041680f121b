import type { Field } from '../../model/form';
import type { Channel } from './channel';
import { ChoiceControl } from './choiceControl';
import type { Control } from './control';
import { FactControl } from './factControl';
import { SeveralControl } from './severalControl';
import { TextControl } from './textControl';

/** Makes what shows a field. */
export function controlFor(field: Field, channel: Channel): Control {
  switch (field.kind) {
    case 'text':
      return new TextControl(channel, field.lines) as Control;
    case 'choice':
      return new ChoiceControl(channel) as Control;
    case 'several':
      return new SeveralControl(channel) as Control;
    case 'fact':
      return new FactControl() as Control;
  }
}

/** Fields of one key are shown by one control, as long as it can: a text that gets a second line needs another. */
export function controlKey(field: Field): string {
  return `${field.kind === 'text' ? field.lines : field.kind} ${field.key}`;
}
