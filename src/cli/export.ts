import type { ExportArticle, ExportChunk } from '../exchange/format';
import { Losses, lossesInWords } from '../exchange/losses';
import { loadFormat } from '../exchange/registry';
import { parsed } from './arguments';
import { articleFiles, scopes, type Scope } from './articleFiles';
import { asJson, counted, exitCodes, Failure, print, printable, say, UsageError, type Command } from './command';
import { Corpus } from './corpus';
import { chosenFormat, chosenOptions } from './formatChoice';
import { outputTo } from './output';
import { Progress } from './progress';

export const exportCommand: Command = {
  help: `Writes articles with their annotations in another format. A PATH is an article, its sidecar, or a folder, in which all sidecars
are found (without any PATH, this folder); the nearest codebook upward counts, to git's root. Symbolic links are not followed.
Annotations whose text was changed are looked for in the text as it is now; where that isn't sure, the format says so or the
annotation is counted as left out. Articles are read one by one: a large corpus needs little memory.

--format ID      what to write; policy-annotator formats lists the ids
--out PATH       the file; of a format of several files a folder, or a zip where PATH ends in .zip. Without it, or with "-",
                 the standard output, of several files as a zip
--scope SCOPE    article: what was named (usual); workspace: all of the workspace around each PATH, which is the folder with
                 .git, else with a codebook
--option NAME=VALUE  an option of the format
--force          replaces what is at PATH already; but never an article, a sidecar or a codebook
--json           says what was written as JSON: {"format", "files", "articles", "annotations", "losses": [{"what", "count"}]},
                 on the standard output, or on the standard error where the export itself goes there

What the format has no place for is counted on the standard error. A file is written whole or not at all.

Exit code 0: written. 2: an article, a sidecar or a codebook can't be read, or the file can't be written: nothing was.

Examples:
  policy-annotator export --format csv --out annotations.csv
  policy-annotator export --format claims-csv articles/statement.txt
  policy-annotator export --format jsonl articles | head -n 3
  policy-annotator export --format json --scope workspace --out all.json --force articles`,
  run: async (args) => {
    const { values, places } = parsed(
      args,
      {
        ...{ format: { type: 'string' }, out: { type: 'string' }, scope: { type: 'string' } },
        ...{ option: { type: 'string', multiple: true }, force: { type: 'boolean' }, json: { type: 'boolean' } },
      },
      { needed: [], most: Infinity },
    );
    const { format: id, out, scope, option = [], force = false, json = false } = values as Given;
    const entry = chosenFormat(id, 'write');
    const options = chosenOptions(entry, 'write', option);
    const files = await articleFiles(places.length > 0 ? places : ['.'], scopeOf(scope));
    const output = await outputTo(out, entry, force, files);
    const corpus = await Corpus.of(files);
    // What went out can't be taken back.
    if (output.isStandard) await corpus.assertReadable();

    const format = await loadFormat(entry.id);
    if (!format.write) throw new Failure(`${entry.id} can't be exported to.`);
    const losses = new Losses();
    const counts = { files: 0, articles: 0, annotations: 0 };
    const progress = new Progress();
    const input = { codebooks: corpus.codebooks, articles: counting(corpus, counts, progress) };
    try {
      const isWhole = await output.write(countingFiles(format.write(input, { options, losses }), counts));
      // What is lost of the rest isn't known.
      if (!isWhole) return exitCodes.ok;
    } finally {
      progress.clear();
    }

    const report = { format: entry.id, ...counts, losses: losses.all };
    if (json) (output.isStandard ? say : print)(asJson(report));
    else {
      if (!output.isStandard) say(`${printable(out ?? '')}: ${inWords(report)}.`);
      if (report.losses.length > 0) say(`Not in the file: ${printable(lossesInWords(report.losses))}.`);
    }
    return exitCodes.ok;
  },
};

interface Given {
  readonly format?: string;
  readonly out?: string;
  readonly scope?: string;
  readonly option?: readonly string[];
  readonly force?: boolean;
  readonly json?: boolean;
}

interface Counts {
  files: number;
  articles: number;
  annotations: number;
}

function scopeOf(given: string = 'article'): Scope {
  const found = scopes.find((scope) => scope === given);
  if (found) return found;
  throw new UsageError(`--scope can't be "${printable(given)}"; it can be: ${scopes.join(', ')}.`);
}

async function* counting(corpus: Corpus, counts: Counts, progress: Progress): AsyncIterable<ExportArticle> {
  const show = (path: string, done: number, total: number): void => progress.show(`${done}/${total} ${path}`);
  for await (const article of corpus.articles(show)) {
    counts.articles += 1;
    counts.annotations += article.annotations.length;
    yield article;
  }
}

async function* countingFiles(chunks: AsyncIterable<ExportChunk>, counts: Counts): AsyncIterable<ExportChunk> {
  let last: string | undefined;
  for await (const chunk of chunks) {
    if (chunk.path !== last) counts.files += 1;
    last = chunk.path;
    yield chunk;
  }
}

function inWords({ files, articles, annotations }: Counts): string {
  const what = `${counted(articles, 'article')} with ${counted(annotations, 'annotation')}`;
  return files > 1 ? `${what} in ${counted(files, 'file')}` : what;
}
