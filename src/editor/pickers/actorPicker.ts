import * as vscode from 'vscode';
import { actorKinds, byId, type Actor } from '../../model/codebook';
import type { Range } from '../../model/range';
import { mentionsOf, rankedActors } from '../../suggest/actorRanking';
import { mayBecomeAlias } from '../../suggest/form';
import { fitOf, fits, fitting } from '../../suggest/matching';
import type { ActorChoice } from '../commands/tagActor';
import { surfaceOf } from '../commands/target';
import type { Parts } from '../parts';
import { placesOf } from '../places';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import { withinQuotes } from '../wording';
import { choose, type Choice } from './choose';
import { EditorPreview } from './editorPreview';
import { plainLabel } from './plainLabel';

/** An actor of the codebook by id, or the name of a new one. */
type Pick = { readonly known: string } | { readonly name: string };

/** Asks whom the targets mention: an actor of the codebook, or a new one, whose kind is asked then. */
export async function askActor(
  parts: Parts,
  article: Article,
  codebook: CodebookFile,
  targets: readonly (readonly Range[])[],
): Promise<ActorChoice | undefined> {
  const { actors } = codebook.lists;
  const [first = []] = targets;
  const surface = surfaceOf(article, first);
  const start = first[0]?.start ?? 0;
  const mentions = mentionsOf(article.shown());
  const { same, others } = rankedActors(actors, { surface, start, mentions, uses: usesOf(parts) });
  const present = presentActors(article, first, actors);
  const alike = [...new Set([...present, ...same])];
  const ranked = [...new Set([...alike, ...others])];
  const suggested = same.length === 0 && mayBecomeAlias(surface) ? [newChoice(bareName(surface))] : [];

  const preview = new EditorPreview();
  preview.target(article, targets.flat());
  const picked = await choose<Pick>({
    title:
      targets.length > 1
        ? vscode.l10n.t('Tag {0} places as…', targets.length)
        : vscode.l10n.t('Tag “{0}” as…', plainTitle(surface)),
    placeholder: vscode.l10n.t('Name or alias of an actor, known or new'),
    choices: (typed) => {
      if (typed === '') {
        const known = ranked.map(knownChoice);
        return [...known.slice(0, alike.length), ...suggested, ...known.slice(alike.length)];
      }
      const found = fitting(typed, ranked, namesOf);
      const isKnown = ranked.some((actor) => actor.id === typed || fitOf(typed, namesOf(actor)) === fits.same);
      return [...found.map(knownChoice), ...(isKnown ? [] : [newChoice(typed)])];
    },
  });
  await preview.finish(picked !== undefined);
  if (!picked) return undefined;
  if ('known' in picked) return { actor: picked.known };
  return { actor: picked.name, kind: await askKind(picked.name, actors) };
}

/** The actors of which the very ranges are a mention already. */
function presentActors(article: Article, ranges: readonly Range[], actors: readonly Actor[]): readonly Actor[] {
  return article.shown().flatMap((annotation) => {
    if (annotation.type !== 'actor' || annotation.actor === undefined) return [];
    const places = placesOf(article, annotation);
    const isThere =
      places.length === ranges.length &&
      places.every(({ start, end }, index) => start === ranges[index]?.start && end === ranges[index].end);
    return isThere ? (byId(actors, annotation.actor) ?? []) : [];
  });
}

/** How often each actor is mentioned in the workspace, as far as its articles were read. */
export function usesOf(parts: Parts): ReadonlyMap<string, number> {
  return new Map([...parts.corpus.shown().counts()].map(([id, { mentions }]) => [id, mentions]));
}

/** "state · DPRK, Pyongyang". */
export function aboutActor({ kind, aliases = [] }: Actor): string {
  return plainLabel([kind, aliases.join(', ')].filter((part) => part !== undefined && part !== '').join(' · '));
}

export function namesOf({ name, aliases = [] }: Actor): readonly string[] {
  return [name, ...aliases];
}

function knownChoice(actor: Actor): Choice<Pick> {
  return { label: plainLabel(actor.name), description: aboutActor(actor), value: { known: actor.id } };
}

function newChoice(name: string): Choice<Pick> {
  return { label: `$(add) ${vscode.l10n.t('New actor “{0}”', withinQuotes(plainLabel(name)))}`, value: { name } };
}

/** The kind of a new actor; undefined where that is skipped, by Escape too. */
function askKind(name: string, actors: readonly Actor[]): Promise<string | undefined> {
  const counts = new Map<string, number>(actorKinds.map((kind) => [kind, 0]));
  for (const { kind } of actors) if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts].sort(([, a], [, b]) => b - a).map(([kind]) => kind);
  return choose<string | undefined>({
    title: vscode.l10n.t('What kind of actor is “{0}”?', plainTitle(name)),
    placeholder: vscode.l10n.t('Enter or Escape leaves it open'),
    choices: (typed) => {
      const found = fitting(typed, kinds, (kind) => [kind]).map((kind) => ({ label: plainLabel(kind), value: kind }));
      if (typed === '') return [{ label: vscode.l10n.t('No kind'), value: undefined }, ...found];
      if (kinds.includes(typed)) return found;
      return [
        ...found,
        { label: `$(add) ${vscode.l10n.t('New kind “{0}”', withinQuotes(plainLabel(typed)))}`, value: typed },
      ];
    },
  });
}

/** A selection may have taken a possessive along. */
function bareName(surface: string): string {
  return surface.replace(/['’ʼ]s$/u, '');
}

/** For titles, which have little room, within quotation marks. */
function plainTitle(text: string): string {
  return withinQuotes(plainLabel(text, 40));
}
