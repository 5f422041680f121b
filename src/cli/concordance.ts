import { completed } from '../anchoring/slices';
import {
  ConcordanceCollector,
  concordanceTable,
  type Concordance,
  type ConcordanceLine,
} from '../analysis/concordance/concordance';
import { concordanceSettings, readConcordanceSettings } from '../analysis/concordance/settings';
import type { Given } from '../analysis/settings';
import { inChunks } from '../exchange/writing/streaming';
import { tableCsv } from '../exchange/tables/csv';
import { parsed } from './arguments';
import { articleFiles } from './articleFiles';
import { asJson, counted, exitCodes, printable, say, type Command } from './command';
import { Corpus } from './corpus';
import { eachAnalysed } from './eachArticle';
import { outputTo } from './output';
import { givenSettings, settingOptions, settingsHelp, withUsual } from './settings';
import { formatOf, tableFormats, usualTable } from './tableFormat';

export const concordance: Command = {
  help: `Shows keywords in context: all mentions of an actor, or all places of a text, in articles and folders (without any PATH, in
this one).

${settingsHelp(concordanceSettings)}

--format FORMAT          text: a line a place (usual in a terminal); csv (usual elsewhere); json. Without it the ending of --out
                         counts
--out PATH               the file; without it, or with "-", the standard output
--force                  replaces what is at PATH already; but never an article, a sidecar or a codebook

Regular expressions are JavaScript's, with the letters of all scripts for \\w and \\b, ^ and $ for the bounds of lines, and without
looking ahead or behind or back; what they find is cut after 1000 characters. Places count UTF-16 code units of the article's text.

Exit code 0: looked for, also where nothing was found. 2: settings that don't go together, files that can't be read or written.

Examples:
  policy-annotator concordance --actor Karsk articles
  policy-annotator concordance --search levy --whole-words --sort left articles
  policy-annotator concordance --search "lev(y|ies)" --regex --format csv --out levies.csv`,
  run: async (args) => {
    const { values, places } = parsed(
      args,
      {
        ...settingOptions(concordanceSettings),
        ...{ format: { type: 'string' }, out: { type: 'string' }, force: { type: 'boolean' } },
      },
      { needed: [], most: Infinity },
    );
    const { format: named, out, force = false } = values as Chosen;
    const format = formatOf(tableFormats, named, { out, usual: usualTable() });
    const given = await givenSettings(concordanceSettings, values);
    const collector = new ConcordanceCollector(readConcordanceSettings(given));

    const files = await articleFiles(places.length > 0 ? places : ['.'], 'article');
    const output = await outputTo(out, { id: 'concordance', files: 'one' }, force, files);
    const corpus = await Corpus.of(files);
    await eachAnalysed(corpus, (article, text) => completed(collector.add(article, text)));
    const found = collector.result();
    await output.write(inChunks('', piecesOf(format, found, given)));

    const { lines, articles, unplaced } = found;
    say(
      `${output.isStandard ? '' : `${printable(out ?? '')}: `}${counted(lines.length, 'place')} in ${counted(articles, 'article')}.`,
    );
    if (unplaced > 0) say(`Mentions that don't stand in the text as it is now, and aren't shown: ${unplaced}.`);
    return exitCodes.ok;
  },
};

interface Chosen {
  readonly format?: string;
  readonly out?: string;
  readonly force?: boolean;
}

function piecesOf(format: 'text' | 'csv' | 'json', found: Concordance, given: Given): Iterable<string> {
  if (format === 'csv') return tableCsv(concordanceTable(found));
  if (format === 'text') return inLines(found.lines);
  const { lines, ...counts } = found;
  return [`${asJson({ settings: withUsual(concordanceSettings, given), ...counts, lines })}\n`];
}

/** A line a place: where it is, and the keyword with its contexts in columns. */
function* inLines(lines: readonly ConcordanceLine[]): Iterable<string> {
  const rows = lines.map(({ path, line, left, keyword, right }) => ({
    place: `${printable(path)}:${line}`,
    ...{ left: printable(left), keyword: printable(keyword), right: printable(right) },
  }));
  const width = (of: (row: (typeof rows)[number]) => string): number =>
    rows.reduce((most, row) => Math.max(most, [...of(row)].length), 0);
  const [place, left] = [width((row) => row.place), width((row) => row.left)];
  const padding = (text: string, most: number): string => ' '.repeat(most - [...text].length);
  for (const row of rows) {
    const before = `${row.place}${padding(row.place, place)}  ${padding(row.left, left)}${row.left}`;
    yield `${`${before}[${row.keyword}]${row.right}`.trimEnd()}\n`;
  }
}
