import type { Command } from '../commands/command';
import type { Parts } from '../parts';

/** What a person can do about texts that changed, and the texts that are kept of them. */
export function textCommands(parts: Parts): readonly Command[] {
  const part = parts.finder.part;
  return [
    {
      id: 'findAnnotationsAgain',
      run: async (args) => (await part.get()).findAnnotationsAgain(parts, args),
      otherwise: false,
      inTurn: 'never', // it may take long
    },
    { id: 'forgetOldTexts', run: async (args) => (await part.get()).forgetOldTexts(parts, args), otherwise: false },
  ];
}
