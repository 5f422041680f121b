import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { w3c } from '../../../../src/exchange/formats/w3c';
import { CodePoints } from '../../../../src/exchange/codePoints';
import type { ExportArticle } from '../../../../src/exchange/format';
import type { ImportedArticle } from '../../../../src/exchange/imported';
import { InputError } from '../../../../src/exchange/inputError';
import { said } from '../comparing';
import { codebook, corpora } from '../corpora';
import { readFiles } from '../reading';
import {
  annotation,
  article,
  at,
  codebook as sampleCodebook,
  content,
  sample,
  text,
  written,
  writtenFiles,
} from '../sample';

interface Item {
  readonly id: string;
  readonly motivation: string;
  readonly body?: readonly { readonly purpose: string; readonly value?: string; readonly source?: string }[];
  readonly target: Target | readonly Target[];
}
interface Target {
  readonly source: string;
  readonly selector: readonly (Readonly<Record<string, string>> & { readonly start: number; readonly end: number })[];
}

function itemsOf(file: string): readonly Item[] {
  return (JSON.parse(file) as { first: { items: Item[] } }).first.items;
}

function targetsOf({ target }: Item): readonly Target[] {
  return Array.isArray(target) ? (target as readonly Target[]) : [target as Target];
}

const SCHEMAS = path.resolve('test/schemas/web-annotation');

/** The W3C's own checks of what an annotation must be, by file. They are of JSON Schema's draft 4. */
async function musts(): Promise<ReadonlyMap<string, (value: unknown) => boolean>> {
  const ajv = new Ajv({ strict: false });
  ajv.addFormat('uri', (value) => /^[a-z][a-z0-9+.-]*:[\w.~:/?#[\]@!$&'()*+,;=%-]*$/i.test(value));
  ajv.addFormat('date-time', (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value));
  const schema = async (file: string): Promise<object> => {
    const json = (await readFile(path.join(SCHEMAS, file), 'utf8'))
      .replaceAll('"$schema": "http://json-schema.org/draft-04/schema#",', '')
      .replace(/"minimum":\s*0,\s*"exclusiveMinimum":\s*true/g, '"exclusiveMinimum": 0');
    const { id, ...rest } = JSON.parse(json) as { id: string };
    return { $id: `https://schemas.example/${id}`, ...rest };
  };
  for (const file of await readdir(path.join(SCHEMAS, 'definitions')))
    ajv.addSchema(await schema(`definitions/${file}`));
  const list = JSON.parse(await readFile(path.join(SCHEMAS, 'annotations/annotationMusts.test'), 'utf8')) as {
    assertions: string[];
  };
  const checks = new Map<string, (value: unknown) => boolean>();
  for (const file of list.assertions) checks.set(file, ajv.compile(await schema(file)));
  return checks;
}

/** What is read with offsets turned as an importer turns them. */
function turned(read: ImportedArticle, { text }: ExportArticle): ImportedArticle {
  const points = new CodePoints(text);
  const turn = <T extends { start: number; end: number }>(range: T): T =>
    read.unit === undefined ? range : { ...range, start: points.toUnits(range.start), end: points.toUnits(range.end) };
  return { ...read, annotations: read.annotations.map((one) => ({ ...one, target: one.target.map(turn) })) };
}

describe('w3c', () => {
  for (const positions of ['code-points', 'utf-16']) {
    it(`written and read is the same (${positions})`, async () => {
      await fc.assert(
        fc.asyncProperty(corpora, async (articles) => {
          const { files, losses } = await writtenFiles(w3c, articles, {
            codebooks: [codebook],
            options: { positions },
          });
          const { imported, losses: lostInReading } = await readFiles(w3c, files);
          assert.deepEqual([losses, lostInReading], [[], []]);
          const read = imported.articles.map((one) => [one.path, one]);
          for (const original of articles) {
            const found = (Object.fromEntries(read) as Record<string, ImportedArticle>)[original.path];
            assert.ok(found);
            const { annotations, info } = turned(found, original);
            assert.deepEqual(
              annotations.map((one) => said(one)),
              original.annotations.map((one) => said(one)),
            );
            const { file, sha256, length, ...about } = original.info;
            assert.deepEqual([info, found.sha256], [about, sha256]);
            const quotations = original.annotations.map(({ target }) =>
              target.map(({ exact, prefix, suffix }) => [exact, prefix, suffix]),
            );
            assert.deepEqual(
              annotations.map(({ target }) => target.map(({ exact, prefix, suffix }) => [exact, prefix, suffix])),
              quotations,
            );
          }
          assert.deepEqual(imported.codebook, codebook);
        }),
        { numRuns: 60 },
      );
    });
  }

  it('is what the W3C’s own schemas ask of annotations', async () => {
    const checks = await musts();
    assert.ok(checks.size > 50);
    const sound = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'https://a.example/1', type: 'Annotation' };
    const failing = (value: unknown): string[] => [...checks].flatMap(([file, check]) => (check(value) ? [] : [file]));
    assert.deepEqual(failing({ ...sound, target: 'https://a.example/' }), []);
    assert.ok(failing({ ...sound, id: 'no IRI', target: [], created: 'today' }).length > 1);
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        for (const item of itemsOf(await written(w3c, [...articles, sample]))) assert.deepEqual(failing(item), []);
      }),
      { numRuns: 25 },
    );
  });

  it('is what the specification’s text asks for: one context, one list, code points, both selectors', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const file = JSON.parse(await written(w3c, articles)) as Record<string, never> & { first: { items: Item[] } };
        const all = articles.flatMap((one) => one.annotations.map((annotation) => ({ one, annotation })));
        assert.deepEqual(
          [file['type'], file['total'], file.first.items.length],
          ['AnnotationCollection', all.length, all.length],
        );
        for (const [n, item] of file.first.items.entries()) {
          const targets = targetsOf(item);
          const points = [...(all[n]?.one.text ?? '')];
          assert.equal(targets.length, all[n]?.annotation.target.length);
          for (const { source, selector } of targets) {
            const [position, quotation, ...others] = selector;
            assert.ok(position && quotation && others.length === 0);
            assert.deepEqual([position['type'], quotation['type']], ['TextPositionSelector', 'TextQuoteSelector']);
            assert.equal(points.slice(position.start, position.end).join(''), quotation['exact']);
            const before = points.slice(0, position.start).join('');
            const after = points.slice(position.end).join('');
            assert.ok(before.endsWith(quotation['prefix'] ?? '-') && after.startsWith(quotation['suffix'] ?? '-'));
            assert.match(source, /^(?:https|thismessage):\/\S+$/);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts code points before an emoji, or UTF-16 code units as Hypothesis does', async () => {
    assert.ok(content.startsWith('\uFEFF😀'));
    const start = async (options: Record<string, string>): Promise<unknown> => {
      const { files } = await writtenFiles(w3c, [sample], { options });
      const [first] = itemsOf(new TextDecoder().decode(files.get('')));
      return first && targetsOf(first)[0]?.selector[0]?.start;
    };
    assert.equal(await start({}), [...text.slice(0, text.indexOf('North Korea'))].length);
    assert.equal(await start({ positions: 'utf-16' }), text.indexOf('North Korea'));
  });

  it('says in its bodies what any reader understands', async () => {
    const [mention, claim, source] = itemsOf(await written(w3c, [sample]));
    const bodies = (item: Item | undefined): string[] =>
      (item?.body ?? []).map(({ purpose, value, source }) => `${purpose} ${value ?? source}`);
    assert.equal(mention?.motivation, 'identifying');
    assert.deepEqual(bodies(mention), ['classifying actor', 'identifying North Korea']);
    assert.deepEqual(bodies(claim).slice(0, 6), [
      ...[
        'classifying claim',
        'tagging Missile tests are legitimate',
        'assessing Oppose',
        'tagging speaker: North Korea',
      ],
      'linking thismessage:/a/statement.txt.annotations.json#m1',
      'tagging speaker: Russia (for NATO; the alliance)',
    ]);
    assert.deepEqual(bodies(source), ['classifying source', 'identifying KCNA; 18 Dec', 'tagging origin: Russia']);
  });

  it('keeps codebooks, coding, excluded ranges and articles without annotations', async () => {
    const excluded = [{ start: text.indexOf('KCNA'), end: text.length, exact: 'KCNA, 18 Dec', prefix: '', suffix: '' }];
    const coding = [{ creator: 'lee', status: 'done' }];
    const bare = { ...article('b.txt', content, [], codebook, { excluded, language: 'en' }), coding };
    const { imported } = await readFiles(w3c, [['', await written(w3c, [sample, bare], [sampleCodebook, codebook])]]);
    const [first, second] = imported.articles;
    assert.equal(first?.info?.title, 'A “statement”');
    const [range] = second?.excluded ?? [];
    assert.deepEqual([second?.coding, second?.info, range?.end], [coding, { language: 'en' }, [...text].length]);
    const ids = imported.codebook?.actors?.map(({ id }) => id);
    assert.deepEqual(ids?.slice(0, 4), ['north-korea', 'russia', 'nato', 'blinken']);
  });

  it('writes what has no sure place with its quotation alone, and counts it', async () => {
    const lost = annotation('m', 'actor', at(text, 'KCNA', 'orphaned'), { text: 'e'.repeat(64), orphaned: true });
    const { files, losses } = await writtenFiles(w3c, [article('a.txt', content, [lost], sampleCodebook)]);
    assert.deepEqual(losses, [
      { what: 'offsets of annotations whose place in the text isn’t sure (their quotations are written)', count: 1 },
    ]);
    const { imported } = await readFiles(w3c, files);
    assert.deepEqual(imported.articles[0]?.annotations, [
      {
        ...{ id: 'm', isOurs: true, type: 'actor', orphaned: true },
        target: [{ start: 0, end: 0, exact: 'KCNA', prefix: '', suffix: '' }],
      },
    ]);
  });

  it('reads the stretch that an address ends in', async () => {
    const target = ['https://news.example/a.txt#char=3,9', 'https://news.example/a.txt#top'];
    const { imported, losses } = await readFiles(w3c, [
      ['a.json', JSON.stringify({ type: 'Annotation', bodyValue: 'So', target })],
    ]);
    assert.deepEqual(losses, []);
    assert.deepEqual(
      imported.articles.map(({ key, annotations }) => [key, annotations.map((one) => one.target)]),
      [
        ['https://news.example/a.txt', [[{ start: 3, end: 9 }]]],
        ['https://news.example/a.txt#top', []],
      ],
    );
  });

  it('reads what other tools write', async () => {
    const selector = [
      { type: 'TextQuoteSelector', exact: 'Treaty', prefix: 'the ', suffix: ' was' },
      { type: 'TextPositionSelector', start: 12, end: 18 },
    ];
    const page = 'https://news.example/2024/treaty.html';
    const list = [
      {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        ...{ id: '#a1', type: 'Annotation', creator: { id: 'https://u.example/lee', name: 'Lee' } },
        created: '2024-05-02T10:00:00.123+02:00',
        body: [
          { type: 'TextualBody', purpose: 'tagging', value: 'Arms control' },
          { type: 'TextualBody', purpose: 'tagging', value: 'Law' },
          { type: 'TextualBody', value: 'See the annex.', purpose: 'commenting' },
          { type: 'SpecificResource', source: 'https://un.example/doc', purpose: 'linking' },
          { type: 'Image' },
        ],
        target: { source: page, selector },
      },
      { id: '#a2', type: 'Annotation', bodyValue: 'A good page', target: page },
      {
        ...{ id: '#a3', type: 'Annotation', motivation: 'highlighting' },
        target: [
          { source: page, selector: { type: 'FragmentSelector', value: 'char=3,9' } },
          { source: { id: page }, selector: { type: 'XPathSelector', value: '/p', refinedBy: selector[0] } },
          { source: 'https://other.example/', selector: { type: 'SvgSelector', value: '<svg/>' } },
        ],
      },
    ];
    const { imported, losses } = await readFiles(w3c, [['a.json', JSON.stringify(list)]]);
    const [first, other] = imported.articles;
    const quotation = { exact: 'Treaty', prefix: 'the ', suffix: ' was' };
    assert.deepEqual(first, {
      ...{ key: page, path: 'news.example/2024/treaty.html.txt', unit: 'code points' },
      info: { url: page, attributes: { 'page-notes': ['A good page'] } },
      annotations: [
        {
          ...{ id: '#a1', type: 'passage', topic: 'Arms control', target: [{ start: 12, end: 18, ...quotation }] },
          ...{ url: 'https://un.example/doc', attributes: { tags: ['Law'] }, note: 'See the annex.' },
          ...{ creator: 'Lee', created: '2024-05-02T08:00:00Z' },
        },
        {
          id: '#a3',
          type: 'passage',
          target: [
            { start: 0, end: 0, ...quotation },
            { start: 3, end: 9 },
          ],
        },
      ],
    });
    assert.deepEqual([other?.key, other?.annotations], ['https://other.example/', []]);
    assert.deepEqual(losses, [
      { what: 'bodies of annotations that have neither a text nor an address', count: 1 },
      { what: 'selectors that aren’t of texts', count: 1 },
    ]);
    assert.deepEqual(imported.codebook?.topics, [{ id: 'Arms control', name: 'Arms control' }]);
  });

  it('reads what another tool adds to a file of ours as said of the same article', async () => {
    const file = JSON.parse(await written(w3c, [sample])) as { first: { items: object[] } };
    const source = 'thismessage:/a/statement.txt';
    const target = { source, selector: { type: 'TextQuoteSelector', exact: 'KCNA' } };
    file.first.items.push({ id: 'urn:x:1', type: 'Annotation', target, bodyValue: 'Who?' });
    const { imported } = await readFiles(w3c, [['', JSON.stringify(file)]]);
    assert.deepEqual(
      imported.articles.map(({ path, annotations }) => [path, annotations.length]),
      [
        ['a/statement.txt', 4],
        ['a/statement.txt', 1],
      ],
    );
  });

  it('reads one annotation, a page, a graph and pages within pages', async () => {
    const one = {
      type: 'Annotation',
      target: { source: 'urn:x:a', selector: { type: 'TextQuoteSelector', exact: 'a' } },
    };
    const shapes = [
      one,
      { type: 'AnnotationPage', items: [one] },
      { '@graph': [one] },
      { type: 'AnnotationCollection', first: { items: [one], next: { items: [one], next: 'urn:x:next' } } },
    ];
    const counts = await Promise.all(
      shapes.map(
        async (shape) => (await readFiles(w3c, [['', JSON.stringify(shape)]])).imported.articles[0]?.annotations.length,
      ),
    );
    assert.deepEqual(counts, [1, 1, 1, 2]);
  });

  it('refuses what is broken, and says where', async () => {
    const file = await written(w3c, [sample]);
    const problem = async (content: string | Uint8Array): Promise<string> => {
      const error = await readFiles(w3c, [['x.json', content]]).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      assert.ok(error instanceof InputError);
      return error.message;
    };
    assert.match(await problem(file.slice(0, 1200)), /^x\.json, line \d+: /);
    assert.match(await problem(new Uint8Array([0x5b, 0xff, 0x5d])), /^x\.json, line 1: The file is not UTF-8/);
    assert.match(await problem('{"type": "Thing"}'), /no Web Annotations/);
    assert.match(await problem('[{"type": "Annotation"}]'), /items\[0\]: The annotation has no target/);
    assert.match(await problem('[7]'), /items\[0\]: An annotation must be an object/);
    assert.match(
      await problem(file.replace('"role":"speaker"', '"role":7')),
      /items\[1\]: links\[0\]\.role must be a string/,
    );
    assert.match(
      await problem(file.replace('"role":"speaker","annotation":"m1"', '"role":"speaker"')),
      /items\[1\]: links: one leads to nothing/,
    );
    assert.match(await problem(file.replace('"version":1,"positions"', '"version":2,"positions"')), /newer version/);
    assert.match(await problem('['.repeat(100_000)), /x\.json/);
    const evil = await readFiles(w3c, [
      [
        '',
        '[{"id":"__proto__","target":{"source":"__proto__","selector":{"type":"TextQuoteSelector","exact":"a"}},"__proto__":{"a":1}}]',
      ],
    ]);
    assert.equal(evil.imported.articles[0]?.annotations[0]?.id, '__proto__');
  });

  it('takes positions that can’t be for none where there is a quotation', async () => {
    const target = (position: object) => ({
      source: 'urn:x:a',
      selector: [
        { type: 'TextPositionSelector', ...position },
        { type: 'TextQuoteSelector', exact: 'a' },
      ],
    });
    const list = [
      { start: 9, end: 3 },
      { start: -1, end: 2 },
      { start: 0.5, end: 2 },
      { start: '1', end: 2 },
    ].map((position) => ({
      target: target(position),
    }));
    const { imported } = await readFiles(w3c, [['', JSON.stringify(list)]]);
    const ranges = imported.articles[0]?.annotations.map((one) => one.target);
    assert.deepEqual(
      ranges,
      list.map(() => [{ start: 0, end: 0, exact: 'a' }]),
    );
  });
});
