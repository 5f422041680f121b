import type { Arguments } from '../commands/arguments';
import type { Parts } from '../parts';
import { tagAllMentions } from '../mentions/tagAllMentions';
import { deleteItem } from './deleting';
import { actorKind, sourceKind, topicKind } from './itemKinds';
import { mergeInto } from './merging';
import { setParent } from './nesting';
import { recode } from './recoding';
import { splitItem } from './splitting';

type Run = (parts: Parts, args: Arguments | undefined) => Promise<unknown>;

/** What the commands on the codebook do, by their ids. */
export const codebookCommands: Readonly<Record<string, Run>> = {
  mergeActors: (parts, args) => mergeInto(parts, args, actorKind()),
  mergeTopics: (parts, args) => mergeInto(parts, args, topicKind()),
  mergeSources: (parts, args) => mergeInto(parts, args, sourceKind()),
  splitActor: (parts, args) => splitItem(parts, args, actorKind()),
  splitTopic: (parts, args) => splitItem(parts, args, topicKind()),
  splitSource: (parts, args) => splitItem(parts, args, sourceKind()),
  deleteActor: (parts, args) => deleteItem(parts, args, actorKind()),
  deleteTopic: (parts, args) => deleteItem(parts, args, topicKind()),
  deleteSource: (parts, args) => deleteItem(parts, args, sourceKind()),
  nestTopic: (parts, args) => setParent(parts, args, topicKind()),
  setActorParent: (parts, args) => setParent(parts, args, actorKind()),
  recode,
  tagAllMentions,
};
