/** A key of package.json as one types it: "shift+n" is N. Plus stands on a key of its own or shifted, as the keyboard has it. */
export function shownKey(key: string): string {
  if (key === '=' || key === 'shift+=') return '+';
  return key.startsWith('shift+') ? key.slice('shift+'.length).toUpperCase() : key;
}
