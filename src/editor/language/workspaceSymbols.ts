import * as vscode from 'vscode';
import type { Referent } from '../../model/references';
import { CODEBOOK_FILE } from '../../model/article';
import type { Actor, CodebookSource, Topic } from '../../model/codebook';
import type { Parts } from '../parts';
import { plainLabel } from '../pickers/plainLabel';
import type { CodebookFile } from '../store/codebookFile';
import type { CodebookEntries } from './codebookEntries';
import { kindWords } from './kindWords';
import { listOf } from './subjects';
import { isSubsequence } from './subsequence';

/** Symbols that are given: nobody reads more. */
const MOST = 1000;

const symbolKinds: { readonly [kind in Referent]: vscode.SymbolKind } = {
  actor: vscode.SymbolKind.Class,
  topic: vscode.SymbolKind.Interface,
  source: vscode.SymbolKind.File,
};

/** Actors, topics and sources of all codebooks of the workspace by their names and aliases, of which the letters that were typed
 * are a subsequence (VS Code looks at the names once more); each is where its codebook has it. */
export async function workspaceSymbols(
  parts: Parts,
  entries: CodebookEntries,
  typed: string,
  token: vscode.CancellationToken,
): Promise<vscode.SymbolInformation[]> {
  const found: vscode.SymbolInformation[] = [];
  for (const codebook of await allCodebooks(parts)) {
    if (token.isCancellationRequested || found.length >= MOST) break;
    const named = namedIn(codebook).filter(({ name }) => isSubsequence(typed, name));
    if (named.length === 0) continue;
    const entryOf = await entries.of(codebook);
    for (const { kind, item, name } of named) {
      const entry = entryOf({ kind, id: item.id, item });
      if (!entry || found.length >= MOST) continue;
      const of = name === item.name ? kindWords(kind) : item.name;
      const location = new vscode.Location(entry.uri, entry.name);
      found.push(new vscode.SymbolInformation(plainLabel(name) || '?', symbolKinds[kind], plainLabel(of), location));
    }
  }
  return found;
}

interface NamedItem {
  readonly kind: Referent;
  readonly item: Actor | Topic | CodebookSource;
  readonly name: string;
}

/** Every item under its name, then actors under their aliases. */
function namedIn({ lists }: CodebookFile): readonly NamedItem[] {
  const kinds: readonly Referent[] = ['actor', 'topic', 'source'];
  const byName = kinds.flatMap((kind) => {
    const items: readonly (Actor | Topic | CodebookSource)[] = lists[listOf[kind]];
    return items.map((item): NamedItem => ({ kind, item, name: item.name }));
  });
  const byAlias = lists.actors.flatMap((item) =>
    (item.aliases ?? []).map((name): NamedItem => ({ kind: 'actor', item, name })),
  );
  return [...byName, ...byAlias];
}

async function allCodebooks({ codebooks }: Parts): Promise<readonly CodebookFile[]> {
  const uris = await vscode.workspace.findFiles(`**/${CODEBOOK_FILE}`);
  return Promise.all(
    uris.map(async (uri) => {
      const codebook = codebooks.at(uri);
      await codebook.ready();
      await codebook.refresh();
      return codebook;
    }),
  );
}
