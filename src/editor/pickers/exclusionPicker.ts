import * as vscode from 'vscode';
import { trimmed, type Range } from '../../model/range';
import type { Article } from '../store/article';
import type { Choice } from './choose';
import { EditorPreview } from './editorPreview';
import { plainLabel } from './plainLabel';

/**
 * Asks which of the passages that look like boilerplate to exclude: all are ticked at first. Each is shown in the editor while
 * the person moves through the list. Gives the ticked ones in their order; undefined where the person leaves by Escape.
 */
export async function askExclusions(
  article: Article,
  proposals: readonly Range[],
): Promise<readonly Range[] | undefined> {
  const preview = new EditorPreview();
  const ticked = await tick(article, proposals, preview);
  await preview.finish(ticked !== undefined);
  return ticked;
}

function tick(
  article: Article,
  proposals: readonly Range[],
  preview: EditorPreview,
): Promise<readonly Range[] | undefined> {
  const picker = vscode.window.createQuickPick<Choice<Range>>();
  const items = proposals.map((range) => exclusionChoice(article, range));
  picker.title = vscode.l10n.t('Exclude what looks like boilerplate');
  picker.placeholder = vscode.l10n.t('Space takes or leaves one, Enter excludes what is ticked');
  picker.canSelectMany = true;
  picker.items = items;
  picker.selectedItems = items;
  return new Promise((resolve) => {
    picker.onDidChangeActive(([item]) => {
      if (item) preview.show(() => ({ article, ranges: [item.value] }));
    });
    picker.onDidAccept(() => {
      resolve(items.filter((item) => picker.selectedItems.includes(item)).map(({ value }) => value));
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

function exclusionChoice(article: Article, range: Range): Choice<Range> {
  const inner = trimmed(article.text, range);
  const first = article.positionAt(inner.start).line + 1;
  const last = article.positionAt(inner.end).line + 1;
  return {
    label: plainLabel(article.text.slice(inner.start, inner.end), 80),
    description: first === last ? vscode.l10n.t('line {0}', first) : vscode.l10n.t('lines {0} to {1}', first, last),
    value: range,
  };
}
