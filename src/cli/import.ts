import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CatalogueEntry } from '../exchange/catalogue';
import type { ReadContext } from '../exchange/format';
import type { Imported } from '../exchange/imported';
import { planImport, type ImportPlan, type PlannedArticle } from '../exchange/importing/planning';
import type { ImportReport } from '../exchange/importing/report';
import { InputError } from '../exchange/inputError';
import { Losses, lossesInWords } from '../exchange/losses';
import { loadFormat } from '../exchange/registry';
import { sidecarName } from '../model/article';
import { printCodebook, printSidecar } from '../sidecar/print';
import { parsed } from './arguments';
import { asJson, counted, exitCodes, Failure, print, printable, say, UsageError, type Command } from './command';
import { DiskLibrary } from './diskLibrary';
import { exists } from './files';
import { chosenFormat, chosenOptions } from './formatChoice';
import { importSource } from './importSource';
import { Progress } from './progress';
import { writeTogether, type FileToWrite } from './writing';

export const importCommand: Command = {
  help: `Takes annotations in another format over: SOURCE is a file, a folder or a zip of several files, or "-", the standard input.
An article whose text is in FOLDER already, whatever its name, gets the annotations; another text becomes a new article there.
Where a format holds no texts, articles are known by their path, their name, or their web address. The same import once more
changes nothing; where what is here differs, it stays, and that is counted. New actors, topics and sources go into the codebook:
the nearest one upward from the article, else policy-codebook.json in FOLDER.

--format ID      what SOURCE is; policy-annotator formats lists the ids
--into FOLDER    where the articles are, and new ones go
--option NAME=VALUE  an option of the format
--dry-run        says what would come in, and writes nothing
--json           prints that as JSON: {"format", "written", "newArticles", "changedArticles", "sameArticles", "added", "changed",
                 "same", "united", "moved", "uncertain", "newItems", "kept", "missing", "leftOut", "losses"}

All is read and planned, and all files are written beside their places, before the first is put there, the codebook first.

Exit code 0: all of it is here now, but for details that we have no field for, which are counted. 1: it is, but for articles that
aren't here ("missing"), or annotations or texts that have no place ("leftOut"), which is said. 2: SOURCE or a file in FOLDER can't
be read, or a file can't be written: nothing was changed.

Examples:
  policy-annotator import --format qdpx project.qdpx --into corpus --dry-run
  policy-annotator import --format qdpx project.qdpx --into corpus
  policy-annotator export --format brat articles | policy-annotator import --format brat - --into copy-of-articles`,
  run: async (args) => {
    const { values, places } = parsed(
      args,
      {
        ...{ format: { type: 'string' }, into: { type: 'string' }, option: { type: 'string', multiple: true } },
        ...{ 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
      },
      { needed: ['SOURCE'], most: 1 },
    );
    const { format: id, into, option = [], json = false } = values as Given;
    const entry = chosenFormat(id, 'read');
    const options = chosenOptions(entry, 'read', option);
    if (into === undefined) throw new UsageError('--into FOLDER is missing: where the articles are to be.');

    const losses = new Losses();
    const bar = new Progress();
    const progress = (what: string): void => bar.show(what);
    try {
      const imported = await read(places[0] ?? '', entry, { options, losses, progress });
      const library = await DiskLibrary.of(into, progress);
      const plan = await planImport(imported, entry.id, library, { losses, progress });
      const written = values['dry-run'] === true ? [] : await write(plan, library, progress);
      bar.clear();
      if (json) print(asJson({ format: entry.id, written, ...plan.report }));
      else tell(plan.report, values['dry-run'] === true);
      return isWhole(plan.report) ? exitCodes.ok : exitCodes.problems;
    } catch (error) {
      throw error instanceof InputError ? new Failure(`${printable(error.message)} Nothing was imported.`) : error;
    } finally {
      bar.clear();
    }
  },
};

interface Given {
  readonly format?: string;
  readonly into?: string;
  readonly option?: readonly string[];
  readonly json?: boolean;
}

async function read(place: string, entry: CatalogueEntry, context: Omit<ReadContext, 'resource'>): Promise<Imported> {
  const source = await importSource(place, entry);
  const format = await loadFormat(entry.id);
  if (!format.read) throw new Failure(`${entry.id} can't be imported.`);
  const resource = (name: string): Promise<Uint8Array> => readFile(path.join(__dirname, 'resources', name));
  return format.read(source, { ...context, resource });
}

/** Writes what was planned, and gives the files' paths. What is there when the process dies is whole, refers to nothing that isn't
 * there, and the same import once more does the rest. */
async function write(
  { articles, codebooks }: ImportPlan,
  library: DiskLibrary,
  progress: (path: string) => void,
): Promise<readonly string[]> {
  const contents = [
    ...codebooks.map(({ held, codebook }) => ({ file: held.key, content: printCodebook(codebook) })),
    ...articles.flatMap((article) => [...newText(article, library), sidecarOf(article, library)]),
  ];
  for (const { file } of contents) await library.assertUnchanged(file);
  const files: FileToWrite[] = [];
  for (const one of contents) files.push({ ...one, how: (await exists(one.file)) ? 'replace' : 'create with folders' });
  await writeTogether(files, progress);
  return contents.map(({ file }) => path.relative('.', file));
}

interface FileContent {
  readonly file: string;
  readonly content: string;
}

function newText({ held, path: relative, text }: PlannedArticle, library: DiskLibrary): readonly FileContent[] {
  return held ? [] : [{ file: library.fileOf(relative), content: text }];
}

function sidecarOf({ path: relative, sidecar }: PlannedArticle, library: DiskLibrary): FileContent {
  return { file: sidecarName(library.fileOf(relative)), content: printSidecar(sidecar) };
}

/** Whether all articles and annotations were taken. */
function isWhole({ missing, leftOut }: ImportReport): boolean {
  return missing.length === 0 && leftOut === 0;
}

/** Articles that a person is told of by name. */
const MOST_NAMES = 20;

function tell(report: ImportReport, isDry: boolean): void {
  const { newArticles, changedArticles, sameArticles, added, changed, same } = report;
  print(
    `${counted(newArticles, 'new article')}, ${changedArticles} changed, ${sameArticles} as before; ` +
      `${counted(added, 'new annotation')}, ${changed} changed, ${same} as before; ` +
      `${counted(report.newItems, 'new item')} of codebooks.`,
  );
  if (isDry) say('Nothing was written.');
  if (report.united > 0) say(`Documents with the text of an earlier one, one article with it: ${report.united}.`);
  if (report.moved > 0) say(`Found elsewhere than the file says: ${report.moved}.`);
  if (report.uncertain > 0) say(`Not sure where in the text: ${report.uncertain}; a person must say.`);
  if (report.kept > 0) say(`Values that differ from those here, which stay: ${report.kept}.`);
  for (const { path: one, annotations } of report.missing.slice(0, MOST_NAMES)) {
    say(
      `There is no article ${printable(one)}, and the file doesn't hold its text: ${counted(annotations, 'annotation')}.`,
    );
  }
  if (report.missing.length > MOST_NAMES) say(`… and ${report.missing.length - MOST_NAMES} more articles.`);
  if (report.losses.length > 0) say(`Not taken: ${printable(lossesInWords(report.losses))}.`);
}
