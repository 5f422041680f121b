import type { Control, Option } from '../../model/picture';
import { element } from '../element';
import type { Channel } from './channel';

type Pairs = Extract<Control, { kind: 'pairs' }>;

/** Several texts VARIABLE=VALUE, each to be removed, and a row to add another one. */
export class PairsInput {
  readonly element: HTMLElement;
  readonly labelled = element('select', { className: 'variable' });
  private readonly list = element('ul');
  private readonly typed = element('input', { type: 'text', spellcheck: false, autocomplete: 'off' });
  private readonly add: HTMLButtonElement;
  private pairs: readonly string[] = [];

  /** @param tell is given all pairs after each change */
  constructor(
    label: string,
    private readonly channel: Channel,
    private readonly tell: (pairs: readonly string[]) => void,
  ) {
    this.typed.setAttribute('aria-label', channel.text('value', label));
    this.add = element('button', { type: 'button', className: 'small' }, channel.text('add'));
    this.add.setAttribute('aria-label', channel.text('addTo', label));
    this.add.addEventListener('click', () => this.take());
    this.typed.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.take();
    });
    const row = element('div', { className: 'pair' }, this.labelled, this.typed, this.add);
    this.element = element('div', {}, this.list, row);
  }

  readonly show = ({ value, options }: Pairs): void => {
    this.pairs = value;
    this.list.replaceChildren(...value.map((pair) => this.row(pair, options)));
    if (JSON.stringify(options) === this.labelled.dataset['options']) return;
    const chosen = this.labelled.value;
    this.labelled.dataset['options'] = JSON.stringify(options);
    this.labelled.replaceChildren(...options.map(({ id, label }) => element('option', { value: id }, label)));
    if (options.some(({ id }) => id === chosen)) this.labelled.value = chosen;
  };

  private row(pair: string, options: readonly Option[]): HTMLElement {
    const at = pair.indexOf('=');
    const name = options.find(({ id }) => id === pair.slice(0, at))?.label ?? pair.slice(0, at);
    const shown = `${name}: ${pair.slice(at + 1)}`;
    const remove = element('button', { type: 'button', className: 'small' }, '×');
    remove.setAttribute('aria-label', this.channel.text('remove', shown));
    remove.addEventListener('click', () => this.change(this.pairs.filter((other) => other !== pair)));
    return element('li', {}, shown, ' ', remove);
  }

  private take(): void {
    const value = this.typed.value.trim();
    const pair = `${this.labelled.value}=${value}`;
    if (value === '' || this.pairs.includes(pair)) return;
    this.typed.value = '';
    this.change([...this.pairs, pair]);
    this.typed.focus();
  }

  private change(pairs: readonly string[]): void {
    this.pairs = pairs;
    this.tell(pairs);
  }
}
