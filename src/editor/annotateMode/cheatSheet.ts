import * as vscode from 'vscode';
import { articleOf } from '../commands/target';
import type { Parts } from '../parts';
import { pick } from '../pickers/pick';
import { plainLabel } from '../pickers/plainLabel';
import { modeKeys, type ModeKey } from './keys';
import { pinnedNames } from './pins';

/** Shows what the keys of annotate mode do; Enter does it. */
export async function showAnnotateKeys(parts: Parts, state: vscode.Memento): Promise<void> {
  const article = await articleOf(parts.articles, undefined);
  const pinned = pinnedNames(await parts.codebooks.of(article.uri), state);
  const chosen = await pick<ModeKey>({
    title: vscode.l10n.t('Keys of annotate mode'),
    placeholder: vscode.l10n.t('Each acts at once in the article; Enter does what the line says'),
    rows: modeKeys().map((modeKey) => {
      const slot = modeKey.args?.slot;
      const name = slot === undefined ? undefined : (pinned.get(String(slot)) ?? vscode.l10n.t('nothing pinned yet'));
      const says = name === undefined ? modeKey.title : `${modeKey.title.replace(/…$/, '')}: ${plainLabel(name, 60)}`;
      return { label: `$(keyboard) ${shown(modeKey.key)}`, description: says, value: modeKey };
    }),
  });
  if (chosen) await vscode.commands.executeCommand(chosen.command, chosen.args);
}

/** "shift+n" as one types it: N. */
function shown(key: string): string {
  return key.startsWith('shift+') ? key.slice('shift+'.length).toUpperCase() : key;
}
