import type { Command } from '../commands/command';
import type { Parts } from '../parts';

/** What takes annotations out, and brings them and articles in. It may take long, so no command waits for another's end. */
export function exchangeCommands(parts: Parts): readonly Command[] {
  const articleCommands = ['importArticles', 'findNearDuplicates'] as const;
  return [
    { id: 'export', inTurn: 'never', run: async (args) => (await parts.exchange.get()).runExport(parts, args) },
    { id: 'import', inTurn: 'never', run: async (args) => (await parts.exchange.get()).runImport(parts, args) },
    ...articleCommands.map((id): Command => ({
      id,
      inTurn: 'never',
      run: async (args) => (await parts.articleImport.get())[id](parts, args),
    })),
  ];
}
