import * as vscode from 'vscode';
import { fileNameOf } from '../../model/article';
import type { Choice } from '../pickers/choose';
import { pick, section } from '../pickers/pick';
import { plainLabel } from '../pickers/plainLabel';
import type { Joining } from './joining';
import type { Match } from './matches';
import { findMoved, freeFiles } from './search';
import { slowWork } from '../slowWork';
import type { Stray } from './stray';

/** Files of the workspace whose text is compared. */
const MOST_FILES = 20_000;

const { t } = vscode.l10n;

/** Asks which of the sidecars without an article is meant, and what to do with it. */
export async function askStray(
  strays: readonly Stray[],
): Promise<{ readonly stray: Stray; readonly action: 'open' | 'choose' } | undefined> {
  const stray = await pick({
    title: t('Annotations without an article'),
    placeholder: t('Whose article is to be chosen, or which file opened?'),
    rows: strays.map((one): Choice<Stray> => ({
      label: nameOf(one.article),
      description: folderOf(one.article),
      detail: contentOf(one),
      value: one,
    })),
  });
  if (!stray) return undefined;
  const action = await pick<'open' | 'choose'>({
    title: nameOf(stray.article),
    placeholder: t('What is to be done? The annotations are kept in any case.'),
    rows: [
      { label: t('Choose Its Article…'), description: t('the file is renamed to stand beside it'), value: 'choose' },
      { label: t('Open the File of Annotations'), value: 'open' },
    ],
  });
  return action && { stray, action };
}

/** Asks for the article of a sidecar: files of the same text come first, then those of the same name. */
export async function askArticle(stray: Stray): Promise<vscode.Uri | undefined> {
  const [[match], files] = await slowWork(t('Looking for the article'), async (work) => [
    await findMoved([stray], undefined, MOST_FILES, work),
    await freeFiles(work.token),
  ]);
  const same = match?.files ?? [];
  const isSame = new Set(same.map(String));
  const rest = files.filter((file) => !isSame.has(file.toString())).sort((a, b) => (a.path < b.path ? -1 : 1));
  const name = nameOf(stray.article);
  const choice = (file: vscode.Uri): Choice<vscode.Uri | 'browse'> => ({
    label: nameOf(file),
    description: folderOf(file),
    value: file,
  });
  const chosen = await pick<vscode.Uri | 'browse'>({
    title: t('The article of {0}', name),
    placeholder: t('Which file do these annotations belong to? ({0})', contentOf(stray)),
    rows: [
      ...section(t('of the same text'), same.map(choice)),
      ...section(t('of the same name'), rest.filter((file) => nameOf(file) === name).map(choice)),
      ...section(t('other files without annotations'), rest.filter((file) => nameOf(file) !== name).map(choice)),
      ...section(t('elsewhere'), [{ label: t('Browse…'), value: 'browse', alwaysShow: true }]),
    ],
  });
  if (chosen !== 'browse') return chosen;
  const [file] = (await vscode.window.showOpenDialog({ defaultUri: stray.sidecar, canSelectMany: false })) ?? [];
  return file;
}

/** Asks which of the matches hold; all that are certain are chosen at first. */
export async function askMatches(
  matches: readonly Match[],
  isCertain: (stray: Stray, file: vscode.Uri) => boolean,
): Promise<readonly Joining[] | undefined> {
  const rows = matches.flatMap(({ stray, files }) =>
    files.map((file) => ({
      label: `${nameOf(stray.article)} $(arrow-right) ${nameOf(file)}`,
      description: folderOf(file),
      detail: contentOf(stray),
      picked: isCertain(stray, file),
      joining: { sidecar: stray.sidecar, file },
    })),
  );
  const chosen = await vscode.window.showQuickPick(rows, {
    title: t('Articles that were moved'),
    placeHolder: t('These files have the texts of articles that are gone. Which get their annotations?'),
    canPickMany: true,
    matchOnDescription: true,
  });
  return chosen?.map(({ joining }) => joining);
}

function contentOf({ says }: Stray): string {
  return says ? t('annotations: {0}', says.annotations) : t('can’t be read');
}

function nameOf(uri: vscode.Uri): string {
  return plainLabel(fileNameOf(uri.path));
}

function folderOf(uri: vscode.Uri): string {
  const shown = vscode.workspace.asRelativePath(uri);
  return plainLabel(shown.includes('/') ? shown.slice(0, shown.lastIndexOf('/')) : '');
}
