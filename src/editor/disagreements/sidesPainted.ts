import * as vscode from 'vscode';
import { plainLabel } from '../pickers/plainLabel';
import type { Parts } from '../parts';
import { placesOf } from '../places';
import type { Listed } from './listing';
import { sideInWords, sideSign } from './words';

const LONGEST = 70;

/**
 * Shows a disagreement in the text: each side in a box of its own kind of line and colour, and behind it who says what. VS Code moves what
 * is painted with the text.
 */
export class SidesPainted implements vscode.Disposable {
  private readonly types = [
    boxed('solid', 'firstSideBorder'),
    boxed('dashed', 'secondSideBorder'),
    boxed('dotted', 'otherBorder'),
  ] as const;
  private readonly subscription: vscode.Disposable;
  private shown: Listed | undefined;

  constructor(private readonly parts: Parts) {
    this.subscription = vscode.window.onDidChangeVisibleTextEditors(() => this.paint());
  }

  show(one: Listed | undefined): void {
    this.shown = one;
    this.paint();
  }

  dispose(): void {
    vscode.Disposable.from(this.subscription, ...this.types).dispose();
  }

  private paint(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const article = this.parts.articles.of(editor.document);
      const one = article && this.shown?.article === article.key ? this.shown : undefined;
      const options = one ? this.optionsOf(one, editor) : [];
      for (const [index, type] of this.types.entries()) editor.setDecorations(type, options[index] ?? []);
    }
  }

  /** By type of decoration. Who has nothing there is named where the others' text ends. */
  private optionsOf(one: Listed, editor: vscode.TextEditor): vscode.DecorationOptions[][] {
    const article = this.parts.articles.of(editor.document);
    const options: vscode.DecorationOptions[][] = this.types.map(() => []);
    if (!article) return options;
    for (const [index, side] of one.sides.entries()) {
      const current = side.annotation && article.shownAnnotation(side.annotation.id);
      const places = current ? placesOf(article, current).filter(({ start, end }) => start < end) : [];
      const last = places.at(-1) ?? { start: one.end, end: one.end };
      const words = `${sideSign(index)} ${side.creator}: ${sideInWords(one, side)}`;
      const after = { contentText: ` ${plainLabel(words, LONGEST)} `, margin: '0 0 0 4px' };
      const list = options[Math.min(index, options.length - 1)];
      for (const place of places.slice(0, -1)) list?.push({ range: article.editorRange(place) });
      list?.push({ range: article.editorRange(last), renderOptions: { after } });
    }
    return options;
  }
}

function boxed(style: string, name: string): vscode.TextEditorDecorationType {
  const color = new vscode.ThemeColor(`policyAnnotator.${name}`);
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    outline: `2px ${style}`,
    outlineColor: color,
    overviewRulerColor: color,
    overviewRulerLane: vscode.OverviewRulerLane.Full,
    after: { color, border: `1px ${style}`, borderColor: color, fontStyle: 'normal' },
  });
}
