import * as vscode from 'vscode';
import { attributions, type Attributes, type Link } from '../../model/annotation';
import type { Actor, AttributeDefinition, Topic } from '../../model/codebook';
import type { Json } from '../../model/json';
import { isPartialDate } from '../../model/partialDate';
import type { NewActor } from '../../suggest/offer';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import type { StepDraft } from '../store/stepDraft';
import { UserError } from '../userError';
import type { Arguments } from './arguments';
import { withValues } from './withValues';
import { knownActor, knownId, newItemId, sourceIfKnown, topicIfKnown } from './names';

/** The roles that commands take as arguments of their own. */
export const actorRoles = ['speaker', 'holder', 'addressee'] as const;

/** The links that an argument names: actors of a role; undefined where the argument is absent, none where it is null. */
export function actorLinks(
  args: Arguments,
  role: string,
  { lists }: { readonly lists: { readonly actors: readonly Actor[] } },
): readonly Link[] | undefined {
  const names = args.texts(role);
  if (names === undefined) return undefined;
  return (names ?? []).map((name) => ({ role, actor: knownActor(lists.actors, name).id }));
}

/** Makes the actors in the draft; gives all that there are then. */
export function withNewActors(
  draft: StepDraft,
  codebook: CodebookFile,
  newActors: readonly NewActor[],
): readonly Actor[] {
  for (const actor of newActors) {
    draft.setItem(codebook, 'actors', { id: newItemId(draft.items(codebook, 'actors'), actor.name), ...actor });
  }
  return draft.items(codebook, 'actors');
}

/** Links of role `source`: to source annotations of the article (by id), or to sources of the codebook. */
export function sourceLinks(args: Arguments, article: Article, codebook: CodebookFile): readonly Link[] | undefined {
  const names = args.texts('source');
  if (names === undefined) return undefined;
  return (names ?? []).map((name): Link => {
    const source = sourceIfKnown(codebook.lists.sources, name);
    if (source) return { role: 'source', source: source.id };
    if (article.shownAnnotation(name)?.type === 'source') return { role: 'source', annotation: name };
    throw new UserError(
      vscode.l10n.t('“{0}” is neither a source of the codebook nor the id of a source of this article.', name),
    );
  });
}

/** The id of the topic that is meant: known, or made in the draft. */
export function topicFor(draft: StepDraft, codebook: CodebookFile, name: string): string {
  const topics = draft.items(codebook, 'topics');
  const known = topicIfKnown(topics, name);
  if (known) return known.id;
  const made: Topic = { id: newItemId(topics, name), name };
  draft.setItem(codebook, 'topics', made);
  return made.id;
}

/** The fields that an argument object gives as they stand in a sidecar; null removes one. */
export function plainFields(
  args: Arguments,
  codebook: CodebookFile,
): Readonly<Record<'stance' | 'attribution' | 'summary' | 'date' | 'note', string | null | undefined>> {
  const stance = args.text('stance');
  return {
    stance: stance && knownId(codebook.lists.stances, vscode.l10n.t('stance'), stance),
    attribution: args.choice('attribution', attributions),
    summary: args.text('summary'),
    date: args.date('date'),
    note: args.text('note'),
  };
}

/**
 * Attributes as the codebook defines them for an annotation type (or `article` …); a null value stays null, for a
 * removal. Throws a {@link UserError} for an attribute that the codebook doesn't know, or a value that it doesn't allow.
 */
export function checkedAttributes(given: Attributes, appliesTo: string, codebook: CodebookFile): Attributes {
  for (const [id, value] of Object.entries(given)) {
    const definition = codebook.lists.attributes.find((attribute) => attribute.id === id);
    if (!definition || !definition.appliesTo.includes(appliesTo)) {
      throw new UserError(vscode.l10n.t('The codebook has no attribute “{0}” for {1}.', id, appliesTo));
    }
    if (value !== null && value !== undefined && !allows(definition, value)) {
      throw new UserError(vscode.l10n.t('The attribute “{0}” can’t be {1}.', definition.name, JSON.stringify(value)));
    }
  }
  return given;
}

/** The attributes of a new annotation: {@link checkedAttributes} that have a value; undefined where none has. */
export function givenAttributes(given: Attributes, appliesTo: string, codebook: CodebookFile): Attributes | undefined {
  const attributes: Attributes = withValues(checkedAttributes(given, appliesTo, codebook));
  return Object.keys(attributes).length > 0 ? attributes : undefined;
}

/** Attributes changed key by key, checked as by {@link checkedAttributes}: null removes one, or all; undefined changes none. */
export function changedAttributes(
  given: Attributes | null | undefined,
  present: Attributes | undefined,
  appliesTo: string,
  codebook: CodebookFile,
): Attributes | null | undefined {
  if (given === undefined || given === null) return given;
  const attributes: Attributes = withValues({ ...present, ...checkedAttributes(given, appliesTo, codebook) });
  return Object.keys(attributes).length > 0 ? attributes : null;
}

function allows({ type, options, min, max }: AttributeDefinition, value: Json): boolean {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isSafeInteger(value) && Number(value) >= (min ?? -Infinity) && Number(value) <= (max ?? Infinity);
    case 'choice':
      return options?.some((option) => option.id === value) ?? false;
    case 'date':
      return typeof value === 'string' && isPartialDate(value);
    case 'list':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    default:
      return typeof value === 'string';
  }
}
