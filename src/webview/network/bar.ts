import type { NetworkPicture } from '../../analysis/network/picture';
import { element, newElementId, showText } from '../element';
import type { Channel } from '../pictures/channel';
import { svg } from '../pictures/svgElement';

/** What the bar's buttons do. */
export interface Barred {
  /** Tells what is looked for; gives how many fit. */
  search(words: string): number;
  /** The next one that fits. */
  next(): void;
  larger(): void;
  smaller(): void;
  all(): void;
  again(): void;
}

/** The bar above the picture: search, scale, and which window of time. */
export class Bar {
  readonly element: HTMLElement;
  private readonly found = element('span', { className: 'found', hidden: true });
  private readonly searched = element('input', { type: 'search', spellcheck: false });
  private readonly window = element('div', { className: 'window', hidden: true });
  private readonly slider = element('input', { type: 'range', min: '1', step: '1', id: newElementId() });
  private readonly days = element('output');

  constructor(
    private readonly channel: Channel,
    private readonly does: Barred,
  ) {
    this.searched.placeholder = channel.text('search');
    this.searched.setAttribute('aria-label', channel.text('search'));
    this.found.setAttribute('role', 'status');
    this.searched.addEventListener('input', () => this.search());
    this.searched.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      does.next();
    });
    const button = (name: string, lines: string, run: () => void): HTMLElement => {
      const drawing = svg('svg', { viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true' });
      drawing.append(svg('path', { d: lines, fill: 'none', stroke: 'currentColor', 'stroke-width': '1.2' }));
      const made = element('button', { type: 'button', className: 'small', title: channel.text(name) });
      made.append(drawing);
      made.setAttribute('aria-label', channel.text(name));
      made.addEventListener('click', run);
      return made;
    };
    this.slider.addEventListener('change', () => channel.set('at', this.slider.value));
    const label = element('label', { htmlFor: this.slider.id }, channel.text('window'));
    this.window.append(label, this.slider, this.days);
    this.element = element(
      'div',
      { className: 'bar' },
      ...[this.searched, this.found],
      button('larger', 'M8 3V13M3 8H13', () => does.larger()),
      button('smaller', 'M3 8H13', () => does.smaller()),
      button('all', 'M2 6V2H6M10 2H14V6M14 10V14H10M6 14H2V10', () => does.all()),
      button('again', 'M13 3V6H10M12.6 6A5 5 0 1 0 13 9.5', () => does.again()),
      this.window,
    );
  }

  show({ windows }: NetworkPicture): void {
    this.window.hidden = windows === undefined;
    if (windows) {
      const now = windows.all[windows.at] ?? '';
      this.slider.max = String(windows.all.length);
      this.slider.value = String(windows.at + 1);
      this.slider.setAttribute('aria-valuetext', now);
      this.days.textContent = `${now} (${windows.at + 1}/${windows.all.length})`;
    }
    this.search();
  }

  private search(): void {
    const words = this.searched.value.trim();
    const count = this.does.search(words);
    showText(this.found, words === '' ? '' : this.channel.text('found', count));
  }
}
