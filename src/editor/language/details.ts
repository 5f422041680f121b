import * as vscode from 'vscode';
import { attributions, forms, isKeptOrphan, type Link, type PlacedAnnotation } from '../../model/annotation';
import { byId, type EffectiveCodebook, type Named } from '../../model/codebook';
import type { Json } from '../../model/json';
import { plainLine } from '../../model/plainLine';
import { decidersOf } from '../../model/superseded';
import { attributionWords, formWords, roleWords } from '../pickers/fieldWords';
import type { Article } from '../store/article';
import {
  actorName,
  headline,
  kindName,
  linkedSource,
  quotation,
  quoted,
  sourceName,
  topicName,
  typeName,
} from '../wording';

/** One line of what is known of an annotation; plain text. */
export interface Detail {
  readonly label: string;
  readonly value: string;
}

const LONGEST = 400;
/** Roles, links of a role, and attributes that are shown; a file may have any number. */
const MOST = 20;
const whoRoles: ReadonlySet<string> = new Set(['speaker', 'holder', 'addressee']);

/** All that an annotation says beside its headline, for hovers and tooltips, in the order in which one reads it. */
export function details(
  annotation: PlacedAnnotation,
  lists: EffectiveCodebook,
  find: (id: string) => PlacedAnnotation | undefined,
): readonly Detail[] {
  const { t } = vscode.l10n;
  const found: Detail[] = [];
  const add = (label: string, value: string | undefined): void => {
    const line = plainLine(value ?? '', LONGEST);
    if (line !== '') found.push({ label: plainLine(label, LONGEST), value: line });
  };
  const addLinks = (wanted: (role: string) => boolean): void => {
    const roles = [...byRole(annotation.links ?? [])].filter(([role]) => wanted(role));
    for (const [role, links] of roles.slice(0, MOST)) {
      add(
        roleWords(lists.roles.find(({ id }) => id === role) ?? { id: role, appliesTo: [], takes: [] }),
        firstOf(links, (link) => linkText(link, lists, find)),
      );
    }
  };
  if (annotation.type === 'actor') addActor(annotation, lists, add);
  addLinks((role) => whoRoles.has(role));
  add(t('Topic'), annotation.topic === undefined ? undefined : topicName(lists, annotation.topic));
  add(t('Stance'), annotation.stance === undefined ? undefined : nameIn(lists.stances, annotation.stance));
  add(t('Attribution'), known(attributions, annotation.attribution, attributionWords));
  add(t('Summary'), annotation.summary);
  add(t('Source'), annotation.source === undefined ? undefined : sourceName(lists, annotation.source));
  add(t('Kind'), annotation.kind === undefined ? undefined : nameIn(lists.sourceKinds, annotation.kind));
  add(t('Reference'), annotation.reference);
  add(t('Web address'), annotation.url);
  add(t('Date'), annotation.date);
  addLinks((role) => !whoRoles.has(role));
  for (const [id, value] of Object.entries(annotation.attributes ?? {}).slice(0, MOST)) {
    addAttribute(id, value, lists, add);
  }
  add(t('Note'), annotation.note);
  add(t('Place'), standingText(annotation));
  return found;
}

type Add = (label: string, value: string | undefined) => void;

function addActor({ actor: id, form }: PlacedAnnotation, lists: EffectiveCodebook, add: Add): void {
  const { t } = vscode.l10n;
  const actor = id === undefined ? undefined : byId(lists.actors, id);
  add(t('Kind'), actor?.kind === undefined ? undefined : kindName(actor.kind));
  add(t('Also called'), firstOf(actor?.aliases ?? [], String));
  add(
    t('Members'),
    firstOf(actor?.members ?? [], (member) => actorName(lists, member)),
  );
  if (form !== 'name') add(t('Form'), known(forms, form, formWords));
}

/** The words for one of the values that we know; any other stands for itself. */
function known<T extends string>(
  values: readonly T[],
  value: string | undefined,
  words: (value: T) => string,
): string | undefined {
  const found = values.find((other) => other === value);
  return found === undefined ? value : words(found);
}

function addAttribute(id: string, value: Json | undefined, lists: EffectiveCodebook, add: Add): void {
  const definition = lists.attributes.find((attribute) => attribute.id === id);
  const text = (one: Json | undefined): string => {
    if (typeof one === 'boolean') return one ? vscode.l10n.t('yes') : vscode.l10n.t('no');
    if (typeof one === 'string') return nameIn(definition?.options ?? [], one);
    if (Array.isArray(one)) return one.map(text).join(', ');
    return one === undefined ? '' : JSON.stringify(one);
  };
  add(definition?.name ?? id, text(value));
}

/** The first items in words, and whether there are more. */
function firstOf<T>(items: readonly T[], words: (item: T) => string): string {
  return items.slice(0, MOST).map(words).join(', ') + (items.length > MOST ? ', …' : '');
}

function nameIn(list: readonly Named[], id: string): string {
  return list.find((item) => item.id === id)?.name ?? id;
}

function byRole(links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
  const roles = new Map<string, Link[]>();
  for (const link of links) {
    const others = roles.get(link.role);
    if (others) others.push(link);
    else roles.set(link.role, [link]);
  }
  return roles;
}

function linkText(link: Link, lists: EffectiveCodebook, find: (id: string) => PlacedAnnotation | undefined): string {
  const marked = link.annotation === undefined ? undefined : find(link.annotation);
  const name =
    link.actor !== undefined
      ? actorName(lists, link.actor)
      : link.source !== undefined || marked?.type === 'source'
        ? linkedSource(link, lists, find)
        : marked
          ? quoted(quotation(marked, 60))
          : (link.annotation ?? '');
  return link.for === undefined ? name : vscode.l10n.t('{0} (for {1})', name, actorName(lists, link.for));
}

/** What is said of a place that isn't sure, and what to do about it; undefined where it is sure. */
export function standingText(annotation: PlacedAnnotation): string | undefined {
  const { standing, target } = annotation;
  if (standing === 'anchored') return undefined;
  if (isKeptOrphan(annotation)) return vscode.l10n.t('an orphan: its text is gone, and it is kept');
  if (standing === 'orphaned') {
    return vscode.l10n.t(
      'gone: its text was deleted. Keep it as an orphan, remove it, or select its text anew and resize it.',
    );
  }
  return target.some(({ candidates = [] }) => candidates.length > 0)
    ? vscode.l10n.t('not sure: the text has changed. Accept it, or go to another likely place.')
    : vscode.l10n.t('not sure: the text has changed. Select the right words and resize it, or keep it as an orphan.');
}

/** What an annotation decides about in an article, or what decided about it: figures count the decision alone. */
export function decisionDetails(
  article: Article,
  { id, supersedes = [] }: PlacedAnnotation,
  lists: EffectiveCodebook,
): readonly Detail[] {
  const { t } = vscode.l10n;
  const words = (other: string): string => {
    const annotation = article.shownAnnotation(other);
    if (!annotation) return other;
    const who = annotation.creator === undefined ? '' : ` (${annotation.creator})`;
    return `${typeName(annotation.type)} ${headline(annotation, lists)}${who}`;
  };
  const by = decidersOf(article.shown()).get(id) ?? [];
  return [
    { label: t('Decides between'), ids: supersedes },
    { label: t('Superseded by'), ids: by },
  ].flatMap(({ label, ids }) => (ids.length > 0 ? [{ label, value: plainLine(firstOf(ids, words), LONGEST) }] : []));
}

/** "lee, 2026-11-22"; empty where neither is known. */
export function whoAndWhen({ creator, created, modified }: PlacedAnnotation): string {
  const day = (time: string): string => time.slice(0, 10);
  const parts = [
    creator,
    created === undefined ? undefined : day(created),
    modified === undefined || modified === created ? undefined : vscode.l10n.t('changed {0}', day(modified)),
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}
