import * as vscode from 'vscode';
import type { Annotation } from '../../model/annotation';
import { SIDECAR_SUFFIX } from '../../model/article';
import { parseSidecar } from '../../sidecar/read';
import { fileStamp, readIfThere } from '../files';
import { showActions, showDone } from '../messages';
import type { Parts } from '../parts';
import { plainLabel } from '../pickers/plainLabel';
import { articleOf } from '../store/articles';
import { sidecarUri } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import { StepDraft } from '../store/stepDraft';
import type { FileMove } from './companions';
import { missingItems, type Items } from './missingItems';

/** Sidecars of a moved folder that are looked into. */
const MOST_SIDECARS = 500;
/** Names that a message says. */
const MOST_NAMES = 5;

/**
 * Where another codebook counts for articles since they were moved, says which actors, topics and sources it lacks that
 * their annotations speak of, and offers to copy these from the codebook that counted before.
 */
export async function tellOfMissingItems(parts: Parts, files: readonly FileMove[]): Promise<void> {
  const sidecars = (await Promise.all(files.map(movedSidecars))).flat();
  const annotations = new Map<string, { from: CodebookFile; to: CodebookFile; said: Annotation[] }>();
  for (const { sidecar, oldArticle } of sidecars) {
    if ((await fileStamp(sidecar)) === undefined) continue;
    const from = await parts.codebooks.of(oldArticle);
    const to = await parts.codebooks.of(articleOf(sidecar));
    if (from === to) continue;
    const bytes = await readIfThere(sidecar).catch(() => undefined);
    const result = bytes && parseSidecar(bytes);
    if (!result?.ok) continue;
    const key = `${from.key} ${to.key}`;
    const group = annotations.get(key) ?? { from, to, said: [] };
    annotations.set(key, group);
    group.said.push(...result.value.annotations);
  }
  for (const { from, to, said } of annotations.values())
    tell(parts, from, to, missingItems(said, from.lists, to.lists));
}

async function movedSidecars({
  oldUri,
  newUri,
}: FileMove): Promise<readonly { sidecar: vscode.Uri; oldArticle: vscode.Uri }[]> {
  if (newUri.path.endsWith(SIDECAR_SUFFIX)) return [];
  const stat = await vscode.workspace.fs.stat(newUri).then(
    (found) => found.type,
    () => undefined,
  );
  if (stat === undefined) return [];
  if ((stat & vscode.FileType.Directory) === 0) return [{ sidecar: sidecarUri(newUri), oldArticle: oldUri }];
  const pattern = new vscode.RelativePattern(newUri, `**/*${SIDECAR_SUFFIX}`);
  const inside = await vscode.workspace.findFiles(pattern, null, MOST_SIDECARS);
  return inside.map((sidecar) => ({
    sidecar,
    oldArticle: oldUri.with({ path: oldUri.path + articleOf(sidecar).path.slice(newUri.path.length) }),
  }));
}

function tell(parts: Parts, from: CodebookFile, to: CodebookFile, items: Items): void {
  const names = [...items.actors.values(), ...items.topics.values(), ...items.sources.values()].map(({ name }) =>
    plainLabel(name),
  );
  if (names.length === 0) return;
  const more = names.length - MOST_NAMES;
  const list = names.slice(0, MOST_NAMES).join(', ');
  const copy = vscode.l10n.t('Copy to Codebook');
  const message = vscode.l10n.t(
    'Another codebook counts where the annotations are now: {0}. It doesn’t know what they speak of: {1}.',
    vscode.workspace.asRelativePath(to.uri),
    more > 0 ? vscode.l10n.t('{0} and {1} more', list, more) : list,
  );
  showActions('showWarningMessage', message, [{ title: copy, run: () => copyItems(parts, from, to, items) }]);
}

async function copyItems(parts: Parts, from: CodebookFile, to: CodebookFile, items: Items): Promise<void> {
  to.assertWritable();
  const draft = new StepDraft();
  for (const item of items.actors.values()) draft.setItem(to, 'actors', item);
  for (const item of items.topics.values()) draft.setItem(to, 'topics', item);
  for (const item of items.sources.values()) draft.setItem(to, 'sources', item);
  const name = vscode.workspace.asRelativePath(from.uri);
  const step = draft.step(vscode.l10n.t('Copy from {0}', name));
  if (!step) return;
  await parts.steps.apply(step);
  const count = items.actors.size + items.topics.size + items.sources.size;
  showDone(vscode.l10n.t('Copied from {0}: {1} items.', name, count), () => parts.steps.takeBack(step));
}
