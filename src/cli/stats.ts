import { namesByCodebook } from '../model/names';
import { parsed } from './arguments';
import { articleFiles } from './articleFiles';
import { asJson, counted, exitCodes, print, printable, UsageError, type Command } from './command';
import { Corpus } from './corpus';
import { CorpusCounts, type CorpusReport, type Count } from './corpusCounts';
import { Progress } from './progress';

export const stats: Command = {
  help: `Counts what is annotated in articles and folders (without any PATH, in this one): articles and how far their coding is,
annotations by type, by how surely they stand in the text as it is now, and by creator; claims by topic and stance, and
mentions by actor. What lies in excluded ranges, or is superseded, counts as an annotation alone.

--top NUMBER  how many topics and actors are listed, the most frequent first; usually 20
--json        prints all of that, and all topics and actors, as JSON instead

Exit code 0: counted. 2: an article, a sidecar or a codebook can't be read.

Examples:
  policy-annotator stats
  policy-annotator stats --top 5 articles
  policy-annotator stats --json > figures.json`,
  run: async (args) => {
    const options = { top: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { values, places } = parsed(args, options, { needed: [], most: Infinity });
    const { top = '20', json = false } = values as { readonly top?: string; readonly json?: boolean };
    if (!/^\d{1,9}$/.test(top)) throw new UsageError(`--top can't be "${printable(top)}"; it is a number.`);

    const corpus = await Corpus.of(await articleFiles(places.length > 0 ? places : ['.'], 'article'));
    const namesOf = namesByCodebook();
    const counts = new CorpusCounts();
    const progress = new Progress();
    try {
      for await (const article of corpus.articles((path, done, total) => progress.show(`${done}/${total} ${path}`))) {
        counts.add(article, namesOf(article.codebook));
      }
    } finally {
      progress.clear();
    }
    const report = counts.report();
    print(json ? asJson(report) : inWords(report, Number(top)));
    return exitCodes.ok;
  },
};

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
