import * as vscode from 'vscode';
import type { Referent } from '../../model/references';
import { byId, type Named } from '../../model/codebook';
import { isSameName } from '../../model/lookup';
import { listOf } from '../language/subjects';
import type { Parts } from '../parts';
import type { CodebookFile } from '../store/codebookFile';
import { StepDraft } from '../store/stepDraft';
import { UserError } from '../userError';
import { renamedActor } from './renamedActor';

/** Gives an item of the codebook another name, in one step; its id stays, and so do the articles. Throws a
 * {@link UserError} where it can't be called so. */
export async function rename(
  parts: Parts,
  codebook: CodebookFile,
  kind: Referent,
  id: string,
  name: string,
): Promise<void> {
  codebook.assertWritable();
  const problem = nameProblem(codebook, kind, id, name);
  if (problem !== undefined) throw new UserError(problem);
  const draft = new StepDraft();
  const old = inDraft(draft, codebook, kind, id, oneLine(name));
  const step = draft.step(vscode.l10n.t('Rename {0} to {1}', old ?? id, oneLine(name)));
  if (step) await parts.steps.apply(step);
}

/** Why an item can't be called so; undefined where it can. */
export function nameProblem(codebook: CodebookFile, kind: Referent, id: string, name: string): string | undefined {
  const { t } = vscode.l10n;
  const wanted = oneLine(name);
  if (wanted === '') return t('A name needs at least one character.');
  const items: readonly Named[] = codebook.lists[listOf[kind]];
  const other = items.find((item) => item.id !== id && isSameName(item.name, wanted));
  if (!other) return undefined;
  switch (kind) {
    case 'actor':
      return t('Another actor is called “{0}” already ({1}). Choose another name.', other.name, other.id);
    case 'topic':
      return t('Another topic is called “{0}” already ({1}). Choose another name.', other.name, other.id);
    case 'source':
      return t('Another source is called “{0}” already ({1}). Choose another name.', other.name, other.id);
  }
}

/** Puts the new name into the draft, unless it is the old one; gives the old one. */
function inDraft(
  draft: StepDraft,
  codebook: CodebookFile,
  kind: Referent,
  id: string,
  name: string,
): string | undefined {
  const { actors, topics, sources } = codebook.lists;
  const [actor, topic, source] = [byId(actors, id), byId(topics, id), byId(sources, id)];
  if (kind === 'actor' && actor && actor.name !== name) draft.setItem(codebook, 'actors', renamedActor(actor, name));
  if (kind === 'topic' && topic && topic.name !== name) draft.setItem(codebook, 'topics', { ...topic, name });
  if (kind === 'source' && source && source.name !== name) draft.setItem(codebook, 'sources', { ...source, name });
  return { actor, topic, source }[kind]?.name;
}

function oneLine(name: string): string {
  return name.replace(/\s+/gu, ' ').trim();
}
