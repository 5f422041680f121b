import * as vscode from 'vscode';
import type { Actor } from '../../model/codebook';
import { NameScan } from '../../suggest/nameScan';
import type { Arguments } from '../commands/arguments';
import { annotationsAt } from '../commands/chosenAnnotation';
import { mentionFields } from '../commands/mentionFields';
import { knownActor } from '../commands/names';
import { annotate, workplaceOf, type Workplace } from '../commands/tagging';
import { articleOf, cursorOf } from '../commands/target';
import { actorKind } from '../codebook/itemKinds';
import { askItem } from '../codebook/itemPicker';
import type { Parts } from '../parts';
import type { Article } from '../store/article';
import { StepDraft } from '../store/stepDraft';
import { UserError } from '../userError';
import { articlesNaming } from './articlesNaming';
import { isUnshared, untaggedNames, type Untagged } from './untagged';
import { askWhich } from './whichNames';

export interface InArticle {
  readonly article: Article;
  readonly names: readonly Untagged[];
}

/**
 * Tags every untagged name of an actor in the article, or in all articles of its codebook, as one step; gives the ids.
 * A person sees all of them before, and may strike some. With arguments, names that other actors share are left out.
 */
export async function tagAllMentions(
  parts: Parts,
  args: Arguments | undefined,
): Promise<readonly string[] | undefined> {
  args?.only('article', 'actor', 'scope');
  const place = await workplaceOf(parts, await articleOf(parts.articles, args));
  const { actors } = place.codebook.lists;
  const said = args?.required('actor');
  const actor = said === undefined ? await askActorHere(parts, place) : knownActor(actors, said);
  if (!actor) return undefined;
  const inWorkspace = args?.choice('scope', ['article', 'workspace']) === 'workspace';
  const scan = new NameScan(actors);
  const of = new Set([actor.id]);
  const articles = inWorkspace ? await articlesNaming(parts, place.codebook, scan, of) : [place.article];
  if (!articles) return undefined;
  const found = articles.map((article) => ({ article, names: untaggedNames(article, scan, of) }));
  if (args) return tag(parts, place, surely(found));
  return tagChosen(parts, place, found, vscode.l10n.t('{0} isn’t named anywhere else here.', actor.name));
}

/** Tags the untagged names of all actors of the codebook in the article, after a person has seen them and struck some. */
export async function tagAllKnown(parts: Parts, article: Article): Promise<readonly string[] | undefined> {
  const place = await workplaceOf(parts, article);
  const names = untaggedNames(article, new NameScan(place.codebook.lists.actors));
  const none = vscode.l10n.t('No name of the codebook stands untagged in this article.');
  return tagChosen(parts, place, [{ article, names }], none);
}

async function tagChosen(
  parts: Parts,
  place: Workplace,
  found: readonly InArticle[],
  none: string,
): Promise<readonly string[] | undefined> {
  if (found.every(({ names }) => names.length === 0)) throw new UserError(none);
  const chosen = await askWhich(found);
  return chosen && tag(parts, place, chosen);
}

function surely(found: readonly InArticle[]): readonly InArticle[] {
  return found.map(({ article, names }) => ({ article, names: names.filter(isUnshared) }));
}

async function tag(parts: Parts, place: Workplace, found: readonly InArticle[]): Promise<readonly string[]> {
  const draft = new StepDraft();
  const ids = found.flatMap(({ article, names }) =>
    names.map(({ range, actor }) =>
      annotate(draft, { ...place, article }, [range], mentionFields(article, [range], actor.id)),
    ),
  );
  const label = ids.length === 1 ? vscode.l10n.t('Tag 1 mention') : vscode.l10n.t('Tag {0} mentions', ids.length);
  const step = draft.bulkStep(label);
  if (step) await parts.steps.apply(step);
  return ids;
}

/** The actor at the cursor, tagged or named; else the one that a person chooses. */
async function askActorHere(parts: Parts, { article, codebook }: Workplace): Promise<Actor | undefined> {
  const cursor = cursorOf(article);
  const here = annotationsAt(article, cursor).find(({ type }) => type === 'actor')?.actor;
  const { actors } = codebook.lists;
  const tagged =
    here === undefined ? undefined : actors.find(({ id, formerIds }) => id === here || formerIds?.includes(here));
  if (tagged) return tagged;
  const title = vscode.l10n.t('Tag all mentions of which actor?');
  return ((await askItem(parts, codebook, actorKind(), { title })) as Actor | null | undefined) ?? undefined;
}
