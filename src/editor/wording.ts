import * as vscode from 'vscode';
import type { Annotation, Link, PlacedAnnotation } from '../model/annotation';
import { byId, type EffectiveCodebook } from '../model/codebook';
import { linksOf } from '../model/links';
import { shortened } from '../model/shortened';

/** Short texts that say what an annotation is; plain text, for lists, trees and titles. */

/** What is marked, on one line, at most `most` characters. */
export function quotation(annotation: Pick<Annotation, 'target'>, most = 80): string {
  const text = annotation.target.map(({ exact }) => exact).join(' … ');
  return shortened(text.replace(/\s+/g, ' '), most);
}

/** A text in quotation marks; those within it become single ones. */
export function quoted(text: string): string {
  return `“${withinQuotes(text)}”`;
}

/** A text as it stands between double quotation marks: its own become single ones. */
export function withinQuotes(text: string): string {
  return text
    .replace(/(?<=^|[\s([{—–])"/gu, '‘')
    .replace(/[“„«]/gu, '‘')
    .replace(/["”»]/gu, '’');
}

/** A name by id; an id that the codebook doesn't know stands for itself. */
export function actorName(lists: EffectiveCodebook, id: string): string {
  return byId(lists.actors, id)?.name ?? id;
}

export function topicName(lists: EffectiveCodebook, id: string): string {
  return byId(lists.topics, id)?.name ?? id;
}

export function sourceName(lists: EffectiveCodebook, id: string): string {
  return byId(lists.sources, id)?.name ?? id;
}

/** The actors of a role, joined: "China, Russia"; empty where there are none. */
export function actorsOfRole(annotation: Pick<Annotation, 'links'>, role: string, lists: EffectiveCodebook): string {
  return linksOf(annotation, role)
    .flatMap(({ actor }) => (actor === undefined ? [] : [actorName(lists, actor)]))
    .join(', ');
}

/** A source that a link names: of the codebook, or marked in the article. */
export function linkedSource(
  link: Link,
  lists: EffectiveCodebook,
  marked: (id: string) => PlacedAnnotation | undefined,
): string {
  if (link.source !== undefined) return sourceName(lists, link.source);
  const annotation = link.annotation === undefined ? undefined : marked(link.annotation);
  return annotation ? (annotation.reference ?? quotation(annotation, 40)) : '';
}

/** +, −, 0 or the stance's name; empty where there is none, which isn't neutral. */
export function stanceSign(lists: EffectiveCodebook, id: string | undefined): string {
  if (id === undefined) return '';
  const stance = lists.stances.find((other) => other.id === id);
  if (!stance) return id;
  return stance.value > 0 ? '+' : stance.value < 0 ? '−' : '0';
}

/** "Claim", "Actor" …; what a decision says where nothing is to be marked; a type that we don't know is shown as it is. */
export function typeName(type: string): string {
  const names: Readonly<Record<string, string>> = {
    actor: vscode.l10n.t('Actor'),
    claim: vscode.l10n.t('Claim'),
    source: vscode.l10n.t('Source'),
    passage: vscode.l10n.t('Passage'),
    none: vscode.l10n.t('Nothing to be marked'),
  };
  return Object.hasOwn(names, type) ? (names[type] ?? type) : type;
}

/** An actor's kind by its English or translated name; an open list, so that any other stands for itself. */
export function kindName(kind: string): string {
  const { t } = vscode.l10n;
  const names: ReadonlyMap<string, string> = new Map([
    ['state', t('state')],
    ['organization', t('organization')],
    ['person', t('person')],
    ['group', t('group')],
    ['place', t('place')],
  ]);
  return names.get(kind) ?? kind;
}

/** What an annotation says, on one line: the actor's name; "Russia | missile tests | −"; the source; the topic. */
export function headline(annotation: Annotation, lists: EffectiveCodebook): string {
  switch (annotation.type) {
    case 'actor':
      return annotation.actor === undefined ? quotation(annotation) : actorName(lists, annotation.actor);
    case 'claim': {
      const who = actorsOfRole(annotation, 'speaker', lists);
      const topic = annotation.topic === undefined ? '' : topicName(lists, annotation.topic);
      const parts = [who, topic, stanceSign(lists, annotation.stance)].filter((part) => part !== '');
      return parts.length > 0 ? parts.join(' | ') : quotation(annotation);
    }
    case 'source':
      return annotation.source === undefined
        ? (annotation.reference ?? quotation(annotation))
        : sourceName(lists, annotation.source);
    default:
      return annotation.topic === undefined ? quotation(annotation) : topicName(lists, annotation.topic);
  }
}
