import * as vscode from 'vscode';
import { CODEBOOK_FILE, fileNameOf, SIDECAR_SUFFIX } from '../../model/article';
import { printSidecar } from '../../sidecar/print';
import { readSidecar } from '../../sidecar/read';
import type { Arguments } from '../commands/arguments';
import { articleOf } from '../commands/target';
import { sameBytes } from '../bytes';
import { fileStamp, readIfThere } from '../files';
import { showDone, showError } from '../messages';
import type { Parts } from '../parts';
import { plainLabel } from '../pickers/plainLabel';
import { plainMessage } from '../plainMessage';
import { sidecarUri } from '../store/article';
import { UserError } from '../userError';
import { hashesOf } from './textOnDisk';

/** A new article, and the annotated one that has the same text. */
interface Copy {
  readonly from: vscode.Uri;
  readonly annotations: number;
}

/** A sidecar that was made for a copy. */
interface Made {
  readonly article: vscode.Uri;
  readonly contents: Uint8Array;
}

/** Copies of one paste that are looked at. */
const MOST_COPIES = 200;

/**
 * Offers annotations to new files whose text is that of an article with a sidecar, and which have none. Doesn't wait for
 * the person.
 */
export async function offerCopies(parts: Parts, created: readonly vscode.Uri[]): Promise<void> {
  const copies: (Copy & { readonly to: vscode.Uri })[] = [];
  for (const to of created.slice(0, MOST_COPIES)) {
    const copy = await originalOf(parts, to);
    if (copy) copies.push({ ...copy, to });
  }
  const [first] = copies;
  if (!first) return;
  const yes = vscode.l10n.t('Copy Annotations');
  const no = vscode.l10n.t('No');
  const message =
    copies.length === 1
      ? vscode.l10n.t(
          '{0} has the same text as {1}. Copy its annotations ({2})?',
          shown(first.to),
          shown(first.from),
          first.annotations,
        )
      : vscode.l10n.t(
          '{0} new files have the same texts as annotated articles: {1}. Copy the annotations?',
          copies.length,
          copies
            .slice(0, 3)
            .map(({ to }) => shown(to))
            .join(', ') + (copies.length > 3 ? ' …' : ''),
        );
  void vscode.window.showInformationMessage(plainMessage(message), yes, no).then(async (chosen) => {
    if (chosen !== yes) return;
    try {
      const made: Made[] = [];
      for (const { from, to } of copies) made.push(await copyAnnotations(parts, from, to));
      tellCopied(parts, made);
    } catch (error) {
      showError(error);
    }
  });
}

/** The annotated article that has a file's text: the one in the same folder, else the first; undefined where there is none,
 * or where the file has a sidecar. */
export async function originalOf(parts: Parts, file: vscode.Uri): Promise<Copy | undefined> {
  if (file.path.endsWith(SIDECAR_SUFFIX) || file.path.endsWith(`/${CODEBOOK_FILE}`)) return undefined;
  if (await fileStamp(sidecarUri(file))) return undefined;
  const described = await parts.corpus.described();
  const hashes = await hashesOf(file, described.values());
  const folder = vscode.Uri.joinPath(file, '..').toString();
  const found = [...described]
    .filter(([key, text]) => hashes.has(text.sha256) && text.annotations > 0 && key !== file.toString())
    .map(([key, { annotations }]) => ({ from: vscode.Uri.parse(key, true), annotations }))
    .sort((a, b) => (a.from.path < b.from.path ? -1 : 1));
  return found.find(({ from }) => vscode.Uri.joinPath(from, '..').toString() === folder) ?? found[0];
}

/** Makes a sidecar for `to` from that of `from`, in one edit. Throws a {@link UserError} where there is one, or none to copy. */
export async function copyAnnotations(parts: Parts, from: vscode.Uri, to: vscode.Uri): Promise<Made> {
  await parts.articles.flushIn([from]);
  const bytes = await readIfThere(sidecarUri(from));
  if (!bytes) throw new UserError(vscode.l10n.t('{0} has no annotations.', shown(from)));
  const target = sidecarUri(to);
  if (await fileStamp(target)) throw new UserError(vscode.l10n.t('{0} has annotations of its own already.', shown(to)));
  const edit = new vscode.WorkspaceEdit();
  const contents = renamed(bytes, to);
  edit.createFile(target, { contents, overwrite: false });
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new UserError(vscode.l10n.t('{0} could not be made. Nothing was copied.', shown(target)));
  }
  for (const article of parts.articles.all()) if (article.key === to.toString()) await article.refresh();
  return { article: to, contents };
}

/** Says what was copied, with a way back. */
function tellCopied(parts: Parts, made: readonly Made[]): void {
  const [first] = made;
  if (!first) return;
  const message =
    made.length === 1
      ? vscode.l10n.t('{0} has annotations of its own now.', shown(first.article))
      : vscode.l10n.t('{0} copies have annotations of their own now.', made.length);
  showDone(message, () => takeBack(parts, made));
}

/** Deletes the copies; not one in which something was done since. */
async function takeBack(parts: Parts, made: readonly Made[]): Promise<void> {
  await parts.articles.flushIn(made.map(({ article }) => article));
  const edit = new vscode.WorkspaceEdit();
  for (const { article, contents } of made) {
    const bytes = await readIfThere(sidecarUri(article));
    if (bytes && !sameBytes(bytes, contents)) {
      throw new UserError(vscode.l10n.t('The annotations of {0} were changed since. They stay.', shown(article)));
    }
    edit.deleteFile(sidecarUri(article), { ignoreIfNotExists: true });
  }
  await vscode.workspace.applyEdit(edit);
}

/** The sidecar with the other article's name; to the byte as it is where something in it would be lost by that. */
function renamed(bytes: Uint8Array, to: vscode.Uri): Uint8Array {
  const result = readSidecar(bytes);
  if (!result.ok || result.readOnly) return bytes;
  const file = fileNameOf(to.path);
  const { article } = result.value;
  return new TextEncoder().encode(printSidecar({ ...result.value, article: { ...article, file } }));
}

/** Copies annotations to an article that has none: from `from`, else from one of the same text. */
export async function copyCommand(parts: Parts, args: Arguments | undefined): Promise<boolean> {
  args?.only('article', 'from');
  const { uri } = await articleOf(parts.articles, args);
  const from = args?.uri('from') ?? (await originalOf(parts, uri))?.from;
  if (!from) {
    throw new UserError(
      vscode.l10n.t('No annotated article has the same text as {0}, or it has annotations.', shown(uri)),
    );
  }
  const made = await copyAnnotations(parts, from, uri);
  if (!args) tellCopied(parts, [made]);
  return true;
}

function shown(uri: vscode.Uri): string {
  return plainLabel(vscode.workspace.asRelativePath(uri));
}
