import * as vscode from 'vscode';
import { needsAttention } from '../model/annotation';
import type { ActiveArticle } from './activeArticle';
import { plainLabel } from './pickers/plainLabel';
import { unreadable } from './userError';

interface Entry extends vscode.QuickPickItem {
  readonly run?: () => unknown;
}

/** The menu of the status bar item: what can be done in the active article, and whether two sides disagree somewhere. */
export async function showMenu(active: ActiveArticle, disagreements: number): Promise<unknown> {
  const chosen = await vscode.window.showQuickPick(entries(active, disagreements), {
    title: active.content ? plainLabel(active.content.article.fileName, 60) : vscode.l10n.t('Policy Annotator'),
    placeHolder: vscode.l10n.t('What do you want to do?'),
    matchOnDescription: true,
  });
  return chosen?.run?.();
}

function entries(active: ActiveArticle, disagreements: number): readonly Entry[] {
  const { t } = vscode.l10n;
  const group = (label: string, ...items: readonly Entry[]): readonly Entry[] => [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...items,
  ];
  const entry = (icon: string, label: string, command: string, description = ''): Entry => ({
    label,
    description,
    iconPath: new vscode.ThemeIcon(icon),
    run: () => vscode.commands.executeCommand(command),
  });
  const own = (icon: string, label: string, command: string, description?: string): Entry =>
    entry(icon, label, `policyAnnotator.${command}`, description);
  const showView = entry('list-tree', t('Show all annotations'), 'policyAnnotator.article.focus');
  const versions = own('git-compare', t('Choose between two versions…'), 'chooseVersions', String(disagreements));
  const open = disagreements > 0 ? [versions] : [];
  if (!active.content) return [...open, showView, own('export', t('Export…'), 'export')];
  return [
    ...problems(active),
    ...open,
    ...(active.content.article.shown().some(needsAttention)
      ? group(
          t('Needs attention'),
          own('question', t('Review annotations that need attention…'), 'reviewAttention'),
          own('arrow-circle-down', t('Go to next annotation that needs attention'), 'nextAttention'),
        )
      : []),
    ...group(
      t('Mark'),
      own('person', t('Tag actor…'), 'tagActor', t('who acts')),
      own('comment', t('Mark claim…'), 'tagClaim', t('what is said')),
      own('references', t('Mark source…'), 'tagSource', t('on what evidence')),
      own('bookmark', t('Mark passage…'), 'tagPassage', t('an event, a law, a theme')),
      own('circle-slash', t('Exclude as boilerplate'), 'exclude'),
    ),
    ...group(
      t('At the cursor'),
      own('edit', t('Edit annotation…'), 'editAnnotation'),
      own('form', t('Show details'), 'focusDetails', t('all of it as a form')),
      own('link', t('Link…'), 'link'),
      own('trash', t('Remove annotation'), 'removeAnnotation'),
    ),
    ...group(
      t('Go'),
      showView,
      own('symbol-class', t('Go to actor…'), 'goToActor'),
      own('arrow-down', t('Next mention'), 'nextMention'),
      own('arrow-up', t('Previous mention'), 'previousMention'),
      own('arrow-right', t('Next annotation'), 'nextAnnotation'),
      own('arrow-left', t('Previous annotation'), 'previousAnnotation'),
    ),
    ...group(
      t('Article'),
      own('checklist', t('Set coding status…'), 'setCodingStatus'),
      own('info', t('Edit article metadata…'), 'editArticleMetadata'),
      own('export', t('Export…'), 'export'),
      own('discard', t('Undo annotation step'), 'undo'),
      own('redo', t('Redo annotation step'), 'redo'),
    ),
  ];
}

function problems({ content }: ActiveArticle): readonly Entry[] {
  const found = [content?.article.problem, content?.codebook.problem].filter((problem) => problem !== undefined);
  return found.flatMap((problem): readonly Entry[] => {
    const error = unreadable(problem);
    const [open, rescue] = error.actions;
    const detail = plainLabel(error.message, 400);
    const iconPath = new vscode.ThemeIcon('warning');
    return [
      { label: vscode.l10n.t('Open the file that can’t be read…'), detail, iconPath, run: () => open?.run() },
      ...(rescue
        ? [{ label: vscode.l10n.t('Rescue what can be read of it…'), iconPath, run: () => rescue.run() }]
        : []),
    ];
  });
}
