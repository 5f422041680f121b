import type { Form, Notice } from '../../model/form';
import type { Channel } from './channel';
import { arrange, attributes, element, newElementId, showText } from '../element';

/** What a form is about, what else is at the cursor, and what one should know before the fields. */
export class HeadView {
  readonly element: HTMLElement;
  private readonly title = element('h1');
  private readonly here = element('select', { id: newElementId() });
  private readonly quotation = element('button', { type: 'button', className: 'link quotation' });
  private readonly notices = element('div', { className: 'notices' });
  private form: Form | undefined;

  constructor(private readonly channel: Channel) {
    this.element = element('header', {}, this.title, this.here, this.quotation, this.notices);
    this.here.addEventListener('change', () => this.choose());
    this.quotation.addEventListener('click', () => {
      if (this.form) channel.tell({ type: 'goTo', subject: this.form.subject });
    });
  }

  update(form: Form): void {
    this.form = form;
    const { here, shown, quotation, notices } = form;
    const isOne = here.length === 1;
    showText(this.title, isOne ? (here[0]?.label ?? '') : '');
    this.here.hidden = isOne;
    attributes(this.here, { 'aria-label': this.channel.words.shown });
    const labels = here.map(({ label }, index) => (isOne ? label : `${index + 1}/${here.length} ${label}`));
    if (labels.join('\n') !== [...this.here.options].map(({ text }) => text).join('\n')) {
      this.here.replaceChildren(...labels.map((label, index) => element('option', { value: String(index) }, label)));
    }
    this.here.selectedIndex = shown;
    this.here.title = here[shown]?.label ?? '';
    showText(this.quotation, quotation);
    this.showNotices(notices);
  }

  private choose(): void {
    const chosen = this.form?.here[this.here.selectedIndex];
    if (!this.form || !chosen) return;
    const { article } = this.form.subject;
    const { annotation } = chosen;
    const subject = { article, ...(annotation === undefined ? {} : { annotation }) };
    this.channel.keep({ wanted: { subject, cursor: this.form.cursor } });
    this.channel.tell({ type: 'show', subject });
  }

  /** Those that stay as they are aren't made anew: their buttons may have the focus. */
  private showNotices(notices: readonly Notice[]): void {
    const present = new Map([...this.notices.children].map((child) => [child.getAttribute('data-notice'), child]));
    arrange(
      this.notices,
      notices.map((notice) => present.get(JSON.stringify(notice)) ?? this.noticeOf(notice)),
    );
  }

  private noticeOf(notice: Notice): HTMLElement {
    const { text, isProblem, action } = notice;
    const made = element('div', { className: isProblem ? 'notice problem' : 'notice' }, element('p', {}, text));
    attributes(made, { 'data-notice': JSON.stringify(notice) });
    if (!action) return made;
    const button = element('button', { type: 'button', className: 'action' }, action.label);
    button.addEventListener('click', () => {
      if (this.form) this.channel.tell({ type: 'act', subject: this.form.subject, does: action.does });
    });
    made.append(button);
    return made;
  }
}
