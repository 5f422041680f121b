import type { TableData, TableRow } from '../../model/picture';
import { element } from '../element';
import type { Channel } from './channel';

/** Letters of a text that stays on one line. */
const SHORT = 12;
/** Rows that are drawn at once. */
const AT_ONCE = 100;

/** One table, sorted by the column that the person chooses; of many rows the first, and more when asked for. */
export class DataTable {
  readonly element = element('section');
  private sorted: { readonly column: number; readonly down: boolean } | undefined;
  private shown = AT_ONCE;

  constructor(
    private readonly channel: Channel,
    private data: TableData,
  ) {
    this.draw();
  }

  /** Shows other data; what had the focus has it again. */
  show(data: TableData): void {
    const focused = this.buttons().indexOf(document.activeElement as HTMLButtonElement);
    this.data = data;
    this.draw();
    this.buttons()[focused]?.focus();
  }

  private buttons(): readonly HTMLButtonElement[] {
    return [...this.element.querySelectorAll('button')];
  }

  private draw(): void {
    const { title, columns } = this.data;
    const rows = this.rows();
    const body = element('tbody', {}, ...rows.slice(0, this.shown).map((row) => this.row(row)));
    const head = element('tr', {}, ...columns.map((label, column) => this.head(label, column)));
    const caption = element('caption', {}, `${title} (${rows.length.toLocaleString(document.documentElement.lang)})`);
    const table = element('table', {}, caption, element('thead', {}, head), body);
    this.element.replaceChildren(element('div', { className: 'scrolled' }, table));
    const left = rows.length - this.shown;
    if (left <= 0) return;
    const more = element('button', { type: 'button', className: 'action' }, this.channel.text('moreRows', left));
    more.addEventListener('click', () => {
      const first = this.shown;
      this.shown += AT_ONCE * 5;
      this.draw();
      this.element.querySelectorAll<HTMLElement>('tbody tr')[first]?.querySelector('button')?.focus();
    });
    this.element.append(more);
  }

  private rows(): readonly TableRow[] {
    const { sorted } = this;
    if (!sorted) return this.data.rows;
    const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const order = ({ cells: a }: TableRow, { cells: b }: TableRow): number => {
      const [left = '', right = ''] = [a[sorted.column], b[sorted.column]];
      const both = typeof left === 'number' && typeof right === 'number';
      return (both ? left - right : compare(String(left), String(right))) * (sorted.down ? -1 : 1);
    };
    return [...this.data.rows].sort(order);
  }

  private head(label: string, column: number): HTMLElement {
    const isSorted = this.sorted?.column === column;
    const button = element('button', { type: 'button', className: 'sort' }, label);
    button.title = this.channel.text('sortBy', label);
    button.addEventListener('click', () => {
      const isNumber = typeof this.data.rows[0]?.cells[column] === 'number';
      this.sorted = { column, down: isSorted ? !this.sorted?.down : isNumber };
      this.draw();
      this.element.querySelectorAll<HTMLElement>('th button')[column]?.focus();
    });
    const cell = element('th', { scope: 'col' }, button);
    cell.setAttribute('aria-sort', isSorted ? (this.sorted?.down ? 'descending' : 'ascending') : 'none');
    return cell;
  }

  private row({ cells, key, place }: TableRow): HTMLElement {
    const [first = '', ...others] = cells.map((cell) => this.cellText(cell));
    const head = element('th', { scope: 'row', className: classOf(cells[0], first) });
    if (key === undefined && place === undefined) head.textContent = first;
    else {
      const go = element('button', { type: 'button', className: 'link' }, first);
      go.addEventListener('click', () => {
        if (place) this.channel.tell({ type: 'goTo', ...place });
        else if (key !== undefined) this.channel.tell({ type: 'claims', key });
      });
      head.append(go);
    }
    const rest = others.map((text, at) => element('td', { className: classOf(cells[at + 1], text) }, text));
    return element('tr', {}, head, ...rest);
  }

  private cellText(cell: string | number): string {
    return typeof cell === 'string'
      ? cell
      : cell.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 4 });
  }
}

/** Short texts, such as dates, aren't broken. */
function classOf(cell: string | number | undefined, text: string): string {
  if (typeof cell === 'number') return 'number';
  return text.length <= SHORT ? 'short' : '';
}
