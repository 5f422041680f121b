import type { Command } from '../commands/command';
import type { Parts } from '../parts';

const yesOrNo = [
  ...['mergeActors', 'mergeTopics', 'mergeSources', 'deleteActor', 'deleteTopic', 'deleteSource'],
  ...['nestTopic', 'setActorParent'],
];
const givingSomething = ['splitActor', 'splitTopic', 'splitSource', 'recode', 'tagAllMentions'];

/** The commands that change the codebook, or many annotations at once. */
export function bulkCommands(parts: Parts): readonly Command[] {
  const command = (id: string): Command => ({
    id,
    run: async (args) => (await parts.codebook.get()).codebookCommands[id]?.(parts, args),
  });
  return [...yesOrNo.map((id) => ({ ...command(id), otherwise: false })), ...givingSomething.map(command)];
}
