/** VS Code's names of encodings that aren't the registered ones but for hyphens after the letters. */
const names: Readonly<Record<string, string>> = {
  shiftjis: 'shift_jis',
  macroman: 'macintosh',
  big5hkscs: 'big5-hkscs',
};

/** The registered name as VS Code's: letters and digits only. */
export function codeEncoding(name: string): string {
  const [own] = Object.entries(names).find(([, registered]) => registered === name) ?? [];
  return own ?? name.toLowerCase().replace(/[-_]/g, '');
}

/** VS Code's "windows1252" by its name in the IANA registry, "windows-1252"; undefined for UTF-8. */
export function encodingName(encoding: string): string | undefined {
  if (encoding.startsWith('utf8')) return undefined;
  if (Object.hasOwn(names, encoding)) return names[encoding];
  return encoding
    .replace(/^iso8859(\d+)$/, 'iso-8859-$1')
    .replace(/^(windows|utf)(?=\d)/, '$1-')
    .replace(/^(koi8|euc)(?=[a-z])/, '$1-');
}
