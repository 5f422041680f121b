import assert from 'node:assert/strict';
import fc from 'fast-check';
import { brat } from '../../../../src/exchange/formats/brat';
import { fragmentsOf } from '../../../../src/exchange/formats/brat/fragments';
import { bratName, lineText, plainName, plainText } from '../../../../src/exchange/formats/brat/names';
import type { ExportArticle } from '../../../../src/exchange/format';
import { InputError } from '../../../../src/exchange/inputError';
import { said } from '../comparing';
import { codebook, corpora } from '../corpora';
import { readFiles } from '../reading';
import { annotation, article, at, sample, text, writtenFiles } from '../sample';
import { parseBrat, parseConfiguration } from './bratParser';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function texts(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  return new Map([...files].map(([path, bytes]) => [path, decoder.decode(bytes)]));
}

/** Without targets of nothing but U+0085, which is white space for Python, and so no text for brat. */
const texted = corpora.map((articles) =>
  articles.map((one): ExportArticle => {
    const kept = one.annotations.filter(({ target }) => target.some(({ exact }) => /[^\s\u0085]/u.test(exact)));
    const ids = new Set(kept.map(({ id }) => id));
    const annotations = kept.map(({ links, ...more }) => {
      const left = links?.filter(({ annotation: to }) => to === undefined || ids.has(to)) ?? [];
      return { ...more, ...(left.length > 0 ? { links: left } : {}) };
    });
    return { ...one, annotations };
  }),
);

describe('brat', () => {
  it('read back is what was written', async () => {
    await fc.assert(
      fc.asyncProperty(texted, async (articles) => {
        const { files } = await writtenFiles(brat, articles, { codebooks: [codebook] });
        const { imported, losses } = await readFiles(brat, files);
        assert.deepEqual(losses, []);
        const byPath = new Map(imported.articles.map((one) => [one.path, one]));
        for (const { path, text, annotations } of articles) {
          const found = byPath.get(path.replace(/\.md$/, '.txt'));
          assert.equal(found?.text, text);
          assert.deepEqual(
            found.annotations.map((one) => said(one)),
            annotations.map((one) => said(one)),
          );
          for (const { target } of found.annotations) {
            for (const { start, end, exact } of target) assert.equal(text.slice(start, end), exact);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is what brat takes: ids, fragments, quotations, ends of arrows, names, and a configuration that has them all', async () => {
    await fc.assert(
      fc.asyncProperty(texted, async (articles) => {
        const files = texts((await writtenFiles(brat, articles, { codebooks: [codebook] })).files);
        assert.equal([...files.keys()].at(-1), 'annotation.conf');
        const configuration = parseConfiguration(files.get('annotation.conf') ?? '');
        assert.deepEqual([...configuration.keys()], ['entities', 'relations', 'events', 'attributes']);
        for (const one of articles) {
          const stem = one.path.replace(/\.\w+$/, '');
          const document = parseBrat(files.get(`${stem}.txt`) ?? '', files.get(`${stem}.ann`) ?? '');
          assert.equal(document.points.join(''), one.text);
          assert.equal(document.entities.size, one.annotations.length);
          const entities = [...document.entities.values()];
          for (const [n, { type, target }] of one.annotations.entries()) {
            assert.equal(entities[n]?.type, type);
            assert.ok(configuration.get('entities')?.has(type));
            const letters = target.map(({ exact }) => exact).join('');
            assert.equal(entities[n].text.replace(/[\s\u0085]/gu, ''), letters.replace(/[\s\u0085]/gu, ''));
          }
          const links = one.annotations.flatMap(({ links = [] }) =>
            links.filter((link) => link.annotation !== undefined),
          );
          assert.deepEqual(
            document.relations.map(({ type }) => type),
            links.map(({ role }) => role),
          );
          for (const { type, args } of document.relations) {
            const ends = configuration.get('relations')?.get(type);
            for (const [n, id] of args.entries()) {
              assert.ok(ends?.[`Arg${n + 1}`]?.includes(document.entities.get(id)?.type ?? ''));
            }
          }
          for (const { id, type, text: value } of document.said) {
            if (id.startsWith('A')) assert.ok(configuration.get('attributes')?.get(type)?.['Value']?.includes(value));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('counts code points behind an emoji, a combining mark, CRLF and a byte order mark', async () => {
    const { files, losses } = await writtenFiles(brat, [sample]);
    const found = texts(files);
    assert.deepEqual([...found.keys()], ['a/statement.txt', 'a/statement.ann', 'annotation.conf']);
    assert.equal(found.get('a/statement.txt'), text);
    const { entities, relations, said: facts } = parseBrat(text, found.get('a/statement.ann') ?? '');
    assert.deepEqual(
      [...entities.values()],
      [
        { type: 'actor', spans: [[15, 26]], text: 'North Korea' },
        {
          type: 'claim',
          spans: [
            [49, 58],
            [71, 83],
          ],
          text: 'We object to all of it',
        },
        { type: 'source', spans: [[86, 98]], text: 'KCNA, 18 Dec' },
        { type: 'source', spans: [[8, 14]], text: 'report' },
      ],
    );
    assert.deepEqual(
      relations.map(({ type, args }) => [type, ...args]),
      [
        ['speaker', 'T2', 'T1'],
        ['source', 'T2', 'T3'],
        ['counterevidence', 'T2', 'T4'],
      ],
    );
    assert.deepEqual(
      facts.filter(({ target }) => target === 'T2').map(({ type, text: value }) => [type, value]),
      [
        ['id', 'c1'],
        ['Reference', 'topic:tests Missile tests are legitimate'],
        ['stance', 'oppose'],
        ['attribution', 'quoted'],
        ['AnnotatorNotes', 'a\\r\\nb, "c"'],
        ['speaker', 'russia>nato'],
        ['holder', 'nato'],
        ['addressee', 'unheard-of'],
        ['evidence', 'source:unscr'],
        ['attr_act', 'condemn'],
        ['attr_hedged', 'false'],
      ],
    );
    assert.ok(losses.some(({ what, count }) => what === 'titles' && count === 1));
  });

  it('splits targets at line breaks and tabs, and says where that isn’t the whole', async () => {
    const lines = 'We  \n\n  object\tto it. \u2028 All';
    const apart = [at(lines, 'We'), at(lines, 'object')];
    const list = [
      annotation('a', 'claim', at(lines, lines)),
      annotation('b', 'claim', apart),
      annotation('c', 'claim', at(lines, ' All')),
    ];
    const { files } = await writtenFiles(brat, [article('x.txt', lines, list)]);
    const { entities, said: facts } = parseBrat(lines, texts(files).get('x.ann') ?? '');
    assert.deepEqual(
      [...entities.values()].map(({ text: value }) => value),
      ['We object to it. All', 'We object', 'All'],
    );
    assert.deepEqual(
      facts.filter(({ type }) => type === 'ranges').map(({ target: id, text: value }) => [id, value]),
      [
        ['T2', '0 2;8 14'],
        ['T3', '23 27'],
      ],
    );
    const { imported } = await readFiles(brat, files);
    assert.deepEqual(
      imported.articles[0]?.annotations.map(({ target: ranges }) => ranges.map((range) => [range.start, range.end])),
      [
        [[0, 27]],
        [
          [0, 2],
          [8, 14],
        ],
        [[23, 27]],
      ],
    );
    assert.deepEqual(
      fragmentsOf('a b\nc', [
        { start: 0, end: 3 },
        { start: 2, end: 5 },
      ]),
      [
        { start: 0, end: 3 },
        { start: 4, end: 5 },
      ],
    );
  });

  it('encodes names and texts so that they come back', () => {
    const odd = fc.string({
      unit: fc.constantFrom('_', 'x', '0', '4', '1', 'A', 'F', ' ', '-', '\\', 'n', 'u', '\n', '\t', '\u2028', '😀'),
    });
    fc.assert(
      fc.property(odd, (name) => {
        assert.equal(plainName(bratName(name)), name);
        assert.match(bratName(name), /^[A-Za-z0-9_-]+$/);
        assert.equal(plainText(lineText(name)), name);
        assert.doesNotMatch(lineText(name), /[\n\t\u2028]/u);
      }),
    );
  });

  it('counts what it has no place for', async () => {
    const odd = 'one \ud800 two';
    const list = [
      annotation('a', 'odd type', at(odd, 'one'), { supersedes: ['b'], links: [{ role: 'a role', annotation: 'b' }] }),
      annotation('b', 'claim', at(odd, 'two'), { note: '\udc00' }),
      annotation('c', 'claim', at(odd, 'two', 'orphaned')),
    ];
    const one = { ...article('x.md', odd, list), coding: [{ creator: 'lee', status: 'done' }] };
    const { files, losses } = await writtenFiles(brat, [one], { codebooks: [] });
    assert.deepEqual(losses, [
      { what: 'coding statuses', count: 1 },
      { what: 'file names of articles (written with .txt)', count: 1 },
      { what: 'characters that UTF-8 can’t hold (written as U+FFFD)', count: 2 },
      { what: 'annotations whose place in the text isn’t sure', count: 1 },
      { what: 'decisions about other annotations (“supersedes”)', count: 1 },
    ]);
    const { imported } = await readFiles(brat, files);
    assert.deepEqual(
      imported.articles[0]?.annotations.map(({ id, isOurs, type, links }) => ({ id, isOurs, type, links })),
      [
        { id: 'a', isOurs: true, type: 'odd type', links: [{ role: 'a role', annotation: 'b' }] },
        { id: 'b', isOurs: true, type: 'claim', links: undefined },
      ],
    );
  });
});

/** As brat writes it: an event, its trigger and arguments, an equivalence, a normalization, notes, an old modifier. */
const foreign = [
  'T1\tOrganization 0 4\tNATO',
  'T2\tRefuse 5 12\trefuses',
  'T3\tOrganization 24 27;34 42\tthe alliance',
  'E1\tRefuse:T2 Agent:T1 Theme2:T3',
  'A1\tNegation E1',
  'A2\tConfidence E1 Likely',
  'M1\tSpeculation T3',
  '*\tEquiv T1 T3',
  'R1\tMember-of Arg1:T3 Arg2:T1\t',
  'N1\tReference T1 Wikipedia:21133\tNorth Atlantic Treaty Organization',
  '#1\tAnnotatorNotes E1\tC:\\new',
  '#2\tNormalized T3\tAlliance',
  '',
].join('\n');
describe('brat files of others', () => {
  const files = (ann: string, txt = 'NATO refuses talks. No. the other alliance'): [string, string][] => [
    ['c/d.txt', txt],
    ['c/d.ann', ann],
  ];
  const problem = async (entries: readonly [string, string | Uint8Array][]): Promise<string> => {
    try {
      await readFiles(brat, entries);
    } catch (error) {
      assert.ok(error instanceof InputError);
      return error.message;
    }
    return 'none';
  };

  it('are read with their events, equivalences, normalizations and notes', async () => {
    const { imported, losses } = await readFiles(brat, files(foreign));
    assert.deepEqual(losses, []);
    const [one] = imported.articles;
    assert.equal(one?.path, 'c/d.txt');
    assert.deepEqual(one.annotations, [
      {
        ...{ id: 'T1', type: 'actor', target: [{ start: 0, end: 4, exact: 'NATO' }] },
        ...{ actor: 'North Atlantic Treaty Organization', links: [{ role: 'Equiv', annotation: 'T3' }] },
        attributes: { Wikipedia: 21133 },
      },
      {
        ...{ id: 'T2', type: 'passage', topic: 'Refuse', note: 'C:\\new' },
        target: [{ start: 5, end: 12, exact: 'refuses' }],
        attributes: { Negation: true, Confidence: 'Likely' },
        links: [
          { role: 'Agent', annotation: 'T1' },
          { role: 'Theme2', annotation: 'T3' },
        ],
      },
      {
        ...{ id: 'T3', type: 'actor', actor: 'the alliance' },
        target: [
          { start: 24, end: 27, exact: 'the' },
          { start: 34, end: 42, exact: 'alliance' },
        ],
        links: [{ role: 'Member-of', annotation: 'T1' }],
        attributes: { Speculation: true, Normalized: 'Alliance' },
      },
    ]);
    assert.deepEqual(
      imported.codebook?.actors?.map(({ kind }) => kind),
      ['organization', 'organization'],
    );
  });

  it('keep several events of one trigger apart, each with its arguments and what is said of it', async () => {
    const ann = [
      'T1\tOrganization 0 4\tNATO',
      'T2\tRefuse 5 12\trefuses',
      'T3\tOrganization 24 42\tthe other alliance',
      'E1\tRefuse:T2 Agent:T1',
      'E2\tRefuse:T2 Agent:T3 Reason:E1',
      'E3\tRefuse:T2 Reason:E2',
      'A1\tConfidence E1 Low',
      'A2\tConfidence E2 High',
      '',
    ].join('\n');
    const { imported, losses } = await readFiles(brat, files(ann));
    assert.deepEqual(losses, []);
    const refusals = imported.articles[0]?.annotations.filter(({ topic }) => topic === 'Refuse') ?? [];
    assert.deepEqual(
      refusals.map(({ id, target, links, attributes }) => [id, target[0]?.exact, attributes, links]),
      [
        ['T2', 'refuses', { Confidence: 'Low' }, [{ role: 'Agent', annotation: 'T1' }]],
        [
          ...['E2', 'refuses', { Confidence: 'High' }],
          [
            { role: 'Agent', annotation: 'T3' },
            { role: 'Reason', annotation: 'T2' },
          ],
        ],
        ['E3', 'refuses', undefined, [{ role: 'Reason', annotation: 'E2' }]],
      ],
    );
  });

  it('count CRLF as one or as two, whatever fits; a byte order mark as one', async () => {
    for (const [ann, txt] of [
      ['T1\tORG 5 9\tNATO\n', '😀 a\r\n\r\nNATO'],
      ['T1\tORG 7 11\tNATO\r\n', '😀 a\r\n\r\nNATO'],
      ['T1\tORG 6 10\tNATO', '\uFEFF😀 a\r\n\r\nNATO'],
      ['T1\tORG 8 12\tNATO', '\uFEFF😀 a\r\n\r\nNATO'],
    ] as const) {
      const [one] = (await readFiles(brat, files(ann, txt))).imported.articles;
      assert.equal(one?.text, '😀 a\n\nNATO');
      assert.deepEqual(one.annotations[0]?.target, [{ start: 6, end: 10, exact: 'NATO' }]);
    }
  });

  it('keep a quotation that isn’t the text’s, so that it can be looked for', async () => {
    const ann = 'T1\tORG 0 4;6 9\tNATO the\nT2\tORG 5 9\trefuses\n';
    const [one] = (await readFiles(brat, files(ann, 'A NATO the 2'))).imported.articles;
    assert.deepEqual(
      one?.annotations.map(({ target }) => target.map(({ exact }) => exact)),
      [['NATO', 'the'], ['refuses']],
    );
  });

  it('with broken lines, offsets or ids are refused with the place', async () => {
    assert.equal(
      await problem(files('T1\tORG 0 4\tNATO\nT2\tcl')),
      'c/d.ann, line 2, T2: The line is no annotation of brat; is the file cut off?',
    );
    assert.match(await problem(files('T1\tORG 0 99\tNATO')), /^c\/d\.ann, line 1, T1: The offsets 0 to 99 .*outside/);
    assert.match(await problem(files('T1\tORG 4 0\tNATO')), /reversed/);
    assert.match(await problem(files('T1\tORG 0 4\tNATO\n\nT1\tORG 0 4\tNATO')), /^c\/d\.ann, line 3, T1: Two lines/);
    assert.match(await problem([['c/d.ann', 'T1\tORG 0 4\tNATO']]), /^c\/d\.ann: There is no text c\/d\.txt beside it/);
    assert.match(await problem([['c/d.doc', '']]), /^chosen: There are no files of brat/);
    assert.match(
      await problem([
        ['a.txt', 'NATO'],
        ['a.ann', new Uint8Array([84, 49, 10, 255])],
      ]),
      /^a\.ann, line 2: The file is not UTF-8/,
    );
  });

  it('count what leads nowhere, and survive odd names', async () => {
    const { imported, losses } = await readFiles(brat, [
      ...files(
        'T1\t__proto__ 0 4\tNATO\nR1\tx Arg1:T1 Arg2:T9\nA1\tconstructor T1 __proto__\nA2\tx T7 y\nX1\tz T1\nT2\tORG 4 5\t ',
        'NATO refuses',
      ),
      ['readme.txt', 'x'],
    ]);
    assert.deepEqual(losses, [
      { what: 'lines of a kind that isn’t known', count: 1 },
      { what: 'annotations of no text', count: 1 },
      { what: 'relations of what isn’t there', count: 1 },
      { what: 'attributes and notes of what isn’t there', count: 1 },
      { what: 'texts without a file of annotations (.ann)', count: 1 },
    ]);
    const [one] = imported.articles[0]?.annotations ?? [];
    assert.equal(one?.topic, '__proto__');
    assert.deepEqual(Object.entries(one.attributes ?? {}), [['constructor', '__proto__']]);
  });
});
