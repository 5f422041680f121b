import * as vscode from 'vscode';
import type { Wanted } from '../../corpus/wanted';
import type { ClosedTexts } from '../closedTexts';
import type { Parts } from '../parts';
import type { CodebookFile } from '../store/codebookFile';
import type { CodebookEntries } from './codebookEntries';
import { hitLocations } from './hitLocations';
import type { Looking } from './looking';
import type { Subject } from './subjects';

/** What the features of this room look things up with. */
export interface Means {
  readonly parts: Parts;
  readonly looking: Looking;
  readonly entries: CodebookEntries;
  readonly texts: ClosedTexts;
}

/** All that the workspace says of what is spoken of at a place, in its order; the entries in the codebook first. */
export async function references(
  means: Means,
  document: vscode.TextDocument,
  position: vscode.Position,
  context: vscode.ReferenceContext,
  token: vscode.CancellationToken,
): Promise<vscode.Location[]> {
  const look = await means.looking.at(document, position);
  if (!look || look.spoken.length === 0) return [];
  const subjects = look.spoken.map(({ subject }) => subject);
  return referencesOf(means, look.codebook, subjects, context, token);
}

/** The same, of some things of a codebook. */
export async function referencesOf(
  { parts, entries, texts }: Omit<Means, 'looking'>,
  codebook: CodebookFile,
  subjects: readonly Subject[],
  { includeDeclaration }: vscode.ReferenceContext,
  token: vscode.CancellationToken,
): Promise<vscode.Location[]> {
  const entryOf = includeDeclaration ? await entries.of(codebook) : undefined;
  const declared = subjects.flatMap((subject) => entryOf?.(subject) ?? []);
  await parts.corpus.build();
  if (token.isCancellationRequested) return [];
  const index = parts.corpus.shown();
  const hits = subjects.flatMap((subject) => [...index.all(wanted(subject), 'workspace')]);
  return [
    ...declared.map(({ uri, name }) => new vscode.Location(uri, name)),
    ...(await hitLocations(parts, texts, hits, token)),
  ];
}

/** Of an actor its mentions, of a topic what is marked with it, of a source its places and what is linked to it. */
function wanted({ kind, ids }: Subject): Wanted {
  return { actor: { actors: ids }, topic: { topics: ids }, source: { sources: ids } }[kind];
}
