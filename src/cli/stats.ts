import { claimSettings } from '../analysis/claimChoice';
import type { SettingSpec } from '../analysis/settings';
import { countsInWords } from '../analysis/wording';
import { tableCsv, tableObjects } from '../exchange/tables/csv';
import { namesByCodebook } from '../model/names';
import { parsed } from './arguments';
import { articleFiles } from './articleFiles';
import { asJson, counted, exitCodes, print, printable, say, UsageError, type Command } from './command';
import { Corpus } from './corpus';
import { CorpusCounts, overviewTable, type CorpusReport, type Count } from './corpusCounts';
import { eachAnalysed, eachArticle } from './eachArticle';
import { counters, figureKinds, figureSettings, remarksOn, tableOf, type FigureKind } from './figures';
import { fileHelp, givenSettings, settingLines, settingOptions, variablesHelp, withUsual } from './settings';
import { asked } from './suggestion';
import { formatOf, tableFormats, usualTable, type TableFormat } from './tableFormat';
import { tableText } from './tableText';

/** What can be counted: all that there is, in short, or one of the figures. */
const whats = ['overview', ...figureKinds] as const;
type What = (typeof whats)[number];

function ownHelp(kind: FigureKind): string {
  return settingLines(figureSettings[kind].filter((spec) => !claimSettings.includes(spec) && spec.name !== 'top'));
}

export const stats: Command = {
  help: `Counts what is annotated in articles and folders (without any PATH, in this one): articles and how far their coding is,
annotations by type, by how surely they stand in the text as it is now, and by creator; claims by topic and stance, and
mentions by actor. What lies in excluded ranges, or is superseded, counts as an annotation alone.

--what KIND              overview (usual): that; or the figures behind a picture, see policy-annotator help plot:
                         ${figureKinds.join(', ')}
--format FORMAT          text (usual of an overview, and in a terminal), csv (usual of others elsewhere) or json
--json                   the same as --format json; all topics and actors are in it
--top NUMBER             how many topics and actors of an overview, or rows of other figures, are listed as text; usually 20

${figureKinds.map((kind) => `Settings of ${kind}:\n${ownHelp(kind)}`).join('\n\n')}

Settings of all but an overview:
${settingLines(claimSettings)}
${fileHelp}

${variablesHelp}

Exit code 0: counted. 2: settings that don't go together, an article, a sidecar or a codebook can't be read.

Examples:
  policy-annotator stats
  policy-annotator stats --top 5 articles
  policy-annotator stats --json > figures.json
  policy-annotator stats --what frequencies --of sources --format csv > sources.csv
  policy-annotator stats --what evidence --show contradictions`,
  run: async (args) => {
    const all = figureKinds.flatMap((kind) => figureSettings[kind]);
    const { values, places } = parsed(
      args,
      {
        ...settingOptions(all),
        ...{ what: { type: 'string' }, format: { type: 'string' } },
        ...{ top: { type: 'string' }, json: { type: 'boolean' } },
      },
      { needed: [], most: Infinity },
    );
    const { what: wanted, format: named, top = '20', json = false } = values as Chosen;
    if (!/^\d{1,9}$/.test(top)) throw new UsageError(`--top can't be "${printable(top)}"; it is a number.`);
    const what = whatOf(wanted);
    const usual = what === 'overview' ? 'text' : usualTable();
    const format = formatOf(tableFormats, named ?? (json ? 'json' : undefined), { out: undefined, usual });
    if (json && format !== 'json') throw new UsageError(`--json and --format ${format} differ: give one of them.`);
    assertGoesWith(what, values, all);

    if (what !== 'overview') {
      const { top: _, ...others } = values;
      await printFigures(what, places, format, Number(top), others);
      return exitCodes.ok;
    }
    const corpus = await Corpus.of(await articleFiles(places.length > 0 ? places : ['.'], 'article'));
    const namesOf = namesByCodebook();
    const counts = new CorpusCounts();
    await eachArticle(corpus, (article) => counts.add(article, namesOf(article.codebook)));
    const report = counts.report();
    if (format === 'csv') print([...tableCsv(overviewTable(report))].join('').trimEnd());
    else print(format === 'json' ? asJson(report) : inWords(report, Number(top)));
    return exitCodes.ok;
  },
};

interface Chosen {
  readonly what?: string;
  readonly format?: string;
  readonly top?: string;
  readonly json?: boolean;
}

function whatOf(given: string = 'overview'): What {
  const found = whats.find((what) => what === given);
  if (found) return found;
  throw new UsageError(`--what can't be "${printable(given)}"${asked(given, whats)} It is ${whats.join(', ')}.`);
}

/** Throws a {@link UsageError} where a setting was given that isn't one of these figures'. */
function assertGoesWith(what: What, values: Readonly<Record<string, unknown>>, all: readonly SettingSpec[]): void {
  const own = what === 'overview' ? [] : figureSettings[what];
  const isOf = (name: string, specs: readonly SettingSpec[]): boolean => specs.some((spec) => spec.name === name);
  for (const name of Object.keys(values)) {
    if (name === 'top' || (name !== 'settings' && !isOf(name, all))) continue;
    if (name === 'settings' ? what !== 'overview' : isOf(name, own)) continue;
    const kinds = figureKinds.filter((kind) => name === 'settings' || isOf(name, figureSettings[kind]));
    throw new UsageError(`--${name} is of other figures: choose --what ${kinds.join(', ')}.`);
  }
}

async function printFigures(
  kind: FigureKind,
  places: readonly string[],
  format: TableFormat,
  top: number,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const specs = figureSettings[kind];
  const given = await givenSettings(specs, values);
  const counter = counters[kind](given);
  const corpus = await Corpus.of(await articleFiles(places.length > 0 ? places : ['.'], 'article'));
  await eachAnalysed(corpus, (article, { text }) => counter.add(article, text));
  const chart = counter.chart();
  const table = tableOf(chart);
  const remarks = [countsInWords(chart.figures.counts, chart.figures.settings), ...remarksOn(chart)];
  const settings = withUsual(specs, given);
  if (format === 'json') {
    print(asJson({ what: kind, settings, claims: chart.figures.counts, remarks, rows: tableObjects(table) }));
    return;
  }
  print(format === 'csv' ? [...tableCsv(table)].join('').trimEnd() : tableText(table, top));
  for (const remark of remarks) say(remark);
}

function inWords(report: CorpusReport, top: number): string {
  const { articles, annotations, superseded, excluded, claims, mentions } = report;
  return [
    `${counted(articles, 'article')}, ${counted(annotations, 'annotation')}` +
      ` (${superseded} superseded, ${excluded} in excluded ranges), ` +
      `${counted(claims, 'claim')}, ${counted(mentions, 'mention')}`,
    ...section('Coding', report.coding),
    ...section('Types', report.types),
    ...section('Standing', report.standings),
    ...section('Creators', report.creators),
    ...section('Claims by stance', report.stances),
    ...section('Claims by topic', report.topics, top),
    ...section('Mentions by actor', report.actors, top),
  ].join('\n');
}

function section(title: string, counts: readonly Count[], top = Infinity): readonly string[] {
  if (counts.length === 0) return [];
  const shown = counts.slice(0, top);
  const width = Math.max(...shown.map(({ count }) => String(count).length), 1);
  const lines = shown.map(({ name, count, stances }) => {
    const by = stances?.map((one) => `${one.count} ${printable(one.name)}`).join(', ') ?? '';
    return `  ${String(count).padStart(width)}  ${printable(name)}${by === '' ? '' : ` (${by})`}`;
  });
  const more = counts.length - shown.length;
  return ['', title, ...lines, ...(more > 0 ? [`  … and ${more} more`] : [])];
}
