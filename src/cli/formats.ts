import { catalogue, type CatalogueEntry, type FormatOption } from '../exchange/catalogue';
import { parsed } from './arguments';
import { asJson, exitCodes, print, type Command } from './command';

export const formats: Command = {
  help: `Lists the formats: what --format is given, whether it is written or read, the extensions of its files, and below its options.

--json  prints a list of {"id", "label", "extensions", "writes", "reads", "files", "options": [{"id", "label", "on",
        "choices", "default"}]} instead; "files" is "several" where an export is a folder or a zip

Examples:
  policy-annotator formats
  policy-annotator formats --json`,
  run: async (args) => {
    const { values } = parsed(args, { json: { type: 'boolean' } }, { needed: [], most: 0 });
    print(values['json'] ? asJson(catalogue) : catalogue.map(inWords).join('\n'));
    return exitCodes.ok;
  },
};

function inWords({ id, label, extensions, writes, reads, files, options }: CatalogueEntry): string {
  const ways = `${writes ? 'write' : '-'} ${reads ? 'read' : '-'}`;
  const names = extensions.map((one) => `.${one}`).join(' ');
  const line = `${id.padEnd(14)} ${ways.padEnd(11)} ${label} (${names}${files === 'several' ? '; several files' : ''})`;
  return [line, ...options.map((option) => `${' '.repeat(27)}${optionInWords(option)}`)].join('\n');
}

function optionInWords({ id, label, on, choices, default: usual }: FormatOption): string {
  const values = choices ? choices.map((choice) => choice.id).join('|') : 'TEXT';
  const when = on === 'both' ? '' : ` (${on === 'write' ? 'export' : 'import'})`;
  return `--option ${id}=${values}${when}: ${label}; usually ${usual === '' ? 'empty' : usual}`;
}
