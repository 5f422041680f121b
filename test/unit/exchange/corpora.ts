import fc from 'fast-check';
import { quoteAll } from '../../../src/anchoring/quoting';
import type { Link, PlacedAnnotation } from '../../../src/model/annotation';
import { articleText } from '../../../src/model/article';
import { compareCodeUnits } from '../../../src/model/codeUnits';
import type { Codebook } from '../../../src/model/codebook';
import { linkKey } from '../../../src/model/links';
import { compareRanges, trimmed, type Range } from '../../../src/model/range';
import type { ExportArticle } from '../../../src/exchange/format';
import { sha256 } from '../../../src/sidecar/hash';

/** A codebook as a policy analyst has it: a hierarchy, aliases, names beyond ASCII. */
export const codebook: Codebook = {
  format: 'policy-codebook',
  version: 1,
  actors: [
    { id: 'blinken', name: 'Antony Blinken', kind: 'person', parent: 'united-states' },
    { id: 'nordkorea', name: 'Nordkorea “DPRK”', kind: 'state', aliases: ['DPRK', 'Pyongyang; the regime'] },
    { id: 'united-states', name: 'United States', kind: 'state', aliases: ['US'], color: '#c0392b', note: 'a\nb' },
    { id: 'الصين', name: 'الصين', kind: 'state' },
  ],
  topics: [
    { id: 'security', name: 'Security' },
    { id: 'tests', name: 'Missile tests, “legitimate” & <lawful>', parent: 'security', description: '1 < 2' },
  ],
  sources: [
    { id: 'unscr-1718', name: 'UNSCR 1718', kind: 'document', date: '2006-10', url: 'https://un.example/?a=1&b=2' },
  ],
};

const pieces = fc.constantFrom(
  ...['North Korea', 'said', 'that', 'tests', '“we object”', 'a', '.', ',', ' ', ' ', ' ', '-', '\t', '_', '|', '[1]'],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\u2028',
    '\u0085',
    '😀',
    '👩‍👩‍👧',
    'e\u0301',
    'é',
    'שלום',
    'العربية',
    '한국',
    '\u200f',
    '\u00a0',
    '\ufeff',
    '<b>',
    '&amp;',
    '"',
    "'",
    '\\',
    '->',
    '*',
    ';',
    '#',
  ],
);

/** Content of a file, as a disk may hold it: with a byte order mark, CRLF, CR. Never blank. No text begins with a second mark, which
 * formats that hold texts can't tell from a file's. */
const contents = fc
  .tuple(fc.boolean(), fc.array(pieces, { minLength: 1, maxLength: 60 }))
  .map(([hasMark, parts]) => `${hasMark ? '\uFEFF' : ''}${parts.join('')}`)
  .filter((content) => /\p{L}/u.test(articleText(content)) && !articleText(content).startsWith('\uFEFF'));

/** Places between characters of a text, edges included; never within a surrogate pair. */
function cuts(text: string): number[] {
  const found = [0];
  for (const char of text) found.push((found.at(-1) ?? 0) + char.length);
  return found;
}

/** One to three ranges that have more than white space, ascending and apart. */
function targets(text: string): fc.Arbitrary<readonly Range[]> {
  const places = cuts(text);
  const one = fc
    .tuple(fc.constantFrom(...places), fc.constantFrom(...places))
    .map(([a, b]): Range => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  return fc
    .oneof(
      { arbitrary: fc.array(one, { minLength: 1, maxLength: 1 }), weight: 3 },
      { arbitrary: fc.array(one, { minLength: 2, maxLength: 3 }), weight: 1 },
      { arbitrary: fc.constant([{ start: 0, end: text.length }]), weight: 1 },
    )
    .map((ranges) => {
      const sorted = ranges
        .map((range) => trimmed(text, range))
        .filter(({ start, end }) => start < end)
        .sort((a, b) => compareRanges(a, b));
      return sorted.filter(({ start }, n) => n === 0 || start > Math.max(...sorted.slice(0, n).map(({ end }) => end)));
    })
    .filter((ranges) => ranges.length > 0);
}

const ids = fc.string({
  unit: fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'),
  minLength: 12,
  maxLength: 12,
});
const words = fc.constantFrom(
  'x',
  'a note',
  'two\nlines',
  'a, “b”; <c> & d | e',
  'true',
  '12',
  '=1+1',
  '😀 e\u0301',
  'שלום',
);
const actors = fc.constantFrom('blinken', 'nordkorea', 'united-states', 'الصين');

function some<T>(fields: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> {
  return fc.record(fields as never, { requiredKeys: [], noNullPrototype: true }) as fc.Arbitrary<Partial<T>>;
}

const common = {
  note: words,
  creator: fc.constantFrom('lee', 'Ana María'),
  created: fc.constant('2026-11-22T05:00:00Z'),
};
const fieldsOf = {
  actor: some({ ...common, actor: actors, form: fc.constantFrom('name', 'nominal', 'pronoun') }),
  claim: some({
    ...common,
    topic: fc.constantFrom('tests', 'security'),
    stance: fc.constantFrom('support', 'neutral', 'oppose'),
    attribution: fc.constantFrom('author', 'reported', 'quoted', 'imputed'),
    summary: words,
    date: fc.constantFrom('2023', '2023-12', '2023-12-20'),
    attributes: some({
      act: fc.constantFrom('demand', 'assert'),
      hedged: fc.boolean(),
      verdict: fc.constantFrom('true', 'mostly-false'),
    }).filter((attributes) => Object.keys(attributes).length > 0),
  }),
  source: some({
    ...common,
    source: fc.constant('unscr-1718'),
    kind: fc.constantFrom('statement', 'report'),
    reference: words,
    url: fc.constant('https://kcna.example/?q=1&r=2'),
  }),
  passage: some({ ...common, topic: fc.constantFrom('tests', 'security') }),
} as const;
type Type = keyof typeof fieldsOf;

const annotations = (text: string): fc.Arbitrary<readonly PlacedAnnotation[]> =>
  fc
    .uniqueArray(
      fc
        .tuple(ids, fc.constantFrom<Type>('actor', 'claim', 'source', 'passage'), targets(text))
        .chain(([id, type, ranges]) =>
          fieldsOf[type].map((fields): PlacedAnnotation => {
            const target = quoteAll(text, ranges).map((range) => ({ ...range, standing: 'anchored' as const }));
            return { id, type, target, standing: 'anchored', ...(fields as Partial<PlacedAnnotation>) };
          }),
        ),
      { maxLength: 6, selector: ({ id }) => id },
    )
    .chain((list) => fc.tuple(...list.map((one) => linksOf(one, list))).map((links) => list.map(withLinks(links))))
    .map((list) => [...list].sort(inOrder));

const withLinks =
  (links: readonly (readonly Link[])[]) =>
  (one: PlacedAnnotation, n: number): PlacedAnnotation => {
    const own = links[n] ?? [];
    return own.length > 0 ? { ...one, links: own } : one;
  };

function inOrder(a: PlacedAnnotation, b: PlacedAnnotation): number {
  const [one, other] = [a.target[0], b.target[0]];
  return (one && other ? compareRanges(one, other) : 0) || compareCodeUnits(a.id, b.id);
}

/** Links that an annotation of its type may have, to what is there. */
function linksOf(one: PlacedAnnotation, all: readonly PlacedAnnotation[]): fc.Arbitrary<readonly Link[]> {
  const others = (type: string): PlacedAnnotation[] =>
    all.filter((other) => other.type === type && other.id !== one.id);
  const possible: fc.Arbitrary<Link>[] = [];
  if (one.type === 'claim') {
    possible.push(
      actors.map((actor) => ({ role: 'speaker', actor })),
      fc.constant({ role: 'speaker', actor: 'blinken', for: 'united-states' }),
      actors.map((actor) => ({ role: 'holder', actor })),
      fc.constant({ role: 'evidence', source: 'unscr-1718' }),
    );
    for (const { id, actor } of others('actor')) {
      possible.push(fc.constant({ role: 'addressee', ...(actor === undefined ? {} : { actor }), annotation: id }));
    }
    for (const { id } of others('source')) possible.push(fc.constant({ role: 'source', annotation: id }));
    for (const { id } of others('claim')) possible.push(fc.constant({ role: 'contradicts', annotation: id }));
  }
  if (one.type === 'source') possible.push(actors.map((actor) => ({ role: 'origin', actor })));
  if (possible.length === 0) return fc.constant([]);
  return fc.uniqueArray(fc.oneof(...possible), { maxLength: 4, selector: linkKey });
}

const info = some({
  title: words,
  author: fc.constantFrom('Ana María', 'Lee, J.'),
  publisher: words,
  section: words,
  date: fc.constantFrom('2023', '2023-12-20'),
  url: fc.constant('https://news.example/a?b=1&c=2'),
  language: fc.constantFrom('en', 'ar'),
});

/** Articles with annotations of every type: targets overlap, nest, cross line breaks, are discontinuous, stand at the text's very start
 * and end; texts hold emoji, combining marks, right-to-left letters, CRLF and a byte order mark in their files. */
export const corpora: fc.Arbitrary<readonly ExportArticle[]> = fc
  .array(
    fc.tuple(contents, info).chain(([content, about]) => {
      const text = articleText(content);
      return annotations(text).map((list) => ({ text, about, list }));
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((articles) =>
    articles.map(({ text, about, list }, n) => {
      const path = n === 0 ? 'statement.txt' : `texts/شرح ${n}.md`;
      const file = path.slice(path.lastIndexOf('/') + 1);
      const head = { file, sha256: '0'.repeat(64), length: text.length };
      return { ...{ path, text, codebook, coding: [], annotations: list }, info: { ...head, ...about } };
    }),
  );

/** The same with the true hash of each text, which takes a promise. */
export async function hashed(articles: readonly ExportArticle[]): Promise<readonly ExportArticle[]> {
  return Promise.all(
    articles.map(async (article) => ({ ...article, info: { ...article.info, sha256: await sha256(article.text) } })),
  );
}
