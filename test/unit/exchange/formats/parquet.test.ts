import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import type { ExportArticle } from '../../../../src/exchange/format';
import { annotationColumns, type Resolved } from '../../../../src/exchange/formats/parquet/tables';
import { knownDate } from '../../../../src/exchange/formats/parquet/columns';
import { ofYear, ParquetFolder } from '../../../../src/exchange/formats/parquet/folder';
import { parquet } from '../../../../src/exchange/formats/parquet';
import { Names } from '../../../../src/model/names';
import { ResolvedArticle } from '../../../../src/exchange/resolvedArticle';
import type { Codebook } from '../../../../src/model/codebook';
import { codebook as corporaCodebook, corpora } from '../corpora';
import { annotation, article, at, codebook, sample, text, writtenFiles } from '../sample';

type Row = Record<string, unknown>;

const tables = ['articles', 'annotations', 'claims', 'links', 'actors', 'topics'] as const;

/** All rows of a table as hyparquet reads them. */
async function rowsOf(files: ReadonlyMap<string, Uint8Array>, table: string): Promise<Row[]> {
  const found: Row[] = [];
  for (const [name, bytes] of files) {
    const file = new Uint8Array(bytes).buffer;
    if (name.startsWith(`${table}/`)) found.push(...(await parquetReadObjects({ file })));
  }
  return found;
}

const speaks = (actor: string) => ({ links: [{ role: 'speaker', actor }] });
const own: Codebook = {
  ...codebook,
  actors: [...(codebook.actors ?? []), { id: 'kremlin', name: 'Kremlin', parent: 'russia', aliases: ['a', 'b'] }],
};
const words = 'Kremlin said NATO is for it. Russia and NATO are against.';
const corpus: readonly ExportArticle[] = [
  { ...sample, codebook: own },
  article(
    'b.txt',
    words,
    [
      annotation('a', 'actor', at(words, 'Kremlin'), { actor: 'kremlin' }),
      annotation('b', 'claim', at(words, 'is for it'), { ...speaks('nato'), topic: 'tests', stance: 'support' }),
      annotation('c', 'claim', at(words, 'against'), {
        ...{ ...speaks('russia'), topic: 'tests', stance: 'oppose', attributes: { act: 'demand' } },
      }),
      annotation('d', 'claim', at(words, 'are'), { ...speaks('russia'), stance: 'oppose', supersedes: ['e'] }),
      annotation('e', 'claim', at(words, 'are'), { ...speaks('russia'), topic: 'tests', stance: 'support' }),
    ],
    own,
    { title: 'B', date: '2022' },
  ),
  article('c.txt', 'x', [annotation('x', 'measure', at('x', 'x'))], undefined, { date: 'soon' }),
];

describe('parquet', () => {
  it('is a folder of six tables, by year', async () => {
    const { files } = await writtenFiles(parquet, corpus, { codebooks: [own] });
    assert.deepEqual([...files.keys()].sort(), [
      'actors/part-0.parquet',
      ...['annotations', 'articles', 'claims', 'links'].flatMap((table) =>
        ['2022', '2023', '__HIVE_DEFAULT_PARTITION__']
          .filter((year) => year.startsWith('2') || table.startsWith('a'))
          .map((year) => `${table}/year=${year}/part-0.parquet`),
      ),
      'topics/part-0.parquet',
    ]);
  });

  it('holds annotations as hyparquet reads them: dates, lists, numbers, what is null', async () => {
    const { files } = await writtenFiles(parquet, corpus, { codebooks: [own] });
    const [mention, claim, source] = await rowsOf(files, 'annotations');
    assert.deepEqual(
      ['article', 'id', 'type', 'actor_id', 'actor', 'line', 'stance_value', 'created'].map(
        (name) => mention?.[name] ?? null,
      ),
      ['a/statement.txt', 'm1', 'actor', 'north-korea', 'North Korea', 2, null, new Date('2026-11-22T05:00:00Z')],
    );
    assert.deepEqual(
      ['date', 'day', 'date_year', 'stance_value', 'attributes', 'superseded', 'supersedes'].map(
        (name) => claim?.[name],
      ),
      ['2023-12-20', new Date('2023-12-20'), 2023, -1, '{"act":"condemn","hedged":false}', false, []],
    );
    assert.deepEqual([source?.['date'], source?.['day'] ?? null, source?.['date_year']], ['2023-12', null, 2023]);
    const ranges = claim?.['target'] as readonly Row[];
    assert.deepEqual(
      ranges.map(({ start, end, exact }) => [text.slice(Number(start), Number(end)), exact]),
      [
        ['We object', 'We object'],
        ['to all of it', 'to all of it'],
      ],
    );
  });

  it('holds a claim once for each speaker, and each link with its end', async () => {
    const { files } = await writtenFiles(parquet, corpus, { codebooks: [own] });
    const claims = (await rowsOf(files, 'claims')).filter(({ id }) => id === 'c1');
    assert.deepEqual(
      claims.map((row) => ['speaker_id', 'for_id', 'holders', 'sources', 'evidence'].map((name) => row[name] ?? null)),
      [
        ['north-korea', null, ['NATO; the alliance'], ['KCNA; 18 Dec'], ['UNSCR 1718']],
        ['russia', 'nato', ['NATO; the alliance'], ['KCNA; 18 Dec'], ['UNSCR 1718']],
      ],
    );
    const found = (await rowsOf(files, 'links')).filter(({ id }) => id === 'c1');
    assert.deepEqual(
      found.map((row) =>
        ['role', 'actor_id', 'for_id', 'to_annotation', 'source_id', 'source'].map((name) => row[name] ?? null),
      ),
      [
        ['speaker', 'north-korea', null, 'm1', null, null],
        ['speaker', 'russia', 'nato', null, null, null],
        ['holder', 'nato', null, null, null, null],
        ['addressee', 'unheard-of', null, null, null, null],
        ['source', null, null, 's1', null, 'KCNA; 18 Dec'],
        ['evidence', null, null, null, 'unscr', 'UNSCR 1718'],
        ['counterevidence', null, null, 's2', null, 'UNSCR 1718'],
      ],
    );
  });

  it('gives what isn’t anchored the hash of the text that it was seen in', async () => {
    const gone = {
      start: 70,
      end: 74,
      exact: 'gone',
      prefix: 'a',
      suffix: 'b',
      standing: 'orphaned',
      confidence: 0.2,
    } as const;
    const list = [annotation('o', 'claim', gone, { text: 'e'.repeat(64), orphaned: true })];
    const { files } = await writtenFiles(parquet, [article('a.txt', text, list)]);
    const [row] = await rowsOf(files, 'annotations');
    assert.deepEqual(
      ['standing', 'line', 'text_sha256', 'orphan_kept', 'target'].map((name) => row?.[name] ?? null),
      ['orphaned', null, 'e'.repeat(64), true, [gone]],
    );
  });

  it('writes tables without rows, so that they are there', async () => {
    const { files } = await writtenFiles(parquet, [], { codebooks: [] });
    assert.deepEqual(
      [...files.keys()].map((name) => name.split('/')[0]),
      [...tables],
    );
    for (const table of tables) assert.deepEqual(await rowsOf(files, table), []);
  });

  it('ends files where much is held back, and loses no row', async () => {
    const resolved = new ResolvedArticle(sample, new Names(codebook));
    const folder = new ParquetFolder({ units: 40_000, bytes: 20_000, group: 10_000 });
    const files = new Map<string, Uint8Array>();
    const keep = (chunks: Iterable<{ readonly path: string; readonly chunk: string | Uint8Array }>): void => {
      const ended = new Map<string, Uint8Array[]>();
      for (const { path: name, chunk } of chunks) {
        assert.ok(!files.has(name) && typeof chunk !== 'string');
        ended.set(name, [...(ended.get(name) ?? []), chunk]);
      }
      for (const [name, pieces] of ended) files.set(name, new Uint8Array(Buffer.concat(pieces)));
    };
    const years = [2021, 2022, undefined];
    for (let n = 0; n < 600; n++) {
      const one = annotation(`${n}`, 'claim', at(text, 'We object'), { note: `${n} ${'x'.repeat(n % 200)}` });
      const item: Resolved = { resolved, annotation: one, date: knownDate('2022'), isSuperseded: n % 2 === 0 };
      keep(folder.add(ofYear('annotations', years[n % 3]), annotationColumns, item));
    }
    keep(folder.end([['annotations', annotationColumns]]));
    assert.ok(files.size > 6, `${files.size} files`);
    const ids = (await rowsOf(files, 'annotations')).map(({ id }) => Number(id));
    assert.deepEqual(
      ids.sort((a, b) => a - b),
      Array.from({ length: 600 }, (_, n) => n),
    );
  });

  it('counts what it can’t hold', async () => {
    const odd = { ...annotation('p', 'passage', at(text, 'report'), { created: 'yesterday' }), mine: 1 };
    const { losses } = await writtenFiles(parquet, [article('a.txt', text, [odd], codebook)]);
    assert.deepEqual(losses, [
      { what: 'codebook entries of sources', count: 1 },
      { what: 'fields that aren’t ours', count: 1 },
      { what: 'times that aren’t in UTC', count: 1 },
    ]);
  });
});

describe('parquet in DuckDB', () => {
  let area: string;
  let folder: string;
  let connection: DuckDBConnection;

  async function ask(sql: string): Promise<readonly (readonly unknown[])[]> {
    return (await connection.runAndReadAll(sql.replaceAll("'corpus/", `'${folder}/`))).getRowsJson();
  }

  async function save(articles: readonly ExportArticle[], codebooks: readonly Codebook[]): Promise<void> {
    // In a folder of its own: DuckDB keeps what it read of a file, and knows a changed one by the second of its time.
    folder = path.join(await mkdtemp(path.join(area, 'save-')), 'corpus');
    for (const [name, bytes] of (await writtenFiles(parquet, articles, { codebooks })).files) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
  }

  before(async () => {
    area = await mkdtemp(path.join(tmpdir(), 'parquet-'));
    connection = await (await DuckDBInstance.create(':memory:')).connect();
  });
  after(async () => {
    connection.disconnectSync();
    await rm(area, { recursive: true });
  });

  it('has the columns that the documentation tells, in their order', async () => {
    await save([], []);
    const documentation = await readFile('docs/corpus-at-scale.md', 'utf8');
    for (const table of ['articles', 'annotations', 'actors', 'topics']) {
      const told = new RegExp(`^\\| \`${table}\` *\\|[^|]*\\| (.*?) *\\|$`, 'm').exec(documentation)?.[1] ?? '';
      const found = await ask(`DESCRIBE FROM read_parquet('corpus/${table}/**/*.parquet', hive_partitioning = false)`);
      assert.equal(told.replace(' (its path)', ''), found.map(([name]) => name).join(', '));
    }
  });

  it('holds what was written, whatever its characters', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        await save(articles, [corporaCodebook]);
        // As digits: the client leaves out a byte order mark at a text's start.
        const found = await ask(
          `SELECT article, hex(encode(text)), title, date, language FROM 'corpus/articles/**/*.parquet'`,
        );
        const wanted = articles.map(({ path: name, text: content, info: { title, date, language } }) => {
          return [
            name,
            Buffer.from(content).toString('hex').toUpperCase(),
            title ?? null,
            date ?? null,
            language ?? null,
          ];
        });
        assert.deepEqual([...found].sort(byFirst), wanted.sort(byFirst));
        const marked = await ask(
          `SELECT concat(article, ' ', id), type, note, topic_id, stance, list_transform(target, t -> [t.start, t.end]), year
           FROM 'corpus/annotations/**/*.parquet'`,
        );
        const all = articles.flatMap(({ path: name, info, annotations }) =>
          annotations.map(({ id, type, note = null, topic = null, stance = null, target }) => [
            ...[`${name} ${id}`, type, note, topic, stance, target.map(({ start, end }) => [start, end])],
            info.date?.slice(0, 4) ?? null,
          ]),
        );
        assert.deepEqual([...marked].sort(byFirst), all.sort(byFirst));
      }),
      { numRuns: 15 },
    );
  });

  it('answers each query of the documentation', async () => {
    await save(corpus, [own]);
    const documentation = await readFile('docs/corpus-at-scale.md', 'utf8');
    const [views = '', ...queries] = [...documentation.matchAll(/```sql\n(.*?)```/gs)].map(([, sql = '']) => sql);
    for (const view of views.split(/(?<=;)/).filter((sql) => sql.trim() !== '')) await ask(view);
    const answers = [];
    for (const query of queries) answers.push(await ask(query));
    assert.deepEqual(answers, [
      [
        ['2022', 'Russia', '2'],
        ['2022', 'NATO; the alliance', '1'],
        ['2023', 'North Korea', '1'],
        ['2023', 'Russia', '1'],
      ],
      [
        ['Missile tests are legitimate', 'North Korea', -1, '1'],
        ['Missile tests are legitimate', 'Russia', -1, '1'],
      ],
      [
        ['nato', 'north-korea', '0', '1'],
        ['nato', 'russia', '0', '1'],
        ['north-korea', 'russia', '1', '0'],
      ],
      [['b.txt', 'against', 'demand']],
      [
        ['kremlin', '1'],
        ['north-korea', '1'],
        ['russia', '1'],
      ],
      [...['is for it', 'against', 'are', 'are'].map((exact) => ['b.txt', 1, exact])].sort((a, b) =>
        String(a[2]) < String(b[2]) ? -1 : 1,
      ),
      [['A “statement”', null, 'We object … to all of it', '2', 50]],
    ]);
  });
});

function byFirst(a: readonly unknown[], b: readonly unknown[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1;
}
