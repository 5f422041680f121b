import * as vscode from 'vscode';
import { catalogue, type CatalogueEntry, type FormatOption } from '../../exchange/catalogue';
import type { Options } from '../../exchange/format';
import type { Arguments } from '../commands/arguments';
import type { Choice } from '../pickers/choose';
import { pick, section } from '../pickers/pick';
import { UserError } from '../userError';

export type Way = 'write' | 'read';

/** The formats that write, or that read. */
function formatsFor(way: Way): readonly CatalogueEntry[] {
  return catalogue.filter(({ writes, reads }) => (way === 'write' ? writes : reads));
}

/** A format by its id; throws a {@link UserError} that names the others where it can't do that. */
export function formatOf(way: Way, id: string): CatalogueEntry {
  const formats = formatsFor(way);
  const found = formats.find((other) => other.id === id);
  if (found) return found;
  const ids = formats.map((other) => other.id).join(', ');
  throw new UserError(
    way === 'write'
      ? vscode.l10n.t('“{0}” is no format to export to; there are: {1}.', id, ids)
      : vscode.l10n.t('“{0}” is no format to import; there are: {1}.', id, ids),
  );
}

function optionsFor(way: Way, { options }: CatalogueEntry): readonly FormatOption[] {
  return options.filter(({ on }) => on === way || on === 'both');
}

/** The argument `options`, an object of texts; throws a {@link UserError} where the format doesn't know one of them. */
export function optionsOf(way: Way, entry: CatalogueEntry, args: Arguments): Options {
  const given = Object.entries(args.attributes('options') ?? {});
  const known = optionsFor(way, entry);
  for (const [name, value] of given) {
    const option = known.find(({ id }) => id === name);
    if (!option) {
      const names = known.map(({ id }) => id).join(', ');
      throw new UserError(vscode.l10n.t('{0} has no option “{1}”; it has: {2}.', entry.id, name, names || '–'));
    }
    if (option.choices && !option.choices.some(({ id }) => id === value)) {
      const ids = option.choices.map(({ id }) => id).join(', ');
      throw new UserError(vscode.l10n.t('“{0}” is no {1}; it is one of: {2}.', String(value), name, ids));
    }
    if (typeof value !== 'string') throw new UserError(vscode.l10n.t('The option “{0}” must be a text.', name));
  }
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

export function askFormat(way: Way): Promise<CatalogueEntry | undefined> {
  const formats = formatsFor(way);
  const groups = [...new Set(formats.map(({ group }) => group))];
  const choice = (entry: CatalogueEntry): Choice<CatalogueEntry> => {
    const endings = entry.extensions.map((name) => `.${name}`).join(' ');
    return { label: entry.label, description: endings, value: entry };
  };
  return pick<CatalogueEntry>({
    title:
      way === 'write' ? vscode.l10n.t('Export annotations as what?') : vscode.l10n.t('Import annotations from what?'),
    placeholder: vscode.l10n.t('Format'),
    rows: groups.flatMap((group) => section(group, formats.filter((entry) => entry.group === group).map(choice))),
  });
}

/** Asks for each option of a format; undefined where the person chose nothing. */
export async function askOptions(way: Way, entry: CatalogueEntry): Promise<Options | undefined> {
  const chosen: [string, string][] = [];
  for (const option of optionsFor(way, entry)) {
    const value = await askOption(entry, option);
    if (value === undefined) return undefined;
    chosen.push([option.id, value]);
  }
  return Object.fromEntries(chosen);
}

async function askOption(entry: CatalogueEntry, option: FormatOption): Promise<string | undefined> {
  const title = `${entry.label}: ${option.label}`;
  if (!option.choices) {
    const prompt = vscode.l10n.t('Enter leaves it as it is.');
    return vscode.window.showInputBox({ title, prompt, value: option.default, ignoreFocusOut: true });
  }
  const usual = option.choices.find(({ id }) => id === option.default);
  const others = option.choices.filter((choice) => choice !== usual);
  return pick({
    title,
    placeholder: option.label,
    rows: [...(usual ? [usual] : []), ...others].map(({ id, label }) => ({ label, value: id })),
  });
}
