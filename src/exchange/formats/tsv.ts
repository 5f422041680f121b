import { described } from '../catalogue';
import type { Format } from '../format';
import { writeTable } from './csv';

/** The table of csv with tabs for commas: the same columns, quotation marks (cells with a tab, a quote or a line break are quoted, as
 * spreadsheets, R's `read.delim` and pandas read them; IANA's text/tab-separated-values has no way to write these), byte order mark,
 * CRLF, guarded formulas, offsets and losses. The format csv reads it. */
export const tsv: Format = {
  ...described('tsv'),
  write: (input, context) => writeTable(input, context, '\t'),
};
