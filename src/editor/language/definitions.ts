import type * as vscode from 'vscode';
import type { CodebookEntries } from './codebookEntries';
import type { Looking } from './looking';

/** The entries in the codebook of what is spoken of at a place. */
export async function definitions(
  looking: Looking,
  entries: CodebookEntries,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.DefinitionLink[]> {
  const look = await looking.at(document, position);
  if (!look || look.spoken.length === 0) return [];
  const entryOf = await entries.of(look.codebook);
  return look.spoken.flatMap(({ subject, range }): vscode.DefinitionLink[] => {
    const entry = entryOf(subject);
    if (!entry) return [];
    const { uri: targetUri, whole: targetRange, name: targetSelectionRange } = entry;
    return [{ originSelectionRange: look.article.editorRange(range), targetUri, targetRange, targetSelectionRange }];
  });
}
