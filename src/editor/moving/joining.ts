import * as vscode from 'vscode';
import { SIDECAR_SUFFIX } from '../../model/article';
import { fileStamp } from '../files';
import { showActions, showDone } from '../messages';
import type { Parts } from '../parts';
import { plainLabel } from '../pickers/plainLabel';
import { sidecarUri } from '../store/article';
import { articleOf } from '../store/articles';
import { UserError } from '../userError';
import type { FileMove } from './companions';

/** A sidecar, and the article that it is to be the sidecar of. */
export interface Joining {
  readonly sidecar: vscode.Uri;
  readonly file: vscode.Uri;
}

/** A joining that nothing speaks against, with the number of annotations. */
export interface Offer extends Joining {
  readonly annotations: number;
}

/**
 * Moves sidecars to their articles' names, in one edit. Throws a {@link UserError}, and nothing is changed, where a
 * sidecar has its article, or what was chosen has a sidecar already or is no article.
 */
export async function join(parts: Parts, joinings: readonly Joining[]): Promise<void> {
  for (const side of ['sidecar', 'file'] as const) {
    if (new Set(joinings.map((joining) => joining[side].toString())).size === joinings.length) continue;
    throw new UserError(vscode.l10n.t('Choose one file for one article only. Nothing was moved.'));
  }
  for (const { sidecar, file } of joinings) {
    const article = articleOf(sidecar);
    if (!sidecar.path.endsWith(SIDECAR_SUFFIX) || (await fileStamp(sidecar)) === undefined) {
      throw new UserError(vscode.l10n.t('{0} is no file of annotations.', shown(sidecar)));
    }
    if ((await fileStamp(article)) !== undefined) {
      throw new UserError(vscode.l10n.t('{0} is there: its annotations stay with it.', shown(article)));
    }
    const name = shown(file);
    if (file.path.endsWith(SIDECAR_SUFFIX) || (await fileStamp(file)) === undefined) {
      throw new UserError(vscode.l10n.t('{0} is no article.', name));
    }
    if ((await fileStamp(sidecarUri(file))) !== undefined) {
      throw new UserError(vscode.l10n.t('{0} has annotations of its own already. Choose another article.', name));
    }
  }
  await move(
    parts,
    joinings.map(({ sidecar, file }) => ({ oldUri: articleOf(sidecar), newUri: file })),
  );
}

/** Says what was joined, with a way back. */
export function tellJoined(parts: Parts, joinings: readonly Joining[]): void {
  const [first] = joinings;
  if (!first) return;
  const message =
    joinings.length === 1
      ? vscode.l10n.t('The annotations of {0} belong to {1} now.', shown(articleOf(first.sidecar)), shown(first.file))
      : vscode.l10n.t('The annotations of {0} articles belong to their new files now.', joinings.length);
  showDone(message, () =>
    move(
      parts,
      joinings.map(({ sidecar, file }) => ({ oldUri: file, newUri: articleOf(sidecar) })),
    ),
  );
}

/** Moves the sidecars of articles, and what is kept of these in memory. */
async function move(parts: Parts, articles: readonly FileMove[]): Promise<void> {
  const from = articles.map(({ oldUri }) => oldUri);
  await parts.articles.flushIn(from);
  await parts.articles.willMove(from);
  const edit = new vscode.WorkspaceEdit();
  for (const { oldUri, newUri } of articles) {
    edit.renameFile(sidecarUri(oldUri), sidecarUri(newUri), { overwrite: false });
  }
  const isDone = await vscode.workspace.applyEdit(edit);
  await parts.steps.articlesMoved(() => parts.articles.moved(articles));
  for (const article of parts.articles.all()) {
    if (articles.some(({ newUri }) => newUri.toString() === article.key)) await article.refresh();
  }
  if (!isDone) {
    throw new UserError(vscode.l10n.t('The annotations could not be moved. They are where they were.'));
  }
}

/** Offers to join what nothing is to be chosen of. Doesn't wait for the person; calls `joined` where it was done. */
export function offerJoining(parts: Parts, offers: readonly Offer[], joined: () => unknown): void {
  const [first] = offers;
  if (!first) return;
  const message =
    offers.length === 1
      ? vscode.l10n.t(
          '{0} is gone, and {1} has the same text. Move the annotations ({2}) there?',
          shown(articleOf(first.sidecar)),
          shown(first.file),
          first.annotations,
        )
      : vscode.l10n.t(
          '{0} annotated articles are gone, and as many files have the same texts: {1}. Move the annotations there?',
          offers.length,
          offers
            .slice(0, 3)
            .map(({ sidecar, file }) => `${shown(articleOf(sidecar))} → ${shown(file)}`)
            .join(', ') + (offers.length > 3 ? ' …' : ''),
        );
  const yes = vscode.l10n.t('Move Annotations');
  ask(message, yes, async () => {
    await join(parts, offers);
    tellJoined(parts, offers);
    await joined();
  });
}

/** Says that articles were moved of which a person must say where. Doesn't wait for the person. */
export function offerChoosing(count: number): void {
  ask(
    vscode.l10n.t('{0} annotated articles are gone, and several files have their texts.', count),
    undefined,
    () => undefined,
  );
}

/** Asks yes, choose or no; choosing is a command of its own. */
function ask(message: string, yes: string | undefined, act: () => unknown): void {
  const choose = vscode.l10n.t('Choose…');
  showActions('showInformationMessage', message, [
    ...(yes === undefined ? [] : [{ title: yes, run: act }]),
    { title: choose, run: () => vscode.commands.executeCommand('policyAnnotator.findMovedArticles') },
    { title: vscode.l10n.t('No'), run: () => undefined },
  ]);
}

function shown(uri: vscode.Uri): string {
  return plainLabel(vscode.workspace.asRelativePath(uri));
}
