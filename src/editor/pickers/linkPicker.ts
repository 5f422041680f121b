import * as vscode from 'vscode';
import type { Link, PlacedAnnotation } from '../../model/annotation';
import type { Actor, Role } from '../../model/codebook';
import { linkKey } from '../../model/links';
import type { Range } from '../../model/range';
import { mentionsOf, nearestActors } from '../../suggest/actorRanking';
import { annotationsAt } from '../commands/chosenAnnotation';
import type { LinkChoice } from '../commands/linking';
import type { Workplace } from '../commands/tagging';
import { cursorOf } from '../commands/target';
import type { Parts } from '../parts';
import { placesOf } from '../places';
import type { Entry } from '../store/step';
import { UserError } from '../userError';
import { actorName, headline, linkedSource, quotation, quoted, typeName, withinQuotes } from '../wording';
import { aboutActor, usesOf } from './actorPicker';
import { annotationChoice, pickAnnotation, previewAnnotation } from './annotationPicker';
import type { Choice } from './choose';
import { EditorPreview } from './editorPreview';
import { roleWords, typeIcon } from './fieldWords';
import { nearbyMentions, nearestFirst } from './nearness';
import { pick, section, type Row } from './pick';
import { plainLabel } from './plainLabel';

/** Asks for a link: from which annotation, in which role (each where `known` doesn't say), to what, and of an actor for whom it
 * speaks. */
export async function askLink(
  parts: Parts,
  place: Workplace,
  known: { readonly from?: string; readonly role?: string } = {},
): Promise<LinkChoice | undefined> {
  const { roles } = place.codebook.lists;
  const linking = new Set(roles.flatMap(({ appliesTo }) => appliesTo));
  const from =
    known.from === undefined
      ? await askFrom(place, ({ type }) => linking.has(type))
      : place.article.shownAnnotation(known.from);
  const entry = from && place.article.entry(from.id);
  if (!from || !entry) return undefined;
  const fitting = roles.filter(({ appliesTo }) => appliesTo.includes(from.type));
  const role = fitting.find(({ id }) => id === known.role) ?? (await askRole(from, place, fitting));
  if (!role) return undefined;
  const link = await askTarget(parts, place, from, role);
  if (!link) return undefined;
  const existing = entry.fields.links?.find((other) => linkKey(other) === linkKey(link));
  const whole = { ...existing, ...link };
  return link.actor === undefined ? { from: entry, link: whole } : askFor(parts, place, entry, whole);
}

/** Asks which link of the annotations at the cursor to remove; of all in the article where the cursor is at none. */
export async function askLinkToRemove(place: Workplace): Promise<LinkChoice | undefined> {
  const { article, codebook } = place;
  const [here] = candidates(place, ({ links = [] }) => links.length > 0);
  if (here.length === 0) throw new UserError(vscode.l10n.t('There are no links in this article yet.'));
  const preview = new EditorPreview();
  const chosen = await pick<{ readonly from: PlacedAnnotation; readonly link: Link }>({
    title: vscode.l10n.t('Remove which link?'),
    placeholder: vscode.l10n.t('What it leads to stays'),
    rows: here.flatMap((from) =>
      section(
        plainLabel(`${typeName(from.type)}: ${headline(from, codebook.lists)}`, 80),
        (from.links ?? []).map((link) => ({ ...linkWords(place, link), value: { from, link } })),
      ),
    ),
    moved: ({ from }) => previewAnnotation(preview, article, from),
  });
  await preview.finish(chosen !== undefined);
  const entry = chosen && article.entry(chosen.from.id);
  return entry && { from: entry, link: chosen.link };
}

type Fits = (annotation: PlacedAnnotation) => boolean;

/** The annotations that fit at the cursor, the shortest first, else all that fit, the nearest first; and which of the two. */
function candidates({ article }: Workplace, fits: Fits): readonly [readonly PlacedAnnotation[], 'here' | 'anywhere'] {
  const cursor = cursorOf(article);
  const here = annotationsAt(article, cursor).filter(fits);
  if (here.length > 0) return [here, 'here'];
  const all = article.shown().filter(fits);
  return [nearestFirst(all, (one) => placesOf(article, one), [{ start: cursor, end: cursor }]), 'anywhere'];
}

async function askFrom(place: Workplace, fits: Fits): Promise<PlacedAnnotation | undefined> {
  const [found, where] = candidates(place, fits);
  const [first] = found;
  if (!first) throw new UserError(vscode.l10n.t('There is nothing to link yet: mark a claim or a source first.'));
  if (where === 'here' && found.length === 1) return first;
  return pickAnnotation(place.article, place.codebook, found, vscode.l10n.t('Link from which annotation?'));
}

async function askRole(
  from: PlacedAnnotation,
  { codebook }: Workplace,
  roles: readonly Role[],
): Promise<Role | undefined> {
  if (roles.length < 2) return roles[0];
  const has = (role: Role): string =>
    (from.links ?? []).some((link) => link.role === role.id) ? ` · ${vscode.l10n.t('has one')}` : '';
  return pick<Role>({
    title: plainLabel(vscode.l10n.t('Link “{0}” as what?', withinQuotes(headline(from, codebook.lists))), 80),
    placeholder: vscode.l10n.t('Role of what it is linked to'),
    rows: roles.map((role) => ({
      label: plainLabel(roleWords(role)),
      description: plainLabel(role.takes.map((taken) => typeName(taken)).join(', ') + has(role)),
      value: role,
    })),
  });
}

async function askTarget(
  parts: Parts,
  place: Workplace,
  from: PlacedAnnotation,
  role: Role,
): Promise<Link | undefined> {
  const { article } = place;
  const rows = role.takes.flatMap((taken) =>
    taken === 'actor'
      ? actorRows(parts, place, from, role)
      : [...annotationRows(place, from, role, taken), ...(taken === 'source' ? sourceRows(place, from, role) : [])],
  );
  if (rows.length === 0) {
    throw new UserError(
      vscode.l10n.t('There is nothing yet that could be linked as “{0}”.', plainLabel(roleWords(role))),
    );
  }
  const preview = new EditorPreview();
  const chosen = await pick<Link>({
    title: plainLabel(`${headline(from, place.codebook.lists)} › ${roleWords(role)}`, 80),
    placeholder: vscode.l10n.t('Link to what?'),
    rows,
    moved: ({ annotation }) => {
      const shown = annotation === undefined ? from : article.shownAnnotation(annotation);
      if (shown) previewAnnotation(preview, article, shown);
    },
  });
  await preview.finish(chosen !== undefined);
  return chosen;
}

/** Mentions close by, each actor once, then the other actors. */
function actorRows(
  parts: Parts,
  { article, codebook }: Workplace,
  from: PlacedAnnotation,
  role: Role,
): readonly Row<Link>[] {
  const { actors } = codebook.lists;
  const ranges = placesOf(article, from);
  const mentioned = nearbyMentions(actors, article.shown(), ranges);
  const known = { mentions: mentionsOf(article.shown()), uses: usesOf(parts) };
  const others = nearestActors(actors, ranges[0] ?? { start: 0, end: 0 }, known).filter((one) => !mentioned.has(one));
  return [
    ...section(
      vscode.l10n.t('Mentioned nearby'),
      [...mentioned].map(([actor, mention]): Choice<Link> => {
        const line = vscode.l10n.t('line {0}', article.positionAt(mention.target[0]?.start ?? 0).line + 1);
        const link = { role: role.id, actor: actor.id, annotation: mention.id };
        return { ...actorItem(actor, marked(from, link), line), value: link };
      }),
    ),
    ...section(
      vscode.l10n.t('Actors'),
      others.map((actor): Choice<Link> => {
        const link = { role: role.id, actor: actor.id };
        return { ...actorItem(actor, marked(from, link)), value: link };
      }),
    ),
  ];
}

function annotationRows(
  { article, codebook }: Workplace,
  from: PlacedAnnotation,
  role: Role,
  type: string,
): readonly Row<Link>[] {
  const others = article.shown().filter((one) => one.type === type && one.id !== from.id);
  const placed: readonly Range[] = placesOf(article, from);
  return section(
    vscode.l10n.t('In this article'),
    nearestFirst(others, (one) => placesOf(article, one), placed).map((one): Choice<Link> => {
      const link = { role: role.id, annotation: one.id };
      const { label, description = '' } = annotationChoice(article, one, codebook.lists);
      return { label, description: description + marked(from, link), value: link };
    }),
  );
}

function sourceRows({ codebook }: Workplace, from: PlacedAnnotation, role: Role): readonly Row<Link>[] {
  return section(
    vscode.l10n.t('Sources of the codebook'),
    codebook.lists.sources.map(({ id, name, date }): Choice<Link> => {
      const link = { role: role.id, source: id };
      return {
        label: `${typeIcon('source')} ${plainLabel(name)}`,
        description: plainLabel(date ?? '') + marked(from, link),
        value: link,
      };
    }),
  );
}

/** Asks on whose behalf an actor speaks; the first item, nobody's, leaves what is there out. */
async function askFor(
  parts: Parts,
  { article, codebook }: Workplace,
  from: Entry,
  link: Link,
): Promise<LinkChoice | undefined> {
  const { actors } = codebook.lists;
  const { for: present, ...alone } = link;
  const known = { mentions: mentionsOf(article.shown()), uses: usesOf(parts) };
  const others = nearestActors(actors, from.spot.place.ranges[0] ?? { start: 0, end: 0 }, known);
  const choices = others
    .filter(({ id }) => id !== link.actor)
    .map((actor): Choice<Link> => ({ ...actorItem(actor), value: { ...alone, for: actor.id } }));
  const nobody: Choice<Link> = { label: vscode.l10n.t('For nobody else'), value: alone };
  const chosen = await pick<Link>({
    title: plainLabel(
      vscode.l10n.t('On whose behalf does {0} speak?', actorName(codebook.lists, link.actor ?? '')),
      80,
    ),
    placeholder: vscode.l10n.t('Enter leaves it at that'),
    rows: [nobody, ...choices],
    active: choices.find(({ value }) => present !== undefined && value.for === present),
  });
  return chosen && { from, link: chosen };
}

function actorItem(actor: Actor, ...more: readonly string[]): vscode.QuickPickItem {
  const about = [aboutActor(actor), ...more].filter((part) => part !== '');
  return { label: `${typeIcon('actor')} ${plainLabel(actor.name)}`, description: about.join(' · ') };
}

/** What is linked already is said to be. */
function marked({ links = [] }: PlacedAnnotation, link: Link): string {
  return links.some((other) => linkKey(other) === linkKey(link)) ? ` ✓ ${vscode.l10n.t('linked')}` : '';
}

/** "Speaker: North Korea (for …)". */
function linkWords({ article, codebook }: Workplace, link: Link): vscode.QuickPickItem {
  const { lists } = codebook;
  const annotation = link.annotation === undefined ? undefined : article.shownAnnotation(link.annotation);
  const to =
    link.actor !== undefined
      ? actorName(lists, link.actor)
      : annotation && annotation.type !== 'source'
        ? headline(annotation, lists)
        : linkedSource(link, lists, (id) => article.shownAnnotation(id));
  const role = lists.roles.find(({ id }) => id === link.role);
  const about = [
    annotation ? quoted(quotation(annotation, 60)) : '',
    link.for === undefined ? '' : vscode.l10n.t('for {0}', actorName(lists, link.for)),
  ];
  return {
    label: plainLabel(`${role ? roleWords(role) : link.role}: ${to || (link.annotation ?? '')}`),
    description: plainLabel(about.filter((part) => part !== '').join(' · ')),
  };
}
