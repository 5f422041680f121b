import assert from 'node:assert/strict';
import fc from 'fast-check';
import { doccano } from '../../../../src/exchange/formats/doccano';
import { InputError } from '../../../../src/exchange/inputError';
import { said } from '../comparing';
import { codebook, corpora } from '../corpora';
import { readFiles } from '../reading';
import { annotation, article, at, sample, written, writtenFiles } from '../sample';

interface Line {
  readonly text: string;
  readonly entities: readonly { id: number; label: string; start_offset: number; end_offset: number }[];
  readonly relations: readonly { id: number; from_id: number; to_id: number; type: string }[];
  readonly [metadata: string]: unknown;
}

/** The lines as doccano's import checks them: whole numbers, not empty, ids that are there. */
function parsed(file: string): Line[] {
  const lines = file.split('\n');
  assert.equal(lines.pop(), '');
  const ids = new Set<number>();
  return lines.map((text): Line => {
    const line = JSON.parse(text) as Line;
    const length = [...line.text].length;
    for (const { id, label, start_offset, end_offset } of line.entities) {
      assert.ok(Number.isInteger(id) && !ids.has(id), 'once in the file');
      ids.add(id);
      assert.ok(label.length > 0);
      assert.ok(start_offset >= 0 && start_offset < end_offset && end_offset <= length);
    }
    const own = line.entities.map(({ id }) => id);
    for (const { from_id, to_id, type } of line.relations) {
      assert.ok(own.includes(from_id) && own.includes(to_id) && type.length > 0);
    }
    return line;
  });
}

function textIn({ text }: Line, { start_offset: start, end_offset: end }: Line['entities'][number]): string {
  return [...text].slice(start, end).join('');
}

/** What doccano makes of a file that it imports and exports: ids anew, entities in their order, no fields that it doesn't know. */
function throughDoccano(file: string): string {
  const lines = parsed(file).map(({ entities, relations, ...more }, n) => {
    const order = [...entities]
      .reverse()
      .map((entity, at) => [entity.id, { ...entity, id: 1000 * (n + 1) + at }] as const);
    const ids = new Map(order.map(([id, entity]) => [id, entity.id]));
    const sorted = order.map(([, entity]) => entity).sort((a, b) => a.start_offset - b.start_offset);
    const arrows = relations.map((one) => ({ ...one, from_id: ids.get(one.from_id), to_id: ids.get(one.to_id) }));
    return JSON.stringify({ id: n, ...more, entities: sorted, relations: arrows, Comments: [] });
  });
  return lines.join('\n');
}

describe('doccano', () => {
  it('read back is what was written', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const { files } = await writtenFiles(doccano, articles, { codebooks: [codebook] });
        const { imported, losses } = await readFiles(doccano, files);
        assert.deepEqual(losses, []);
        for (const [n, { path, text, info, annotations }] of articles.entries()) {
          const found = imported.articles[n];
          const { file: _, sha256: _hash, length: _length, ...about } = info;
          assert.deepEqual([found?.path, found?.text, found?.info], [path, text, about]);
          assert.deepEqual(
            found?.annotations.map((one) => said(one)),
            annotations.map((one) => said(one)),
          );
        }
      }),
      { numRuns: 120 },
    );
  });

  it('has an entity a range in code points, and arrows, as doccano takes them', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const lines = parsed(await written(doccano, articles, [codebook]));
        for (const [n, { text, annotations }] of articles.entries()) {
          const line = lines[n];
          assert.equal(line?.text, text);
          const ranges = annotations.flatMap(({ type, target }) => target.map(({ exact }) => [type, exact]));
          assert.deepEqual(
            line.entities.map((entity) => [entity.label, textIn(line, entity)]),
            ranges,
          );
          const links = annotations.flatMap(({ links: own = [] }) =>
            own.filter((link) => link.annotation !== undefined),
          );
          assert.equal(line.relations.length, links.length + ranges.length - annotations.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('comes back whole from doccano, which numbers entities anew', async () => {
    const { imported, losses } = await readFiles(doccano, [['', throughDoccano(await written(doccano, [sample]))]]);
    assert.deepEqual(losses, []);
    const direct = await readFiles(doccano, [['', await written(doccano, [sample])]]);
    assert.deepEqual(imported.articles[0]?.annotations, direct.imported.articles[0]?.annotations);
    assert.ok(imported.articles[0]?.annotations.every(({ isOurs }) => isOurs === true));
  });

  it('counts what it has no place for, and holds any character', async () => {
    const odd = '\ufeffone \ud800 two';
    const list = [
      annotation('a', 'odd type', at(odd, 'two'), { supersedes: ['b'], attributes: { __proto__x: [1] } }),
      annotation('c', 'claim', at(odd, 'two', 'uncertain')),
    ];
    const one = article('x.txt', odd, [], undefined, { title: '\udc00', attributes: { a: 1 } });
    const { files, losses } = await writtenFiles(doccano, [{ ...one, text: odd, annotations: list }], {
      codebooks: [],
    });
    assert.deepEqual(losses, [
      { what: 'attributes of articles', count: 1 },
      { what: 'annotations whose place in the text isn’t sure', count: 1 },
      { what: 'decisions about other annotations (“supersedes”)', count: 1 },
    ]);
    const [found] = (await readFiles(doccano, files)).imported.articles;
    assert.deepEqual([found?.text, found?.info?.title], [odd, '\udc00']);
    assert.equal(found?.annotations[0]?.type, 'odd type');
  });
});

describe('doccano files of others', () => {
  const problem = async (file: string | Uint8Array): Promise<string> => {
    try {
      await readFiles(doccano, [['d.jsonl', file]]);
    } catch (error) {
      assert.ok(error instanceof InputError);
      return error.message;
    }
    return 'none';
  };

  it('are read: entities and relations, labels as triples, labels of whole texts', async () => {
    const file = [
      JSON.stringify({
        ...{ id: 6400, text: '😀\r\nNATO refuses talks.', Comments: ['?'], source: 'x' },
        entities: [
          { id: 1662, label: 'ORG', start_offset: 3, end_offset: 7 },
          { id: 1663, label: 'Refusal', start_offset: 8, end_offset: 21 },
        ],
        relations: [{ id: 273, from_id: 1663, to_id: 1662, type: 'by' }],
      }),
      '',
      JSON.stringify({ text: 'NATO', label: [[0, 4, 'ORG']] }),
      JSON.stringify({ data: 'NATO', labels: ['news'] }),
    ].join('\n');
    const { imported, losses } = await readFiles(doccano, [['d.jsonl', file]]);
    assert.deepEqual(losses, [
      { what: 'comments', count: 1 },
      { what: 'further metadata of texts', count: 1 },
      { what: 'labels of whole texts', count: 1 },
    ]);
    assert.deepEqual(
      imported.articles.map(({ path, text }) => [path, text]),
      [
        ['d-1.txt', '😀\nNATO refuses talks.'],
        ['d-2.txt', 'NATO'],
        ['d-3.txt', 'NATO'],
      ],
    );
    assert.deepEqual(imported.articles[0]?.annotations, [
      { id: '1662', type: 'actor', actor: 'NATO', target: [{ start: 3, end: 7 }] },
      {
        ...{ id: '1663', type: 'passage', topic: 'Refusal', target: [{ start: 8, end: 21 }] },
        links: [{ role: 'by', annotation: '1662' }],
      },
    ]);
    const list = await readFiles(doccano, [['d.json', JSON.stringify([{ text: 'NATO', label: [[0, 4, 'ORG']] }])]]);
    assert.equal(list.imported.articles[0]?.annotations[0]?.actor, 'NATO');
  });

  it('of projects for slots and intents are read: entities as triples, intents as labels of whole texts', async () => {
    const file = [
      JSON.stringify({ text: 'NATO refuses', entities: [[0, 4, 'ORG']], cats: ['refusal', 'news'] }),
      JSON.stringify({ text: 'Talks', entities: [], cats: [] }),
      JSON.stringify({ text: 'No talks', label: 'refusal' }),
    ].join('\n');
    const { imported, losses } = await readFiles(doccano, [['d.jsonl', file]]);
    assert.deepEqual(losses, [{ what: 'labels of whole texts', count: 3 }]);
    assert.deepEqual(
      imported.articles.map(({ annotations }) => annotations.map(({ actor, target }) => [actor, target])),
      [[['NATO', [{ start: 0, end: 4 }]]], [], []],
    );
  });

  it('with entities that were moved, added or removed keep the others', async () => {
    const [line] = parsed(await written(doccano, [sample]));
    assert.ok(line);
    const [first, ...others] = line.entities;
    assert.ok(first);
    const moved = { ...line, entities: [{ ...first, end_offset: first.end_offset - 6 }, ...others] };
    const { imported, losses } = await readFiles(doccano, [['', JSON.stringify(moved)]]);
    assert.deepEqual(losses, [{ what: 'details of entities that were changed or removed since', count: 1 }]);
    assert.deepEqual(
      imported.articles[0]?.annotations.map(({ id, isOurs }) => [id, isOurs]),
      [
        ['c1', true],
        ['s1', true],
        ['s2', true],
        ['1', undefined],
      ],
    );
  });

  it('that are broken are refused with the place', async () => {
    assert.match(await problem('{"text": "a"}\n{"text": "b'), /^d\.jsonl, line 2: /);
    assert.match(await problem('{"text": "a"}\n[1]'), /^d\.jsonl, line 2: The line is not an object/);
    assert.match(await problem('{"title": "a"}'), /^d\.jsonl, line 1: The line has no “text”/);
    assert.match(
      await problem('{"text":"a","label":[[0,9,"x"]]}'),
      /^d\.jsonl, line 1, label\[0\]: The offsets 0 to 9/,
    );
    assert.match(await problem('{"text":"a","label":[[1,0,"x"]]}'), /reversed/);
    assert.match(
      await problem('{"text":"a","entities":[{"start_offset":"0","end_offset":1}]}'),
      /entities\[0\]: “start_offset”/,
    );
    assert.match(await problem('{"text":"a","entities":3}'), /“entities” must be a list of objects/);
    assert.match(await problem('[1]'), /^d\.jsonl, item 1: The item is not an object/);
    assert.match(await problem(new Uint8Array([123, 10, 255])), /^d\.jsonl, line 2: The file is not UTF-8/);
    assert.match(await problem(''), /^chosen: There is no text in it/);
    assert.match(await problem(`${'['.repeat(300)}${']'.repeat(300)}`), /deep/);
  });
});
