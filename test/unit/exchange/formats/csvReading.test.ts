import assert from 'node:assert/strict';
import fc from 'fast-check';
import Papa from 'papaparse';
import { csv } from '../../../../src/exchange/formats/csv';
import type { ImportedAnnotation } from '../../../../src/exchange/imported';
import { InputError } from '../../../../src/exchange/inputError';
import { said } from '../comparing';
import { codebook as corporaCodebook, corpora } from '../corpora';
import { parseCsv, readRows } from '../readCsv';
import { readFiles } from '../reading';
import { annotation, article, at, codebook, links, sample, text, written, writtenFiles } from '../sample';

async function readText(file: string | Uint8Array, name = 'table.csv') {
  return readFiles(csv, [['', file]], { name });
}

async function annotationsOf(file: string | Uint8Array): Promise<readonly ImportedAnnotation[]> {
  return (await readText(file)).imported.articles.flatMap(({ annotations }) => annotations);
}

/** A table as a spreadsheet program saves it again: other delimiter and line ends, no byte order mark. */
function saved(file: string, { delimiter = ';', newline = '\r\n', mark = '' }): string {
  return mark + Papa.unparse(parseCsv(file.slice(1)), { delimiter, newline });
}

describe('Reading csv', () => {
  it('gives back what was written', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const file = await written(csv, articles, [corporaCodebook]);
        const { imported, losses } = await readText(file);
        const annotated = articles.filter(({ annotations }) => annotations.length > 0);
        assert.deepEqual(
          imported.articles.map(({ path, sha256, annotations }) => [path, sha256, annotations.map((one) => said(one))]),
          annotated.map(({ path, info, annotations }) => [path, info.sha256, annotations.map((one) => said(one))]),
        );
        assert.deepEqual(losses, []);
        for (const { annotations } of imported.articles) assert.ok(annotations.every(({ isOurs }) => isOurs === true));
        const quotations = imported.articles.flatMap(({ annotations }) => annotations.flatMap(({ target }) => target));
        assert.deepEqual(
          quotations.map(({ exact }) => exact),
          annotated.flatMap(({ annotations }) => annotations.flatMap(({ target }) => target.map(({ exact }) => exact))),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('gives back links to mentions, attributes of any type and what isn’t inherited', async () => {
    const attributes = {
      act: 'condemn',
      verdict: 'true',
      hedged: true,
      weight: -5,
      list: ['a; b', 'c'],
      deep: { a: [1] },
    };
    const claim = annotation('c', 'claim', at(text, 'We object'), { attributes, links, topic: 'tests' });
    const others = [annotation('m1', 'actor', at(text, 'North Korea'), { actor: 'russia' })];
    const source = annotation('s', 'source', at(text, 'report'), { source: 'unscr', supersedes: ['x; y', 'z'] });
    const one = article('a.txt', text, [claim, ...others, source], codebook, { title: '=T', date: '2023-12' });
    const { imported } = await readText(await written(csv, [one]));
    assert.deepEqual(
      imported.articles[0]?.annotations.map((item) => said(item)),
      [claim, ...others, source].map((item) => said(item)),
    );
    assert.deepEqual(imported.articles[0]?.info, { title: '=T', date: '2023-12' });
    assert.deepEqual(imported.codebook?.sources, [{ id: 'unscr', name: 'UNSCR 1718' }]);
  });

  it('says of what isn’t anchored which text it was seen in, and what is kept as an orphan', async () => {
    const earlier = 'e'.repeat(64);
    const gone = { start: 700, end: 704, exact: 'gone', prefix: 'is ', suffix: '.', standing: 'orphaned' } as const;
    const list = [annotation('o', 'claim', [at(text, 'report'), gone], { text: earlier, orphaned: true })];
    const [found] = await annotationsOf(await written(csv, [article('a.txt', text, list)]));
    assert.deepEqual(found, {
      ...{ id: 'o', isOurs: true, type: 'claim', text: earlier, orphaned: true },
      target: [
        { start: text.indexOf('report'), end: text.indexOf('report') + 6, exact: 'report' },
        { start: 700, end: 704, exact: 'gone', prefix: 'is ', suffix: '.' },
      ],
    });
  });

  for (const [program, form] of Object.entries({
    'Excel with semicolons': { delimiter: ';', newline: '\r\n', mark: '\uFEFF' },
    'Excel as text with tabs': { delimiter: '\t', newline: '\r\n' },
    LibreOffice: { delimiter: ',', newline: '\n' },
    'Excel with its first line': { delimiter: ';', newline: '\r\n', mark: 'sep=;\r\n' },
    'an old Mac': { delimiter: ',', newline: '\r' },
  })) {
    it(`gives the same of a table saved again by ${program}`, async () => {
      const file = await written(csv, [sample]);
      assert.deepEqual(await annotationsOf(saved(file, form)), await annotationsOf(file));
    });
  }

  it('takes UTF-16, as Excel’s “Unicode text” is', async () => {
    const file = saved(await written(csv, [sample]), { delimiter: '\t', newline: '\r\n', mark: '\uFEFF' });
    const bytes = new Uint8Array(Buffer.from(file, 'utf16le'));
    assert.deepEqual(await annotationsOf(bytes), await annotationsOf(await written(csv, [sample])));
  });

  it('refuses a table that was cut off within a row, wherever that can be told', async () => {
    const head = 'article,id,type,start,end,note\r\n';
    const full = 'a.txt,one,claim,0,2,first\r\n';
    for (const [rest, words] of [
      ['a.txt,two,cla', /^chosen, row 3: The row has neither a quotation nor a place\.$/],
      ['a.txt,two,claim,0,2', /^chosen, row 3: The row has 5 cells, all others have 6 or more; is the file cut off\?$/],
      ['a.txt,two,claim,0,2,"sec', /^chosen, row 3: A quotation mark isn’t closed; is the file cut off\?$/],
    ] as const) {
      await assert.rejects(readFiles(csv, [['', head + full + rest]]), ({ message }: Error) => words.test(message));
    }
    const { imported } = await readFiles(csv, [['', `${head}${full}a.txt,two,claim,0,2,second\r`]]);
    assert.deepEqual(
      imported.articles[0]?.annotations.map(({ note }) => note),
      ['first', 'second'],
    );
    const short = await readFiles(csv, [['', `${head}${full}a.txt,two,claim,0,2\r\n`]]);
    assert.equal(short.imported.articles[0]?.annotations.length, 2);
  });

  it('refuses UTF-16 that was cut off', async () => {
    const bytes = Buffer.from('\ufeffarticle,start,end\na.txt,0,2\n', 'utf16le').subarray(0, -1);
    await assert.rejects(readFiles(csv, [['', new Uint8Array(bytes)]]), /begins as UTF-16 and isn’t; is it cut off\?$/);
  });

  it('takes columns in any order, and passes over those that were removed', async () => {
    const [head = [], ...rows] = parseCsv((await written(csv, [sample])).slice(1));
    const removed = new Set(['line', 'prefix', 'suffix', 'stance_value', 'inherited', 'article_sha256', 'attributes']);
    const order = head.map((_, n) => n).filter((n) => !removed.has(head[n] ?? ''));
    const turned = [head, ...rows].map((row) => order.map((n) => row[n] ?? '').reverse());
    const [mention, claim] = await annotationsOf(Papa.unparse(turned));
    assert.deepEqual([mention?.actor, mention?.isOurs], ['north-korea', true]);
    assert.deepEqual([claim?.attributes, claim?.links?.length], [{ act: 'condemn', hedged: false }, links.length]);
  });

  it('lets what was edited count: actors of a role, an attribute, a text', async () => {
    const rows = readRows(await written(csv, [sample]));
    const edited = rows.map((row) =>
      row['id'] === 'c1'
        ? { ...row, speaker_ids: 'russia; china', attr_act: 'demand', attr_hedged: '', stance: 'support' }
        : row,
    );
    const claim = (await annotationsOf(Papa.unparse(edited))).find(({ id }) => id === 'c1');
    assert.deepEqual(claim?.attributes, { act: 'demand' });
    assert.equal(claim?.stance, 'support');
    assert.deepEqual(
      claim?.links?.filter(({ role }) => role === 'speaker'),
      [
        { role: 'speaker', actor: 'russia', for: 'nato' },
        { role: 'speaker', actor: 'china' },
      ],
    );
  });

  it('takes a table made by hand', async () => {
    const file =
      'File;Type;Quote;Actor;Topic;Stance;Speaker;Source;My column\n' +
      'a.txt;actor;NATO;NATO;;;;;1\n' +
      'a.txt;;we object;;Tests;oppose;NATO; Russia;KCNA;\n';
    const { imported, losses } = await readText(file.replace('NATO; Russia', '"NATO; Russia"'));
    assert.deepEqual(losses, [{ what: 'columns that aren’t known (“My column”)', count: 1 }]);
    const [first] = imported.articles;
    assert.deepEqual([first?.key, first?.path], ['a.txt', 'a.txt']);
    assert.deepEqual(
      first?.annotations.map((one) => said(one, ['id'])),
      [
        { type: 'actor', target: [{ start: 0, end: 4 }], actor: 'NATO' },
        {
          ...{ type: 'claim', target: [{ start: 0, end: 9 }], topic: 'Tests', stance: 'oppose' },
          links: [
            '{"actor":"NATO","role":"speaker"}',
            '{"actor":"Russia","role":"speaker"}',
            '{"role":"source","source":"KCNA"}',
          ],
        },
      ],
    );
    assert.equal(first?.annotations[0]?.isOurs, undefined);
    assert.deepEqual(
      imported.codebook?.actors?.map(({ name }) => name),
      ['NATO', 'Russia'],
    );
  });

  it('gives rows without an id one that follows from what they say', async () => {
    const rows = ['a.txt,1,2,x', 'a.txt,3,4,y', 'a.txt,3,4,y'];
    const ids = async (lines: readonly string[]) =>
      (await annotationsOf(`article,start,end,note\n${lines.join('\n')}`)).map(({ id }) => id).sort();
    const found = await ids(rows);
    assert.equal(new Set(found).size, 3);
    assert.deepEqual(found, await ids([...rows].reverse()));
  });

  it('counts names and rows that contradict each other', async () => {
    const file = 'article,id,start,end,actor_id,actor\na,1,0,1,x,X\na,1,3,4,x,X\na,1,5,6,x,Y\na,2,5,6,x,Y\n';
    const { imported, losses } = await readText(file);
    assert.equal(imported.articles[0]?.annotations[0]?.target.length, 3);
    assert.deepEqual(losses, [
      { what: 'rows that say otherwise than the first row of their annotation', count: 1 },
      { what: 'further names of one id', count: 1 },
    ]);
  });

  it('reads the tables of a folder as one', async () => {
    const head = 'article,start,end\n';
    const files = [
      ['a.csv', `${head}x.txt,0,1`],
      ['b.tsv', `article\tstart\tend\nx.txt\t1\t2`],
      ['c.md', 'no'],
    ] as const;
    const { imported } = await readFiles(csv, files);
    assert.deepEqual(
      imported.articles.map(({ path, annotations }) => [path, annotations.length]),
      [['x.txt', 2]],
    );
    await assert.rejects(
      readFiles(csv, [
        ['a.md', ''],
        ['b.md', ''],
      ]),
      /chosen: There is no file/,
    );
  });

  const broken: Readonly<Record<string, readonly [string | Uint8Array, RegExp]>> = {
    'is empty': ['', /table\.csv: The file has no heading\./],
    'has no article column': ['a,b\n1,2', /table\.csv, row 1: There is no column “article”\./],
    'has a column twice': ['article,file,start\n', /row 1: Two columns are “article”/],
    'names no article': ['article,start,end\na,0,1\n,0,1\n', /row 3: “article” is empty/],
    'has a start that is no number': ['article,start,end\na,1.5,2', /row 2: “start” is “1.5”, not a whole number/],
    'has a negative start': ['article,start,end\na,-1,2', /row 2: “start” is “-1”/],
    'has a reversed range': ['article,start,end\na,5,2', /row 2: “end” 2 is not after “start” 5/],
    'has a row of nothing': ['article,start,end,exact\na,,,', /row 2: The row has neither a quotation nor a place/],
    'is cut off in a quotation': ['article,exact\na,"we obj', /row 2: A quotation mark isn’t closed/],
    'has text after a quotation': ['article,exact\na,"we" obj\n', /row 2: Text follows a closing quotation mark/],
    'has too many cells': ['article,start,end\na,0,1,2\n', /row 2: The row has more cells/],
    'has links that are no JSON': ['article,start,end,links\na,0,1,[{]\n', /row 2: “links” is not JSON/],
    'has a link to nothing': ['article,start,end,links\na,0,1,"[{""role"":""x""}]"\n', /row 2: A link needs an actor/],
    'has a link without a role': [
      'article,start,end,links\na,0,1,"[{""actor"":""x""}]"\n',
      /row 2: links\[0\] needs "role"/,
    ],
    'has a hash that is none': ['article,start,end,article_sha256\na,0,1,abc\n', /row 2: “article_sha256” must be 64/],
    'is not UTF-8': [
      new Uint8Array([...Buffer.from('article,start,end\na,0,1\n'), 0xe9, 0x2c]),
      /line 3: The file is not UTF-8/,
    ],
  };
  for (const [what, [file, message]] of Object.entries(broken)) {
    it(`tells where a table ${what}`, async () => {
      await assert.rejects(readText(file), (error) => error instanceof InputError && message.test(error.message));
    });
  }

  it('takes ids that objects inherit', async () => {
    const file = 'article,id,start,end,actor,attr___proto__\n__proto__,__proto__,0,1,constructor,x\n';
    const { imported } = await readText(file);
    const [found] = imported.articles[0]?.annotations ?? [];
    assert.deepEqual(
      [found?.id, found?.actor, Object.entries(found?.attributes ?? {})],
      ['__proto__', 'constructor', [['__proto__', 'x']]],
    );
  });

  it('reads 50,000 rows, and a cell of megabytes', async () => {
    const rows = Array.from({ length: 50_000 }, (_, n) => `a${n % 7}.txt,${n},${n + 1},x${n}`);
    const { imported } = await readText(
      `article,start,end,id\n${rows.join('\n')}\nb.txt,0,1,"${'"",\n'.repeat(1_000_000)}"`,
    );
    assert.equal(
      imported.articles.reduce((sum, { annotations }) => sum + annotations.length, 0),
      50_001,
    );
  });
});

describe('csv', () => {
  it('counts what it can’t hold', async () => {
    const odd = { ...annotation('p', 'passage', at(text, 'report')), mine: 1 };
    const one = article('a.txt', text, [odd], codebook, { author: 'Lee', title: 'T' });
    const { losses } = await writtenFiles(csv, [{ ...one, coding: [{ creator: 'lee', status: 'done' }] }]);
    assert.deepEqual(losses, [
      { what: 'codebook entries of actors', count: 3 },
      { what: 'codebook entries of topics', count: 1 },
      { what: 'codebook entries of sources', count: 1 },
      { what: 'fields that aren’t ours', count: 1 },
      { what: 'authors', count: 1 },
      { what: 'coding statuses', count: 1 },
    ]);
  });
});
