import * as vscode from 'vscode';
import type { Annotation } from '../../model/annotation';
import { SIDECAR_SUFFIX } from '../../model/article';
import { byId, type Actor, type CodebookSource, type EffectiveCodebook, type Topic } from '../../model/codebook';
import { readSidecar } from '../../sidecar/read';
import { readIfThere } from '../files';
import { showDone, showError } from '../messages';
import type { Parts } from '../parts';
import { plainLabel } from '../pickers/plainLabel';
import { articleOf } from '../store/articles';
import { sidecarUri } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import { StepDraft } from '../store/stepDraft';
import type { FileMove } from './companions';

/** Sidecars of a moved folder that are looked into. */
const MOST_SIDECARS = 500;
/** Names that a message says. */
const MOST_NAMES = 5;

interface Items {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly sources: ReadonlyMap<string, CodebookSource>;
}

/**
 * Where another codebook counts for articles since they were moved, says which actors, topics and sources it lacks that
 * their annotations speak of, and offers to copy these from the codebook that counted before.
 */
export async function tellOfMissingItems(parts: Parts, files: readonly FileMove[]): Promise<void> {
  const sidecars = (await Promise.all(files.map(movedSidecars))).flat();
  const annotations = new Map<string, { from: CodebookFile; to: CodebookFile; said: Annotation[] }>();
  for (const { sidecar, oldArticle } of sidecars) {
    const from = await parts.codebooks.of(oldArticle);
    const to = await parts.codebooks.of(articleOf(sidecar));
    if (from === to) continue;
    const bytes = await readIfThere(sidecar).catch(() => undefined);
    const result = bytes && readSidecar(bytes);
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

/** What annotations speak of, and what that refers to, that `from` knows and `to` doesn't; by id. */
export function missingItems(
  annotations: readonly Annotation[],
  from: EffectiveCodebook,
  to: EffectiveCodebook,
): Items {
  const actors = new Map<string, Actor>();
  const topics = new Map<string, Topic>();
  const sources = new Map<string, CodebookSource>();
  const actor = (id: string | undefined): void => {
    const item = id === undefined || byId(to.actors, id) ? undefined : byId(from.actors, id);
    if (!item || actors.has(item.id) || byId(to.actors, item.id)) return;
    actors.set(item.id, item);
    [item.parent, ...(item.members ?? [])].forEach(actor);
  };
  const topic = (id: string | undefined): void => {
    const item = id === undefined || byId(to.topics, id) ? undefined : byId(from.topics, id);
    if (!item || topics.has(item.id) || byId(to.topics, item.id)) return;
    topics.set(item.id, item);
    topic(item.parent);
  };
  const source = (id: string | undefined): void => {
    const item = id === undefined || byId(to.sources, id) ? undefined : byId(from.sources, id);
    if (!item || sources.has(item.id) || byId(to.sources, item.id)) return;
    sources.set(item.id, item);
    actor(item.origin);
  };
  for (const annotation of annotations) {
    actor(annotation.actor);
    topic(annotation.topic);
    source(annotation.source);
    for (const link of annotation.links ?? []) {
      actor(link.actor);
      actor(link.for);
      source(link.source);
    }
  }
  return { actors, topics, sources };
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
  void vscode.window.showWarningMessage(message, copy).then(async (chosen) => {
    if (chosen !== copy) return;
    try {
      await copyItems(parts, from, to, items);
    } catch (error) {
      showError(error);
    }
  });
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
  showDone(vscode.l10n.t('Copied from {0}: {1} items.', name, count), () => parts.steps.undo(undefined));
}
