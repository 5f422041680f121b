import * as vscode from 'vscode';
import type { Range } from '../../model/range';
import type { Parts } from '../parts';
import type { Article } from '../store/article';
import { doubtKey, type Doubt } from './doubts';
import { doubtsAbout } from './inDoubt';
import { doubtDiagnostics } from './diagnostics';
import { QuickFixes } from './quickFixes';
import { quotedDoubt, whyInDoubt } from './words';

/** The doubt that a person looked at last, and the place of it that was shown. */
export interface Visited {
  readonly article: string;
  readonly key: string;
  readonly id: string;
  readonly place: Range;
}

/** What goes on while something needs attention: diagnostics, quick fixes, and which doubt a person is about. */
export class Attending implements vscode.Disposable {
  private last: Visited | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(readonly parts: Parts) {
    const diagnostics = doubtDiagnostics(parts);
    const fixes = new QuickFixes(this, diagnostics);
    this.subscriptions = [
      diagnostics,
      vscode.languages.registerCodeActionsProvider({ pattern: '**' }, fixes, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    ];
  }

  /** The doubt that was looked at last, if it is in this article. */
  visited(article: Article): Visited | undefined {
    return this.last?.article === article.key ? this.last : undefined;
  }

  /** Its annotation still being in doubt. */
  visitedDoubt(article: Article): Doubt | undefined {
    const visited = this.visited(article);
    return visited && doubtsAbout(article, visited.id).find((doubt) => doubtKey(doubt) === visited.key);
  }

  /** Goes to a place of a doubt: to a candidate, or by default to where it is likeliest, else where it stood. */
  async goTo(article: Article, doubt: Doubt, candidate?: number): Promise<void> {
    const place = (candidate === undefined ? undefined : doubt.candidates[candidate]) ?? doubt.place;
    await this.parts.reveal.show(article, place);
    this.remember(article, doubt, place);
    const what = quotedDoubt(doubt);
    const { t } = vscode.l10n;
    const told =
      doubt.standing === 'orphaned'
        ? t('{0}: its text is gone; it stood here', what)
        : candidate === undefined
          ? `${what}: ${whyInDoubt(doubt.standing, doubt.candidates)}`
          : t('{0}: likely place {1} of {2}', what, candidate + 1, doubt.candidates.length);
    vscode.window.setStatusBarMessage(told, 5000);
  }

  /** A person looks at this now. */
  remember(article: Article, doubt: Doubt, { start, end }: Range): void {
    this.last = { article: article.key, key: doubtKey(doubt), id: doubt.annotation.id, place: { start, end } };
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }
}
