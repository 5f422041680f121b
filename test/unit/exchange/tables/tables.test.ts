import assert from 'node:assert/strict';
import { columnsOf, type Table } from '../../../../src/analysis/table';
import { tableCsv } from '../../../../src/exchange/tables/csv';
import { markdownOfTable } from '../../../../src/exchange/tables/markdown';

const table: Table = {
  columns: columnsOf('name', 'n_all', 'alpha'),
  rows: [
    ['=SUM(A1), "x"', 3, '0.500 [-0.100, 0.900]'],
    ['a | b\n<b>', undefined, '–'],
  ],
};

describe('tables of an analysis', () => {
  it('are CSV with a header of ids, in which no text is a formula', () => {
    const lines = ['name,n_all,alpha', '"\'=SUM(A1), ""x""",3,"0.500 [-0.100, 0.900]"', '"a | b\n<b>",,–', ''];
    assert.equal([...tableCsv(table)].join(''), lines.join('\n'));
  });

  it('are Markdown in which cells do nothing, and numbers stand to the right', () => {
    const lines = [
      '| Name | N all | Alpha |',
      '| --- | --: | --- |',
      '| \\=SUM\\(A1\\), "x" | 3 | 0.500 [-0.100, 0.900] |',
      '| a \\| b &lt;b&gt; |  | – |',
      '',
    ];
    assert.equal([...markdownOfTable(table)].join(''), lines.join('\n'));
  });
});
