import type { Control, PictureProblem } from '../../model/picture';
import { arrange, element } from '../element';
import type { Channel } from './channel';
import { controlView, type ControlView } from './controlViews';

/** The settings of a picture: the first at once, all others folded. */
export class Controls {
  readonly element: HTMLElement;
  private readonly views = new Map<string, ControlView>();
  private readonly first = element('div', { className: 'controls' });
  private readonly others = element('div', { className: 'controls' });
  private readonly more: HTMLDetailsElement;

  constructor(private readonly channel: Channel) {
    const reset = element('button', { type: 'button', className: 'action' }, channel.text('reset'));
    reset.addEventListener('click', () => channel.reset());
    this.more = element('details', { open: channel.kept('settings') === true });
    this.more.append(element('summary', {}, channel.text('more')), this.others, reset);
    this.more.addEventListener('toggle', () => channel.keep('settings', this.more.open));
    this.element = element('form', {}, this.first, this.more);
    this.element.setAttribute('aria-label', channel.text('settings'));
    this.element.addEventListener('submit', (event) => event.preventDefault());
  }

  /** Whether what is wrong with a setting is said at its control. */
  has(setting: string | undefined): boolean {
    return setting !== undefined && this.views.has(setting);
  }

  /** @param answered the number of the last change that these know of: where a newer one was told, they are left as they are */
  show(controls: readonly Control[], answered: number, problem: PictureProblem | undefined): void {
    const elements = { first: [] as HTMLElement[], others: [] as HTMLElement[] };
    for (const control of controls) {
      let view = this.views.get(control.name);
      if (!view) this.views.set(control.name, (view = controlView(control, this.channel)));
      view.show(control, answered);
      view.refuse(problem?.setting === control.name ? problem.text : '');
      (control.isFirst ? elements.first : elements.others).push(view.element);
      if (problem?.setting === control.name && !control.isFirst) this.more.open = true;
    }
    arrange(this.first, elements.first);
    arrange(this.others, elements.others);
  }
}
