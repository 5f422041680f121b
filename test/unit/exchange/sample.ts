import type { Link, PlacedAnnotation, PlacedTarget, Standing } from '../../../src/model/annotation';
import { articleText, type ArticleInfo } from '../../../src/model/article';
import type { Codebook } from '../../../src/model/codebook';
import type { ExportArticle, Format, Options } from '../../../src/exchange/format';
import { Losses, type Loss } from '../../../src/exchange/losses';

/** A target at the first place of `exact` in `text`. */
export function at(text: string, exact: string, standing: Standing = 'anchored'): PlacedTarget {
  const start = text.indexOf(exact);
  if (start < 0) throw new Error(`Not in the text: ${exact}`);
  return { start, end: start + exact.length, exact, prefix: '', suffix: '', standing };
}

export function annotation(
  id: string,
  type: string,
  target: PlacedTarget | readonly PlacedTarget[],
  fields: Partial<PlacedAnnotation> = {},
): PlacedAnnotation {
  const targets = 'exact' in target ? [target] : target;
  return { id, type, target: targets, standing: targets[0]?.standing ?? 'anchored', ...fields };
}

export function article(
  path: string,
  content: string,
  annotations: readonly PlacedAnnotation[],
  codebook?: Codebook,
  info: Partial<ArticleInfo> = {},
): ExportArticle {
  const text = articleText(content);
  return {
    ...{ path, text, annotations, codebook, coding: [] },
    info: { file: path, sha256: '0'.repeat(64), length: text.length, ...info },
  };
}

export const codebook: Codebook = {
  format: 'policy-codebook',
  version: 1,
  actors: [
    { id: 'north-korea', name: 'North Korea', kind: 'state', formerIds: ['dprk'] },
    { id: 'russia', name: 'Russia', kind: 'state' },
    { id: 'nato', name: 'NATO; the alliance', kind: 'organization' },
  ],
  topics: [{ id: 'tests', name: 'Missile tests are legitimate', formerIds: ['old-tests'] }],
  sources: [{ id: 'unscr', name: 'UNSCR 1718', kind: 'document', url: 'https://un.example/1718' }],
};

// An emoji (two units), a combining mark, a byte order mark and CRLF stand before every target.
export const content =
  '\uFEFF😀 Cafe\u0301 report\r\nNorth Korea condemned the tests.\r\n"We object," it said, "to all of it." KCNA, 18 Dec';
export const text = articleText(content);

export const links: readonly Link[] = [
  { role: 'speaker', annotation: 'm1' },
  { role: 'speaker', actor: 'russia', for: 'nato' },
  { role: 'holder', actor: 'nato' },
  { role: 'addressee', actor: 'unheard-of' },
  { role: 'source', annotation: 's1' },
  { role: 'evidence', source: 'unscr' },
  { role: 'counterevidence', annotation: 's2' },
];

export const sample = article(
  'a/statement.txt',
  content,
  [
    annotation('m1', 'actor', at(text, 'North Korea'), {
      actor: 'dprk',
      form: 'name',
      creator: 'lee',
      created: '2026-11-22T05:00:00Z',
    }),
    annotation('c1', 'claim', [at(text, 'We object'), at(text, 'to all of it')], {
      ...{ topic: 'old-tests', stance: 'oppose', attribution: 'quoted', links, note: 'a\r\nb, "c"' },
      attributes: { act: 'condemn', hedged: false },
    }),
    annotation('s1', 'source', at(text, 'KCNA, 18 Dec'), {
      ...{
        kind: 'statement',
        reference: 'KCNA; 18 Dec',
        date: '2023-12',
        links: [{ role: 'origin', actor: 'russia' }],
      },
    }),
    annotation('s2', 'source', at(text, 'report'), { source: 'unscr' }),
  ],
  codebook,
  { title: 'A “statement”', date: '2023-12-20' },
);

export async function* stream(articles: readonly ExportArticle[]): AsyncIterable<ExportArticle> {
  yield* articles;
}

/** The one file that a format writes, as UTF-8 gives it back (a byte order mark stays). */
export async function written(
  format: Format,
  articles: readonly ExportArticle[],
  codebooks: readonly Codebook[] = [codebook],
): Promise<string> {
  const { files } = await writtenFiles(format, articles, { codebooks });
  const [path, bytes] = [...files][0] ?? [];
  if (files.size !== 1 || path !== '') throw new Error('One file is expected');
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** All files that a format writes, by path, and what it couldn't hold. */
export async function writtenFiles(
  format: Format,
  articles: readonly ExportArticle[],
  more: { readonly codebooks?: readonly Codebook[]; readonly options?: Options } = {},
): Promise<{ readonly files: ReadonlyMap<string, Uint8Array>; readonly losses: readonly Loss[] }> {
  const losses = new Losses();
  const { codebooks = [codebook], options = {} } = more;
  const pieces = new Map<string, Uint8Array[]>();
  let last: string | undefined;
  for await (const { path, chunk } of format.write?.({ codebooks, articles: stream(articles) }, { options, losses }) ??
    []) {
    if (path !== last && pieces.has(path)) throw new Error(`Chunks of ${path} don't follow each other`);
    last = path;
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    pieces.set(path, [...(pieces.get(path) ?? []), bytes]);
  }
  const files = new Map([...pieces].map(([path, parts]) => [path, new Uint8Array(Buffer.concat(parts))]));
  return { files, losses: losses.all };
}
