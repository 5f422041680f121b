import * as vscode from 'vscode';
import { entryOf } from '../../exchange/catalogue';
import type { ExportArticle, Options } from '../../exchange/format';
import { Losses, lossesInWords, type Loss } from '../../exchange/losses';
import { loadFormat } from '../../exchange/registry';
import type { Codebook } from '../../model/codebook';
import type { Arguments } from '../commands/arguments';
import type { Parts } from '../parts';
import { plainMessage } from '../plainMessage';
import { slowWork } from '../slowWork';
import type { CodebookFile } from '../store/codebookFile';
import { exportOf, type ExportChoice } from './exportChoice';
import { assertFreeOfOurs, asZip, gathered, writeFile, writeFolder, type ExportFiles } from './exportFiles';
import { askExport } from './exportPicker';
import { articlesToExport, type Gathering } from './exportSource';
import { formatOf } from './formatChoice';

/** Exports what the arguments say, or else what the person chooses; undefined where they choose nothing. */
export async function runExport(parts: Parts, args: Arguments | undefined): Promise<vscode.Uri | undefined> {
  args?.only('article', 'format', 'options', 'scope', 'target');
  const choice = args ? await exportOf(parts, args) : await askExport(parts);
  if (!choice) return undefined;
  const losses = await exportTo(parts, choice);
  if (!losses) return undefined;
  // Who asked by arguments knows where it went, but not what is missing there.
  if (!args || losses.length > 0) showResult(choice, losses);
  return choice.target;
}

/** Writes the export, and gives what it couldn't hold; undefined where the person cancelled it, and then nothing was written. */
async function exportTo(parts: Parts, choice: ExportChoice): Promise<readonly Loss[] | undefined> {
  const { entry, options, root, articles, target } = choice;
  const asFolder = entry.files === 'several' && !target.path.toLowerCase().endsWith('.zip');
  if (!asFolder) await assertFreeOfOurs(target, articles);
  const losses = new Losses();
  let begun = 0;
  const writing = { id: entry.id, options, losses, asFolder };
  const files = await slowWork(vscode.l10n.t('Exporting {0}', entry.label), ({ token, report }) =>
    written(parts, writing, articles, { root, found: root !== undefined }, (path) => {
      report(path, begun++ / articles.length);
      return !token.isCancellationRequested;
    }),
  );
  if (!files) return undefined;
  if (asFolder) await writeFolder(target, files, articles);
  else await writeFile(target, onlyFile(files));
  return losses.all;
}

/** The bytes of an export without asking or telling anybody: a zip where the format has several files. Rejects where an article or a
 * codebook can't be read. */
export async function exportBytes(
  parts: Parts,
  formatId: string,
  articles: readonly vscode.Uri[],
): Promise<Uint8Array> {
  const { id } = formatOf('write', formatId);
  const gathering = { root: commonRoot(articles), found: false };
  const what = { id, options: {}, losses: new Losses(), asFolder: false };
  return onlyFile(await written(parts, what, articles, gathering, () => true));
}

function onlyFile(files: ExportFiles | undefined): Uint8Array {
  return files?.get('') ?? new Uint8Array();
}

/** What is written, and how. */
interface Writing {
  readonly id: string;
  readonly options: Options;
  readonly losses: Losses;
  /** Whether a format's several files stay so; else they are one zip. */
  readonly asFolder: boolean;
}

/** All that a format writes; undefined where `goOn`, told each article's path, said no. */
async function written(
  parts: Parts,
  { id, options, losses, asFolder }: Writing,
  articles: readonly vscode.Uri[],
  gathering: Gathering,
  goOn: (path: string) => boolean,
): Promise<ExportFiles | undefined> {
  const { write } = await loadFormat(id);
  // Taken once, before the first article: a codebook that changes meanwhile is the same for the whole export.
  const taken = new Map<CodebookFile, Codebook>();
  const byArticle = new Map<vscode.Uri, Codebook>();
  for (const uri of articles) {
    const file = await parts.codebooks.of(uri);
    file.assertReadable();
    if (!file.exists) continue;
    const codebook = taken.get(file) ?? file.content;
    taken.set(file, codebook);
    byArticle.set(uri, codebook);
  }
  let stopped = false;
  const read = async function* (): AsyncIterable<ExportArticle> {
    for await (const article of articlesToExport(parts, articles, gathering, byArticle)) {
      if (!goOn(article.path)) {
        stopped = true;
        return;
      }
      yield article;
    }
  };
  const chunks = write?.({ codebooks: [...taken.values()], articles: read() }, { options, losses });
  const isZip = entryOf(id).files === 'several' && !asFolder;
  const files = chunks && (await gathered(isZip ? asZip(chunks) : chunks));
  return stopped ? undefined : files;
}

/** The workspace folder of the articles where there are several; one article alone is known by its name. */
function commonRoot(articles: readonly vscode.Uri[]): vscode.Uri | undefined {
  const [first] = articles;
  return articles.length > 1 && first ? vscode.workspace.getWorkspaceFolder(first)?.uri : undefined;
}

/** The closing message, which says what the format couldn't hold. Doesn't wait for the person. */
function showResult({ target, entry }: ExportChoice, losses: readonly Loss[]): void {
  const name = vscode.workspace.asRelativePath(target);
  const done = vscode.l10n.t('Exported to {0}.', name);
  const message =
    losses.length === 0 ? done : vscode.l10n.t('{0} {1} can’t hold: {2}.', done, entry.id, lossesInWords(losses));
  const isOpenable = entry.files === 'one' && !/\.(?:zip|qdpx|xlsx|parquet)$/i.test(target.path);
  const open = isOpenable ? vscode.l10n.t('Open') : vscode.l10n.t('Show');
  void vscode.window
    .showInformationMessage(plainMessage(message), open)
    .then((chosen) =>
      chosen === open
        ? vscode.commands.executeCommand(isOpenable ? 'vscode.open' : 'revealInExplorer', target)
        : undefined,
    );
}
