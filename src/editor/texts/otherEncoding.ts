import * as vscode from 'vscode';
import { sha256 } from '../../sidecar/hash';
import { decoded } from '../decoded';
import { readIfThere } from '../files';
import { plainMessage } from '../plainMessage';
import { encodingName } from '../store/encodingName';

/** How a file reads in another encoding than it was opened in. */
export interface OtherReading {
  readonly encoding: string;
  readonly text: string;
  readonly sha256: string;
}

/** The file on disk in those encodings, as VS Code names them, in which it is one of the texts of these hashes. */
export async function otherReadings(
  uri: vscode.Uri,
  encodings: readonly string[],
  hashes: ReadonlySet<string>,
): Promise<readonly OtherReading[]> {
  const found: OtherReading[] = [];
  const bytes = encodings.length === 0 ? undefined : await readIfThere(uri).catch(() => undefined);
  if (!bytes) return found;
  for (const encoding of encodings) {
    const text = await decoded(bytes, { encoding });
    if (text === undefined) continue;
    const hash = await sha256(text);
    if (hashes.has(hash)) found.push({ encoding, text, sha256: hash });
  }
  return found;
}

/** Says that a document reads as it was annotated in another encoding, and offers that. Not where it has unsaved changes. */
export async function offerReading(uri: vscode.Uri, encoding: string): Promise<void> {
  const { t } = vscode.l10n;
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  if (!document || document.isDirty) return;
  const shown = (name: string): string => encodingName(name) ?? 'utf-8';
  const reopen = t('Reopen as {0}', shown(encoding));
  const message = t(
    '{0} was opened as {1}. Its annotations were made in {2}, and read that way it is the text of then.',
    vscode.workspace.asRelativePath(uri),
    shown(document.encoding),
    shown(encoding),
  );
  const chosen = await vscode.window.showInformationMessage(plainMessage(message), reopen);
  if (chosen === reopen) await vscode.workspace.openTextDocument(uri, { encoding });
}
