import * as vscode from 'vscode';
import { forms, type Form } from '../../model/annotation';
import type { Actor } from '../../model/codebook';
import { foldedName } from '../../model/lookup';
import { overlaps, type Range } from '../../model/range';
import { mayBecomeAlias } from '../../suggest/form';
import { NameFinder } from '../../suggest/names';
import { NameScan } from '../../suggest/nameScan';
import { properNameAt } from '../../suggest/properName';
import { isUnshared, untaggedNames, type Untagged } from '../mentions/untagged';
import { showDone, showError } from '../messages';
import { askActor } from '../pickers/actorPicker';
import type { Parts } from '../parts';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import { StepDraft } from '../store/stepDraft';
import { UserError } from '../userError';
import type { Arguments } from './arguments';
import { mentionFields } from './mentionFields';
import { actorIfKnown, newItemId } from './names';
import { annotate, workplaceOf, type Workplace } from './tagging';
import { withValues } from './withValues';
import { articleOf, surfaceOf, targetsOf, type Grow } from './target';

/** Whom to tag: an id, name or alias (else the mention's own text says it), or a name that isn't known yet. */
export interface ActorChoice {
  readonly actor?: string | undefined;
  /** Of a new actor. */
  readonly kind?: string | undefined;
  /** Guessed where it isn't said. */
  readonly form?: Form | undefined;
}

/** Tags the targets, asking whom where there are no arguments; with `everywhere` also where else the article names that actor
 * and no other, in the same step. Gives the first annotation's id. */
export async function tagActor(
  parts: Parts,
  args: Arguments | undefined,
  everywhere = false,
): Promise<string | undefined> {
  args?.only('article', 'actor', 'kind', 'form', 'range', 'ranges');
  const place = await workplaceOf(parts, await articleOf(parts.articles, args));
  const { article, codebook } = place;
  const targets = targetsOf(article, args, nameAt(article, codebook));
  const choice = args
    ? { actor: args.given('actor'), kind: args.given('kind'), form: args.choice('form', forms) ?? undefined }
    : await askActor(parts, article, codebook, targets);
  return choice && tagMentions(parts, place, targets, choice, everywhere);
}

/** The known name under the cursor, else the capitalised name around it. */
export function nameAt(article: Article, codebook: CodebookFile): Grow {
  const finder = new NameFinder(codebook.lists.actors);
  return (offset) => finder.at(article.text, offset)?.range ?? properNameAt(article.text, offset);
}

/** Tags every target as a mention of one actor, and with `everywhere` its other names, in one step; gives the first one's id. */
async function tagMentions(
  parts: Parts,
  place: Workplace,
  targets: readonly (readonly Range[])[],
  choice: ActorChoice,
  everywhere: boolean,
): Promise<string | undefined> {
  const { article, codebook } = place;
  const draft = new StepDraft();
  const surfaces = targets.map((ranges) => surfaceOf(article, ranges));
  const [first = ''] = surfaces;
  const said = choice.actor ?? (mayBecomeAlias(first) ? nameIn(first, codebook) : undefined);
  const actor = actorFor(draft, codebook, { ...choice, actor: said }, first);
  const learned = learnAliases(draft, codebook, actor, surfaces.filter(mayBecomeAlias));
  const mention = (ranges: readonly Range[], form?: Form): string =>
    annotate(draft, place, ranges, mentionFields(article, ranges, actor.id, form));
  const [id] = targets.map((ranges) => mention(ranges, choice.form));
  if (everywhere) {
    const scan = new NameScan(draft.items(codebook, 'actors'));
    const names = untaggedNames(article, scan, new Set([actor.id])).filter(isUnshared);
    const isTarget = ({ range }: Untagged): boolean => targets.flat().some((one) => overlaps(one, range));
    for (const name of names) if (!isTarget(name)) mention([name.range]);
  }
  const step = draft.step(vscode.l10n.t('Tag {0}', actor.name));
  if (!step) return undefined;
  await parts.steps.apply(step);
  if (learned.length > 0) {
    showDone(
      vscode.l10n.t('{0} is also known as {1} from now on.', actor.name, learned.map((name) => `“${name}”`).join(', ')),
      () => forgetAliases(parts, codebook, actor.id, learned),
    );
  }
  return id;
}

/** "the DPRK" and "North Korea’s" speak of "DPRK" and "North Korea". */
export function bareName(surface: string): string {
  return surface.replace(/^(?:the|a|an) (?=\S)/u, '').replace(/(?<=\S)['’]s?$/u, '');
}

/** The name that a mention says: a known one to the letter ("McDonald’s"), else without article and possessive. */
function nameIn(surface: string, codebook: CodebookFile): string {
  return actorIfKnown(codebook.lists.actors, surface) ? surface : bareName(surface);
}

/** The actor that is meant: known, or made in the draft. */
function actorFor(draft: StepDraft, codebook: CodebookFile, { actor, kind }: ActorChoice, surface: string): Actor {
  const actors = draft.items(codebook, 'actors');
  const wanted = actor ?? surface;
  const known = actorIfKnown(actors, wanted);
  if (known) return known;
  if (actor === undefined) {
    throw new UserError(vscode.l10n.t('“{0}” isn’t a name. Say which actor it speaks of.', surface));
  }
  const made = withValues({ id: newItemId(actors, wanted), name: wanted.replace(/\s+/g, ' '), kind });
  draft.setItem(codebook, 'actors', made);
  return made;
}

/** Proper names that are none of the actor's become its aliases; gives those that are new. */
function learnAliases(draft: StepDraft, codebook: CodebookFile, actor: Actor, surfaces: readonly string[]): string[] {
  const known = new Set([actor.name, ...(actor.aliases ?? [])].map(foldedName));
  const learned: string[] = [];
  for (const surface of surfaces) {
    const name = bareName(surface);
    if (known.has(foldedName(surface)) || known.has(foldedName(name))) continue;
    known.add(foldedName(name));
    learned.push(name);
  }
  if (learned.length > 0) {
    draft.setItem(codebook, 'actors', { ...actor, aliases: [...(actor.aliases ?? []), ...learned] });
  }
  return learned;
}

/** Takes names away from an actor that tagging had added; the mentions stay. */
async function forgetAliases(
  parts: Parts,
  codebook: CodebookFile,
  id: string,
  names: readonly string[],
): Promise<void> {
  const draft = new StepDraft();
  const actor = draft.items(codebook, 'actors').find((other) => other.id === id);
  if (!actor) return;
  const { aliases = [], ...rest } = actor;
  const left = aliases.filter((alias) => !names.includes(alias));
  draft.setItem(codebook, 'actors', left.length > 0 ? { ...rest, aliases: left } : rest);
  const step = draft.step(vscode.l10n.t('Forget alias'));
  if (step) await parts.steps.apply(step).catch(showError);
}
