import type { Format } from './format';

/** What loads a format, by its id. */
const loaders: Readonly<Record<string, () => Promise<Format>>> = {
  csv: async () => (await import('./formats/csv')).csv,
  tsv: async () => (await import('./formats/tsv')).tsv,
  'claims-csv': async () => (await import('./formats/claimsCsv')).claimsCsv,
  'metadata-csv': async () => (await import('./formats/metadataCsv')).metadataCsv,
  jsonl: async () => (await import('./formats/jsonl')).jsonl,
  json: async () => (await import('./formats/json')).json,
  xlsx: async () => (await import('./formats/xlsx')).xlsx,
  parquet: async () => (await import('./formats/parquet')).parquet,
  markdown: async () => (await import('./formats/markdown')).markdown,
  html: async () => (await import('./formats/html')).html,
  claimreview: async () => (await import('./formats/claimreview')).claimreview,
  w3c: async () => (await import('./formats/w3c')).w3c,
  hypothesis: async () => (await import('./formats/hypothesis')).hypothesis,
  'uima-xmi': async () => (await import('./formats/uimaXmi')).uimaXmi,
  'uima-json': async () => (await import('./formats/uimaJson')).uimaJson,
  brat: async () => (await import('./formats/brat')).brat,
  conll: async () => (await import('./formats/conll')).conll,
  doccano: async () => (await import('./formats/doccano')).doccano,
  'label-studio': async () => (await import('./formats/labelStudio')).labelStudio,
  'spacy-jsonl': async () => (await import('./formats/spacyJsonl')).spacyJsonl,
  qdpx: async () => (await import('./formats/qdpx')).qdpx,
  dna: async () => (await import('./formats/dna')).dna,
  qdc: async () => (await import('./formats/qdc')).qdc,
  graphml: async () => (await import('./formats/graphml')).graphml,
  gexf: async () => (await import('./formats/gexf')).gexf,
  'webanno-tsv': async () => (await import('./formats/webannoTsv')).webannoTsv,
};

/** The module of a format, evaluated when it is first asked for. Throws for an id that the catalogue lacks. */
export async function loadFormat(id: string): Promise<Format> {
  const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined;
  if (!load) throw new RangeError(`There is no format "${id}"`);
  return load();
}
