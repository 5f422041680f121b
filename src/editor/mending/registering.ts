import type { Command } from '../commands/command';
import type { Parts } from '../parts';

export function mendingCommands(parts: Parts): readonly Command[] {
  const { part } = parts.mending;
  return [
    // By a message's button it gets the file.
    { id: 'rescueFile', run: async (args) => (await part.get()).rescueFile(parts, args), otherwise: false },
    { id: 'chooseVersions', run: async (args) => (await part.get()).chooseVersions(parts, args), otherwise: false },
  ];
}
