// One export in a process of its own, as the command line tool has one: node FILE WHAT COUNT FOLDER
import { mkdirSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { ExportArticle, ExportChunk } from '../src/exchange/format';
import { Losses } from '../src/exchange/losses';
import { loadFormat } from '../src/exchange/registry';
import type { PlacedAnnotation } from '../src/model/annotation';
import type { Codebook } from '../src/model/codebook';
import { ACTORS, actorId, fileName, madeArticle, PER_ARTICLE } from './corpusText';

/** What one process found. */
export interface Exported {
  /** Milliseconds from the first article to the last byte. */
  readonly time: number;
  /** The most that the process ever held, in bytes. */
  readonly peak: number;
  readonly bytes: number;
  readonly files: number;
}

/** Articles that are made once; the corpus is these over and over, so that making them is in no row. */
const DISTINCT = 100;

const codebook: Codebook = {
  format: 'policy-codebook',
  version: 1,
  actors: Array.from({ length: ACTORS }, (_, n) => ({ id: actorId(n), name: `Minister No. ${n}`, kind: 'person' })),
};

function made(): ExportArticle[] {
  return Array.from({ length: DISTINCT }, (_, nth) => {
    const { text, sidecar } = madeArticle(nth, PER_ARTICLE);
    const annotations = sidecar.annotations.map(({ target, ...fields }): PlacedAnnotation => ({
      ...{ ...fields, standing: 'anchored' },
      target: target.map((range) => ({ ...range, standing: 'anchored' })),
    }));
    annotations.sort((a, b) => (a.target[0]?.start ?? 0) - (b.target[0]?.start ?? 0));
    return { path: '', text, info: sidecar.article, coding: sidecar.coding ?? [], annotations, codebook };
  });
}

async function* corpus(distinct: readonly ExportArticle[], count: number): AsyncIterable<ExportArticle> {
  for (let nth = 0; nth < count; nth++) {
    const article = distinct[nth % DISTINCT];
    if (article) yield { ...article, path: `${Math.floor(nth / 100)}/${fileName(nth)}` };
  }
}

/** The same data as the formats get, with the texts where the format that it is set beside holds them. */
async function* plain(articles: AsyncIterable<ExportArticle>, how: string): AsyncIterable<ExportChunk> {
  for await (const { path: at, text, info, coding, annotations } of articles) {
    const data = { path: at, info, coding, annotations, ...(how.includes('texts') ? { text } : {}) };
    yield { path: how.includes('files') ? `${at}.json` : '', chunk: `${JSON.stringify(data)}\n` };
  }
}

async function written(chunks: AsyncIterable<ExportChunk>, folder: string): Promise<Pick<Exported, 'bytes' | 'files'>> {
  let [bytes, files] = [0, 0];
  let at: string | undefined;
  let file: FileHandle | undefined;
  for await (const { path: next, chunk } of chunks) {
    if (next !== at || !file) {
      await file?.close();
      at = next;
      files += 1;
      const target = path.join(folder, next === '' ? 'export' : next);
      mkdirSync(path.dirname(target), { recursive: true });
      file = await open(target, 'w');
    }
    const content = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    bytes += content.length;
    await file.write(content);
  }
  await file?.close();
  return { bytes, files };
}

async function measured(what: string, count: number, folder: string): Promise<Exported> {
  const articles = corpus(made(), count);
  const { write } = what.startsWith('plain') ? {} : await loadFormat(what);
  const begin = performance.now();
  const chunks = write
    ? write({ codebooks: [codebook], articles }, { options: {}, losses: new Losses() })
    : plain(articles, what);
  const result = await written(chunks, folder);
  return { time: performance.now() - begin, peak: process.resourceUsage().maxRSS * 1024, ...result };
}

const [what = '', count = '', folder = ''] = process.argv.slice(2);
measured(what, Number(count), folder).then(
  (result) => console.log(JSON.stringify(result)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
