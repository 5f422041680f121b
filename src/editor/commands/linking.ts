import * as vscode from 'vscode';
import type { Link } from '../../model/annotation';
import { linkKey, withLink, withoutLink } from '../../model/links';
import type { Parts } from '../parts';
import { askLink, askLinkToRemove } from '../pickers/linkPicker';
import type { Entry } from '../store/step';
import { StepDraft } from '../store/stepDraft';
import { UserError } from '../userError';
import type { Arguments } from './arguments';
import { knownEntry } from './chosenAnnotation';
import { modified } from './modified';
import { knownActor, knownSource } from './names';
import { workplaceOf, type Workplace } from './tagging';
import { articleOf } from './target';

/** A link that is asked for, and the annotation that it goes out from. */
export interface LinkChoice {
  readonly from: Entry;
  readonly link: Link;
}

/** Adds a link, asking which where there are no arguments; false where the person gave it up. */
export async function link(parts: Parts, args: Arguments | undefined): Promise<boolean> {
  const place = await workplaceOf(parts, await articleOf(parts.articles, args));
  const choice = args ? said(place, args) : await askLink(parts, place);
  return choice ? change(parts, place, choice, vscode.l10n.t('Link'), withLink) : false;
}

/** Adds a link of a role to an annotation, asking to what; false where the person gave it up. */
export async function linkByAsking(parts: Parts, article: vscode.Uri, from: string, role: string): Promise<boolean> {
  const place = await workplaceOf(parts, await parts.articles.get(article));
  knownEntry(place.article, from);
  const choice = await askLink(parts, place, { from, role });
  return choice ? change(parts, place, choice, vscode.l10n.t('Link'), withLink) : false;
}

/** Takes a link off, asking which where there are no arguments; false where the person gave it up. */
export async function unlink(parts: Parts, args: Arguments | undefined): Promise<boolean> {
  const place = await workplaceOf(parts, await articleOf(parts.articles, args));
  const choice = args ? saidToRemove(place, args) : await askLinkToRemove(place);
  return choice ? change(parts, place, choice, vscode.l10n.t('Remove link'), withoutLink) : false;
}

async function change(
  parts: Parts,
  { article }: Workplace,
  { from, link: chosen }: LinkChoice,
  label: string,
  how: typeof withLink<Entry['fields']>,
): Promise<true> {
  const fields = how(from.fields, chosen);
  if (fields === from.fields)
    throw new UserError(vscode.l10n.t('This annotation has no such link. Its links show in its hover.'));
  const draft = new StepDraft();
  draft.setEntry(article, from.fields.id, { ...from, fields: modified(fields, {}) });
  const step = draft.step(label);
  if (step) await parts.steps.apply(step);
  return true;
}

const named = ['article', 'from', 'role', 'actor', 'annotation', 'source', 'for'] as const;

/** The link that all of the arguments fit. Its role, and what it leads to, need not be there any more. */
function saidToRemove({ article, codebook: { lists } }: Workplace, args: Arguments): LinkChoice {
  args.only(...named);
  const from = knownEntry(article, args.required('from'));
  const role = args.required('role');
  const is = (id: string | undefined, wanted: string | undefined, known: (name: string) => string): boolean =>
    wanted === undefined || id === wanted || (id !== undefined && id === known(wanted));
  const actorId = (name: string): string => knownActor(lists.actors, name).id;
  const link = from.fields.links?.find(
    (other) =>
      other.role === role &&
      is(other.actor, args.given('actor'), actorId) &&
      is(other.annotation, args.given('annotation'), (id) => id) &&
      is(other.source, args.given('source'), (name) => knownSource(lists.sources, name).id) &&
      is(other.for, args.given('for'), actorId),
  );
  if (!link) throw new UserError(vscode.l10n.t('This annotation has no such link. Its links show in its hover.'));
  return { from, link };
}

function said({ article, codebook }: Workplace, args: Arguments): LinkChoice {
  args.only(...named);
  const from = knownEntry(article, args.required('from'));
  const role = codebook.lists.roles.find(({ id }) => id === args.required('role'));
  if (!role) throw new UserError(vscode.l10n.t('“{0}” is no role of the codebook.', args.required('role')));
  const actor = args.given('actor');
  const source = args.given('source');
  const annotation = args.given('annotation');
  const onBehalfOf = args.text('for');
  // A link to a mention is one to its actor: it stays when the mention goes.
  const mentioned = annotation === undefined ? undefined : knownEntry(article, annotation).fields.actor;
  const actorId = actor === undefined ? mentioned : knownActor(codebook.lists.actors, actor).id;
  const link: Link = {
    role: role.id,
    ...(actorId === undefined ? {} : { actor: actorId }),
    ...(annotation === undefined ? {} : { annotation: knownEntry(article, annotation).fields.id }),
    ...(source === undefined ? {} : { source: knownSource(codebook.lists.sources, source).id }),
    ...(onBehalfOf ? { for: knownActor(codebook.lists.actors, onBehalfOf).id } : {}),
  };
  const takes = [
    link.actor !== undefined ? 'actor' : undefined,
    link.source !== undefined ? 'source' : undefined,
    link.annotation !== undefined ? knownEntry(article, link.annotation).fields.type : undefined,
  ].filter((taken) => taken !== undefined);
  if (takes.length === 0)
    throw new UserError(vscode.l10n.t('A link needs an actor, an annotation or a source to go to.'));
  const fits = role.appliesTo.includes(from.fields.type) && takes.every((taken) => role.takes.includes(taken));
  if (!fits) {
    throw new UserError(
      vscode.l10n.t('A link “{0}” goes from {1} to {2}.', role.id, role.appliesTo.join(', '), role.takes.join(', ')),
    );
  }
  if (link.annotation === from.fields.id)
    throw new UserError(vscode.l10n.t('An annotation can’t be linked to itself.'));
  const existing = from.fields.links?.find((other) => linkKey(other) === linkKey(link));
  const { for: before, ...rest } = { ...existing, ...link };
  return { from, link: onBehalfOf === null || before === undefined ? rest : { ...rest, for: before } };
}
