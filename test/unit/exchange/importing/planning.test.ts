import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Imported, ImportedAnnotation, ImportedArticle } from '../../../../src/exchange/imported';
import { planImport, type ImportPlan } from '../../../../src/exchange/importing/planning';
import { Losses } from '../../../../src/exchange/losses';
import type { Annotation } from '../../../../src/model/annotation';
import type { Codebook } from '../../../../src/model/codebook';
import { codebook as corpusCodebook, corpora } from '../corpora';
import { said } from '../comparing';
import { MemoryLibrary } from './memoryLibrary';

const text = 'North Korea condemned the tests.\nNorth Korea, 😀 said NATO, objects.\n';

function at(id: string, type: string, exact: string, more: Partial<ImportedAnnotation> = {}): ImportedAnnotation {
  const start = text.indexOf(exact);
  return { id, type, target: [{ start, end: start + exact.length, exact }], ...more };
}

function document(annotations: readonly ImportedAnnotation[], more: Partial<ImportedArticle> = {}): ImportedArticle {
  return { key: 'doc', path: 'doc.txt', text, annotations, ...more };
}

async function plan(library: MemoryLibrary, imported: Imported): Promise<ImportPlan> {
  const context = { losses: new Losses(), progress: () => undefined };
  return planImport(imported, 'brat', library.library(), context);
}

async function take(library: MemoryLibrary, imported: Imported): Promise<ImportPlan['report']> {
  const planned = await plan(library, imported);
  library.apply(planned);
  return planned.report;
}

const counts = (report: ImportPlan['report']): object =>
  Object.fromEntries(Object.entries(report).filter(([, value]) => typeof value === 'number' && value > 0));

describe('An import', () => {
  it('of a new text makes an article with quotations, and a codebook', async () => {
    const library = new MemoryLibrary();
    const actor = at('T1', 'actor', 'NATO', { actor: 'NATO' });
    const claim = at('T2', 'claim', 'condemned', { links: [{ role: 'speaker', annotation: 'T1' }], stance: 'oppose' });
    const report = await take(library, { articles: [document([actor, claim])] });
    assert.deepEqual(counts(report), { newArticles: 1, added: 2, newItems: 1 });
    const { annotations } = library.sidecar('doc.txt');
    const mention = annotations.find(({ type }) => type === 'actor');
    assert.match(mention?.id ?? '', /^[0-9a-z]{12}$/);
    assert.equal(mention?.target[0]?.suffix, ', objects.\n');
    assert.deepEqual(annotations.find(({ type }) => type === 'claim')?.links, [
      { role: 'speaker', annotation: mention?.id },
    ]);
    assert.deepEqual(library.codebook?.actors, [{ id: 'nato', name: 'NATO' }]);
  });

  it('takes a U+FEFF of the text as a character, and one before a quotation as a file’s mark elsewhere', async () => {
    for (const [words, exact, place] of [
      ['We \ufeffobject.', '\ufeffobject', [3, 10]],
      ['We object.', '\ufeffobject', [3, 9]],
    ] as const) {
      const library = new MemoryLibrary();
      const [start, end] = place;
      const target = [{ start, end, exact }];
      const report = await take(library, {
        articles: [document([{ id: 'T1', type: 'claim', target }], { text: words })],
      });
      assert.deepEqual(counts(report), { newArticles: 1, added: 1 });
      const [{ start: from, end: to } = assert.fail()] = library.sidecar('doc.txt').annotations[0]?.target ?? [];
      assert.deepEqual([from, to], place);
    }
  });

  it('of more annotations than a sidecar holds is refused', async () => {
    const many = new Array<ImportedAnnotation>(1_000_001).fill(at('T1', 'claim', 'NATO'));
    await assert.rejects(plan(new MemoryLibrary(), { articles: [document(many)] }), /doc\.txt: The article has more/);
  });

  it('that would write what can’t be read again is refused', async () => {
    for (const [wrong, words] of [
      [{ links: [{ role: 'speaker' }] }, /doc\.txt: annotations\[0\]\.links\[0\] needs an actor/],
      [{ note: 3 }, /doc\.txt: annotations\[0\]\.note must be a string/],
    ] as const) {
      const articles = [document([at('T1', 'claim', 'NATO', wrong as unknown as Partial<ImportedAnnotation>)])];
      await assert.rejects(plan(new MemoryLibrary(), { articles }), words);
    }
  });

  it('made twice changes nothing, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const library = new MemoryLibrary();
        const imported: Imported = {
          codebook: corpusCodebook,
          articles: articles.map(({ path, text: words, info, annotations }) => {
            const { file: _, sha256: __, length: ___, excluded: ____, ...about } = info;
            return { ...{ key: path, path, text: words, info: about }, annotations: annotations.map(foreign) };
          }),
        };
        await take(library, imported);
        const before = new Map(library.articles);
        const again = await plan(library, imported);
        assert.deepEqual([again.articles, again.codebooks], [[], []]);
        assert.equal(again.report.added + again.report.changed, 0);
        // Of documents of one text, what the later ones say otherwise of it is kept as it is, each time.
        const texts = new Set(articles.map(({ text: words }) => words));
        if (texts.size === articles.length) assert.equal(again.report.kept, 0);
        assert.deepEqual(library.articles, before);
        const all = [...library.articles.values()].flatMap(({ sidecar }) => sidecar.annotations);
        assert.equal(
          all.length,
          articles.reduce((sum, { annotations }) => sum + annotations.length, 0),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('of what was annotated here finds it again by its content, and adds what is new alone', async () => {
    const library = new MemoryLibrary();
    const own: Annotation = { ...said(at('aaaaaaaaaaaa', 'actor', 'NATO', { actor: 'nato' })) } as Annotation;
    const target = [
      { start: own.target[0]?.start ?? 0, end: own.target[0]?.end ?? 0, exact: 'NATO', prefix: '', suffix: '' },
    ];
    await library.put('a/mine.txt', `\uFEFF${text.replaceAll('\n', '\r\n')}`, {
      annotations: [{ ...own, target, note: 'mine', created: '2026-11-22T05:00:00Z' }],
    });
    library.codebook = { format: 'policy-codebook', version: 1, actors: [{ id: 'nato', name: 'NATO' }] };
    const report = await take(library, {
      articles: [
        document([at('T1', 'actor', 'NATO', { actor: 'NATO' }), at('T2', 'actor', 'NATO', { actor: 'NATO' })]),
      ],
    });
    assert.deepEqual(counts(report), { changedArticles: 1, same: 1, added: 1 });
    assert.deepEqual([...library.articles.keys()], ['a/mine.txt']);
    assert.equal(library.sidecar('a/mine.txt').annotations.find(({ id }) => id === 'aaaaaaaaaaaa')?.note, 'mine');
  });

  it('keeps what a person changed since, and says how much', async () => {
    const library = new MemoryLibrary();
    const imported: Imported = {
      articles: [document([at('T1', 'claim', 'condemned the tests', { stance: 'oppose' })])],
    };
    await take(library, imported);
    const { annotations, ...sidecar } = library.sidecar('doc.txt');
    const [one] = annotations;
    assert.ok(one);
    const target = [{ ...one.target[0], start: 12, end: 21, exact: 'condemned' }] as Annotation['target'];
    const changed = { ...one, target, stance: 'support', note: 'n' };
    await library.put('doc.txt', text, { ...sidecar, annotations: [changed] });
    const report = await take(library, imported);
    assert.deepEqual(counts(report), { sameArticles: 1, same: 1, kept: 2 });
    assert.deepEqual(library.sidecar('doc.txt').annotations, [changed]);
  });

  it('of two coders who number alike makes two annotations', async () => {
    const library = new MemoryLibrary();
    await take(library, { articles: [document([at('T1', 'claim', 'condemned')])] });
    const other: Imported = { articles: [document([at('T1', 'claim', 'objects')])] };
    await take(library, other);
    await take(library, other);
    assert.deepEqual(
      library
        .sidecar('doc.txt')
        .annotations.map(({ target }) => target[0]?.exact)
        .sort(),
      ['condemned', 'objects'],
    );
  });

  it('places by the quotation where the offsets don’t fit, and leaves to a person what isn’t sure', async () => {
    const library = new MemoryLibrary();
    const moved = {
      ...at('T1', 'actor', 'NATO'),
      target: [{ start: 3, end: 7, exact: 'NATO', prefix: '😀 said ', suffix: ', objects.' }],
    };
    const gone = { ...at('T2', 'claim', 'NATO'), target: [{ start: 3, end: 20, exact: 'Something else entirely' }] };
    const outside = { ...at('T3', 'claim', 'NATO'), target: [{ start: 3, end: 2000 }] };
    const emoji = {
      ...at('T4', 'passage', '😀'),
      target: [{ start: text.indexOf('😀') + 1, end: text.indexOf('😀') + 2 }],
    };
    const report = await take(library, { articles: [document([moved, gone, outside, emoji])] });
    assert.deepEqual(counts(report), { newArticles: 1, added: 3, moved: 1, uncertain: 1, leftOut: 1 });
    assert.deepEqual(report.losses, [{ what: 'annotations whose offsets lie outside of the text', count: 1 }]);
    const { annotations, article } = library.sidecar('doc.txt');
    const [one, two, four] = ['actor', 'claim', 'passage'].map((type) =>
      annotations.find((other) => other.type === type),
    );
    assert.equal(text.slice(one?.target[0]?.start, one?.target[0]?.end), 'NATO');
    assert.equal(two?.target[0]?.exact, 'Something else entirely');
    assert.ok(two.text !== undefined && two.text !== article.sha256);
    assert.equal(four?.target[0]?.exact, '😀');
  });

  it('of a quotation alone that isn’t in the text leaves a sidecar that can be read again', async () => {
    const library = new MemoryLibrary();
    const gone = { ...at('T1', 'claim', 'NATO'), target: [{ start: 0, end: 0, exact: 'Said by\r\nnobody' }] };
    const report = await take(library, { articles: [document([gone])] });
    assert.deepEqual(counts(report), { newArticles: 1, added: 1, uncertain: 1 });
    assert.deepEqual(
      library.sidecar('doc.txt').annotations.map(({ target }) => target),
      [[{ start: 0, end: 14, exact: 'Said by\nnobody', prefix: '', suffix: '' }]],
    );
    const again = await take(library, { articles: [document([gone])] });
    assert.deepEqual(counts(again), { sameArticles: 1, same: 1, uncertain: 1 });
  });

  it('meets of several articles with one text the one whose path is nearest', async () => {
    const library = new MemoryLibrary();
    const { article } = await library.put('a.txt', text);
    await library.put('y/b.txt', text);
    await library.put('x/b.txt', text);
    const to = (path: string, more: Partial<ImportedArticle> = {}): ImportedArticle => ({
      ...document([at('T1', 'actor', 'NATO', { note: path })], { key: path, path, ...more }),
    });
    const byHash = { text: undefined, sha256: article.sha256 } as unknown as Partial<ImportedArticle>;
    const report = await take(library, {
      articles: [to('corpus/x/b.txt'), to('a.txt', byHash), to('elsewhere.txt'), to('y/b.txt')],
    });
    assert.equal(report.united, 1);
    const notes = [...library.articles].map(([path, { sidecar }]) => [
      path,
      sidecar.annotations.map(({ note }) => note),
    ]);
    assert.deepEqual(notes, [
      ['a.txt', ['a.txt', 'elsewhere.txt']],
      ['y/b.txt', ['y/b.txt']],
      ['x/b.txt', ['corpus/x/b.txt']],
    ]);
  });

  it('without texts goes to articles by hash, path or address, and says which aren’t here', async () => {
    const library = new MemoryLibrary();
    const { article } = await library.put('x/a.txt', text, { article: { url: 'https://a.example' } as never });
    const list = (id: string): readonly ImportedAnnotation[] => [at(id, 'actor', 'NATO', { note: id })];
    const without = (path: string, id: string, more: Partial<ImportedArticle> = {}): ImportedArticle => {
      return { key: id, path, annotations: list(id), ...more };
    };
    const report = await take(library, {
      articles: [
        without('elsewhere.txt', '1', { sha256: article.sha256.toUpperCase() }),
        without('y/a.txt', '2'),
        without('page', '3', { info: { url: 'https://a.example' } }),
        without('gone.txt', '4'),
      ],
    });
    assert.deepEqual(report.missing, [{ path: 'gone.txt', annotations: 1 }]);
    assert.deepEqual(
      library
        .sidecar('x/a.txt')
        .annotations.map(({ note }) => note)
        .sort(),
      ['1', '2', '3'],
    );
  });

  it('says which documents are one article with an earlier one, of the same text', async () => {
    const library = new MemoryLibrary();
    const one = (path: string, key: string): ImportedArticle =>
      document([at('T1', 'actor', 'NATO', { note: key })], { key, path });
    const articles = [one('a.txt', 'lee'), one('a.txt', 'kim'), one('b.txt', 'b'), one('c.txt', 'c')];
    assert.deepEqual(counts(await take(library, { articles })), { newArticles: 1, united: 2, added: 4 });
    assert.deepEqual([...library.articles.keys()], ['a.txt']);
  });

  it('writes no codebook where none of its articles is here', async () => {
    const library = new MemoryLibrary();
    const gone: ImportedArticle = {
      key: '1',
      path: 'gone.txt',
      annotations: [at('1', 'actor', 'NATO', { actor: 'nato' })],
    };
    const codebook: Codebook = { format: 'policy-codebook', version: 1, actors: [{ id: 'nato', name: 'NATO' }] };
    const planned = await plan(library, { codebook, articles: [gone] });
    assert.deepEqual([planned.articles, planned.codebooks, counts(planned.report)], [[], [], {}]);
    assert.deepEqual(planned.report.missing, [{ path: 'gone.txt', annotations: 1 }]);
    const alone = await plan(library, { codebook, articles: [] });
    assert.equal(alone.codebooks.length, 1);
  });

  it('turns code points into units', async () => {
    const library = new MemoryLibrary();
    const start = [...text.slice(0, text.indexOf('NATO'))].length;
    const one = { id: '1', type: 'actor', target: [{ start, end: start + 4, exact: 'NATO' }] };
    const report = await take(library, { articles: [document([one], { unit: 'code points' })] });
    assert.deepEqual(counts(report), { newArticles: 1, added: 1 });
  });

  it('fills in what is known of an article, and replaces it where that was asked for', async () => {
    const library = new MemoryLibrary();
    await library.put('doc.txt', text, { article: { title: 'Mine', attributes: { a: 1 } } as never });
    const info = { title: 'Theirs', author: 'Lee', attributes: { b: 2 } };
    const articles = [{ key: 'doc', path: 'doc.txt', info, annotations: [] }];
    assert.deepEqual(counts(await take(library, { articles })), { changedArticles: 1, kept: 1 });
    const { title, author, attributes } = library.sidecar('doc.txt').article;
    assert.deepEqual([title, author, attributes], ['Mine', 'Lee', { a: 1, b: 2 }]);
    await take(library, { articles, updatesInfo: true });
    assert.equal(library.sidecar('doc.txt').article.title, 'Theirs');
  });

  it('writes new articles into its folder alone, under free names that every disk takes', async () => {
    const library = new MemoryLibrary();
    await library.put('evil.txt', 'Another text.');
    const paths = ['../../evil.txt', 'C:\\x\\nul.txt', 'a/./b?.md', 'doc.annotations.json', ''];
    const articles = paths.map((path, n) => document([], { key: path, path, text: `${text}${n}` }));
    await take(library, { articles });
    assert.deepEqual([...library.articles.keys()].slice(1), [
      'evil 2.txt',
      'C_/x/_nul.txt',
      'a/b_.md',
      '_doc.annotations.json.txt',
      'article.txt',
    ]);
  });
});

describe('An imported codebook', () => {
  it('has its attributes and roles by our ids, where they are called as ours', async () => {
    const library = new MemoryLibrary({
      ...{ format: 'policy-codebook', version: 1 },
      attributes: [{ id: 'frame', name: 'Frame', type: 'text', appliesTo: ['claim'] }],
      roles: [{ id: 'ally', name: 'Ally', appliesTo: ['claim'], takes: ['actor'] }],
    });
    const foreign: Codebook = {
      ...{ format: 'policy-codebook', version: 1 },
      attributes: [{ id: 'frame-2', name: 'Frame', type: 'text', appliesTo: ['claim'] }],
      roles: [{ id: 'ally-2', name: 'Ally', appliesTo: ['claim'], takes: ['actor'] }],
    };
    const links = [{ role: 'ally-2', actor: 'NATO' }];
    const claim = at('T1', 'claim', 'objects', { attributes: { 'frame-2': 'law', other: 1 }, links });
    await take(library, { codebook: foreign, articles: [document([claim])] });
    const [found] = library.sidecar('doc.txt').annotations;
    assert.deepEqual(found?.attributes, { frame: 'law', other: 1 });
    assert.deepEqual(found.links, [{ role: 'ally', actor: 'nato' }]);
    assert.deepEqual(
      library.codebook?.attributes?.map(({ id }) => id),
      ['frame'],
    );
  });

  const ours: Codebook = {
    format: 'policy-codebook',
    version: 1,
    actors: [{ id: 'north-korea', name: 'North Korea', kind: 'state', aliases: ['DPRK', 'the North'] }],
    topics: [{ id: 'tests', name: 'Tests' }],
  };
  const theirs: Codebook = {
    format: 'policy-codebook',
    version: 1,
    actors: [
      { id: 'dna:1', name: 'DPRK', kind: 'organization', aliases: ['Pyongyang'] },
      { id: 'dna:2', name: 'Kim Jong Un', parent: 'dna:1' },
      { id: 'north-korea', name: 'Nordkorea' },
    ],
    topics: [{ id: 'T9', name: 'tests', description: 'd' }],
    stances: [{ id: 'mixed', name: 'Mixed', value: 0.5 }],
  };

  it('gives an item whose id says nothing one that follows from its name, and meets it when it is renamed here', async () => {
    const library = new MemoryLibrary();
    const guid = '6b1f9a52-7c3e-4d0a-9e58-2f4c1d7a8b90';
    const codebook: Codebook = {
      ...{ format: 'policy-codebook', version: 1 },
      topics: [{ id: guid, name: 'Arms control' }],
    };
    const imported = { codebook, articles: [document([at('T1', 'claim', 'objects', { topic: guid })])] };
    await take(library, imported);
    const [topic = assert.fail()] = library.codebook?.topics ?? [];
    assert.deepEqual(topic, { id: 'arms-control', name: 'Arms control', formerIds: [guid] });
    assert.equal(library.sidecar('doc.txt').annotations[0]?.topic, 'arms-control');

    const renamed = [{ ...topic, name: 'Disarmament' }];
    library.codebook = { ...codebook, topics: renamed };
    await take(library, imported);
    assert.deepEqual(library.codebook.topics, renamed);
  });

  it('meets ours by id, name and alias; what ours says stays', async () => {
    const library = new MemoryLibrary(ours);
    const claim = at('T1', 'claim', 'objects', {
      ...{ topic: 'T9', stance: 'mixed' },
      links: [
        { role: 'speaker', actor: 'dna:2', for: 'dna:1' },
        { role: 'holder', actor: 'the north' },
      ],
    });
    await take(library, { codebook: theirs, articles: [document([claim])] });
    assert.deepEqual(library.codebook?.actors, [
      { id: 'kim-jong-un', name: 'Kim Jong Un', parent: 'north-korea', formerIds: ['dna:2'] },
      {
        id: 'north-korea',
        name: 'North Korea',
        kind: 'state',
        aliases: ['DPRK', 'the North', 'Pyongyang', 'Nordkorea'],
      },
    ]);
    assert.deepEqual(library.codebook?.topics, [{ id: 'tests', name: 'Tests', description: 'd' }]);
    assert.deepEqual(library.codebook?.stances?.map(({ id }) => id).sort(), ['mixed', 'neutral', 'oppose', 'support']);
    const [{ topic, stance, links } = {} as Annotation] = library.sidecar('doc.txt').annotations;
    assert.deepEqual([topic, stance], ['tests', 'mixed']);
    assert.deepEqual(links, [
      { role: 'speaker', actor: 'kim-jong-un', for: 'north-korea' },
      { role: 'holder', actor: 'north-korea' },
    ]);
    assert.deepEqual((await plan(library, { codebook: theirs, articles: [] })).codebooks, []);
  });

  it('keeps items of one name apart, and finds each again', async () => {
    const library = new MemoryLibrary();
    const actors = [
      ...['a:1', 'a:2', 'a:3'].map((id) => ({ id, name: 'Other parties' })),
      { id: 'other-parties', name: 'All but these' },
    ];
    const speaker = at('T1', 'claim', 'objects', { links: [{ role: 'speaker', actor: 'a:2' }] });
    const imported = { codebook: { ...theirs, actors }, articles: [document([speaker])] };
    await take(library, imported);
    assert.deepEqual(
      library.codebook?.actors?.map(({ id }) => id),
      ['other-parties', 'other-parties-2', 'other-parties-3', 'other-parties-4'],
    );
    assert.deepEqual(library.sidecar('doc.txt').annotations[0]?.links, [{ role: 'speaker', actor: 'other-parties-3' }]);
    assert.deepEqual(counts(await take(library, imported)), { sameArticles: 1, same: 1 });

    const named = { articles: [document([at('T2', 'actor', 'NATO', { actor: 'Other  parties!' })])] };
    await take(library, named);
    assert.deepEqual(counts(await take(library, named)), { sameArticles: 1, same: 1 });
  });
});

/** As a tool gives it that knows no ids of ours. */
function foreign({ standing: _, target, ...annotation }: Annotation & { standing: unknown }): ImportedAnnotation {
  return {
    ...annotation,
    id: `F${annotation.id}`,
    target: target.map(({ start, end, exact }) => ({ start, end, exact })),
  } as ImportedAnnotation;
}
