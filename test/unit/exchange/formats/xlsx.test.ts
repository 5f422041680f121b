import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { csv } from '../../../../src/exchange/formats/csv';
import { xlsx } from '../../../../src/exchange/formats/xlsx';
import { InputError } from '../../../../src/exchange/inputError';
import { Losses } from '../../../../src/exchange/losses';
import { XlsxWriter } from '../../../../src/exchange/writing/xlsx';
import type { Codebook } from '../../../../src/model/codebook';
import { said } from '../comparing';
import { codebook as corporaCodebook, corpora } from '../corpora';
import { readRows } from '../readCsv';
import { readFiles } from '../reading';
import { annotation, article, at, codebook, sample, text, written, writtenFiles } from '../sample';

async function workbook(
  ...input: Parameters<typeof writtenFiles> extends [unknown, ...infer Rest] ? Rest : never
): Promise<Uint8Array> {
  return (await writtenFiles(xlsx, ...input)).files.get('') ?? new Uint8Array();
}

async function readBack(bytes: Uint8Array) {
  return readFiles(xlsx, [['', bytes]], { name: 'export.xlsx' });
}

/** The rows of a sheet as read-excel-file reads them, by heading; nothing for null. */
async function rowsOf(bytes: Uint8Array, sheet: string): Promise<Record<string, unknown>[]> {
  const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false });
  const [head = [], ...rows] = sheets.find((one) => one.sheet === sheet)?.data ?? [];
  return rows.map((row) => Object.fromEntries(head.map((name, n) => [String(name), row[n] ?? ''])));
}

describe('xlsx', () => {
  it('has five sheets, which a second library reads with their types', async () => {
    const bytes = await workbook([sample]);
    const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false });
    assert.deepEqual(
      sheets.map(({ sheet }) => sheet),
      ['annotations', 'claims', 'actors', 'topics', 'articles'],
    );
    const rows = await rowsOf(bytes, 'annotations');
    assert.deepEqual(
      rows.map((row) => [row['id'], row['start'], row['exact'], row['attr_hedged']]),
      [
        ['m1', 16, 'North Korea', ''],
        ['c1', text.indexOf('We object'), 'We object', false],
        ['c1', text.indexOf('to all'), 'to all of it', false],
        ['s1', text.indexOf('KCNA'), 'KCNA, 18 Dec', ''],
        ['s2', text.indexOf('report'), 'report', ''],
      ],
    );
    assert.deepEqual(
      (await rowsOf(bytes, 'actors')).map((row) => [row['codebook'], row['id'], row['name'], row['formerIds']]),
      [
        [0, 'north-korea', 'North Korea', 'dprk'],
        [0, 'russia', 'Russia', ''],
        [0, 'nato', 'NATO; the alliance', ''],
      ],
    );
    assert.deepEqual(
      (await rowsOf(bytes, 'claims')).map((row) => row['speaker_id']),
      ['north-korea', 'russia'],
    );
    assert.deepEqual((await rowsOf(bytes, 'articles'))[0]?.['title'], 'A “statement”');
  });

  it('says cell for cell what csv says, by the second library', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const plain = articles.filter((one) => !JSON.stringify(one).includes('\\r'));
        const rows = await rowsOf(await workbook(plain, { codebooks: [corporaCodebook] }), 'annotations');
        const wanted = readRows(await written(csv, plain, [corporaCodebook]));
        assert.deepEqual(
          rows.map((row) => Object.entries(row).map(([name, value]) => [name, String(value)])),
          wanted.map((row) => Object.entries(row)),
        );
      }),
      { numRuns: 15 },
    );
  });

  it('gives back what was written', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const { files, losses: lost } = await writtenFiles(xlsx, articles, { codebooks: [corporaCodebook] });
        const { imported, losses } = await readBack(files.get('') ?? new Uint8Array());
        const withSources = corporaCodebook.sources?.length ?? 0;
        assert.deepEqual([lost, losses], [[{ what: 'codebook entries of sources', count: withSources }], []]);
        assert.deepEqual(imported.codebook?.actors, corporaCodebook.actors);
        assert.deepEqual(imported.codebook?.topics, corporaCodebook.topics);
        const byPath = new Map(imported.articles.map((one) => [one.path, one]));
        for (const { path, info, annotations } of articles) {
          const { file: _, sha256: __, length: ___, ...about } = info;
          const found = byPath.get(path);
          assert.deepEqual(found?.info ?? {}, about);
          assert.deepEqual(
            found?.annotations.map((one) => said(one)),
            annotations.map((one) => said(one)),
          );
          assert.deepEqual(
            found.annotations.map(({ target }) => target.map(({ exact }) => exact)),
            annotations.map(({ target }) => target.map(({ exact }) => exact)),
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keeps texts that look like formulas, escapes or markup, and what XML can’t hold', async () => {
    const notes = [
      '=1+1',
      "'=x",
      '_x000D_',
      '_x005F_x000D_',
      'a\rb\r\nc',
      '\u0000\u0001\u001f',
      ' <a> & "b" ',
      'a  b',
      '\t',
      '007',
      'TRUE',
    ];
    const list = notes.map((note, n) => annotation(`n${n}`, 'passage', at(text, 'report'), { note }));
    const bytes = await workbook([article('a.txt', text, list)]);
    const { imported } = await readBack(bytes);
    assert.deepEqual(
      imported.articles[0]?.annotations.map(({ note }) => note),
      notes,
    );
    const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
    assert.match(sheet, /t="inlineStr"><is><t>=1\+1<\/t>/);
    assert.doesNotMatch(sheet, /<f>/);
  });

  it('counts what is cut and what no cell holds', async () => {
    const note = `${'x'.repeat(32_766)}😀 end`;
    const odd = annotation('p', 'passage', at(text, 'report'), { note, creator: 'a\ud800b' });
    const { files, losses } = await writtenFiles(xlsx, [article('a.txt', text, [odd])], { codebooks: [] });
    assert.deepEqual(losses, [
      { what: 'texts that were cut, as a cell holds 32767 characters', count: 1 },
      { what: 'characters that XML can’t hold (written as U+FFFD)', count: 1 },
    ]);
    const [found] = (await readBack(files.get('') ?? new Uint8Array())).imported.articles[0]?.annotations ?? [];
    assert.deepEqual([found?.note, found?.creator], ['x'.repeat(32_766), 'a\ufffdb']);
  });

  it('goes on in another sheet where one is full, and reads both', async () => {
    const writer = new XlsxWriter(
      new Map([
        ['annotations', ['article', 'start', 'end']],
        ['claims', ['x']],
      ]),
      new Losses(),
      3,
    );
    for (let n = 0; n < 5; n++) writer.add('annotations', ['a.txt', n, n + 1]);
    writer.finish();
    const bytes = new Uint8Array(Buffer.concat(writer.take()));
    const sheets = await readXlsxFile(Buffer.from(bytes));
    assert.deepEqual(
      sheets.map(({ sheet, data }) => [sheet, data.length]),
      [
        ['annotations', 3],
        ['annotations-2', 3],
        ['annotations-3', 2],
        ['claims', 1],
      ],
    );
    assert.equal((await readBack(bytes)).imported.articles[0]?.annotations.length, 5);
  });

  it('keeps actors of two codebooks apart', async () => {
    const other: Codebook = {
      ...{ format: 'policy-codebook', version: 1 },
      actors: [{ id: 'nato', name: 'Tour operators', attributes: { size: 3 }, aliases: ['a; b'] }],
    };
    const list = [annotation('m', 'actor', at(text, 'report'), { actor: 'nato' })];
    const articles = [article('a.txt', text, list, codebook), article('b.txt', text, list, other)];
    const { imported } = await readBack(await workbook(articles, { codebooks: [codebook, other] }));
    const [first, second] = imported.articles.map(({ annotations }) => annotations[0]?.actor);
    assert.deepEqual([first, second], ['nato', 'nato-2']);
    assert.deepEqual(imported.codebook?.actors?.at(-1), {
      ...{ id: 'nato-2', name: 'Tour operators', attributes: { size: 3 }, aliases: ['a; b'] },
    });
  });
});

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook with shared strings, as Excel saves one: rich text with phonetic hints, a date, a formula's result. */
function asExcel(change: Readonly<Record<string, string>> = {}): Uint8Array {
  const cell = (at: string, index: number): string => `<c r="${at}" t="s"><v>${index}</v></c>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${declaration}<workbook ${main} xmlns:r="${office}"><workbookPr defaultThemeVersion="166925"/><sheets><sheet name="Annotations" sheetId="3" r:id="rId7"/><sheet name="Chart" sheetId="4" r:id="rId9"/><sheet name="Mine" sheetId="5" r:id="rId8"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId8" Type="${office}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId9" Type="${office}/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `${declaration}<sst ${main} count="9" uniqueCount="9"><si><t>article</t></si><si><t>start</t></si><si><t>end</t></si><si><t>exact</t></si><si><t>date</t></si><si><t>a.txt</t></si><si><r><t xml:space="preserve">We </t></r><r><rPr><b/></rPr><t>object_x000D_</t></r><rPh sb="0" eb="1"><t>HINT</t></rPh></si><si><t>note</t></si></sst>`,
    'xl/worksheets/sheet1.xml': `${declaration}<worksheet ${main}><dimension ref="A1:F3"/><sheetData><row r="1" spans="1:6">${['A1', 'B1', 'C1', 'D1', 'E1'].map(cell).join('')}<c r="F1" t="s"><v>7</v></c></row><row r="3">${cell('A3', 5)}<c r="B3"><v>3</v></c><c r="C3"><v>1.2E1</v></c>${cell('D3', 6)}<c r="E3" s="1"><v>45280</v></c><c r="F3" t="str"><f>1&amp;"x"</f><v>1x</v></c></row><row r="4"><c r="B4"/></row></sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet ${main}><sheetData/></worksheet>`,
    ...change,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, content]) => [path, strToU8(content)])));
}

describe('Reading xlsx', () => {
  it('takes a workbook as Excel saves it', async () => {
    const { imported, losses } = await readBack(asExcel());
    assert.deepEqual(losses, [{ what: 'sheets that aren’t known', count: 1 }]);
    assert.deepEqual(
      imported.articles.map(({ path, annotations }) => [path, annotations.map((one) => said(one, ['id']))]),
      [['a.txt', [{ type: 'passage', target: [{ start: 3, end: 12 }], date: '2023-12-20', note: '1x' }]]],
    );
    assert.equal(imported.articles[0]?.annotations[0]?.target[0]?.exact, 'We object\r');
  });

  const sheet = (rows: string): Record<string, string> => ({
    'xl/worksheets/sheet1.xml': `<worksheet ${main}>\n<sheetData>\n${rows}</sheetData></worksheet>`,
  });
  for (const [what, bytes, message] of [
    ['is no archive', strToU8('article,start'), /export\.xlsx: This is no zip archive, or the file is cut off/],
    ['is cut off', asExcel().subarray(0, 900), /export\.xlsx: This is no zip archive, or the file is cut off/],
    ['is another archive', zipSync({ 'a.txt': strToU8('x') }), /The workbook has no “_rels\/\.rels”/],
    [
      'has a document type',
      asExcel({ 'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a "b">]><worksheet ${main}/>` }),
      /sheet1\.xml, line 1: A document type declaration is not taken/,
    ],
    [
      'is nested without end',
      asExcel(sheet('<c>'.repeat(100_000))),
      /sheet1\.xml, line 3: Elements are nested more than 200/,
    ],
    ['has broken XML', asExcel(sheet('<row></c>')), /sheet1\.xml, line 3: This is not XML/],
    [
      'refers to no shared string',
      asExcel(sheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')),
      /sheet1\.xml, row 1: There is no shared string “99”/,
    ],
    [
      'lacks a sheet',
      asExcel({ 'xl/workbook.xml': `<workbook ${main}><sheets/></workbook>` }),
      /There is no sheet “annotations”/,
    ],
    ['leads out of the archive', zipSync({ '../xl/workbook.xml': strToU8('x') }), /leads out of its folder/],
    [
      'has a row without a place',
      asExcel(
        sheet(
          '<row><c t="inlineStr"><is><t>article</t></is></c></row><row><c t="inlineStr"><is><t>a</t></is></c></row>',
        ),
      ),
      /export\.xlsx, sheet Annotations, row 2: The row has neither/,
    ],
  ] as const) {
    it(`tells where a workbook ${what}`, async () => {
      await assert.rejects(readBack(bytes), (error) => {
        assert.ok(error instanceof InputError);
        assert.match(error.message, message);
        return true;
      });
    });
  }
});
