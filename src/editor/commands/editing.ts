import * as vscode from 'vscode';
import { forms } from '../../model/annotation';
import { linkKey } from '../../model/links';
import type { Range } from '../../model/range';
import { isSame } from '../../sidecar/threeWay';
import { askChanges } from '../pickers/annotationEditor';
import type { Parts } from '../parts';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import { StepDraft } from '../store/stepDraft';
import type { Entry, Fields, Spot } from '../store/step';
import { UserError } from '../userError';
import type { Arguments } from './arguments';
import { actorLinks, actorRoles, changedAttributes, plainFields, sourceLinks } from './claimFields';
import { chosenEntry, knownEntry } from './chosenAnnotation';
import { modified, withChanges, type ChangedFields } from './modified';
import { knownActor, knownId, knownSource, knownTopic } from './names';
import { removeAnnotations, workplaceOf, type Workplace } from './tagging';
import { articleOf, checked, targetsOf } from './target';

/** What `editAnnotation` takes besides what says which annotation is meant. */
export const editable = [
  'actor',
  'form',
  'topic',
  'stance',
  'attribution',
  ...actorRoles,
  'summary',
  'source',
  'kind',
  'reference',
  'url',
  'date',
  'attributes',
  'note',
  'supersedes',
] as const;

/** Removes an annotation; false where the person chose none. */
export function removeAnnotation(parts: Parts, args: Arguments | undefined): Promise<boolean> {
  const { t } = vscode.l10n;
  return changeChosen(parts, args, { prompt: t('Remove which annotation?'), label: t('Remove annotation') }, remove);
}

/** Changes what an annotation says; false where the person chose none, or gave it up. */
export function editAnnotation(parts: Parts, args: Arguments | undefined): Promise<boolean> {
  const { t } = vscode.l10n;
  return changeChosen(parts, args, { prompt: t('Edit which annotation?'), label: t('Edit annotation') }, edit);
}

/** Gives an annotation other ranges, or another one for that of its `rangeIndex`, which are sure then; false where the person
 * chose none. */
export function resizeAnnotation(parts: Parts, args: Arguments | undefined): Promise<boolean> {
  const { t } = vscode.l10n;
  const words = { prompt: t('Resize which annotation?'), label: t('Resize annotation'), setsRange: true };
  return changeChosen(parts, args, words, resize);
}

/** Adds ranges to an annotation's; false where the person chose none. */
export function extendAnnotation(parts: Parts, args: Arguments | undefined): Promise<boolean> {
  const { t } = vscode.l10n;
  const words = { prompt: t('Extend which annotation?'), label: t('Extend annotation'), setsRange: true };
  return changeChosen(parts, args, words, extend);
}

/** How a change is spoken of; `setsRange` where the arguments' range is what changes, and says not which annotation. */
interface Words {
  readonly prompt: string;
  readonly label: string;
  readonly setsRange?: boolean;
}

async function changeChosen(
  parts: Parts,
  args: Arguments | undefined,
  { prompt, label, setsRange = false }: Words,
  how: Change,
): Promise<boolean> {
  const place = await workplaceOf(parts, await articleOf(parts.articles, args));
  const entry = await chosenEntry(place, args, prompt, setsRange);
  return entry ? applied(parts, { ...place, entry, args }, label, how) : false;
}

/** Edits one annotation by asking what to change; false where the person gave it up. */
export async function editByAsking(parts: Parts, article: vscode.Uri, id: string): Promise<boolean> {
  const place = await workplaceOf(parts, await parts.articles.get(article));
  const entry = knownEntry(place.article, id);
  return applied(parts, { ...place, entry, args: undefined }, vscode.l10n.t('Edit annotation'), edit);
}

/** Makes one change as one step. */
async function applied(parts: Parts, what: Omit<Chosen, 'draft'>, label: string, how: Change): Promise<boolean> {
  const draft = new StepDraft();
  if (!(await how({ ...what, draft }))) return false;
  const step = draft.step(label);
  if (step) await parts.steps.apply(step);
  return true;
}

interface Chosen extends Workplace {
  readonly entry: Entry;
  readonly args: Arguments | undefined;
  readonly draft: StepDraft;
}

/** Puts the change into the draft; false where the person gave it up. */
type Change = (chosen: Chosen) => boolean | Promise<boolean>;

function remove({ article, entry, args, draft }: Chosen): boolean {
  args?.only('article', 'id', 'range', 'ranges');
  const { id } = entry.fields;
  removeAnnotations(draft, article, new Set([id]));
  return true;
}

async function edit({ article, codebook, entry, args, draft }: Chosen): Promise<boolean> {
  const given = args ?? (await askChanges(article, codebook, entry));
  if (!given) return false;
  given.only('article', 'id', 'range', 'ranges', ...editable);
  const changed = changedFields(given, article, codebook, entry.fields);
  // Without an id, the range said which annotation is meant.
  const ranges = given.has('id') ? given.ranges() : undefined;
  const target = ranges && checked(article, ranges);
  if (!target && isSame(entry.fields, withChanges(entry.fields, changed))) return true;
  const spot = target ? article.spot(target) : entry.spot;
  const changes = { ...changed, orphaned: target ? null : undefined };
  draft.setEntry(article, entry.fields.id, { fields: modified(entry.fields, changes), spot });
  return true;
}

function resize({ article, entry, args, draft }: Chosen): boolean {
  args?.only('article', 'id', 'range', 'ranges', 'rangeIndex');
  const ranges = checked(article, targetsOf(article, args, () => undefined).flat());
  const rangeIndex = args?.index('rangeIndex');
  const spot = rangeIndex === undefined ? article.spot(ranges) : withRange(article, entry.spot, rangeIndex, ranges);
  draft.setEntry(article, entry.fields.id, { fields: modified(entry.fields, { orphaned: null }), spot });
  return true;
}

/** A target with one of its ranges elsewhere; the others stay as they are. */
function withRange(article: Article, spot: Spot, rangeIndex: number, [range, ...more]: readonly Range[]): Spot {
  const others = spot.place.ranges.filter((_, index) => index !== rangeIndex);
  if (others.length === spot.place.ranges.length) {
    throw new UserError(vscode.l10n.t('This annotation has no range of number {0}.', rangeIndex));
  }
  if (!range || more.length > 0) throw new UserError(vscode.l10n.t('Give one range, or select one.'));
  checked(article, [range, ...others.filter(({ standing }) => standing === 'anchored')]);
  return article.settledSpot(spot, new Map([[rangeIndex, range]]));
}

function extend({ article, entry, args, draft }: Chosen): boolean {
  args?.only('article', 'id', 'range', 'ranges');
  if (entry.spot.place.ranges.some((range) => range.standing !== 'anchored')) {
    throw new UserError(vscode.l10n.t('Where this annotation stands isn’t sure. Resize it first: select its text.'));
  }
  const more = targetsOf(article, args, () => undefined).flat();
  const spot = article.spot(checked(article, [...entry.spot.place.ranges, ...more]));
  draft.setEntry(article, entry.fields.id, { fields: modified(entry.fields, {}), spot });
  return true;
}

/** What an argument object changes, checked against the codebook; a null removes the field. */
export function changedFields(
  args: Arguments,
  article: Article,
  codebook: CodebookFile,
  fields: Fields,
): ChangedFields {
  const { lists } = codebook;
  const actor = args.text('actor');
  const topic = args.text('topic');
  const source = args.text('source');
  const kind = args.text('kind');
  if (actor === null && fields.type === 'actor') {
    throw new UserError(vscode.l10n.t('A mention needs its actor. Remove the annotation instead.'));
  }
  const ofClaim = fields.type === 'claim';
  return {
    ...plainFields(args, codebook),
    actor: actor && knownActor(lists.actors, actor).id,
    form: args.choice('form', forms),
    topic: topic && knownTopic(lists.topics, topic).id,
    source: ofClaim ? undefined : source && knownSource(lists.sources, source).id,
    kind: kind && knownId(lists.sourceKinds, vscode.l10n.t('kind of source'), kind),
    reference: args.text('reference'),
    url: args.url('url'),
    supersedes: args.texts('supersedes'),
    ...changedLinks(args, article, codebook, fields),
    attributes: changedAttributes(args.attributes('attributes'), fields.attributes, fields.type, codebook),
  };
}

/** Each role that is named has its links replaced; the others stay, and so does what a link says besides. */
function changedLinks(args: Arguments, article: Article, codebook: CodebookFile, fields: Fields): ChangedFields {
  let links = fields.links ?? [];
  const replaced = actorRoles.map((role) => [role, actorLinks(args, role, codebook)] as const);
  const sources = fields.type === 'claim' ? sourceLinks(args, article, codebook) : undefined;
  for (const [role, others] of [...replaced, ['source', sources] as const]) {
    if (!others) continue;
    const wanted = new Map(others.map((link) => [linkKey(link), link]));
    const kept = links.filter((link) => link.role !== role || wanted.delete(linkKey(link)));
    links = [...kept, ...wanted.values()];
  }
  if (links === fields.links) return {};
  return { links: links.length > 0 ? links : null };
}
