import * as vscode from 'vscode';
import type { ActiveArticle, ActiveContent } from './activeArticle';
import type { AnnotateMode } from './annotateMode/annotateMode';
import type { Parts } from './parts';
import { counts, grouped, type Counts } from './views/articleTree';

/** The one status bar item: what the active article holds, and whether something is wrong; opens the menu. */
export function registerStatusBar(
  { assist, mending: { disagreements } }: Parts,
  active: ActiveArticle,
  mode: AnnotateMode,
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('policyAnnotator.counts', vscode.StatusBarAlignment.Left, 50);
  item.name = vscode.l10n.t('Policy Annotator: Annotations');
  item.command = 'policyAnnotator.showMenu';
  const update = (): void => {
    const { content } = active;
    if (!content) return item.hide();
    show(item, content, disagreements.count, mode.isOn);
    return item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    active.onDidChange(update),
    disagreements.onDidChange(update),
    mode.onDidChange(update),
    vscode.commands.registerCommand('policyAnnotator.showMenu', async () =>
      (await assist.get()).showMenu(active, disagreements.count),
    ),
  );
}

function show(
  item: vscode.StatusBarItem,
  { article, codebook }: ActiveContent,
  disagreements: number,
  isMode: boolean,
): void {
  const count = counts(grouped(article.shown(), codebook.lists));
  const problem = article.problem ?? codebook.problem;
  const sentence = inWords(count);
  const notes = [
    ...(isMode ? [vscode.l10n.t('Annotate mode: single keys mark; h shows them, i leaves')] : []),
    ...(problem ? [vscode.l10n.t('A file can’t be read, so that annotating is off. Click to see which.')] : []),
    ...(count.attention > 0 ? [vscode.l10n.t('Annotations whose place is not sure: {0}', count.attention)] : []),
    ...(disagreements > 0 ? [vscode.l10n.t('Changed on both sides, to be chosen between: {0}', disagreements)] : []),
  ];
  const warning = problem ? ' $(warning)' : count.attention > 0 ? ` $(warning) ${count.attention}` : '';
  const sign = isMode ? `$(record-keys) ${vscode.l10n.t('Annotate mode (h: keys)')}  ` : '';
  item.text = `${sign}$(person) ${count.actors} $(comment) ${count.claims} $(references) ${count.sources}${warning}`;
  item.tooltip = [sentence, ...notes, vscode.l10n.t('Click for what can be done here.')].join('\n');
  item.accessibilityInformation = { label: [sentence, ...notes].join('. ') };
  item.backgroundColor = problem ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
}

/** "2 actors, 14 mentions · 5 claims · 3 sources" */
function inWords({ actors, mentions, claims, sources, passages }: Counts): string {
  const { t } = vscode.l10n;
  const parts = [
    `${actors === 1 ? t('1 actor') : t('{0} actors', actors)}, ${mentions === 1 ? t('1 mention') : t('{0} mentions', mentions)}`,
    claims === 1 ? t('1 claim') : t('{0} claims', claims),
    sources === 1 ? t('1 source') : t('{0} sources', sources),
  ];
  if (passages > 0) parts.push(passages === 1 ? t('1 passage') : t('{0} passages', passages));
  return parts.join(' · ');
}
