import assert from 'node:assert/strict';
import fc from 'fast-check';
import { json } from '../../../../src/exchange/formats/json';
import { jsonl } from '../../../../src/exchange/formats/jsonl';
import type { Format } from '../../../../src/exchange/format';
import { InputError } from '../../../../src/exchange/inputError';
import type { PlacedAnnotation } from '../../../../src/model/annotation';
import type { Codebook } from '../../../../src/model/codebook';
import { codebook as corporaCodebook, corpora, hashed } from '../corpora';
import { readFiles } from '../reading';
import { annotation, article, at, codebook, sample, text, written, writtenFiles } from '../sample';

async function readText(format: Format, file: string | Uint8Array, name = 'export.json') {
  return readFiles(format, [['', file]], { name });
}

/** All that an annotation says, quotations too, but for what tells how it stands. */
function whole({ standing: _, target, ...fields }: PlacedAnnotation): object {
  const ranges = target.map(({ standing: _, confidence: __, candidates: ___, ...range }) => range);
  return { ...fields, target: ranges, isOurs: true };
}

const byId = (one: { readonly id: string }, other: { readonly id: string }): number => (one.id < other.id ? -1 : 1);

describe('Reading json', () => {
  it('gives back what was written, all of it', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (generated) => {
        const coding = [{ creator: 'lee', status: 'done', note: 'x' }];
        const articles = (await hashed(generated)).map((one) => ({ ...one, coding }));
        const { files, losses: lost } = await writtenFiles(json, articles, { codebooks: [corporaCodebook] });
        const { imported, losses } = await readText(json, files.get('') ?? '');
        assert.deepEqual([lost, losses], [[], []]);
        assert.deepEqual(imported.codebook, corporaCodebook);
        for (const [n, { path, info, annotations }] of articles.entries()) {
          const { file, sha256, length, ...about } = info;
          const found = imported.articles[n];
          assert.deepEqual(
            [found?.path, found?.sha256, found?.info ?? {}, found?.coding],
            [path, sha256, about, coding],
          );
          assert.deepEqual(found?.annotations, annotations.map(whole).sort(byId as never));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('gives back excluded ranges, unknown fields and types, and ids that objects inherit', async () => {
    const odd = JSON.parse('{"__proto__": {"polluted": true}, "mine": 1}') as object;
    const list = [{ ...annotation('constructor', 'measure', at(text, 'report')), ...odd, mine: 1 }];
    const { standing: _, ...range } = at(text, 'KCNA');
    const one = article('__proto__', text, list, codebook, { excluded: [range], attributes: { slant: 'left' } });
    const { imported } = await readText(json, await written(json, [one]));
    assert.deepEqual(imported.articles[0]?.excluded, [range]);
    assert.deepEqual(imported.articles[0]?.info, { attributes: { slant: 'left' } });
    assert.deepEqual(imported.articles[0]?.annotations, list.map(whole));
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });

  it('reads a single sidecar and a single codebook', async () => {
    const target = [{ start: 0, end: 4, exact: 'NATO', prefix: '', suffix: '' }];
    const info = { file: 'old.txt', sha256: 'a'.repeat(64), length: 9, title: 'T' };
    const sidecar = {
      ...{ format: 'policy-annotations', version: 1, article: info },
      annotations: [{ id: 'x', type: 'actor', target }],
    };
    const files = [
      ['b/policy-codebook.json', JSON.stringify(codebook)],
      ['b/x.txt.annotations.json', JSON.stringify(sidecar)],
    ] as const;
    const { imported } = await readFiles(json, files);
    assert.deepEqual(imported.codebook, codebook);
    assert.deepEqual(imported.articles, [
      {
        ...{ key: 'b/x.txt', path: 'b/x.txt', sha256: 'a'.repeat(64), info: { title: 'T' } },
        annotations: [{ id: 'x', isOurs: true, type: 'actor', target }],
      },
    ]);
  });

  it('unites several codebooks: one thing once, two things of one id as two', async () => {
    const other: Codebook = {
      ...{ format: 'policy-codebook', version: 1 },
      actors: [
        { id: 'nato', name: 'National Association of Tour Operators', formerIds: ['tours'] },
        { id: 'nato-2', name: 'Second', parent: 'nato' },
        { id: 'russia', name: 'russia', kind: 'organization', aliases: ['RF'] },
      ],
      sources: [{ id: 'x', name: 'X', origin: 'nato' }],
      stances: [{ id: 'support', name: 'Support', value: 2 }],
      roles: [{ id: 'speaker', appliesTo: ['passage'], takes: ['actor'] }],
    };
    const links = [{ role: 'speaker', actor: 'tours', for: 'russia' }];
    const claims = [annotation('c', 'claim', at(text, 'report'), { stance: 'support', links, actor: 'nato' })];
    const articles = [article('a.txt', text, claims, codebook), article('b.txt', text, claims, other)];
    const { imported, losses } = await readText(json, await written(json, articles, [codebook, other]));
    const shown = imported.codebook?.actors?.map(({ id, name, parent, kind, aliases }) => [
      id,
      name,
      parent,
      kind,
      aliases,
    ]);
    assert.deepEqual(shown, [
      ['north-korea', 'North Korea', undefined, 'state', undefined],
      ['russia', 'Russia', undefined, 'state', ['RF']],
      ['nato', 'NATO; the alliance', undefined, 'organization', undefined],
      ['nato-3', 'National Association of Tour Operators', undefined, undefined, undefined],
      ['nato-2', 'Second', 'nato-3', undefined, undefined],
    ]);
    assert.deepEqual(
      imported.codebook?.sources?.map(({ id, origin }) => [id, origin]),
      [
        ['unscr', undefined],
        ['x', 'nato-3'],
      ],
    );
    assert.deepEqual(
      imported.codebook?.stances?.map(({ id, value }) => [id, value]),
      [
        ['support', 1],
        ['neutral', 0],
        ['oppose', -1],
        ['support-2', 2],
      ],
    );
    const [first, second] = imported.articles.map(({ annotations }) => annotations[0]);
    assert.deepEqual([first?.stance, first?.actor, first?.links], ['support', 'nato', links]);
    assert.deepEqual(
      [second?.stance, second?.actor, second?.links],
      ['support-2', 'nato-3', [{ role: 'speaker', actor: 'nato-3', for: 'russia' }]],
    );
    assert.deepEqual(losses, [{ what: 'definitions that differ between codebooks', count: 1 }]);
  });

  const range = '{"start":0,"end":4}';
  const whole1 = (articles: string): string =>
    `{"format":"policy-annotations-export","version":1,"articles":${articles}}`;
  const one = (fields: string): string => whole1(`[{"path":"a","annotations":[${fields}]}]`);
  const broken: Readonly<Record<string, readonly [string | Uint8Array, RegExp]>> = {
    'is empty': ['', /export\.json, line 1: A value is expected/],
    'is cut off': ['{"format": "policy-annotations-export",\n"articles": [', /export\.json, line 2: /],
    'is a list': ['[]', /export\.json: The file must be an object/],
    'is another’s': ['{"format":"x"}', /format must be "policy-annotations-export"/],
    'is newer': ['{"format":"policy-annotations-export","version":2}', /version 2; version 1 is the newest/],
    'has no articles': ['{"format":"policy-annotations-export","version":1}', /articles must be a list/],
    'has an article that is none': [whole1('[1]'), /articles\[0\] must be an object/],
    'has an article without a path': [whole1('[{"annotations":[]}]'), /articles\[0\] needs "path"/],
    'has an article twice': [
      whole1('[{"path":"a","annotations":[]},{"path":"a","annotations":[]}]'),
      /articles\[1\]: The article “a” is there twice/,
    ],
    'has an article of no codebook': [
      whole1('[{"path":"a","codebook":3,"annotations":[]}]'),
      /articles\[0\]\.codebook is 3, and there are 0/,
    ],
    'has a target that is no list': [one('{"target":1}'), /articles\[0\]\.annotations\[0\]\.target must be a list/],
    'has an annotation that is none': [one('null'), /articles\[0\]\.annotations\[0\] must be an object/],
    'has a negative offset': [
      one('{"id":"x","target":[{"start":-1,"end":2}]}'),
      /annotations\[0\]\.target\[0\]\.start must be a whole number/,
    ],
    'has a reversed range': [one('{"target":[{"start":3,"end":2}]}'), /target\[0\] ends at 2, not after its start 3/],
    'has an id twice': [
      one(`{"id":"x","target":[${range}]},{"id":"x","target":[${range}]}`),
      /annotations\[1\]\.id is “x”, which the article has already/,
    ],
    'has a link to nothing': [one(`{"target":[${range}],"links":[{"role":"x"}]}`), /links: one leads to nothing/],
    'is too deep': [one(`{"target":[${range}],"x":${'['.repeat(150)}${']'.repeat(150)}}`), /lies deeper than/],
    'is very deep': ['['.repeat(100_000), /export\.json, line 1/],
    'is not UTF-8': [new Uint8Array([0x7b, 0x0a, 0xff]), /export\.json, line 2: The file is not UTF-8/],
  };
  for (const [what, [file, message]] of Object.entries(broken)) {
    it(`tells where a file ${what}`, async () => {
      await assert.rejects(readText(json, file), (error) => error instanceof InputError && message.test(error.message));
    });
  }
});

describe('Reading jsonl', () => {
  it('gives back all annotations as they were', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const file = await written(jsonl, articles, [corporaCodebook]);
        const { imported, losses } = await readText(jsonl, file, 'export.jsonl');
        const annotated = articles.filter(({ annotations }) => annotations.length > 0);
        assert.deepEqual(
          imported.articles.map(({ path, annotations }) => [path, annotations]),
          annotated.map(({ path, annotations }) => [path, annotations.map(whole)]),
        );
        assert.deepEqual(losses, []);
      }),
      { numRuns: 100 },
    );
  });

  it('knows what is referred to, merged items by their former ids', async () => {
    const { imported } = await readText(jsonl, await written(jsonl, [sample]), 'export.jsonl');
    assert.deepEqual(imported.codebook, {
      ...{ format: 'policy-codebook', version: 1 },
      actors: [
        { id: 'north-korea', name: 'North Korea', formerIds: ['dprk'] },
        { id: 'russia', name: 'Russia' },
        { id: 'nato', name: 'NATO; the alliance' },
        { id: 'unheard-of', name: 'unheard-of' },
      ],
      topics: [{ id: 'tests', name: 'Missile tests are legitimate', formerIds: ['old-tests'] }],
      sources: [{ id: 'unscr', name: 'UNSCR 1718' }],
    });
    assert.deepEqual(imported.articles[0]?.info, { title: 'A “statement”', date: '2023-12-20' });
  });

  it('says of what isn’t anchored which text it was seen in', async () => {
    const gone = { start: 700, end: 704, exact: 'gone', prefix: '', suffix: '', standing: 'orphaned' } as const;
    const list = [annotation('o', 'claim', [at(text, 'report'), gone], { standing: 'orphaned' })];
    const sha256 = 'e'.repeat(64);
    const file = await written(jsonl, [article('a.txt', text, list, codebook, { sha256 })]);
    const { imported } = await readText(jsonl, file);
    assert.equal(imported.articles[0]?.annotations[0]?.text, sha256);
  });

  it('takes lines made by hand, with CRLF and a byte order mark', async () => {
    const lines =
      '\uFEFF{"article":"a.txt","target":[{"start":1,"end":3}]}\r\n\r\n{"article":"a.txt","id":"7","type":"claim","target":[{"start":1,"end":3}]}';
    const { imported } = await readText(jsonl, lines);
    const [first, second] = imported.articles[0]?.annotations ?? [];
    assert.deepEqual([first?.type, first?.isOurs, first?.target], ['passage', undefined, [{ start: 1, end: 3 }]]);
    assert.deepEqual(second, { id: '7', type: 'claim', target: [{ start: 1, end: 3 }] });
  });

  const broken: Readonly<Record<string, readonly [string | Uint8Array, RegExp]>> = {
    'is cut off': ['{"article":"a","target":[{"start":1,"end":2}]}\n{"article":"a","tar', /line 2: /],
    'has a line that is no object': ['\n[]', /line 2: The line is not an object/],
    'names no article': ['{"target":[]}', /line 1: “article” must be a path/],
    'has no target': ['{"article":"a"}', /line 1: What is read needs "target"/],
    'has an empty target': ['{"article":"a","target":[]}', /line 1: target must have at least one range/],
    'is not UTF-8': [new Uint8Array([0x7b, 0x0a, 0xff]), /line 2: The file is not UTF-8/],
  };
  for (const [what, [file, message]] of Object.entries(broken)) {
    it(`tells where a file ${what}`, async () => {
      await assert.rejects(
        readText(jsonl, file),
        (error) => error instanceof InputError && message.test(error.message),
      );
    });
  }

  it('reads 50,000 lines', async () => {
    const lines = Array.from({ length: 50_000 }, (_, n) => `{"article":"a","target":[{"start":${n},"end":${n + 1}}]}`);
    const { imported } = await readText(jsonl, lines.join('\n'));
    assert.equal(imported.articles[0]?.annotations.length, 50_000);
  });

  it('counts what the lines can’t hold', async () => {
    const one = article('a.txt', text, [annotation('p', 'passage', at(text, 'report'))], undefined, { author: 'Lee' });
    const { losses } = await writtenFiles(jsonl, [one, article('b.txt', text, [], undefined, { title: 'T' })], {
      codebooks: [],
    });
    assert.deepEqual(losses, [
      { what: 'authors', count: 1 },
      { what: 'titles', count: 1 },
    ]);
  });
});
