import type { About } from '../../model/form';
import type { Channel } from './channel';
import { element } from '../element';

/** What is known of a thing that is chosen, or may be: its description, its examples. */
export function aboutParts({ words }: Channel, { description, examples = [] }: About): readonly HTMLElement[] {
  return [
    ...(description === undefined ? [] : [element('p', {}, description)]),
    ...(examples.length === 0
      ? []
      : [
          element('p', { className: 'label' }, words.examples),
          element('ul', {}, ...examples.map((example) => element('li', {}, example))),
        ]),
  ];
}
