import assert from 'node:assert/strict';
import { packed, type Columns } from '../../../src/corpus/columns';
import { Rows } from '../../../src/corpus/rows';
import type { Range } from '../../../src/model/range';
import { mention, type Marked } from './articles';
import { kept } from './plainIndex';

function columns(annotations: readonly Marked[], excluded: readonly Range[] = []): Columns {
  return packed(
    annotations.map(({ start, end, ...fields }) => ({ ...fields, target: [{ start, end }] })),
    excluded,
  );
}

function unpacked(annotations: readonly Marked[]): unknown[] {
  const rows = new Rows(columns(annotations));
  return Array.from({ length: rows.count }, (_, row) => rows.annotation(row));
}

describe('an article’s annotations in columns', () => {
  it('come back as they were, however far in the text and however many', () => {
    for (const start of [0xffff, 0xffff_ffff, Number.MAX_SAFE_INTEGER - 1]) {
      const all = [mention('a', 'us', 0), mention('ü\u{1f600}', 'karsk', start, start + 1)];
      assert.deepEqual(unpacked(all), kept(all));
    }
    const many = Array.from({ length: 70_000 }, (_, n) => mention(`id${n}`, `actor${n}`, n));
    assert.deepEqual(unpacked(many), kept(many));
  });

  it('take two bytes a number where that will do', () => {
    assert.equal(columns([mention('a', 'us', 0)]).numbers.BYTES_PER_ELEMENT, 2);
    assert.equal(columns([mention('a', 'us', 70_000)]).numbers.BYTES_PER_ELEMENT, 4);
  });

  it('have links to annotations of the article and to others', () => {
    const links = [
      { role: 'speaker', actor: 'us', annotation: 'm' },
      { role: 'within', annotation: 'elsewhere' },
      { role: 'source', source: 's', for: 'us' },
    ];
    const all = [mention('m', 'us', 9), { id: 'k', type: 'claim', start: 0, end: 8, links }];
    assert.deepEqual(unpacked(all), kept(all));
  });

  it('have all attributes, whatever these are called and hold', () => {
    const odd = JSON.parse('{"__proto__":"x","act":["a",1,null],"hedged":false}') as NonNullable<Marked['attributes']>;
    const all: Marked[] = [{ id: 'k', type: 'claim', start: 0, end: 8, attributes: odd }, mention('m', 'us', 9)];
    const rows = new Rows(columns(all));
    assert.equal(JSON.stringify(rows.attributes(0)), JSON.stringify(odd));
    assert.equal(rows.attributes(1), undefined);
  });

  it('say what counts: not what lies in one of the excluded ranges, overlapping or not', () => {
    const excluded = [
      { start: 30, end: 40 },
      { start: 0, end: 20 },
      { start: 5, end: 10 },
      { start: 33, end: 33 },
    ];
    const all = [
      [0, 20],
      [6, 15],
      [15, 21],
      [20, 30],
      [31, 32],
      [39, 41],
    ].map(([start, end], n) => mention(`m${n}`, 'us', start ?? 0, end));
    const rows = new Rows(columns(all, excluded));
    assert.deepEqual(
      [...all.keys()].filter((row) => rows.counts(row)),
      [2, 3, 5],
    );
  });
});
