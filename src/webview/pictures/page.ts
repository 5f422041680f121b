import type { PictureProblem, ToPicture } from '../../model/picture';
import { arrange, element, showText } from '../element';
import { Channel, type Host } from './channel';
import { Controls } from './controls';
import { DataTables } from './dataTables';
import { pngOf } from './png';
import { SaveBar } from './saveBar';
import type { MakeView, PictureView } from './view';

declare function acquireVsCodeApi(): Host;

/** Begins a picture's page: controls, the picture, its settings in words, and the same as a table. */
export function startPicture(make: MakeView): void {
  const channel = new Channel(acquireVsCodeApi());
  let page: Page | undefined;
  addEventListener('message', ({ data }: MessageEvent<ToPicture>) => {
    if (data.type === 'words') {
      channel.hear(data.words);
      document.title = data.words.title;
      page = new Page(channel, make(channel));
      document.body.replaceChildren(...page.elements);
    } else page?.take(data);
  });
  channel.tell({ type: 'ready' });
}

class Page {
  private readonly controls: Controls;
  private readonly tables: DataTables;
  private readonly problem = element('p', { className: 'problem' });
  private readonly working = element('p', { className: 'working' });
  private readonly stop = element('button', { type: 'button', className: 'link', hidden: true });
  private readonly said = element('p', { className: 'said' });
  private readonly filter = element('p', { className: 'filter', hidden: true });
  private readonly caption = element('figcaption');
  private readonly figure: HTMLElement;
  readonly elements: readonly HTMLElement[];

  constructor(
    private readonly channel: Channel,
    private readonly view: PictureView,
  ) {
    this.controls = new Controls(channel);
    this.tables = new DataTables(channel);
    for (const live of [this.problem, this.working, this.said]) {
      live.setAttribute('role', 'status');
      showText(live, '');
    }
    this.stop.textContent = channel.text('stop');
    this.stop.addEventListener('click', () => {
      this.showWorking('');
      channel.tell({ type: 'stop' });
    });
    this.figure = element('figure', {}, view.element, this.caption);
    const above = element(
      'div',
      { className: 'above' },
      this.controls.element,
      this.filter,
      this.problem,
      element('div', { className: 'work' }, this.working, this.stop),
    );
    const below = element('div', { className: 'below' }, new SaveBar(channel).element, this.said);
    this.elements = [above, this.figure, below, this.tables.element];
  }

  take(message: Exclude<ToPicture, { type: 'words' }>): void {
    switch (message.type) {
      case 'working':
        return this.showWorking(this.channel.text('working', Math.round(message.share * 100)));
      case 'said':
        return showText(this.said, message.text);
      case 'draw':
        return this.draw(message.request, message.format);
      case 'picture': {
        this.channel.keepShown(message);
        this.showWorking('');
        showText(this.said, '');
        this.controls.show(message.controls, message.answered, message.problem);
        this.showProblem(message.problem);
        this.showFilter(message.filter);
        arrange(
          this.caption,
          message.caption.map((text) => element('p', {}, text)),
        );
        // Of settings that can't be, the picture stays hidden: it would be another one than the controls say.
        this.view.element.hidden = message.data === undefined;
        if (message.data !== undefined) this.view.show(message.data, message.caption, message.days);
        this.tables.show(message.data === undefined ? [] : this.view.tables());
      }
    }
  }

  private showWorking(text: string): void {
    showText(this.working, text);
    this.stop.hidden = text === '';
  }

  /** One that is about a setting stands at its control. */
  private showProblem(problem: PictureProblem | undefined): void {
    showText(this.problem, problem && !this.controls.has(problem.setting) ? problem.text : '');
  }

  private showFilter(days: string): void {
    this.filter.hidden = days === '';
    const all = element('button', { type: 'button', className: 'link' }, this.channel.text('allDays'));
    all.addEventListener('click', () => this.channel.tell({ type: 'filter' }));
    this.filter.replaceChildren(days, ' ', all);
  }

  private draw(request: number, format: string): void {
    const send = (content: string): void => this.channel.tell({ type: 'drawn', request, content });
    const svg = this.view.svg();
    if (format === 'svg') send(svg);
    else pngOf(svg).then(send, () => send(''));
  }
}
