import { catalogue, type CatalogueEntry } from '../exchange/catalogue';
import type { Options } from '../exchange/format';
import { printable, UsageError } from './command';
import { asked } from './suggestion';

/** The format that was named, for one way; throws a {@link UsageError} where there is none. */
export function chosenFormat(id: string | undefined, way: 'write' | 'read'): CatalogueEntry {
  const able = catalogue.filter(({ writes, reads }) => (way === 'write' ? writes : reads));
  const found = able.find((entry) => entry.id === id);
  if (found) return found;
  const ids = able.map((entry) => entry.id);
  const [doing, other] = way === 'write' ? ['exported to', 'imported'] : ['imported', 'exported to'];
  const these = `These can be ${doing}: ${ids.join(', ')}.`;
  if (id === undefined) throw new UsageError(`--format is missing. ${these}`);
  if (catalogue.some((entry) => entry.id === id)) throw new UsageError(`${id} can be ${other} only. ${these}`);
  throw new UsageError(`There is no format "${printable(id)}"${asked(id, ids)} ${these}`);
}

/** What `--option NAME=VALUE` said; throws a {@link UsageError} where the format hasn't that option or choice. */
export function chosenOptions(entry: CatalogueEntry, way: 'write' | 'read', given: readonly string[]): Options {
  const able = entry.options.filter(({ on }) => on === way || on === 'both');
  return Object.fromEntries(
    given.map((pair) => {
      const [, name = pair, value] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
      const option = able.find(({ id }) => id === name);
      if (!option) {
        const names = able.map(({ id }) => id).join(', ');
        const others = able.length > 0 ? `it has: ${names}` : 'it has none';
        throw new UsageError(`${entry.id} has no option "${printable(name)}"; ${others}.`);
      }
      if (value === undefined) throw new UsageError(`--option ${name} has no value: it is given as ${name}=VALUE.`);
      const { choices } = option;
      if (choices && !choices.some(({ id }) => id === value)) {
        const ids = choices.map(({ id }) => id).join(', ');
        throw new UsageError(`${name} can't be "${printable(value)}"; it can be: ${ids}.`);
      }
      return [name, value] as const;
    }),
  );
}
