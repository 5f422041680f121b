import * as vscode from 'vscode';
import { articleOf } from '../commands/target';
import type { Parts } from '../parts';
import { pick } from '../pickers/pick';
import { plainLabel } from '../pickers/plainLabel';
import { modeKeys, type ModeKey } from './keys';
import { pinnedNames } from './pins';
import { shownKey } from './shownKey';

/** Shows what the keys of annotate mode do; Enter does it. Of the digits, those that are pinned and the first free one. */
export async function showAnnotateKeys(parts: Parts, state: vscode.Memento): Promise<void> {
  const article = await articleOf(parts.articles, undefined);
  const pinned = pinnedNames(await parts.codebooks.of(article.uri), state);
  const says = (key: ModeKey): string | undefined => {
    const { slot, stance } = key.args ?? {};
    if (stance !== undefined) return `${key.title.replace(/…$/, '')}: ${stanceWord(stance)}`;
    if (slot === undefined) return key.title;
    const name = pinned.get(String(slot)) ?? (slot === firstFree(pinned) ? vscode.l10n.t('pins one') : undefined);
    return name && `${key.title.replace(/…$/, '')}: ${plainLabel(name, 60)}`;
  };
  const keys = new Map(modeKeys().map((key) => [shownKey(key.key), key]));
  const chosen = await pick<ModeKey>({
    title: vscode.l10n.t('Keys of annotate mode'),
    placeholder: vscode.l10n.t('Each acts at once in the article; Enter does what the line says'),
    rows: [...keys].flatMap(([shown, key]) => {
      const description = says(key);
      return description === undefined ? [] : [{ label: `$(keyboard) ${shown}`, description, value: key }];
    }),
  });
  if (chosen) await vscode.commands.executeCommand(chosen.command, chosen.args);
}

function stanceWord(sign: '+' | '-' | '0'): string {
  const { t } = vscode.l10n;
  return sign === '+' ? t('for') : sign === '-' ? t('against') : t('neutral');
}

function firstFree(pinned: ReadonlyMap<string, string>): number {
  let slot = 1;
  while (pinned.has(String(slot))) slot += 1;
  return slot;
}
