import type { Format } from './format';

/** What loads a format, by its id. */
const loaders: Readonly<Record<string, () => Promise<Format>>> = {
  csv: async () => (await import('./formats/csv')).csv,
  tsv: async () => (await import('./formats/tsv')).tsv,
  'claims-csv': async () => (await import('./formats/claimsCsv')).claimsCsv,
  'metadata-csv': async () => (await import('./formats/metadataCsv')).metadataCsv,
  jsonl: async () => (await import('./formats/jsonl')).jsonl,
  json: async () => (await import('./formats/json')).json,
  parquet: async () => (await import('./formats/parquet')).parquet,
  markdown: async () => (await import('./formats/markdown')).markdown,
};

/** The module of a format, evaluated when it is first asked for. Throws for an id that the catalogue lacks. */
export async function loadFormat(id: string): Promise<Format> {
  const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined;
  if (!load) throw new RangeError(`There is no format "${id}"`);
  return load();
}
