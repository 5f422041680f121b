import type { Direction } from '../../corpus/articleIndex';
import { Made } from '../lazyPart';
import type { Parts } from '../parts';
import type { Command } from './command';

/** The commands that jump from annotation to annotation. What they do is loaded with the first one. */
export function jumpCommands(parts: Parts): readonly Command<string | undefined>[] {
  const jumps = new Made(async () => new (await parts.assist.get()).Jumps(parts));
  const mention = (id: string, direction: Direction): Command<string | undefined> => ({
    id,
    run: async (args) => (await jumps.get()).toMention(args, direction),
    inTurn: 'always',
  });
  const annotation = (id: string, direction: Direction): Command<string | undefined> => ({
    id,
    run: async (args) => (await jumps.get()).toAnnotation(args, direction),
    inTurn: 'always',
  });
  return [
    mention('nextMention', 'next'),
    mention('previousMention', 'previous'),
    annotation('nextAnnotation', 'next'),
    annotation('previousAnnotation', 'previous'),
    { id: 'goToActor', run: async (args) => (await jumps.get()).goToActor(args) },
  ];
}
