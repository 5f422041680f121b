import assert from 'node:assert/strict';
import fc from 'fast-check';
import { metadataCsv } from '../../../../src/exchange/formats/metadataCsv';
import { InputError } from '../../../../src/exchange/inputError';
import type { Codebook } from '../../../../src/model/codebook';
import { codebook as corporaCodebook, corpora } from '../corpora';
import { parseCsv, readRows } from '../readCsv';
import { readFiles } from '../reading';
import { annotation, article, at, text, written, writtenFiles } from '../sample';

const defining: Codebook = {
  ...{ format: 'policy-codebook', version: 1 },
  attributes: [
    { id: 'slant', name: 'Slant', type: 'text', appliesTo: ['article'] },
    { id: 'other', name: 'Other', type: 'text', appliesTo: ['claim'] },
  ],
};

async function readText(file: string | Uint8Array) {
  return readFiles(metadataCsv, [['', file]], { name: 'meta.csv' });
}

describe('metadata-csv', () => {
  it('has a row for each article, annotated or not', async () => {
    const attributes = { slant: '=left', words: 12 };
    const articles = [article('a.txt', text, [], defining, { title: '=T', attributes }), article('b/ü.txt', 'x', [])];
    const file = await written(metadataCsv, articles, [defining]);
    assert.deepEqual(parseCsv(file.slice(1)), [
      ['article', 'title', 'author', 'publisher', 'section', 'date', 'url', 'language', 'attributes', 'attr_slant'],
      ['a.txt', "'=T", '', '', '', '', '', '', JSON.stringify(attributes), "'=left"],
      ['b/ü.txt', '', '', '', '', '', '', '', '', ''],
    ]);
    assert.deepEqual(readRows(file)[0]?.['attr_slant'], '=left');
  });

  it('gives back what was written', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (generated) => {
        const articles = generated.map((one, n) => ({
          ...one,
          info: { ...one.info, ...(n === 0 ? { attributes: { slant: 'left', odd: [1, 'b; c'], is: true } } : {}) },
        }));
        const { imported, losses } = await readText(await written(metadataCsv, articles, [corporaCodebook, defining]));
        assert.deepEqual(losses, []);
        assert.deepEqual(imported, {
          articles: articles.map(({ path, info: { file: _, sha256: __, length: ___, ...info } }) => {
            return { key: path, path, info, annotations: [] };
          }),
        });
      }),
      { numRuns: 100 },
    );
  });

  it('takes a table made by hand, with dates as programs write them', async () => {
    const rows = [
      'a.txt;X;Reuters;20.12.2023',
      'b\\c.txt;;;2023-12-20 00:00:00',
      'd.txt;;;2023/7/5',
      'e.txt;;;3/4/2023',
      'f.txt;;;soon',
    ];
    const { imported, losses } = await readText(`Path;Headline;Outlet;Published\n${rows.join('\n')}\n`);
    assert.deepEqual(
      imported.articles.map(({ path, info }) => [path, info]),
      [
        ['a.txt', { title: 'X', publisher: 'Reuters', date: '2023-12-20' }],
        ['b/c.txt', { date: '2023-12-20' }],
        ['d.txt', { date: '2023-07-05' }],
        ['e.txt', {}],
        ['f.txt', {}],
      ],
    );
    const what = 'dates that aren’t understood (row 5: “3/4/2023”, row 6: “soon”)';
    assert.deepEqual(losses, [{ what, count: 2 }]);
  });

  it('takes a heading alone', async () => {
    assert.deepEqual((await readText('article,title\r\n')).imported.articles, []);
  });

  it('takes metadata from the names of a folder’s files, and a table before them', async () => {
    const files = [
      ['World/2023-12-20 Talks.txt', ''],
      ['World/2023-12-20 Talks.txt.annotations.json', '{}'],
      ['World/notes.txt', ''],
      ['more.csv', 'article,title,language\nWorld/2023-12-20 Talks.txt,The talks,en\n'],
      ['policy-codebook.json', '{}'],
    ] as const;
    const { imported, losses } = await readFiles(metadataCsv, files, {
      options: { pattern: '{section}/{date} {title}' },
    });
    assert.deepEqual(imported.articles, [
      {
        ...{ key: 'World/2023-12-20 Talks.txt', path: 'World/2023-12-20 Talks.txt', annotations: [] },
        info: { section: 'World', date: '2023-12-20', title: 'The talks', language: 'en' },
      },
    ]);
    assert.deepEqual(losses, [{ what: 'files whose names don’t fit the pattern (“World/notes.txt”)', count: 1 }]);
  });

  it('takes attributes from names, and refuses a pattern that is none', async () => {
    const { imported } = await readFiles(metadataCsv, [['AP x.txt', '']], {
      options: { pattern: '{attr_wire} {title}' },
    });
    assert.deepEqual(imported.articles[0]?.info, { title: 'x', attributes: { wire: 'AP' } });
    await assert.rejects(
      readFiles(metadataCsv, [['a', '']], { options: { pattern: '{tilte}' } }),
      /unknown field “tilte”/,
    );
  });

  for (const [what, file, message] of [
    ['is empty', '', /meta\.csv: The file has no heading/],
    ['has no article column', 'title\nx', /row 1: There is no column “article”/],
    ['names an article twice', 'article\na\na\n', /row 3: “a” has a row already/],
    ['names no article', 'article,title\n,x\n', /row 2: “article” is empty/],
    ['is cut off', 'article,title\na,"x', /row 2: A quotation mark isn’t closed/],
    ['has attributes that are no JSON', 'article,attributes\na,{x\n', /row 2: “attributes” is not JSON/],
  ] as const) {
    it(`tells where a table ${what}`, async () => {
      await assert.rejects(readText(file), (error) => error instanceof InputError && message.test(error.message));
    });
  }

  it('counts what it can’t hold', async () => {
    const one = article('a.txt', text, [annotation('p', 'passage', at(text, 'report'))], undefined, {
      encoding: 'cp1252',
    });
    const { losses } = await writtenFiles(metadataCsv, [one], { codebooks: [] });
    assert.deepEqual(losses, [
      { what: 'annotations', count: 1 },
      { what: 'encodings of articles (the text is written as UTF-8)', count: 1 },
    ]);
  });
});
