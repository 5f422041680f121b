import assert from 'node:assert/strict';
import { claimsCsv } from '../../../src/exchange/formats/claimsCsv';
import { csv } from '../../../src/exchange/formats/csv';
import type { Format } from '../../../src/exchange/format';
import { json } from '../../../src/exchange/formats/json';
import { jsonl } from '../../../src/exchange/formats/jsonl';
import { markdown } from '../../../src/exchange/formats/markdown';
import type { Attributes, PlacedAnnotation } from '../../../src/model/annotation';
import type { Codebook } from '../../../src/model/codebook';
import { parseCsv } from './readCsv';
import { annotation, article, at, written } from './sample';

const text = 'North Korea objected.\n';
const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'] as const;

/** Parsed, as files are: "__proto__" is a key like any other then. */
function parsed<T>(value: string): T {
  return JSON.parse(value) as T;
}

const codebook: Codebook = {
  format: 'policy-codebook',
  version: 1,
  actors: ids.map((id) => ({ id, name: `Actor ${id}` })),
  topics: ids.map((id) => ({ id, name: `Topic ${id}` })),
  attributes: ids.map((id) => ({ id, name: id, type: 'text', appliesTo: ['claim', 'actor'] })),
};

describe('Ids that objects inherit', () => {
  const target = at(text, 'North Korea');
  const annotations: readonly PlacedAnnotation[] = [
    ...ids.map((id) => annotation(`of ${id}`, 'claim', target, { topic: id, links: [{ role: id, actor: id }] })),
    annotation('__proto__', 'claim', target, {
      links: [{ role: 'speaker', actor: '__proto__' }],
      attributes: parsed<Attributes>('{"__proto__": "own", "constructor": "its own"}'),
    }),
  ];
  const input = [article('a.txt', text, annotations, codebook)];

  it('are ids like any others in CSV, and their attributes have no values but their own', async () => {
    for (const format of [csv, claimsCsv]) {
      const [head = [], ...rows] = parseCsv(await written(format, input, [codebook]));
      const column = (name: string): string[] => rows.map((row) => row[head.indexOf(name)] ?? '');
      assert.deepEqual(column('topic'), [...ids.map((id) => `Topic ${id}`), '']);
      assert.deepEqual(column('attr___proto__'), ['', '', '', '', 'own']);
      assert.deepEqual(column('attr_constructor'), ['', '', '', '', 'its own']);
      assert.deepEqual(column('attr_toString'), ['', '', '', '', '']);
      assert.deepEqual(column(format === csv ? 'speakers' : 'speaker'), ['', '', '', '', 'Actor __proto__']);
    }
  });

  it('are kept in JSON and JSON Lines, unknown fields too', async () => {
    const odd = parsed<PlacedAnnotation>(
      JSON.stringify(annotation('odd', 'claim', target)).replace('{', '{"__proto__":{"polluted":true},"article":"x",'),
    );
    const lines = (await written(jsonl, [article('a.txt', text, [...annotations, odd], codebook)], [codebook]))
      .trimEnd()
      .split('\n')
      .map((line) => parsed<Record<string, unknown> & { resolved: { actors?: object } }>(line));
    const last = lines.at(-1);
    assert.ok(last && Object.hasOwn(last, '__proto__'));
    assert.equal(last['article'], 'a.txt');
    assert.equal(Object.keys(last)[0], 'article');
    assert.deepEqual(Object.keys(lines[0]?.resolved.actors ?? {}), ['__proto__']);
    assert.match(await written(json, [article('a.txt', text, [odd], codebook)], [codebook]), /"__proto__": \{/);
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });

  it('are headings like any others in the report', async () => {
    const report = await written(markdown, input, [codebook]);
    assert.match(report, /## Actor \\_\\_proto\\_\\_\n\nMentions: 0\. Claims: 1\./);
  });
});

const active =
  '[x](command:workbench.action.quit) <img src=x onerror=alert(1)> $(trash) <command:a> http://a.example ![i](j)';

/** Every text of an annotation, its article and its codebook is hostile. */
function hostileExport(bad: string): [Parameters<typeof written>[1], readonly Codebook[]] {
  const own: Codebook = {
    format: 'policy-codebook',
    version: 1,
    actors: [{ id: bad, name: bad, kind: bad }],
    topics: [{ id: bad, name: bad }],
    sources: [{ id: bad, name: bad, kind: bad, url: bad }],
    stances: [{ id: bad, name: bad, value: 1 }],
  };
  const said = `${bad} said.`;
  const fields = { creator: bad, note: bad, url: bad, kind: bad, reference: bad, summary: bad, date: bad };
  const links = ['speaker', 'holder', 'addressee'].map((role) => ({ role, actor: bad, for: bad }));
  const target = { ...at(said, bad), standing: 'anchored' as const };
  const annotations = [
    annotation('c', 'claim', target, { ...fields, topic: bad, stance: bad, attribution: bad, links }),
    annotation('s', 'source', target, { ...fields, source: bad }),
    annotation('a', 'actor', target, { ...fields, actor: bad, form: bad }),
    annotation('p', bad, target, fields),
  ];
  return [[article('a.txt', said, annotations, own, { title: bad, author: bad, url: bad })], [own]];
}

describe('Hostile texts in every field', () => {
  it('are shown in the report, and do nothing there', async () => {
    const report = await written(markdown, ...hostileExport(active));
    const outside = report.replace(/`[^`\n]+`/g, 'code');
    assert.doesNotMatch(outside, /(?<!\\)\]\(|<[a-z!]|https?:|\$\(/i);
  });

  for (const [name, bad] of [
    ['a formula', '=HYPERLINK("http://a.example")'],
    ['one behind a line break', '\n=cmd|/c calc'],
    ['a full-width one', '＝1+1'],
    ['a tab and a formula', '\t=1+1'],
  ] as const) {
    it(`are no formulas in CSV: ${name}`, async () => {
      for (const format of [csv, claimsCsv]) {
        for (const row of parseCsv(await written(format, ...hostileExport(bad)))) {
          for (const cell of row) assert.doesNotMatch(cell, /^\s*[=+\-@\t\r＝＋－＠]/u);
        }
      }
    });
  }

  it('turn no direction in the report, and stay as they are in JSON', async () => {
    const bad = 'a\u202etxt.exe';
    assert.doesNotMatch(await written(markdown, ...hostileExport(bad)), /\u202e/u);
    assert.match(await written(json, ...hostileExport(bad)), /\u202e/u);
  });

  it('of a megabyte are exported whole', async () => {
    const note = 'x =1\n'.repeat(200_000);
    const input = [article('a.txt', text, [annotation('a', 'claim', at(text, 'North Korea'), { note })])];
    const formats: readonly Format[] = [csv, claimsCsv, jsonl, json, markdown];
    for (const format of formats) assert.ok((await written(format, input)).length > note.length);
  });
});
