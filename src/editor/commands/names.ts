import * as vscode from 'vscode';
import { lookUp, type Lookup } from '../../model/lookup';
import type { Actor, CodebookSource, Named, Topic } from '../../model/codebook';
import { slug } from '../../sidecar/ids';
import { UserError } from '../userError';

/** What somebody calls a thing of the codebook, as the thing. Each function throws a {@link UserError} where several things
 * could be meant; where none is, `known…` throws one too, and `…IfKnown` gives undefined. */
export function knownActor(actors: readonly Actor[], name: string): Actor {
  const actor = actorIfKnown(actors, name);
  if (actor) return actor;
  throw new UserError(vscode.l10n.t('The codebook has no actor “{0}”. Tag a mention of it first.', name));
}

export function actorIfKnown(actors: readonly Actor[], name: string): Actor | undefined {
  return onlyOne(name, lookUp(actors, name));
}

export function topicIfKnown(topics: readonly Topic[], name: string): Topic | undefined {
  return onlyOne(name, lookUp(topics, name));
}

export function knownTopic(topics: readonly Topic[], name: string): Topic {
  const topic = topicIfKnown(topics, name);
  if (topic) return topic;
  throw new UserError(vscode.l10n.t('The codebook has no topic “{0}”.', name));
}

export function sourceIfKnown(sources: readonly CodebookSource[], name: string): CodebookSource | undefined {
  return onlyOne(name, lookUp(sources, name));
}

export function knownSource(sources: readonly CodebookSource[], name: string): CodebookSource {
  const source = sourceIfKnown(sources, name);
  if (source) return source;
  throw new UserError(vscode.l10n.t('The codebook has no source “{0}”.', name));
}

/** The id of a new item of a codebook's list, by its name: none that another item has or had. */
export function newItemId(
  list: readonly { readonly id: string; readonly formerIds?: readonly string[] }[],
  name: string,
): string {
  return slug(name, new Set(list.flatMap(({ id, formerIds = [] }) => [id, ...formerIds])));
}

/** The id of a stance or source kind, by id or name. */
export function knownId(list: readonly Named[], what: string, name: string): string {
  const found = onlyOne(name, lookUp(list, name));
  if (found) return found.id;
  throw new UserError(
    vscode.l10n.t('“{0}” is no {1}; it is one of: {2}.', name, what, list.map(({ id }) => id).join(', ')),
  );
}

function onlyOne<T extends Named>(name: string, match: Lookup<T>): T | undefined {
  if (match && 'ambiguous' in match) throw ambiguous(name, match.ambiguous);
  return match?.found;
}

function ambiguous(name: string, candidates: readonly Named[]): UserError {
  const ids = candidates.map((candidate) => `${candidate.name} (${candidate.id})`).join(', ');
  return new UserError(vscode.l10n.t('“{0}” could be any of these: {1}. Say which by its id.', name, ids));
}
