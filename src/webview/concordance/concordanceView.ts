import type { ConcordanceData, ConcordanceLine } from '../../analysis/concordance/concordance';
import type { TableData } from '../../model/picture';
import { element } from '../element';
import type { Channel } from '../pictures/channel';
import type { PictureView } from '../pictures/view';

/** Lines that are drawn at once. */
const AT_ONCE = 300;

/** The columns, which are also what lines are sorted by, and the keys that do. */
const columns = [
  { sort: 'left', key: 'l' },
  { sort: 'keyword', key: 'k' },
  { sort: 'right', key: 'r' },
  { sort: 'article', key: 'a' },
] as const;

/** Keywords in their contexts, one below the other, and a way to each place. */
export class ConcordanceView implements PictureView {
  readonly element: HTMLElement;
  private readonly table = element('div', { className: 'lines' });
  private readonly more: HTMLButtonElement;
  private lines: readonly ConcordanceLine[] = [];
  private sort = '';
  private places: readonly HTMLElement[] = [];
  private drawn = AT_ONCE;
  private at = 0;

  constructor(private readonly channel: Channel) {
    this.table.setAttribute('role', 'table');
    this.table.setAttribute('aria-label', channel.text('lines'));
    this.more = element('button', { type: 'button', className: 'action' });
    this.more.addEventListener('click', () => {
      const first = this.drawn;
      this.drawn += AT_ONCE * 5;
      this.draw();
      this.places[first]?.focus();
    });
    this.table.addEventListener('click', ({ target }) => this.go(this.lineOf(target)));
    this.table.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !this.take(event)) return;
      event.preventDefault();
    });
    const keys = element('p', { className: 'keys' }, channel.text('keys'));
    this.element = element('div', { className: 'concordance' }, this.table, this.more, keys);
  }

  show(data: unknown): void {
    const focused = document.activeElement;
    const known = this.lines[this.lineOf(focused) ?? -1];
    const head = focused instanceof HTMLElement ? focused.dataset['sort'] : undefined;
    ({ lines: this.lines, sort: this.sort } = data as ConcordanceData);
    this.drawn = AT_ONCE;
    this.draw();
    this.stand(0);
    if (head !== undefined) this.table.querySelector<HTMLElement>(`[data-sort='${head}']`)?.focus();
    if (!known) return;
    const again = this.lines.findIndex(({ key, start }) => key === known.key && start === known.start);
    this.places[Math.max(0, again)]?.focus();
  }

  tables(): readonly TableData[] {
    return []; // it is one
  }

  svg(): string {
    return '';
  }

  private draw(): void {
    const heads = [
      ...columns.map(({ sort }) => this.head(sort)),
      cell('columnheader', 'number', this.channel.text('line')),
    ];
    const rows = this.lines.slice(0, this.drawn).map((line, at) => this.row(line, at));
    this.table.replaceChildren(row('head', ...heads), ...rows.map(({ whole }) => whole));
    this.places = rows.map(({ place }) => place);
    const left = this.lines.length - this.places.length;
    this.more.hidden = left === 0;
    this.more.textContent = this.channel.text('moreRows', left);
  }

  private head(sort: string): HTMLElement {
    const button = element('button', { type: 'button', className: 'sort' }, this.channel.text(sort));
    button.dataset['sort'] = sort;
    button.title = this.channel.text('sortBy', this.channel.text(sort));
    button.addEventListener('click', () => this.channel.set('sort', sort));
    const made = cell('columnheader', sort, button);
    made.setAttribute('aria-sort', sort === this.sort ? 'ascending' : 'none');
    return made;
  }

  private row(line: ConcordanceLine, at: number): { readonly whole: HTMLElement; readonly place: HTMLElement } {
    const { left, keyword, right, path } = line;
    const place = element('button', { type: 'button', className: 'link', tabIndex: -1 }, keyword);
    place.addEventListener('focus', () => this.stand(at));
    const article = cell('cell', 'article', path.slice(path.lastIndexOf('/') + 1));
    article.title = path;
    const whole = row(
      'line',
      cell('cell', 'left', element('span', {}, left)),
      cell('cell', 'keyword', place),
      cell('cell', 'right', right),
      article,
      cell('cell', 'number', String(line.line)),
    );
    whole.dataset['at'] = String(at);
    return { whole, place };
  }

  private stand(at: number): void {
    const before = this.places[this.at];
    if (before) before.tabIndex = -1;
    this.at = at;
    const now = this.places[at];
    if (now) now.tabIndex = 0;
  }

  private lineOf(target: EventTarget | null): number | undefined {
    const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset['at'] : undefined;
    return at === undefined ? undefined : Number(at);
  }

  private go(at: number | undefined): void {
    const line = at === undefined ? undefined : this.lines[at];
    if (line) this.channel.tell({ type: 'place', article: line.key, start: line.start, end: line.end });
  }

  private take({ key, target }: KeyboardEvent): boolean {
    const sort = columns.find((column) => column.key === key.toLowerCase())?.sort;
    if (sort) this.channel.set('sort', sort);
    else {
      const here = this.lineOf(target);
      const last = this.places.length - 1;
      const to = { ArrowUp: (here ?? 0) - 1, ArrowDown: (here ?? -1) + 1, Home: 0, End: last }[key];
      if (to === undefined || here === undefined) return false;
      this.places[Math.min(last, Math.max(0, to))]?.focus();
    }
    return true;
  }
}

function row(className: string, ...cells: readonly HTMLElement[]): HTMLElement {
  const made = element('div', { className }, ...cells);
  made.setAttribute('role', 'row');
  return made;
}

function cell(role: string, className: string, ...children: readonly (Node | string)[]): HTMLElement {
  const made = element('div', { className }, ...children);
  made.setAttribute('role', role);
  return made;
}
