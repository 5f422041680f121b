import type { VscodeTextarea } from '@vscode-elements/elements/dist/vscode-textarea/vscode-textarea.js';
import type { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/vscode-textfield.js';
import type { TextField } from '../../model/form';
import type { Spot } from '../../model/formMessages';
import type { Channel } from './channel';
import type { Control, Shown } from './control';
import { element } from '../element';
import { Frame } from './frame';

/** In heights of a line. */
const FEWEST_LINES = '2.9lh';
const MOST_LINES = '10lh';

/** A field that is typed into. Its text goes to the panel when one leaves it, or by Enter (with Ctrl where Enter begins a line). */
export class TextControl implements Control<TextField> {
  private readonly input: VscodeTextfield | VscodeTextarea;
  private readonly swatch = element('span', { className: 'swatch', hidden: true });
  private readonly frame: Frame;
  private spot: Spot | undefined;
  /** What the panel said last. */
  private value = '';
  /** What needn't be told: shown by the panel, or told already. */
  private settled = '';
  private pending: number | undefined;

  constructor(
    private readonly channel: Channel,
    private readonly lines: TextField['lines'],
  ) {
    this.input = document.createElement(lines === 'one' ? 'vscode-textfield' : 'vscode-textarea');
    this.frame = new Frame(element('div', { className: 'typed' }, this.input, this.swatch));
    this.input.id = this.frame.id;
    this.input.addEventListener('focusout', () => this.commit());
    if (lines !== 'one') void this.input.updateComplete.then(() => this.fit());
    this.input.addEventListener('keydown', (event) => this.pressed(event as KeyboardEvent));
  }

  get element(): HTMLElement {
    return this.frame.element;
  }

  get isChanged(): boolean {
    return this.input.value !== this.settled;
  }

  update(field: TextField, { subject, isOff, answered }: Shown): void {
    this.spot = { subject, field: field.key };
    this.frame.show(field.label);
    this.input.label = field.label;
    this.input.disabled = isOff;
    this.input.placeholder = field.hint;
    this.swatch.hidden = field.color === undefined;
    this.swatch.style.backgroundColor = field.color ?? '';
    this.value = field.value;
    if (this.pending !== undefined && answered < this.pending) return;
    this.pending = undefined;
    if (!this.isChanged && !this.isRefused) this.show(field.value);
  }

  refuse(change: number, why: string): boolean {
    if (change !== this.pending) return false;
    this.pending = undefined;
    this.mark(why);
    return true;
  }

  commit(): void {
    if (!this.spot || !this.isChanged) return;
    this.mark('');
    this.settled = this.input.value;
    this.pending = this.channel.change(this.spot, 'set', this.input.value);
  }

  revert(): boolean {
    if (!this.isChanged && !this.isRefused) return false;
    this.reset();
    return true;
  }

  reset(): void {
    this.pending = undefined;
    this.mark('');
    this.settled = this.input.value;
    this.show(this.value);
  }

  focus(): void {
    this.input.focus();
  }

  private get isRefused(): boolean {
    return this.input.invalid;
  }

  private pressed(event: KeyboardEvent): void {
    if (isForWorkbench(event)) return this.commit();
    if (event.key !== 'Enter' || event.isComposing) return;
    if (this.lines !== 'one' && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.commit();
  }

  /** Shows a text without moving the cursor of somebody who is there. */
  private show(text: string): void {
    this.settled = text;
    if (this.input.value === text) return;
    const inner = this.inner;
    const [start, end] = [inner?.selectionStart ?? 0, inner?.selectionEnd ?? 0];
    this.input.value = text;
    if (this.input.matches(':focus-within')) {
      void this.input.updateComplete.then(() => this.inner?.setSelectionRange(start, end));
    }
  }

  /** A text gets as many lines as it takes, within bounds. */
  private fit(): void {
    const { inner } = this;
    if (!inner) return;
    inner.style.setProperty('field-sizing', 'content');
    Object.assign(inner.style, { height: 'auto', minHeight: FEWEST_LINES, maxHeight: MOST_LINES });
  }

  private mark(why: string): void {
    this.frame.refuse(why);
    this.input.invalid = why !== '';
    void this.input.updateComplete.then(() => this.describe());
  }

  /** The inner element is what a screen reader reads: it lies in a tree of its own, to which no id outside leads. */
  private describe(): void {
    const { inner, isRefused } = this;
    if (!inner) return;
    inner.ariaInvalid = isRefused ? 'true' : null;
    if ('ariaDescribedByElements' in inner) inner.ariaDescribedByElements = isRefused ? [this.frame.error] : null;
    else (inner as HTMLElement).ariaDescription = isRefused ? this.frame.error.textContent : null;
  }

  private get inner(): HTMLInputElement | HTMLTextAreaElement | null {
    return this.input.wrappedElement;
  }
}

/** With Ctrl, these are for the text. */
const editing = new Set(
  'a c v x y z Backspace Delete Enter Home End ArrowLeft ArrowRight ArrowUp ArrowDown'.split(' '),
);

/** Whether a key is one of VS Code's: it may hide the view, and then it is too late to tell what was typed. */
function isForWorkbench({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (/^F\d+$/u.test(key)) return true;
  // AltGr types characters, and looks like Ctrl with Alt.
  if (!metaKey && (!ctrlKey || altKey)) return false;
  return !editing.has(key.length === 1 ? key.toLowerCase() : key);
}
