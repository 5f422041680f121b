import type { SettingSpec } from '../../../analysis/settings';
import type { Chosen } from '../../../model/picture';
import type { PictureFormat } from './picture';

/** The command line that makes the same file, quoted for a POSIX shell.
 * @param paths of the folders or files that it is made of */
export function commandLine(paths: readonly string[], { command }: PictureFormat, chosen: Chosen): string {
  const flags = command.settings.flatMap((spec) => flagsOf(spec, chosen[spec.name]));
  return ['policy-annotator', ...command.words, ...paths, ...flags, ...command.more].map(quoted).join(' ');
}

function flagsOf({ name, usual }: SettingSpec, value: Chosen[string] | undefined): readonly string[] {
  if (value === undefined || value === false || value === '' || value === usual) return [];
  if (value === true) return [`--${name}`];
  return (typeof value === 'string' ? [value] : value).flatMap((one) => [`--${name}`, one]);
}

/** A word of a command line; plain ones stay as they are. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
