import type { Form, Section, Subject } from '../../model/form';
import type { Channel } from './channel';
import type { Control } from './control';
import { arrange, element, showText } from '../element';
import { HeadView } from './headView';
import { SectionView } from './sectionView';

/** The whole form, or the words that say why there is none. */
export class FormView {
  readonly element: HTMLElement;
  private readonly head: HeadView;
  private readonly sections = new Map<string, SectionView>();
  private readonly body = element('div', { className: 'sections' });
  private readonly nothing = element('p', { className: 'nothing', hidden: true });
  private form: Form | undefined;
  private wantsFocus = document.hasFocus();

  constructor(private readonly channel: Channel) {
    this.head = new HeadView(channel);
    this.element = element('main', { hidden: true }, this.nothing, this.head.element, this.body);
  }

  get subject(): Subject | undefined {
    return this.form?.subject;
  }

  /** What is typed now, or was last. */
  get focused(): Control | undefined {
    return this.controls().find((control) => control.element.matches(':focus-within'));
  }

  show(form: Form, answered: number): void {
    const before = this.form?.subject;
    const { subject } = form;
    const isOther = before?.article !== subject.article || before.annotation !== subject.annotation;
    if (isOther) {
      // What is typed is of what was shown till now.
      this.commit();
      for (const control of this.controls()) control.reset();
      if (this.form?.sections[0]?.key !== form.sections[0]?.key) scrollTo(0, 0);
    }
    this.form = form;
    this.open('');
    this.head.update(form);
    const keys = new Set(form.sections.map(sectionKey));
    for (const key of [...this.sections.keys()]) if (!keys.has(key)) this.sections.delete(key);
    const elements = form.sections.map((section) => {
      const key = sectionKey(section);
      const view = this.sections.get(key) ?? new SectionView(this.channel, section);
      this.sections.set(key, view);
      view.update(section, { subject, answered });
      return view.element;
    });
    arrange(this.body, elements);
    if (this.wantsFocus) this.focusIfNowhere();
  }

  showNothing(text: string): void {
    this.commit();
    this.form = undefined;
    this.sections.clear();
    this.body.replaceChildren();
    this.open(text);
  }

  refuse(change: number, why: string): void {
    this.controls().some((control) => control.refuse(change, why));
  }

  commit(): void {
    for (const control of this.controls()) control.commit();
  }

  /** Takes back what is typed where the focus is; false where nothing is. */
  revert(): boolean {
    return this.focused?.revert() ?? false;
  }

  /** Where the view has the focus and nothing in it has: gives it to the first field that can be changed, else to what can have
   * it. Waits for a form where there is none yet. */
  focusIfNowhere(): void {
    this.wantsFocus = this.form === undefined;
    if (!this.wantsFocus && document.activeElement === document.body) this.focusFirst();
  }

  private focusFirst(): void {
    const first = this.element.querySelector<HTMLElement>(
      '.field vscode-textfield:not([disabled]), .field vscode-textarea:not([disabled]), .field input:not([disabled])',
    );
    (first ?? this.element.querySelector<HTMLElement>('select:not([hidden]), button:not([hidden]), summary'))?.focus();
  }

  private open(nothing: string): void {
    this.element.hidden = false;
    showText(this.nothing, nothing);
    this.head.element.hidden = nothing !== '';
    this.body.hidden = nothing !== '';
  }

  private controls(): readonly Control[] {
    return [...this.sections.values()].flatMap((section) => [...section.controls]);
  }
}

/** Sections of one key are shown by one view, as long as they fold alike. */
function sectionKey({ key, fold }: Section): string {
  return `${fold ?? ''} ${key}`;
}
