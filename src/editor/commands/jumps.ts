import type { Direction } from '../../corpus/articleIndex';
import type { Parts } from '../parts';
import type { Arguments } from './arguments';
import type { Command } from './command';
import type { Jumps } from './jumping';

/** The commands that go from annotation to annotation. What they do is loaded with the first one. */
export function jumpCommands(parts: Parts): readonly Command[] {
  let begun: Jumps | undefined;
  const jumps = async (): Promise<Jumps> => {
    const { Jumps: Begin } = await parts.corpus.part.get();
    return (begun ??= new Begin(parts));
  };
  const jump = (id: string, to: 'toMention' | 'toAnnotation', direction: Direction): Command => ({
    id,
    run: async (args: Arguments | undefined) => (await jumps())[to](args, direction),
    inTurn: 'always',
  });
  return [
    jump('nextMention', 'toMention', 'next'),
    jump('previousMention', 'toMention', 'previous'),
    jump('nextAnnotation', 'toAnnotation', 'next'),
    jump('previousAnnotation', 'toAnnotation', 'previous'),
    { id: 'goToActor', run: async (args) => (await jumps()).goToActor(args) },
  ];
}
