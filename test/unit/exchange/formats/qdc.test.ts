import assert from 'node:assert/strict';
import fc from 'fast-check';
import { qdc } from '../../../../src/exchange/formats/qdc';
import { InputError } from '../../../../src/exchange/inputError';
import type { Codebook } from '../../../../src/model/codebook';
import { codebook as ofCorpora } from '../corpora';
import { readFiles } from '../reading';
import { sample, written, writtenFiles } from '../sample';
import { problemsOf } from '../schemas/validity';

const read = (file: string | Uint8Array): ReturnType<typeof readFiles> =>
  readFiles(qdc, [['', file]], { name: 'codes.qdc' });

const texts = fc.constantFrom(
  'Tests',
  'a, “b”; <c> & d',
  '😀 e\u0301',
  'שלום',
  'two\nlines',
  ' x ',
  'a\u0085b\ufeff',
  '__proto__',
);
const ids = fc.constantFrom('a', 'b', 'c', 'tests', '__proto__', 'الصين');

function items<T>(more: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<T[]> {
  const item = fc.record({ id: ids, name: texts, ...more }, { requiredKeys: ['id', 'name'], noNullPrototype: true });
  return fc.uniqueArray(item, { minLength: 1, selector: ({ id }) => id }) as fc.Arbitrary<T[]>;
}

const codebooks: fc.Arbitrary<Codebook> = fc.record(
  {
    format: fc.constant('policy-codebook' as const),
    version: fc.constant(1),
    actors: items<NonNullable<Codebook['actors']>[number]>({
      ...{ parent: ids, note: texts, aliases: fc.array(texts, { maxLength: 2 }) },
      color: fc.constantFrom('#c0392b', 'red'),
    }),
    topics: items<NonNullable<Codebook['topics']>[number]>({ parent: ids, description: texts }),
    sources: items<NonNullable<Codebook['sources']>[number]>({ kind: texts, date: fc.constant('2023-12') }),
  },
  { noNullPrototype: true },
);

describe('qdc', () => {
  it('gives back the codebook that was written', async () => {
    await fc.assert(
      fc.asyncProperty(codebooks, async (codebook) => {
        const { files, losses } = await writtenFiles(qdc, [], { codebooks: [codebook] });
        assert.deepEqual(losses, []);
        const { imported, losses: lost } = await read(files.get('') ?? '');
        assert.deepEqual(imported, { codebook, articles: [] });
        assert.deepEqual(lost, []);
      }),
      { numRuns: 150 },
    );
  });

  it('is valid by what the specification says', async () => {
    const books = [ofCorpora, ...fc.sample(codebooks, { numRuns: 30, seed: 1 })];
    const documents = await Promise.all(books.map((codebook) => written(qdc, [], [codebook])));
    documents.push(await written(qdc, [], []));
    assert.deepEqual(await problemsOf('qdc.rng', documents), []);
    assert.notDeepEqual(await problemsOf('qdc.rng', [(documents[0] ?? '').replace('isCodable', 'codable')]), []);
  });

  it('has items that only annotations name, and counts the annotations', async () => {
    const { files, losses } = await writtenFiles(qdc, [sample], { codebooks: [] });
    assert.deepEqual(losses, [{ what: 'annotations (a codebook file holds codes alone)', count: 4 }]);
    const { codebook } = (await read(files.get('') ?? '')).imported;
    assert.deepEqual(
      codebook?.actors?.map(({ id }) => id),
      ['north-korea'],
    );
    assert.deepEqual(
      codebook?.topics?.map(({ id }) => id),
      ['tests'],
    );
  });

  it('knows its lists where another program dropped the set with the details, and ids that follow from names', async () => {
    const codebook: Codebook = {
      ...{ format: 'policy-codebook', version: 1 },
      actors: [
        { id: 'us', name: 'United States', color: '#00ff00' },
        { id: 'blinken', name: 'Blinken', parent: 'us', note: 'a' },
      ],
      topics: [{ id: 'arms-control', name: 'Arms control', description: 'x' }],
      sources: [{ id: 'unscr-1718', name: 'UNSCR 1718' }],
    };
    const file = (await written(qdc, [], [codebook])).replace(/<Sets>[^]*<\/Sets>/, '');
    const back = (await read(file)).imported.codebook;
    const us = back?.actors?.[0]?.id;
    assert.match(us ?? '', /^[0-9a-f-]{36}$/);
    assert.deepEqual(back, {
      ...codebook,
      actors: [
        { id: us, name: 'United States', color: '#00ff00' },
        { id: 'blinken', name: 'Blinken', parent: us, note: 'a' },
      ],
    });
  });

  it('takes over what another program renamed and added', async () => {
    const file = (await written(qdc, [], [ofCorpora]))
      .replace('name="Security"', 'name="Safety"')
      .replace('</Codes>', '<Code guid="00000001-1111-4222-8333-444444444444" name="New" isCodable="true"/></Codes>');
    const back = (await read(file)).imported.codebook;
    assert.deepEqual(
      back?.topics?.map(({ name }) => name),
      ['Safety', ofCorpora.topics?.[1]?.name, 'New'],
    );
    assert.deepEqual(back?.actors, ofCorpora.actors);
  });

  it('reads codebooks of NVivo and ATLAS.ti as topics', async () => {
    const one = '1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294';
    const codes =
      `<Codes><Code guid="${one}" name="code1" color="#46AA00" isCodable="true"><Description>what it is</Description>` +
      `<Code guid="{2D2466F0-D77F-4F8C-BDF9-628966B6B74D}" name="sub" isCodable="true"/></Code></Codes>`;
    const sets = `<Sets><Set name="group" guid="ECA18D76-2B8B-4F26-BC1D-19ECA19FB3F0"><MemberCode guid="${one}"/></Set></Sets>`;
    for (const namespace of ['codebook:1.0', 'codebook:1:0', 'codebook:0:4']) {
      const file = `\uFEFF<?xml version="1.0"?>\r\n<CodeBook origin="NVivo" xmlns="urn:QDA-XML:${namespace}">${codes}${sets}</CodeBook>`;
      const { imported, losses } = await read(file);
      assert.deepEqual(imported.codebook?.topics, [
        { id: one.toLowerCase(), name: 'code1', description: 'what it is' },
        { id: '2d2466f0-d77f-4f8c-bdf9-628966b6b74d', name: 'sub', parent: one.toLowerCase() },
      ]);
      assert.deepEqual(losses, [{ what: 'sets of codes', count: 1 }]);
    }
  });

  it('says where a file isn’t right', async () => {
    const good = await written(qdc, [], [ofCorpora]);
    const cases: readonly (readonly [string | Uint8Array, RegExp])[] = [
      [good.slice(0, -20), /^codes.qdc, line \d+: This is not XML/],
      ['<Project/>', /^codes.qdc, line 1: This is no codebook/],
      ['<CodeBook/>', /^codes.qdc, line 1: This is no codebook/],
      ['<!DOCTYPE CodeBook SYSTEM "x"><CodeBook/>', /document type declaration/],
      [Uint8Array.of(0x3c, 0xff), /^codes.qdc, line 1: The file is not UTF-8/],
      [`<CodeBook><Codes>${'<Code>'.repeat(300)}`, /nested more than 200 deep/],
    ];
    for (const [file, message] of cases) {
      await assert.rejects(read(file), (error) => error instanceof InputError && message.test(error.message));
    }
  });

  it('takes no details that are broken or not ours', async () => {
    const good = await written(qdc, [], [ofCorpora]);
    for (const details of ['{', '[1]', '{"codebook":{"actors":1},"codes":{"x":["topics"]}}', '{"codes":[]}']) {
      const file = good.replace(/(<Description>)\{[^]*?(<\/Description><\/Set>)/, `$1${details}$2`);
      assert.notEqual(file, good);
      const { codebook } = (await read(file)).imported;
      assert.deepEqual(
        codebook?.topics?.map(({ name }) => name),
        ofCorpora.topics?.map(({ name }) => name),
      );
    }
  });
});
