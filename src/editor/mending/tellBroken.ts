import type * as vscode from 'vscode';
import type { ActiveArticle } from '../activeArticle';
import { showError } from '../messages';
import { unreadable } from '../userError';

/** Says once of each broken file of the article in front that it is, and offers to rescue what can be read of it. */
export function tellBroken(active: ActiveArticle): vscode.Disposable {
  const told = new Set<string>();
  return active.onDidChange(() => {
    const { content } = active;
    for (const problem of [content?.article.problem, content?.codebook.problem]) {
      if (problem?.isBroken !== true || told.has(problem.uri.toString())) continue;
      told.add(problem.uri.toString());
      showError(unreadable(problem));
    }
  });
}
