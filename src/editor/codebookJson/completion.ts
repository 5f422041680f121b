import * as vscode from 'vscode';
import type { EffectiveCodebook, ReferredItem } from '../../model/codebook';
import { wordsOf, type Slot } from '../../model/codebookSlots';
import { plainLabel } from '../pickers/plainLabel';
import { placeInFile } from './placeInFile';

/** What may stand at a place of a codebook's file: ids of its items, or words of its own. */
export function completions(
  document: vscode.TextDocument,
  position: vscode.Position,
  lists: EffectiveCodebook,
): vscode.CompletionItem[] | undefined {
  const place = placeInFile(document, position);
  const offered = place && offeredIn(place.slot, lists);
  return offered?.map(({ id, name }) => {
    const item = new vscode.CompletionItem(plainLabel(id), vscode.CompletionItemKind.Reference);
    const json = JSON.stringify(id);
    item.detail = name === undefined || name === id ? '' : plainLabel(name);
    item.insertText = json;
    item.filterText = name === undefined ? json : `${json} ${name}`;
    item.range = place?.range ?? new vscode.Range(position, position);
    return item;
  });
}

/** An item isn't offered to itself. */
function offeredIn(
  slot: Slot,
  lists: EffectiveCodebook,
): readonly { readonly id: string; readonly name?: string }[] | undefined {
  if (slot.what === 'item') return undefined;
  if (slot.what === 'word') return wordsOf(slot.words, lists);
  const items: readonly ReferredItem[] = lists[slot.list];
  const own = slot.list === slot.of ? items[slot.index]?.id : undefined;
  return items.filter(({ id }) => id !== own);
}
