import assert from 'node:assert/strict';
import { unguard } from '../../../src/exchange/writing/csv';

/** The records of a CSV file by the grammar of RFC 4180, strictly: each ends in CRLF, and only quoted cells hold commas (or
 * another delimiter), quotes and line breaks. Cells as they are, guards on. */
export function parseCsv(file: string, delimiter = ','): string[][] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${delimiter}\\r\\n]*))(${delimiter}|\\r\\n)`, 'y');
  const records: string[][] = [];
  let record: string[] = [];
  while (cell.lastIndex < file.length) {
    const at = cell.lastIndex;
    const found = cell.exec(file);
    assert.ok(found, `No cell at ${at}: ${JSON.stringify(file.slice(at, at + 40))}`);
    record.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === delimiter) continue;
    records.push(record);
    record = [];
  }
  assert.deepEqual(record, [], 'the last record ends in CRLF');
  return records;
}

/** The rows of a written file by column, guards taken off. */
export function readRows(file: string): Record<string, string>[] {
  assert.ok(file.startsWith('\uFEFF'), 'begins with a byte order mark');
  const [head = [], ...records] = parseCsv(file.slice(1));
  return records.map((record) => {
    assert.equal(record.length, head.length);
    return Object.fromEntries(head.map((column, index) => [column, unguard(record[index] ?? '')]));
  });
}

/** The items of a list, as `joinList` documents it. */
export function splitList(cell: string): string[] {
  const items: string[] = [];
  let item = '';
  for (const [piece, slashes = '', end] of cell.matchAll(/(\\*)(; |$)|[^\\;]+|\\+|;/g)) {
    if (end === undefined) item += piece;
    else if (slashes.length % 2 === 1 && end !== '') item += slashes.slice(0, (slashes.length - 1) / 2) + end;
    else {
      items.push(item + slashes.slice(0, slashes.length / 2));
      item = '';
    }
  }
  return items.filter((one) => one !== '');
}
