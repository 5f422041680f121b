import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import vm from 'node:vm';
import { build } from 'esbuild';
import type { Database } from 'sql.js';
import { dna } from '../../../../../src/exchange/formats/dna';
import type { Imported } from '../../../../../src/exchange/imported';
import { readFiles } from '../../reading';
import { dnaFile } from './dnaFile';
import { beginning, type Rows } from './dnaTables';

const rows: Rows = {
  ...beginning,
  DOCUMENTS: [[1, 'One', 'We agree on it. '.repeat(2000), 1, 'Lee', '', '', '', '', 0]],
  STATEMENTS: [[1, 1, 1, 0, 8, 1]],
  ENTITIES: [
    [1, 1, '"; DROP TABLE DOCUMENTS; --', 0, 0, 0, 2],
    [2, 1, '__proto__', 0, 0, 0, 1],
  ],
  ATTRIBUTEVARIABLES: [[1, 1, '__proto__']],
  ATTRIBUTEVALUES: [[1, 1, 1, 'polluted']],
  DATASHORTTEXT: [[1, 1, 1, 1]],
};

async function read(file: Uint8Array): Promise<{ readonly imported: Imported; readonly losses: readonly object[] }> {
  return readFiles(dna, [['project.dna', file]]);
}

/** A project changed by SQL. */
async function changed(...statements: readonly string[]): Promise<Uint8Array> {
  return dnaFile('3.0', rows, (database: Database) => {
    for (const sql of statements) database.run(sql);
  });
}

async function problem(file: Uint8Array): Promise<string> {
  try {
    await read(file);
  } catch (error) {
    if (error instanceof Error && error.constructor.name === 'InputError') return error.message;
    throw error;
  }
  return 'none';
}

describe('A DNA project that is broken or hostile', () => {
  it('is refused where it is no SQLite file', async () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    assert.equal(await problem(bytes('')), 'project.dna: This is no SQLite file.');
    assert.equal(await problem(bytes('{}')), 'project.dna: This is no SQLite file.');
    assert.equal(await problem(bytes('SQLite format 3\0')), 'project.dna: The file ends too early.');
    assert.match(await problem(bytes('<?xml version="1.0"?><discourse/>')), /A project of DNA 1 \(XML\) isn’t read/);
  });

  it('is refused where it is cut anywhere', async () => {
    const whole = await dnaFile('3.0', rows);
    for (let size = 0; size < whole.length; size += 4096) {
      assert.match(
        await problem(whole.slice(0, size + 17)),
        /^project\.dna: (This is no SQLite file|The file ends too early.*)\.$/,
      );
    }
  });

  it('is read, or refused with a message, whatever bytes of it are damaged', async () => {
    const whole = await dnaFile('3.0', rows);
    for (let n = 0; n < 150; n++) {
      const bytes = whole.slice();
      for (let one = 0; one < 20; one++) bytes[(n * 7919 + one * 104_729) % bytes.length] = (n * 31 + one * 17) % 256;
      await problem(bytes);
    }
  });

  it('is refused where tables or columns are missing, or aren’t tables', async () => {
    for (const [sql, says] of [
      ['DROP TABLE STATEMENTS', 'STATEMENTS is not among its tables'],
      ['ALTER TABLE DOCUMENTS RENAME COLUMN Text TO Other', 'the table DOCUMENTS has no column Text'],
      [
        'ALTER TABLE DOCUMENTS DROP COLUMN Text; ALTER TABLE DOCUMENTS ADD Text AS (hex(Title))',
        'the table DOCUMENTS has no column Text',
      ],
      [
        'DROP TABLE DOCUMENTS; CREATE VIEW DOCUMENTS AS WITH RECURSIVE n(ID) AS (SELECT 1 UNION ALL SELECT ID + 1 FROM n) SELECT ID, 1 AS Text FROM n',
        'DOCUMENTS is no plain table',
      ],
      ['DROP TABLE DOCUMENTS; CREATE VIRTUAL TABLE DOCUMENTS USING fts4(ID, Text)', 'DOCUMENTS is no plain table'],
    ] as const) {
      assert.equal(await problem(await changed(...sql.split('; '))), `project.dna: This is no DNA project: ${says}.`);
    }
  });

  it('runs nothing of its own: neither views, triggers and indexes, nor functions', async () => {
    const file = await changed(
      'CREATE VIEW "odd" AS SELECT load_extension(Title) FROM DOCUMENTS',
      'CREATE TRIGGER t AFTER INSERT ON DOCUMENTS BEGIN DELETE FROM DOCUMENTS; END',
      'CREATE TABLE "a""; DROP TABLE DOCUMENTS; --" ("x""; DROP TABLE CODERS; --" INTEGER)',
      'ALTER TABLE DOCUMENTS ADD Bomb AS (zeroblob(2000000000))',
      'CREATE INDEX i ON DOCUMENTS(Title, Text, ID)',
    );
    const { imported } = await read(file);
    assert.equal(imported.articles.length, 1);
  });

  it('has values of any kind where others are expected', async () => {
    assert.equal(
      await problem(await dnaFile('3.0', { ...rows, DOCUMENTS: [...(rows['DOCUMENTS'] ?? []), ['x', 'y', 'z']] })),
      'project.dna, DOCUMENTS, row 2: The ID is no whole number.',
    );
    assert.equal(
      await problem(await dnaFile('3.0', { ...rows, STATEMENTS: [[1], [1]] })),
      'project.dna, STATEMENTS, row 2: The ID 1 is there twice.',
    );
    assert.equal(
      await problem(await changed("UPDATE VARIABLES SET DataType = 'blob' WHERE ID = 4")),
      'project.dna, VARIABLES, ID 4: “blob” is no data type of DNA.',
    );
    assert.equal(
      await problem(await changed("UPDATE DOCUMENTS SET Text = CAST(x'41ff42' AS TEXT)")),
      'project.dna, DOCUMENTS, row 1, Text: This is no text in UTF-8.',
    );
    const { imported, losses } = await read(
      await changed(
        "UPDATE STATEMENTS SET Start = 'a', Coder = x'00'",
        "UPDATE DOCUMENTS SET Title = 12, Author = x'4142', Section = 1.5, Date = 'soon', Text = NULL",
        "UPDATE ENTITIES SET Red = 'red', Green = 300, ChildOf = 'x'",
      ),
    );
    assert.deepEqual(imported.articles, [
      { key: '1', path: '12.txt', text: '', info: { title: '12', author: 'AB', section: '1.5' }, annotations: [] },
    ]);
    assert.ok(losses.some((loss) => JSON.stringify(loss).includes('lies outside of their document')));
  });

  it('has names that mean something elsewhere, parents in a circle, and texts with U+0000', async () => {
    const { imported, losses } = await read(
      await changed("UPDATE DOCUMENTS SET Text = 'We' || char(0) || ' agree', Title = '../../x' || char(10) || 'CON'"),
    );
    assert.deepEqual(imported.codebook?.actors, [
      {
        id: 'drop-table-documents',
        name: '"; DROP TABLE DOCUMENTS; --',
        kind: 'person',
        parent: 'proto',
        attributes: { proto: 'polluted' },
      },
      { id: 'proto', name: '__proto__', kind: 'person' },
    ]);
    const [article] = imported.articles;
    assert.equal(article?.text, 'We\0 agree');
    assert.equal(article.path, '.. .. x CON.txt');
    assert.deepEqual(article.annotations[0]?.target, [{ start: 0, end: 8 }]);
    assert.ok(losses.some((loss) => JSON.stringify(loss).includes('lead in a circle')));
    assert.equal(({} as { polluted?: string }).polluted, undefined);
  });

  it('may be in UTF-16, and have a huge text', async () => {
    const text = '😀 word '.repeat(500_000);
    const document = [1, 'é', text, 1, '', '', '', '', '', 0];
    const file = await dnaFile('3.0', { ...beginning, DOCUMENTS: [document], STATEMENTS: [[1, 1, 1, 3, 7, 1]] });
    assert.equal((await read(file)).imported.articles[0]?.text, text);

    for (const encoding of ['UTF-16le', 'UTF-16be'] as const) {
      const utf16 = await dnaFile('3.0', { ...rows, DOCUMENTS: [[1, 'é', '😀 word', 1]] }, () => undefined, encoding);
      const [article] = (await read(utf16)).imported.articles;
      assert.deepEqual([article?.text, article?.info], ['😀 word', { title: 'é' }]);
    }
  });

  it('that writes ahead is refused: a part may be elsewhere', async () => {
    const file = await dnaFile('3.0', rows);
    file[18] = file[19] = 2;
    assert.match(await problem(file), /^project\.dna: The database writes ahead: .*journal_mode = DELETE first\.$/);
  });

  it('is one file', async () => {
    const file = await dnaFile('3.0', rows);
    await assert.rejects(
      readFiles(dna, [
        ['a.dna', file],
        ['b.dna', file],
      ]),
      /A project is one file; choose that alone/,
    );
  });
});

describe('The reader of DNA projects', () => {
  it('runs in a web worker, which has no process and no require', async () => {
    const { outputFiles } = await build({
      stdin: { contents: "export { dna } from './src/exchange/formats/dna';", resolveDir: process.cwd() },
      ...{
        bundle: true,
        write: false,
        platform: 'neutral',
        mainFields: ['module', 'main'],
        format: 'cjs',
        target: 'es2022',
      },
    });
    const module: { exports: { dna?: typeof dna } } = { exports: {} };
    const WebAssembly: unknown = Reflect.get(globalThis, 'WebAssembly');
    const worker = {
      TextDecoder,
      TextEncoder,
      crypto,
      setTimeout,
      location: { href: 'https://a.example/worker.js' },
    };
    const context = vm.createContext({
      ...worker,
      WebAssembly,
      WorkerGlobalScope: class {},
      module,
      exports: module.exports,
    });
    vm.runInContext('globalThis.self = globalThis', context);
    vm.runInContext(outputFiles[0]?.text ?? '', context);
    assert.equal(vm.runInContext('typeof process + typeof require', context), 'undefinedundefined');
    const file = await dnaFile('3.0', rows);
    const found = await module.exports.dna?.read?.(
      { name: 'p.dna', paths: ['p.dna'], bytes: async () => file },
      {
        options: {},
        losses: { add: () => undefined, all: [] } as never,
        resource: async (name) => new Uint8Array(await readFile(require.resolve(`sql.js/dist/${name}`))),
        progress: () => undefined,
      },
    );
    assert.equal(found?.articles[0]?.annotations.length, 1);
  });
});
