import { agreement as agreementOf, articlesWithin, type AgreementReport } from '../analysis/agreement/agreement';
import {
  disagreementTable,
  listedDisagreements,
  type ListedDisagreement,
} from '../analysis/agreement/disagreementTable';
import { agreementSettings, readAgreementSettings } from '../analysis/agreement/settings';
import { reasons } from '../analysis/agreement/statistics';
import { figuresTable, marks, overviewTable } from '../analysis/agreement/tables';
import { completed } from '../anchoring/slices';
import type { ExportArticle } from '../exchange/format';
import { tableCsv } from '../exchange/tables/csv';
import { markdownOfTable } from '../exchange/tables/markdown';
import { inChunks } from '../exchange/writing/streaming';
import { shortened } from '../model/shortened';
import { parsed } from './arguments';
import { articleFiles } from './articleFiles';
import { asJson, counted, exitCodes, printable, say, type Command } from './command';
import { Corpus } from './corpus';
import { eachArticle } from './eachArticle';
import { outputTo } from './output';
import { givenSettings, settingOptions, settingsHelp } from './settings';
import { formatOf, tableFormats, usualTable } from './tableFormat';
import { tableText } from './tableText';

const formats = [...tableFormats, 'markdown', 'md'] as const;
type Format = (typeof formats)[number];

/** Of what is disagreed about. */
const MOST_QUOTED = 200;

export const agreement: Command = {
  help: `Says how far the creators of annotations agree, all together and two by two, on the articles that two of them coded: by what is
marked in the text, by targets, and by what annotations of one place say. Who marked an article as doing, done or irrelevant without
annotating it says that nothing is there. Annotations that supersede others are decisions, not readings; the originals are compared.
docs/agreement.md defines every figure.

--format FORMAT          text: a table to read (usual in a terminal); csv: all figures, one a row (usual elsewhere); json: all;
                         markdown: that table. Without it the ending of --out counts
--out PATH               the file; without it, or with "-", the standard output
--force                  replaces what is at PATH already; but never an article, a sidecar or a codebook
--disagreements          lists where creators disagree, the worst first, instead of the figures
--settled                lists those too that a decision settled

${settingsHelp(agreementSettings)}

Exit code 0: compared. 2: there is nothing to compare, or a file can't be read or written.

Examples:
  policy-annotator agreement articles
  policy-annotator agreement --by topic,stance --measures alpha,cohen --samples 0 articles
  policy-annotator agreement --format csv --out agreement.csv articles
  policy-annotator agreement --creators lee,moreno --disagreements articles/statement.txt`,
  run: async (args) => {
    const { values, places } = parsed(
      args,
      {
        ...{ format: { type: 'string' }, out: { type: 'string' }, force: { type: 'boolean' } },
        ...{ disagreements: { type: 'boolean' }, settled: { type: 'boolean' }, ...settingOptions(agreementSettings) },
      },
      { needed: [], most: Infinity },
    );
    const { format: wanted, out, force = false, disagreements: lists = false, settled = false } = values as Given;
    const format = formatOf(formats, wanted, { out, usual: usualTable() });
    const settings = readAgreementSettings(await givenSettings(agreementSettings, values));
    const files = await articleFiles(places.length > 0 ? places : ['.'], 'article');
    const output = await outputTo(out, { id: format, files: 'one' }, force, files);
    const articles: ExportArticle[] = [];
    await eachArticle(await Corpus.of(files), (article) => articles.push(article));
    // Whether there is anything to compare, and whom, the same rules say in either case.
    const report = completed(agreementOf(articles, lists ? { ...settings, samples: 0 } : settings));
    const { decisions } = settings;
    const pieces = lists
      ? listing(
          listedDisagreements(articlesWithin(articles, settings), report.creators, { settled, decisions }),
          format,
        )
      : figures(report, format);
    await output.write(inChunks('', pieces));
    if (lists || format === 'csv' || format === 'json') say(inWords(report));
    else say([inWords(report), whatMarksSay].join('\n'));
    return exitCodes.ok;
  },
};

interface Given {
  readonly format?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly disagreements?: boolean;
  readonly settled?: boolean;
}

function figures(report: AgreementReport, format: Format): Iterable<string> {
  if (format === 'csv') return tableCsv(figuresTable(report));
  if (format === 'text') return [`${tableText(overviewTable(report))}\n`];
  if (format !== 'json') return markdownOfTable(overviewTable(report));
  const rows = report.rows.map(({ figure, ...row }) =>
    typeof figure === 'number' ? { ...row, value: figure } : { ...row, value: null, reason: reasons[figure] },
  );
  return [`${asJson({ ...report, rows })}\n`];
}

function listing(found: readonly ListedDisagreement[], format: Format): Iterable<string> {
  if (format === 'csv') return tableCsv(disagreementTable(found));
  if (format === 'text') return found.map(listed);
  if (format !== 'json') return markdownOfTable(disagreementTable(found));
  return [`${asJson(found.map(({ article, ...one }) => ({ article: article.path, ...one })))}\n`];
}

function listed({ article, line, start, end, kinds, severity, said, settledBy }: ListedDisagreement): string {
  const quotation = printable(shortened(article.text.slice(start, end), MOST_QUOTED));
  return [
    `${printable(article.path)}:${line}  ${kinds.join(', ')}  ${severity.toFixed(3)}`,
    ...said.map((one) => `  ${printable(one)}`),
    ...(settledBy.length > 0 ? [`  settled by ${printable(settledBy.join(', '))}`] : []),
    `  > ${quotation}\n`,
  ].join('\n');
}

const whatMarksSay = `${marks.nothing} is ${reasons.nothing}; ${marks.alike} is no figure, since ${reasons.alike}.`;

/** What the figures rest on, and what was left out. */
function inWords({ creators, articles, others, undated, unplaced, excluded, drawn, rows }: AgreementReport): string {
  const left = [
    ...(others > 0 ? [`${counted(others, 'article')} that fewer than two coded`] : []),
    ...(undated > 0 ? [`${counted(undated, 'article')} without a date`] : []),
    ...(unplaced > 0 ? [`${counted(unplaced, 'annotation')} whose place in the text isn't known`] : []),
    ...(excluded > 0 ? [`${counted(excluded, 'annotation')} in excluded ranges`] : []),
  ];
  const intervals = rows.some(({ low }) => low !== undefined) ? `; intervals by drawing ${drawn}` : '';
  return [
    `${counted(articles, 'article')} coded by at least two of ${printable(creators.join(', '))}${intervals}.`,
    ...(left.length > 0 ? [`Left out: ${left.join(', ')}.`] : []),
  ].join('\n');
}
