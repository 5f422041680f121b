import type * as vscode from 'vscode';
import type { Parts } from '../parts';
import type { Command } from './command';

export function exportCommand(parts: Parts): Command<vscode.Uri | undefined> {
  return {
    id: 'export',
    inTurn: 'never', // it may take long, and changes nothing
    run: async (args) => (await parts.exchange.get()).runExport(parts, args),
  };
}
