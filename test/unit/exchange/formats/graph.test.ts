import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { gexf } from '../../../../src/exchange/formats/gexf';
import { graphml } from '../../../../src/exchange/formats/graphml';
import type { ExportArticle, Format } from '../../../../src/exchange/format';
import type { Codebook } from '../../../../src/model/codebook';
import { codebook as ofCorpora, corpora } from '../corpora';
import { annotation, article, at, content, sample, text, written, writtenFiles } from '../sample';
import { graphmlSchema } from '../schemas/published';
import { problemsOf, type Schema } from '../schemas/validity';

interface Graph {
  readonly nodes: Map<string, Record<string, string>>;
  readonly edges: Record<string, string>[];
}

const types: Readonly<Record<string, RegExp>> = {
  string: /^[^]*$/,
  boolean: /^(?:true|false)$/,
  long: /^-?\d+$/,
  double: /^-?\d+(?:\.\d+)?$/,
};

/** Reads GraphML as its specification says: keys before what they are of, values of their type, edges after their nodes. */
function readGraphml(xml: string): Graph {
  const graph: Graph = { nodes: new Map(), edges: [] };
  const keys = new Map<string, { readonly name: string; readonly type: string; readonly for: string }>();
  let [value, key]: [string, string | undefined] = ['', undefined];
  let values: Record<string, string> = {};
  const parser = new SaxesParser({});
  parser.on('error', (error) => assert.fail(error));
  parser.on('opentag', ({ name, attributes }) => {
    const { id = '', source = '', target = '' } = attributes;
    if (name === 'key') {
      assert.ok(!keys.has(id));
      keys.set(id, {
        name: attributes['attr.name'] ?? '',
        type: attributes['attr.type'] ?? '',
        for: attributes['for'] ?? '',
      });
    }
    if (name === 'node') {
      assert.ok(!graph.nodes.has(id));
      graph.nodes.set(id, (values = {}));
    }
    if (name === 'edge') {
      assert.ok(graph.nodes.has(source) && graph.nodes.has(target), `${source} to ${target}`);
      graph.edges.push((values = { source, target }));
    }
    if (name === 'data') [value, key] = ['', attributes['key']];
  });
  parser.on('text', (piece) => (value += piece));
  parser.on('closetag', ({ name }) => {
    if (name !== 'data') return;
    const known = keys.get(key ?? '');
    assert.ok(known, `${key} is declared`);
    assert.match(value, types[known.type] ?? /^\b$/);
    assert.equal(known.for, values['source'] === undefined ? 'node' : 'edge');
    values[known.name] = value;
  });
  parser.write(xml).close();
  return graph;
}

/** The same of GEXF. */
function readGexf(xml: string): Graph {
  const graph: Graph = { nodes: new Map(), edges: [] };
  const keys = new Map<string, readonly [title: string, type: string]>();
  let values: Record<string, string> = {};
  let of = '';
  const parser = new SaxesParser({});
  parser.on('error', (error) => assert.fail(error));
  parser.on('opentag', ({ name, attributes }) => {
    const { id = '', source = '', target = '', label = '' } = attributes;
    if (name === 'attributes') of = attributes['class'] ?? '';
    if (name === 'attribute') keys.set(`${of} ${id}`, [attributes['title'] ?? '', attributes['type'] ?? '']);
    if (name === 'node') graph.nodes.set(id, (values = { label }));
    if (name === 'edge') {
      assert.ok(graph.nodes.has(source) && graph.nodes.has(target));
      graph.edges.push((values = { source, target, weight: attributes['weight'] ?? '' }));
    }
    if (name === 'attvalue') {
      const [title, type] = keys.get(`${values['source'] === undefined ? 'node' : 'edge'} ${attributes['for']}`) ?? [];
      assert.match(attributes['value'] ?? '', types[type ?? ''] ?? /^\b$/);
      values[title ?? ''] = attributes['value'] ?? '';
    }
  });
  parser.write(xml).close();
  return graph;
}

const formats: readonly {
  readonly format: Format;
  readonly read: (xml: string) => Graph;
  readonly schema: () => Promise<string | Schema>;
}[] = [
  { format: graphml, read: readGraphml, schema: graphmlSchema },
  { format: gexf, read: readGexf, schema: () => Promise.resolve('gexf.rng') },
];

/** Edges as "claim We object -speaker-> actor Russia". */
function inWords({ nodes, edges }: Graph): string[] {
  const end = (id = ''): string => `${nodes.get(id)?.['type']} ${nodes.get(id)?.['label']}`;
  return edges.map(({ source, target, role }) => `${end(source)} -${role}-> ${end(target)}`);
}

for (const { format, read, schema } of formats) {
  describe(format.id, () => {
    it('has actors, topics, sources, claims and articles with their links', async () => {
      const graph = read(await written(format, [sample]));
      const claim = 'claim We object … to all of it';
      assert.deepEqual(inWords(graph), [
        'article A “statement” -mentions-> actor North Korea',
        `${claim} -in-> article A “statement”`,
        'source KCNA; 18 Dec -in-> article A “statement”',
        `${claim} -about-> topic Missile tests are legitimate`,
        `${claim} -speaker-> actor North Korea`,
        `${claim} -speaker-> actor Russia`,
        `${claim} -holder-> actor NATO; the alliance`,
        `${claim} -addressee-> actor unheard-of`,
        `${claim} -source-> source KCNA; 18 Dec`,
        `${claim} -evidence-> source UNSCR 1718`,
        `${claim} -counterevidence-> source UNSCR 1718`,
        'source KCNA; 18 Dec -origin-> actor Russia',
      ]);
      const about = graph.edges.find(({ role }) => role === 'about');
      assert.deepEqual([about?.['stance'], about?.['value'], about?.['weight']], ['oppose', '-1', '1']);
      assert.deepEqual(
        graph.edges.map((edge) => edge['for']).filter((name) => name !== undefined),
        ['NATO; the alliance'],
      );
      const node = [...graph.nodes.values()].find(({ type }) => type === 'claim');
      assert.deepEqual(node, {
        ...{ label: 'We object … to all of it', type: 'claim', key: 'c1', attribution: 'quoted', note: 'a\r\nb, "c"' },
        ...{ date: '2023-12-20', text: 'We object … to all of it', article: 'a/statement.txt' },
        ...{ attr_act: 'condemn', attr_hedged: 'false' },
      });
    });

    it('says what the codebook says of its items', async () => {
      const book: Codebook = {
        ...{ format: 'policy-codebook', version: 1 },
        actors: [
          { id: 'eu', name: 'EU', members: ['fr'], aliases: ['Union; the'], sameAs: 'https://w.example/Q458' },
          { id: 'fr', name: 'France', parent: 'europe', attributes: { power: 3, odd: 'x' } },
        ],
        topics: [{ id: 'a', name: 'A', parent: 'a' }],
        sources: [{ id: 's', name: 'S', origin: 'fr' }],
        attributes: [
          { id: 'power', name: 'Power', type: 'integer', appliesTo: ['actor'] },
          { id: 'قوة', name: 'x', type: 'text', appliesTo: ['actor'] },
          { id: 'Ꜳ𐐀²é', name: 'x', type: 'text', appliesTo: ['actor'] },
          { id: 'a b/c', name: 'x', type: 'text', appliesTo: ['actor'] },
          { id: 'a:b_c', name: 'x', type: 'text', appliesTo: ['actor'] },
        ],
      };
      const xml = await written(format, [], [book]);
      const graph = read(xml);
      assert.deepEqual(inWords(graph), [
        'actor EU -member-> actor France',
        'actor France -part of-> actor europe',
        'topic A -part of-> topic A',
        'source S -origin-> actor France',
      ]);
      const [eu, france] = graph.nodes.values();
      assert.deepEqual(
        [eu?.['aliases'], eu?.['url'], france?.['attr_power']],
        ['Union\\; the', 'https://w.example/Q458', '3'],
      );
      assert.deepEqual(await problemsOf(await schema(), [xml]), []);
    });

    it('has attributes whose ids are of any script, by names that XML Schema knows', async () => {
      const named = [
        'hedging',
        'Überzeugung',
        'सीमा',
        'قوة',
        '영향',
        'e\u0301lan',
        'poziție',
        'ኃይል',
        'a b',
        'a:b',
        '👩‍👩‍👧',
      ];
      const every = Array.from({ length: 0xffff - 0xc0 }, (_, n) => String.fromCharCode(0xc0 + n));
      const letters = every.filter((sign) => /[\p{L}\p{M}\p{N}]/u.test(sign));
      const rest = Array.from({ length: Math.ceil(letters.length / 100) }, (_, n) =>
        letters.slice(n * 100, n * 100 + 100).join(''),
      );
      const attributes = [...named, ...rest].map(
        (id) => ({ id, name: 'x', type: 'text', appliesTo: ['actor'] }) as const,
      );
      const values = Object.fromEntries(named.map((id) => [id, id]));
      const actor = { id: 'a', name: 'A', attributes: values };
      const xml = await written(format, [], [{ format: 'policy-codebook', version: 1, actors: [actor], attributes }]);
      assert.deepEqual(await problemsOf(await schema(), [xml]), []);
      const [node = {}] = read(xml).nodes.values();
      assert.deepEqual(
        Object.entries(node).filter(([name]) => name.startsWith('attr_')),
        [
          ...['hedging', 'Überzeugung', 'सीमा', 'قوة', '영향', 'e\u0301lan'].map((id) => [`attr_${id}`, id]),
          ...[
            ['attr_pozi_ie', 'poziție'],
            ['attr____', 'ኃይል'],
            ['attr_a_b', 'a b'],
            ['attr_a_b-2', 'a:b'],
          ],
          ['attr______', '👩‍👩‍👧'],
        ],
      );
    });

    it('is what its specification says, whatever the texts hold', async () => {
      const samples = fc.sample(corpora, { numRuns: 40, seed: 2 });
      const illegal = 'a \u0000 b \u000b \uffff \ud800 ]]> <&">\u0085';
      const odd = article(`${illegal}.txt`, content, [
        annotation(illegal, 'claim', at(text, 'We object'), {
          ...{ summary: illegal, topic: illegal, stance: illegal, attributes: { act: illegal, hedged: 'yes', own: 1 } },
          links: [{ role: illegal, actor: illegal, for: illegal }],
        }),
      ]);
      const documents = await Promise.all(
        [[odd], ...samples].map((articles) => written(format, articles, [ofCorpora])),
      );
      for (const [n, document] of documents.entries()) {
        const { nodes } = read(document);
        const claims = [[odd], ...samples][n]?.flatMap(({ annotations }) =>
          annotations.filter(({ type }) => type === 'claim'),
        );
        assert.equal([...nodes.values()].filter(({ type }) => type === 'claim').length, claims?.length);
      }
      assert.deepEqual(await problemsOf(await schema(), documents), []);
      assert.notDeepEqual(await problemsOf(await schema(), [(documents[0] ?? '').replace(' id=', ' ident=')]), []);
    });

    it('counts what it leaves out', async () => {
      const list = [
        annotation('m', 'actor', at(text, 'KCNA', 'uncertain'), { actor: 'nato' }),
        annotation('n', 'actor', at(text, 'North Korea')),
        annotation('p', 'passage', at(text, 'report'), { topic: 'tests', note: 'x' }),
        annotation('s', 'source', at(text, 'KCNA'), { source: 'unscr', reference: 'x' }),
        annotation('c', 'claim', at(text, 'We object', 'orphaned'), {
          attributes: { hedged: 'yes', own: 1 },
          links: [{ role: 'within', annotation: 'gone' }],
          supersedes: ['d'],
        }),
        annotation('d', 'claim', at(text, 'We object')),
      ];
      const one: ExportArticle = article('a.txt', content, list);
      const { files, losses } = await writtenFiles(format, [one], { codebooks: [] });
      assert.deepEqual(losses, [
        { what: 'annotations whose place in the text isn’t sure', count: 1 },
        { what: 'mentions of nobody, passages without a topic, and annotations of other types', count: 1 },
        { what: 'notes of annotations', count: 1 },
        { what: 'references', count: 1 },
        { what: 'values of attributes that aren’t of their type', count: 1 },
        { what: 'attributes that no codebook defines', count: 1 },
        { what: 'links that lead to nothing', count: 1 },
      ]);
      const { nodes, edges } = read(new TextDecoder().decode(files.get('')));
      const claims = [...nodes.values()].filter(({ type }) => type === 'claim');
      assert.deepEqual(
        claims.map(({ key, standing, superseded }) => [key, standing, superseded]),
        [
          ['c', 'orphaned', undefined],
          ['d', undefined, 'true'],
        ],
      );
      assert.equal(edges.filter(({ role }) => role === 'supersedes').length, 1);
    });
  });
}
