import type { ReferredItem } from '../../model/codebook';
import type { Referent } from '../../model/references';
import type { Parts } from '../parts';
import type { CodebookFile } from '../store/codebookFile';
import { deleteByAsking } from './deleting';
import { actorKind, sourceKind, topicKind, type ItemKind } from './itemKinds';
import { askItem } from './itemPicker';
import { mergeByAsking } from './merging';
import { nestByAsking } from './nesting';
import { askName } from './splitPicker';
import { splitByAsking } from './splitting';

/** An item of a codebook that a person chose already. */
export interface ChosenItem {
  readonly codebook: CodebookFile;
  readonly referent: Referent;
  readonly item: ReferredItem;
}

/** What is done about an item of a codebook that is chosen: each asks for the rest, and for consent where it is much. */
export const itemQuestions = {
  merge: (parts: Parts, { codebook, referent, item }: ChosenItem, into?: ReferredItem) =>
    mergeByAsking(parts, codebook, kindOf(referent), item, into),
  split: (parts: Parts, { codebook, referent, item }: ChosenItem) =>
    splitByAsking(parts, codebook, kindOf(referent), item),
  nest: (parts: Parts, { codebook, referent, item }: ChosenItem) =>
    nestByAsking(parts, codebook, kindOf(referent), item),
  remove: (parts: Parts, { codebook, referent, item }: ChosenItem) =>
    deleteByAsking(parts, codebook, kindOf(referent), item),
  /** Another item of the codebook; undefined where the person gave it up. */
  choose: async (parts: Parts, codebook: CodebookFile, referent: Referent, title: string) =>
    (await askItem(parts, codebook, kindOf(referent), { title })) ?? undefined,
  /** The name of a new item that is split from this one. */
  newName: ({ item }: ChosenItem) => askName(item, undefined),
};

function kindOf(referent: Referent): ItemKind {
  return { actor: actorKind, topic: topicKind, source: sourceKind }[referent]();
}
