import * as vscode from 'vscode';
import type { ImportReport } from '../../exchange/importing/report';
import { lossesInWords } from '../../exchange/losses';
import { showActions } from '../messages';
import type { Parts } from '../parts';
import type { AppliedImport } from './applyingImport';

/** Names that the message says. */
const MOST_NAMES = 3;

/** The closing message: what came in, what stayed as it was, and what couldn't be taken. Doesn't wait for the person. */
export function showImported(parts: Parts, report: ImportReport, { articles, step }: AppliedImport): void {
  const isFaulty = report.uncertain + report.missing.length + report.losses.length > 0;
  const [first] = articles;
  const review = {
    title: vscode.l10n.t('Needs Attention'),
    run: () => vscode.commands.executeCommand('policyAnnotator.nextAttention'),
  };
  const open = first && { title: vscode.l10n.t('Open'), run: () => vscode.window.showTextDocument(first) };
  const undo = step && { title: vscode.l10n.t('Undo'), run: () => parts.steps.takeBack(step) };
  showActions(
    isFaulty ? 'showWarningMessage' : 'showInformationMessage',
    [...taken(report), ...left(report)].join(' '),
    [...(report.uncertain > 0 ? [review] : open && articles.length === 1 ? [open] : []), ...(undo ? [undo] : [])],
  );
}

/** What came in, a sentence each. */
function taken({ newArticles, changedArticles, added, changed, newItems }: ImportReport): string[] {
  if (newArticles + changedArticles + newItems === 0) return [vscode.l10n.t('Nothing new: all of it is here already.')];
  const said = [
    counted(newArticles, vscode.l10n.t('new articles: {0}', newArticles)),
    counted(changedArticles, vscode.l10n.t('articles changed: {0}', changedArticles)),
    counted(added, vscode.l10n.t('new annotations: {0}', added)),
    counted(changed, vscode.l10n.t('annotations changed: {0}', changed)),
    counted(newItems, vscode.l10n.t('new in the codebook: {0}', newItems)),
  ];
  return [vscode.l10n.t('Imported: {0}.', said.flat().join(', '))];
}

/** What a person should know of, a sentence each. */
function left({ united, moved, uncertain, kept, missing, losses }: ImportReport): string[] {
  const names = missing.slice(0, MOST_NAMES).map(({ path }) => path);
  const annotations = missing.reduce((sum, article) => sum + article.annotations, 0);
  return [
    counted(united, vscode.l10n.t('Documents with the text of an earlier one, one article with it: {0}.', united)),
    counted(moved, vscode.l10n.t('Found elsewhere than the file says: {0}.', moved)),
    counted(uncertain, vscode.l10n.t('Not sure where in the text: {0}; they need your attention.', uncertain)),
    counted(kept, vscode.l10n.t('Values that differ from yours, which stay: {0}.', kept)),
    counted(
      missing.length,
      vscode.l10n.t(
        'Articles that aren’t here: {0} ({1}), with annotations: {2}.',
        missing.length,
        names.join(', ') + (missing.length > MOST_NAMES ? ' …' : ''),
        annotations,
      ),
    ),
    counted(losses.length, vscode.l10n.t('Not taken: {0}.', lossesInWords(losses))),
  ].flat();
}

function counted(count: number, words: string): string[] {
  return count > 0 ? [words] : [];
}
