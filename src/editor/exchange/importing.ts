import * as vscode from 'vscode';
import type { CatalogueEntry } from '../../exchange/catalogue';
import type { Options } from '../../exchange/format';
import type { ImportPlan } from '../../exchange/importing/planning';
import { planImport } from '../../exchange/importing/planning';
import { InputError } from '../../exchange/inputError';
import { Losses } from '../../exchange/losses';
import { loadFormat } from '../../exchange/registry';
import type { Arguments } from '../commands/arguments';
import { slowWork } from '../slowWork';
import type { Parts } from '../parts';
import { UserError } from '../userError';
import { applyImport } from './applyingImport';
import { formatOf, optionsOf } from './formatChoice';
import { askImport } from './importPicker';
import { showImported } from './importReport';
import { importSource } from './importSource';
import { stoppable } from './stopping';
import { workspaceLibrary } from './workspaceLibrary';

/** What is imported from where, to where. */
export interface ImportChoice {
  readonly entry: CatalogueEntry;
  readonly options: Options;
  /** A file, a folder or an archive. */
  readonly source: vscode.Uri;
  /** The folder of new articles; articles of its workspace folder are met. */
  readonly target: vscode.Uri;
}

/** Imports what the arguments say, or else what the person chooses. Gives the articles that it concerns, those too that had all of
 * it already; undefined where the person chose nothing or cancelled. */
export async function runImport(parts: Parts, args: Arguments | undefined): Promise<readonly vscode.Uri[] | undefined> {
  args?.only('format', 'options', 'source', 'target');
  const choice = args ? importOf(args) : await askImport();
  if (!choice) return undefined;
  const { label } = choice.entry;
  const done = await slowWork(vscode.l10n.t('Importing {0}', label), (work) =>
    stoppable(work, async (progress) => {
      const plan = await planned(parts, choice, progress).catch((error: unknown) => {
        throw error instanceof InputError
          ? new UserError(vscode.l10n.t('{0} Nothing was imported.', error.message))
          : error;
      });
      return { plan, applied: await applyImport(parts, { label, target: choice.target }, plan, progress) };
    }),
  );
  if (!done) return undefined;
  showImported(parts, done.plan.report, done.applied);
  return done.applied.articles;
}

function importOf(args: Arguments): ImportChoice {
  const entry = formatOf('read', args.required('format'));
  const source = args.uri('source');
  if (!source) throw new UserError(vscode.l10n.t('The argument “{0}” is missing.', 'source'));
  return { entry, options: optionsOf('read', entry, args), source, target: args.uri('target') ?? usualTarget() };
}

/** The folder of the active article's workspace folder, else the first one. */
export function usualTarget(): vscode.Uri {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new UserError(vscode.l10n.t('No folder is open: open the one that the articles are to be in.'));
  return folder.uri;
}

async function planned(
  parts: Parts,
  { entry, options, source, target }: ImportChoice,
  progress: (message: string) => void,
): Promise<ImportPlan> {
  const losses = new Losses();
  const { read } = await loadFormat(entry.id);
  if (!read) throw new RangeError(`${entry.id} reads nothing`);
  const files = await importSource(source, entry);
  const imported = await read(files, { options, losses, progress, resource: (name) => parts.resource(name) });
  const library = await workspaceLibrary(parts, target, progress);
  return planImport(imported, entry.id, library, { losses, progress });
}
