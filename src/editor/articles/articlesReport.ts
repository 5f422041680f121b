import * as vscode from 'vscode';
import { escapeMarkdown } from '../../exchange/writing/escape';
import type { ImportReport } from '../../exchange/importing/report';
import { lossesInWords, type Loss } from '../../exchange/losses';
import { showActions } from '../messages';
import type { Parts } from '../parts';
import { leftOutInWords, showNearDuplicates } from './nearDuplicateList';
import type { Compared } from './nearDuplicatesOf';

/** What became of a file that was to be an article. */
export interface Brought {
  readonly path: string;
  /** The article that it is now. */
  readonly article?: string;
  /** What was mended or left out. */
  readonly notes: readonly Loss[];
  /** Why it couldn't be read. */
  readonly problem?: string;
}

/** The closing message, with a report of each file and the near-duplicates of the articles. Doesn't wait for the person.
 * @param compared undefined where the person cancelled that */
export function showArticles(
  parts: Parts,
  brought: readonly Brought[],
  { newArticles, changedArticles, sameArticles }: ImportReport,
  articles: readonly vscode.Uri[],
  compared: Compared | undefined,
): void {
  const failed = brought.filter(({ problem }) => problem !== undefined);
  const { pairs, leftOut } = compared ?? { pairs: [], leftOut: 0 };
  const here = changedArticles + sameArticles;
  const message = [
    vscode.l10n.t('New articles: {0}.', newArticles),
    ...(here > 0 ? [vscode.l10n.t('Here already, by their text: {0}.', here)] : []),
    ...(failed.length > 0 ? [vscode.l10n.t('Not read: {0}.', failed.length)] : []),
    ...(failed.length === 1 ? failed.map(({ path, problem }) => `${path}: ${problem}.`) : []),
    ...(pairs.length > 0 ? [vscode.l10n.t('Near-duplicates: {0}.', pairs.length)] : []),
    ...(leftOut > 0 ? [leftOutInWords(leftOut)] : []),
    ...(compared ? [] : [uncompared()]),
  ].join(' ');
  const [first] = articles;
  const open = first && { title: vscode.l10n.t('Open'), run: () => vscode.window.showTextDocument(first) };
  const duplicates = { title: vscode.l10n.t('Near-Duplicates'), run: () => showNearDuplicates(parts, pairs) };
  const report = { title: vscode.l10n.t('Report'), run: () => showReport(brought) };
  showActions(failed.length > 0 ? 'showWarningMessage' : 'showInformationMessage', message, [
    ...(open && articles.length === 1 ? [open] : []),
    ...(pairs.length > 0 ? [duplicates] : []),
    ...(brought.length > 1 || brought.some(({ notes }) => notes.length > 0) ? [report] : []),
  ]);
}

function uncompared(): string {
  const command = vscode.l10n.t('Find Near-Duplicates among Articles…');
  return vscode.l10n.t('Near-duplicates weren’t looked for: the command “{0}” does that.', command);
}

/** A line a file, in an editor that nobody has to save. */
async function showReport(brought: readonly Brought[]): Promise<void> {
  const lines = brought.map(({ path, article, notes, problem }) => {
    const said = problem === undefined ? lossesInWords(notes) : vscode.l10n.t('not read: {0}', problem);
    const names = [path, ...(article === undefined || article === path ? [] : [article])];
    return `- ${names.map(escapeMarkdown).join(' → ')}${said === '' ? '' : `: ${escapeMarkdown(said)}`}`;
  });
  const content = `# ${vscode.l10n.t('Imported articles')}\n\n${lines.join('\n')}\n`;
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
}
