import assert from 'node:assert/strict';
import { quoteAll } from '../../../../src/anchoring/quoting';
import { planImport } from '../../../../src/exchange/importing/planning';
import { inOurLetters, isHeldAs } from '../../../../src/exchange/importing/lostCharacters';
import { Losses } from '../../../../src/exchange/losses';
import { loadFormat } from '../../../../src/exchange/registry';
import type { Annotation } from '../../../../src/model/annotation';
import { codebook as usual } from '../corpora';
import { readFiles } from '../reading';
import { annotation as placedAnnotation, article, writtenFiles } from '../sample';
import { MemoryLibrary } from './memoryLibrary';

describe('A text that a file couldn’t hold', () => {
  it('is known by what comes back of it', () => {
    for (const [ours, theirs] of [
      ['Lee\u0001', 'Lee\ufffd'],
      ['\ud83d half', '\ufffd half'],
      ['a\r\nb\rc', 'a\nb\nc'],
      ['a\r\n\u000c', 'a\n\ufffd'],
      ['same', 'same'],
    ] as const) {
      assert.ok(isHeldAs(ours, theirs), JSON.stringify(ours));
    }
    for (const [ours, theirs] of [
      ['Lee', 'Le\ufffd'],
      ['Lee\ufffd', 'Lee\u0001'],
      ['Lee\u0001', 'Lee'],
      ['a\nb', 'a\r\nb'],
    ] as const) {
      assert.ok(!isHeldAs(ours, theirs), JSON.stringify(ours));
    }
  });

  it('comes back within what it stands in, under a name that suffered too', () => {
    const ours = { note: 'a\u0001', attributes: { 'x\u0002': ['b\r\n', 'c'] }, creator: 'lee' };
    const theirs = { note: 'a\ufffd', attributes: { 'x\ufffd': ['b\n', 'd'] }, creator: '\ufffdee' };
    assert.deepEqual(inOurLetters(theirs, ours), {
      note: 'a\u0001',
      attributes: { 'x\u0002': ['b\r\n', 'd'] },
      creator: '\ufffdee',
    });
    assert.equal(inOurLetters(theirs, undefined), theirs);
  });
});

describe('What a format can’t hold of names, ids, notes and texts', () => {
  const text = 'North\u000c Korea objected\u0001 to \ufeffit.\n';
  const bad = 'Le\u0001\ud800e\r\n\ufffe';
  const [first, second, third] = quoteAll(text, [
    { start: 0, end: 12 },
    { start: 13, end: 22 },
    { start: 27, end: 29 },
  ]);
  const codebook = { ...usual, actors: [{ id: 'lee', name: bad, aliases: [`${bad}!`] }] };
  const annotations: readonly Annotation[] = [
    { id: 'aaaaaaaaaaaa', type: 'actor', target: [first ?? assert.fail()], actor: 'lee', creator: bad },
    {
      ...{ id: `b${bad}`, type: 'claim', target: [second ?? assert.fail()], summary: bad, note: bad, creator: bad },
      links: [
        { role: 'speaker', actor: 'lee', annotation: 'aaaaaaaaaaaa' },
        { role: 'contradicts', annotation: `b${bad}` },
      ],
    },
    { id: 'cccccccccccc', type: 'passage', target: [third ?? assert.fail()], creator: bad, attributes: { x: bad } },
  ];

  for (const id of [
    ...['csv', 'xlsx', 'jsonl', 'json', 'w3c', 'brat', 'webanno-tsv', 'uima-xmi', 'uima-json', 'doccano'],
    ...['label-studio', 'spacy-jsonl', 'qdpx'],
  ]) {
    it(`changes and doubles nothing when it comes back to where it was: ${id}`, async () => {
      const library = new MemoryLibrary(codebook);
      await library.put('a.txt', text, { annotations, article: { title: bad } as never });
      const { sidecar } = library.articles.get('a.txt') ?? assert.fail();
      const format = await loadFormat(id);
      const placed = annotations.map((one) =>
        placedAnnotation(
          one.id,
          one.type,
          one.target.map((range) => ({ ...range, standing: 'anchored' })),
          one as never,
        ),
      );
      const input = article('a.txt', text, placed, codebook, sidecar.article);
      const { files } = await writtenFiles(format, [input], { codebooks: [codebook] });
      const { imported, losses } = await readFiles(format, files, { name: 'x' });
      assert.deepEqual(losses, []);
      const plan = await planImport(imported, id, library.library(), {
        losses: new Losses(),
        progress: () => undefined,
      });
      assert.deepEqual([plan.articles, plan.codebooks], [[], []]);
      const { same, kept, uncertain, moved } = plan.report;
      assert.deepEqual({ same, kept, uncertain, moved }, { same: 3, kept: 0, uncertain: 0, moved: 0 });
    });
  }
});
