import assert from 'node:assert/strict';
import fc from 'fast-check';
import { uimaJson } from '../../../../src/exchange/formats/uimaJson';
import { said } from '../comparing';
import { codebook, corpora } from '../corpora';
import { readFiles } from '../reading';
import { annotation, article, at, sample, writtenFiles } from '../sample';
import { checkCas, checkSpans, checkTokens, type CheckedCas, type CheckedTypes } from './casChecks';

interface CasJson {
  readonly '%TYPES': Readonly<Record<string, Readonly<Record<string, string | Readonly<Record<string, string>>>>>>;
  readonly '%FEATURE_STRUCTURES': readonly Readonly<Record<string, string | number | boolean>>[];
  readonly '%VIEWS': Readonly<Record<string, { readonly '%SOFA': number; readonly '%MEMBERS': readonly number[] }>>;
}

/** A document by the specification (0.4.0): the order of its parts, of a feature structure's keys, references marked. */
function parsed(bytes: Uint8Array): { cas: CheckedCas; types: CheckedTypes } {
  const document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as CasJson;
  assert.deepEqual(Object.keys(document), ['%TYPES', '%FEATURE_STRUCTURES', '%VIEWS']);
  const types = Object.entries(document['%TYPES']).map(([name, definition]) => {
    assert.equal(definition['%NAME'], name);
    const features = Object.entries(definition).flatMap(([key, feature]): [string, string][] => {
      if (typeof feature === 'string') return [];
      assert.equal(feature['%NAME'], key);
      return [[key, feature['%RANGE'] ?? '']];
    });
    return [name, { parent: String(definition['%SUPER_TYPE']), features: new Map(features) }] as const;
  });
  const known = new Map(types);
  const structures = document['%FEATURE_STRUCTURES'].map((structure, n) => {
    assert.deepEqual(Object.keys(structure).slice(0, 2), ['%ID', '%TYPE']);
    const type = String(structure['%TYPE']);
    assert.ok(n > 0 || type === 'uima.cas.Sofa', 'the sofa comes before what refers to it');
    const features = Object.entries(structure).slice(2);
    for (const [key, value] of features) {
      const isReference = ['sofa', 'Governor', 'Dependent'].includes(key.replace('@', ''));
      assert.equal(key.startsWith('@'), isReference);
      const range = known.get(type)?.features.get(key);
      if (range === 'uima.cas.String') assert.equal(typeof value, 'string');
    }
    const texts = features.map(([key, value]) => [key.replace('@', ''), String(value)] as const);
    return { id: String(structure['%ID']), type, features: new Map(texts) };
  });
  const view = document['%VIEWS']['_InitialView'];
  assert.equal(view?.['%SOFA'], 1);
  const text = structures[0]?.features.get('sofaString') ?? '';
  return { cas: { text, structures, members: view['%MEMBERS'].map(String) }, types: known };
}

describe('UIMA CAS JSON', () => {
  it('read back is what was written', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const { files, losses } = await writtenFiles(uimaJson, articles, { codebooks: [codebook] });
        assert.ok(losses.every(({ what }) => what.includes('codebook')));
        const { imported, losses: lost } = await readFiles(uimaJson, files);
        assert.deepEqual(lost, []);
        const byPath = new Map(imported.articles.map((one) => [one.path, one]));
        for (const { path, text, info, annotations } of articles) {
          const { file: _, sha256: _hash, length: _length, ...about } = info;
          const found = byPath.get(path);
          assert.deepEqual([found?.text, found?.info], [text, about]);
          assert.deepEqual(
            found?.annotations.map((one) => said(one)),
            annotations.map((one) => said(one)),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is a CAS that UIMA takes: ids, references, types, features, offsets, tokens', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const { files } = await writtenFiles(uimaJson, articles, { codebooks: [codebook] });
        const documents = [...files.values()].map(parsed);
        assert.equal(documents.length, articles.length);
        for (const [n, { cas, types }] of documents.entries()) {
          checkCas(cas, types);
          checkTokens(cas);
          const one = articles[n];
          assert.equal(cas.text, one?.text);
          if (one) checkSpans(cas, one);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('holds any character, and counts what it has no place for', async () => {
    const text = 'a\u0000\u0001\ud800 😀 <end>';
    const more = { attributes: { 'speech-act': '\ud800', __proto__x: [1] }, supersedes: ['x'] };
    const one = article('odd.txt', text, [annotation('o', 'odd type', at(text, '<end>'), more)]);
    const { files, losses } = await writtenFiles(uimaJson, [one], { codebooks: [] });
    assert.deepEqual(losses, [{ what: 'decisions about other annotations (“supersedes”)', count: 1 }]);
    const { imported } = await readFiles(uimaJson, files);
    const [found] = imported.articles;
    assert.equal(found?.text, text);
    assert.deepEqual(found.annotations[0]?.attributes, more.attributes);
    assert.equal(found.annotations[0].type, 'odd type');
  });

  it('has a file an article, named after it', async () => {
    const { files } = await writtenFiles(uimaJson, [sample, { ...sample, path: 'a/statement.md' }]);
    assert.deepEqual([...files.keys()], ['a/statement.json', 'a/statement.md.json']);
  });
});

/** As INCEpTION exports it: its own layers, a slot feature, a relation, a list of texts. */
const foreign = {
  '%TYPES': {},
  '%FEATURE_STRUCTURES': [
    {
      '%ID': 2,
      '%TYPE': 'uima.cas.Sofa',
      sofaNum: 1,
      sofaID: '_InitialView',
      mimeType: 'text',
      sofaString: '😀\r\nNATO refuses talks.',
    },
    {
      ...{
        '%ID': 1,
        '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData',
        '@sofa': 2,
        begin: 0,
        end: 23,
      },
      ...{ documentTitle: 'A speech', documentUri: 'https://x.example/', isLastSegment: false },
    },
    {
      '%ID': 4,
      '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token',
      '@sofa': 2,
      begin: 4,
      end: 8,
      order: 0,
    },
    {
      '%ID': 5,
      '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
      '@sofa': 2,
      '^begin': 4,
      '^end': 8,
      value: 'PER',
    },
    { '%ID': 6, '%TYPE': 'webanno.custom.FrameLink', role: 'agent', '@target': 5 },
    { '%ID': 7, '%TYPE': 'webanno.custom.FrameLink[]', '%ELEMENTS': [6] },
    { '%ID': 8, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': ['a', null, 'b'] },
    {
      '%ID': 9,
      '%TYPE': 'webanno.custom.Frame',
      '@sofa': 2,
      begin: 9,
      end: 16,
      '@roles': 7,
      '@tags': 8,
      sure: true,
      degree: 2,
    },
    { '%ID': 10, '%TYPE': 'webanno.custom.Says', '@sofa': 2, begin: 9, end: 16, '@Governor': 5, '@Dependent': 9 },
    { '%ID': 11, '%TYPE': 'webanno.custom.Says', '@sofa': 2, begin: 9, end: 16, '@Governor': 4, '@Dependent': 9 },
  ],
  '%VIEWS': { _InitialView: { '%SOFA': 2, '%MEMBERS': [1, 4, 5, 9, 10, 11] } },
};

describe('UIMA CAS JSON of INCEpTION', () => {
  it('has annotations of every layer, relations and slots', async () => {
    const { imported, losses } = await readFiles(uimaJson, [['b/admin.json', JSON.stringify(foreign)]]);
    const [one] = imported.articles;
    assert.deepEqual([one?.path, one?.text], ['b/admin.txt', '😀\nNATO refuses talks.']);
    assert.deepEqual(one?.info, { title: 'A speech', url: 'https://x.example/' });
    assert.deepEqual(one?.annotations, [
      {
        id: '5',
        type: 'actor',
        target: [{ start: 3, end: 7 }],
        actor: 'NATO',
        links: [{ role: 'Says', annotation: '9' }],
      },
      {
        ...{ id: '9', type: 'passage', target: [{ start: 8, end: 15 }], topic: 'Frame' },
        links: [{ role: 'agent', annotation: '5' }],
        attributes: { tags: ['a', 'b'], sure: true, degree: 2 },
      },
    ]);
    assert.deepEqual(losses, [{ what: 'relations of what isn’t taken over', count: 1 }]);
  });

  it('may have its feature structures by id', async () => {
    const byId = Object.fromEntries(foreign['%FEATURE_STRUCTURES'].map(({ '%ID': id, ...rest }) => [id, rest]));
    const { imported } = await readFiles(uimaJson, [
      ['b.json', JSON.stringify({ ...foreign, '%FEATURE_STRUCTURES': byId })],
      ['exportedproject.json', '{"name": "x"}'],
    ]);
    assert.equal(imported.articles[0]?.annotations.length, 2);
  });
});

describe('UIMA CAS JSON that is broken', () => {
  const of = (more: object): string => {
    const structures = [
      { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: 'a😀b' },
      { '%ID': 2, '%TYPE': 'x.Y', begin: 0, end: 1, ...more },
    ];
    return JSON.stringify({
      '%FEATURE_STRUCTURES': structures,
      '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [2] } },
    });
  };
  for (const [name, json, message] of [
    ['is cut off', JSON.stringify(foreign, null, 1).slice(0, -50), /^a\.json, line \d+: /],
    ['is no CAS', '{"a": 1}', /There is no UIMA CAS/],
    ['has no list', '{"%FEATURE_STRUCTURES": 3}', /^a\.json, %FEATURE_STRUCTURES: This is no list/],
    ['has no text', '{"%FEATURE_STRUCTURES": []}', /^a\.json: There is no text/],
    [
      'has what is no object',
      '{"%FEATURE_STRUCTURES": [3]}',
      /%FEATURE_STRUCTURES\[0\]: A feature structure is no object/,
    ],
    ['lacks an id', '{"%FEATURE_STRUCTURES": [{}]}', /%FEATURE_STRUCTURES\[0\]: There is no %ID/],
    ['lacks a type', '{"%FEATURE_STRUCTURES": [{"%ID": 1}]}', /%FEATURE_STRUCTURES\[0\]: There is no %TYPE/],
    ['has an id twice', of({ '%ID': 1 }), /%FEATURE_STRUCTURES\[1\]: Two feature structures have the id 1/],
    ['has offsets beyond the text', of({ end: 5 }), /%FEATURE_STRUCTURES\[1\]: The offsets 0 to 5 don’t fit .*outside/],
    ['has offsets that are no numbers', of({ end: { a: 1 } }), /not-integers/],
    ['has offsets within a character', of({ end: 2 }), /inside-surrogate-pair/],
    ['has members that aren’t there', of({ '%ID': 3 }), /member that isn’t there: 2/],
    ['is nested too deep', of({ x: JSON.parse(`${'['.repeat(300)}${']'.repeat(300)}`) as object }), /nested more than/],
  ] as const) {
    it(`is refused with the place where it ${name}`, async () => {
      await assert.rejects(readFiles(uimaJson, [['a.json', json]]), { name: 'Error', message });
    });
  }
});
