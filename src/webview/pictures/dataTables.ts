import type { TableData } from '../../model/picture';
import { arrange, element } from '../element';
import type { Channel } from './channel';
import { DataTable } from './dataTable';

/** The picture's data as tables, for whoever reads rather than looks. Drawn while they are unfolded. */
export class DataTables {
  readonly element: HTMLDetailsElement;
  private data: readonly TableData[] = [];
  private tables: readonly DataTable[] = [];
  private readonly content = element('div');

  constructor(private readonly channel: Channel) {
    this.element = element('details', { className: 'tables', open: channel.kept('table') === true });
    this.element.append(element('summary', {}, channel.text('table')), this.content);
    this.element.addEventListener('toggle', () => {
      channel.keep('table', this.element.open);
      this.draw();
    });
  }

  show(data: readonly TableData[]): void {
    this.data = data;
    this.element.hidden = data.length === 0;
    this.draw();
  }

  private draw(): void {
    if (!this.element.open) return;
    this.tables = this.data.map((data, at) => {
      const known = this.tables[at];
      known?.show(data);
      return known ?? new DataTable(this.channel, data);
    });
    arrange(
      this.content,
      this.tables.map((table) => table.element),
    );
  }
}
