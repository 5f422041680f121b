import * as vscode from 'vscode';
import { articleFiles } from '../articleFiles';
import { statusOf } from '../articleStatus';
import type { Arguments } from '../commands/arguments';
import { showError } from '../messages';
import type { Parts } from '../parts';
import { plainLabel } from '../pickers/plainLabel';
import { slowWork } from '../slowWork';
import { nearDuplicatesOf, type DuplicatePair } from './nearDuplicatesOf';

/** Lists the near-duplicates among the workspace's articles. Gives the pairs, as `{first, second, containment}` with uris as text;
 * undefined where the person cancelled. */
export async function findNearDuplicates(
  parts: Parts,
  args: Arguments | undefined,
): Promise<readonly object[] | undefined> {
  args?.only();
  const compared = await slowWork(vscode.l10n.t('Comparing articles'), async (work) => {
    await parts.corpus.build();
    return nearDuplicatesOf(await articleFiles(parts), work);
  });
  if (!compared) return undefined;
  const { pairs, leftOut } = compared;
  if (leftOut > 0) void vscode.window.showWarningMessage(leftOutInWords(leftOut));
  if (!args) await showNearDuplicates(parts, pairs);
  return pairs.map(({ first, second, containment }) => {
    return { first: first.toString(), second: second.toString(), containment };
  });
}

/** A sentence. */
export function leftOutInWords(leftOut: number): string {
  return vscode.l10n.t('Articles that weren’t compared, being more than can be: {0}.', leftOut);
}

interface PairRow extends vscode.QuickPickItem {
  readonly pair: DuplicatePair;
}

/** A list that stays open: Enter compares two articles, a row's buttons mark one of them irrelevant. */
export async function showNearDuplicates(parts: Parts, pairs: readonly DuplicatePair[]): Promise<void> {
  if (pairs.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No two articles are much alike.'));
    return;
  }
  const picker = vscode.window.createQuickPick<PairRow>();
  picker.title = vscode.l10n.t('Near-duplicates: {0}', pairs.length);
  picker.placeholder = vscode.l10n.t(
    'Enter compares two articles; the buttons mark the shorter or the other one irrelevant',
  );
  picker.matchOnDescription = true;
  const creator = await parts.creator.name();
  const irrelevant = [...parts.corpus.current().ordered()].filter((one) => statusOf(one, creator) === 'irrelevant');
  const marked = new Set(irrelevant.map(({ uri }) => uri));
  const draw = (): void => void (picker.items = pairs.map((pair) => rowOf(pair, marked)));
  draw();
  picker.ignoreFocusOut = true;
  picker.onDidAccept(() => {
    const [row] = picker.activeItems;
    if (row) void compare(row.pair).then(undefined, showError);
  });
  picker.onDidTriggerItemButton(({ item: { pair }, button }) => {
    const isShorter = button.tooltip === shorterTooltip(pair);
    const uri = isShorter ? pair.shorter : otherOf(pair);
    void markIrrelevant(parts, uri).then(() => {
      marked.add(uri.toString());
      draw();
    }, showError);
  });
  picker.onDidHide(() => picker.dispose());
  picker.show();
}

function otherOf({ first, second, shorter }: DuplicatePair): vscode.Uri {
  return shorter.toString() === first.toString() ? second : first;
}

function shorterTooltip({ shorter }: DuplicatePair): string {
  return vscode.l10n.t('Mark {0} irrelevant (the shorter one)', plainLabel(vscode.workspace.asRelativePath(shorter)));
}

function rowOf(pair: DuplicatePair, marked: ReadonlySet<string>): PairRow {
  const shown = (uri: vscode.Uri): string => {
    const name = plainLabel(vscode.workspace.asRelativePath(uri));
    return marked.has(uri.toString()) ? vscode.l10n.t('{0} (irrelevant)', name) : name;
  };
  const other = otherOf(pair);
  return {
    pair,
    label: shown(pair.shorter),
    description: shown(other),
    detail: vscode.l10n.t('{0} % of the first one is in the second', Math.round(pair.containment * 100)),
    buttons: [
      { iconPath: new vscode.ThemeIcon('circle-slash'), tooltip: shorterTooltip(pair) },
      {
        iconPath: new vscode.ThemeIcon('close'),
        tooltip: vscode.l10n.t('Mark {0} irrelevant', plainLabel(vscode.workspace.asRelativePath(other))),
      },
    ],
  };
}

async function compare({ shorter, ...pair }: DuplicatePair): Promise<void> {
  const other = otherOf({ shorter, ...pair });
  const title = vscode.l10n.t(
    '{0} and {1}',
    vscode.workspace.asRelativePath(shorter),
    vscode.workspace.asRelativePath(other),
  );
  await vscode.commands.executeCommand('vscode.diff', shorter, other, title);
}

async function markIrrelevant(parts: Parts, uri: vscode.Uri): Promise<void> {
  await parts.articles.get(uri);
  const done = await vscode.commands.executeCommand('policyAnnotator.setCodingStatus', {
    article: uri,
    status: 'irrelevant',
  });
  if (done !== true) throw new Error(vscode.l10n.t('{0} was not marked', vscode.workspace.asRelativePath(uri)));
}
