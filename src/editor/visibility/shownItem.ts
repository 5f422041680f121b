import * as vscode from 'vscode';
import { plainLabel } from '../pickers/plainLabel';
import type { Visibility, Whose } from './visibility';

/** The item of the status bar that says whose annotations are shown while some are hidden, and leads to showing the others. */
export class ShownItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'policyAnnotator.shown',
    vscode.StatusBarAlignment.Left,
    49,
  );
  private readonly subscription: vscode.Disposable;

  constructor(private readonly visibility: Visibility) {
    this.item.name = vscode.l10n.t('Policy Annotator: Whose Annotations Are Shown');
    this.item.command = 'policyAnnotator.filterCreators';
    this.subscription = visibility.onDidChange(() => this.update());
    this.update();
  }

  dispose(): void {
    vscode.Disposable.from(this.subscription, this.item).dispose();
  }

  private update(): void {
    const { t } = vscode.l10n;
    const { item, visibility } = this;
    if (visibility.isAll) return item.hide();
    const whose = whoseWords(visibility.asked);
    item.text = `$(eye-closed) ${whose}`;
    item.tooltip = `${whose}\n${t('All other annotations are hidden. They stay in the files. Click to show them.')}`;
    item.accessibilityInformation = { label: item.tooltip };
    item.show();
  }
}

/** "Only my annotations"; "Only annotations of lee, kim". */
function whoseWords(whose: Whose): string {
  if (whose === 'all' || whose === 'mine') return vscode.l10n.t('Only my annotations');
  const names = whose.map((creator) => plainLabel(creator, 40) || vscode.l10n.t('no annotator'));
  return vscode.l10n.t('Only annotations of {0}', plainLabel(names.join(', '), 80));
}
