import * as vscode from 'vscode';
import { SIDECAR_SUFFIX } from '../../model/article';
import { fileStamp } from '../files';
import { showDone, showError } from '../messages';
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

/**
 * Moves sidecars to their articles' names, in one edit. Throws a {@link UserError}, and nothing is changed, where an
 * article has a sidecar already or is none.
 */
export async function join(parts: Parts, joinings: readonly Joining[]): Promise<void> {
  for (const side of ['sidecar', 'file'] as const) {
    if (new Set(joinings.map((joining) => joining[side].toString())).size === joinings.length) continue;
    throw new UserError(vscode.l10n.t('Choose one file for one article only. Nothing was moved.'));
  }
  for (const { file } of joinings) {
    const name = vscode.workspace.asRelativePath(file);
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
  parts.articles.willMove(from);
  const edit = new vscode.WorkspaceEdit();
  for (const { oldUri, newUri } of articles) {
    edit.renameFile(sidecarUri(oldUri), sidecarUri(newUri), { overwrite: false });
  }
  const isDone = await vscode.workspace.applyEdit(edit);
  await parts.steps.articlesMoved(await parts.articles.moved(articles));
  for (const article of parts.articles.all()) {
    if (articles.some(({ newUri }) => newUri.toString() === article.key)) await article.refresh();
  }
  if (!isDone) {
    throw new UserError(vscode.l10n.t('The annotations could not be moved. They are where they were.'));
  }
}

/** Offers to join what nothing is to be chosen of; another button shows all there is. Doesn't wait for the person. */
export function offerJoining(
  parts: Parts,
  joinings: readonly (Joining & { readonly annotations: number })[],
  joined: () => unknown,
): void {
  const [first] = joinings;
  if (!first) return;
  const yes = vscode.l10n.t('Move Annotations');
  const choose = vscode.l10n.t('Choose…');
  const no = vscode.l10n.t('No');
  const message =
    joinings.length === 1
      ? vscode.l10n.t(
          '{0} is gone, and {1} has the same text. Move the annotations ({2}) there?',
          shown(articleOf(first.sidecar)),
          shown(first.file),
          first.annotations,
        )
      : vscode.l10n.t(
          '{0} annotated articles are gone, and as many files have the same texts: {1}. Move the annotations there?',
          joinings.length,
          joinings
            .slice(0, 3)
            .map(({ sidecar, file }) => `${shown(articleOf(sidecar))} → ${shown(file)}`)
            .join(', ') + (joinings.length > 3 ? ' …' : ''),
        );
  void vscode.window.showInformationMessage(message, yes, choose, no).then(async (chosen) => {
    try {
      if (chosen === yes) {
        await join(parts, joinings);
        tellJoined(parts, joinings);
        await joined();
      } else if (chosen === choose) await vscode.commands.executeCommand('policyAnnotator.findMovedArticles');
    } catch (error) {
      showError(error);
    }
  });
}

function shown(uri: vscode.Uri): string {
  return plainLabel(vscode.workspace.asRelativePath(uri));
}
