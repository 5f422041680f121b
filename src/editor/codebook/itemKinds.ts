import * as vscode from 'vscode';
import type { Figures } from '../../corpus/figures';
import type { CorpusIndex } from '../../corpus/corpusIndex';
import type { ReferredItem, ReferredList, ReferredLists } from '../../model/codebook';
import type { Referent } from '../../model/references';
import { knownActor, knownSource, knownTopic } from '../commands/names';

/** Actors, topics or sources: where they are in the codebook, how they are spoken of, and what there is of one. */
export interface ItemKind {
  readonly list: ReferredList;
  readonly referent: Referent;
  /** The item that a text means, by id, name or alias. Throws a {@link UserError} where it is none, or could be several. */
  readonly known: (lists: ReferredLists, text: string) => ReferredItem;
  readonly figures: (index: CorpusIndex, ids: ReadonlySet<string>) => Figures;
  readonly words: {
    readonly merge: string;
    readonly split: string;
    readonly remove: string;
    readonly nest: string;
    readonly rename: string;
    readonly choose: string;
    readonly noneYet: string;
  };
}

export function actorKind(): ItemKind {
  const { t } = vscode.l10n;
  return {
    list: 'actors',
    referent: 'actor',
    known: ({ actors }, text) => knownActor(actors, text),
    figures: (index, ids) => index.actorFigures(ids),
    words: {
      merge: t('Merge which actor into another?'),
      split: t('Split which actor?'),
      remove: t('Delete which actor?'),
      nest: t('Which actor belongs to another?'),
      rename: t('Rename which actor?'),
      choose: t('Actor of the codebook'),
      noneYet: t('The codebook has no actors yet. Tag one first.'),
    },
  };
}

export function topicKind(): ItemKind {
  const { t } = vscode.l10n;
  return {
    list: 'topics',
    referent: 'topic',
    known: ({ topics }, text) => knownTopic(topics, text),
    figures: (index, ids) => index.topicFigures(ids),
    words: {
      merge: t('Merge which topic into another?'),
      split: t('Split which topic?'),
      remove: t('Delete which topic?'),
      nest: t('Put which topic under another?'),
      rename: t('Rename which topic?'),
      choose: t('Topic of the codebook'),
      noneYet: t('The codebook has no topics yet. Mark a claim with one first.'),
    },
  };
}

export function sourceKind(): ItemKind {
  const { t } = vscode.l10n;
  return {
    list: 'sources',
    referent: 'source',
    known: ({ sources }, text) => knownSource(sources, text),
    figures: (index, ids) => index.sourceFigures(ids),
    words: {
      merge: t('Merge which source into another?'),
      split: t('Split which source?'),
      remove: t('Delete which source?'),
      nest: '',
      rename: t('Rename which source?'),
      choose: t('Source of the codebook'),
      noneYet: t('The codebook has no sources yet.'),
    },
  };
}

export function itemKind(referent: Referent): ItemKind {
  return { actor: actorKind, topic: topicKind, source: sourceKind }[referent]();
}

/** The ids under which annotations refer to an item. */
export function idsOf({ id, formerIds = [] }: ReferredItem): ReadonlySet<string> {
  return new Set([id, ...formerIds]);
}
