import assert from 'node:assert/strict';
import fc from 'fast-check';
import { annotationTypes } from '../../../../src/model/annotation';
import { conll } from '../../../../src/exchange/formats/conll';
import { InputError } from '../../../../src/exchange/inputError';
import { codebook, corpora } from '../corpora';
import { readFiles } from '../reading';
import { annotation, article, at, sample, writtenFiles } from '../sample';

interface Entity {
  readonly label: string;
  readonly forms: string[];
}

interface Document {
  readonly sentences: string[][];
  /** By column from the fourth on. */
  readonly entities: Entity[][];
}

/** Files by the shared task's description: columns by single spaces, a blank line after a sentence, -DOCSTART-, IOB2. */
function parsed(file: string, columns: number): Document[] {
  const documents: Document[] = [];
  let before = new Array<string>(columns).fill('O');
  let isNew = true;
  const lines = file.split('\n');
  assert.equal(lines.pop(), '');
  for (const line of lines) {
    if (line === '') {
      assert.ok(!isNew, 'no empty sentence');
      isNew = true;
      continue;
    }
    const [form = '', pos, chunk, ...tags] = line.split(' ');
    assert.equal(tags.length, columns, line);
    assert.ok(form !== '' && !/[\s\u0085\u001c-\u001f]/u.test(form));
    if (form === '-DOCSTART-') {
      assert.deepEqual([pos, chunk, ...tags], ['-X-', 'O', ...tags.map(() => 'O')]);
      documents.push({ sentences: [], entities: tags.map(() => []) });
      isNew = false;
      continue;
    }
    const document = documents.at(-1) ?? assert.fail('a document first');
    if (isNew) document.sentences.push([]);
    document.sentences.at(-1)?.push(form);
    for (const [n, tag] of tags.entries()) {
      const [, kind, label = ''] = /^([BI])-(\S+)$/.exec(tag) ?? [];
      if (kind === 'B') document.entities[n]?.push({ label, forms: [form] });
      else if (kind === 'I') {
        assert.ok(!isNew && [`B-${label}`, `I-${label}`].includes(before[n] ?? ''), `${tag} goes on`);
        document.entities[n]?.at(-1)?.forms.push(form);
      } else assert.equal(tag, 'O');
    }
    before = tags;
    isNew = false;
  }
  return documents;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const solid = (text: string): string => text.replace(/[\s\u0085]/gu, '');

describe('conll', () => {
  it('is CoNLL-2003 with a column for each type, tokens that make up the text, labels of the longest targets', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const { files, losses } = await writtenFiles(conll, articles, { codebooks: [codebook] });
        const documents = parsed(decoder.decode(files.get('')), annotationTypes.length);
        assert.equal(documents.length, articles.length);
        const lost = new Map(losses.map(({ what, count }) => [what, count]));
        let left = 0;
        for (const [n, { text, annotations }] of articles.entries()) {
          const document = documents[n];
          assert.equal(document?.sentences.flat().join(''), solid(text));
          for (const [column, type] of annotationTypes.entries()) {
            const own = annotations.filter((one) => one.type === type);
            const ranges = own.map(({ target }) => target.map(({ exact }) => solid(exact)));
            for (const { label, forms } of document.entities[column] ?? []) {
              assert.equal(label, type);
              assert.ok(ranges.flat().some((exact) => exact.includes(forms.join(''))));
            }
            // The longest, and of several the shortest by its letters, is there whole.
            const lengths = own.map(({ target }) => target.reduce((sum, { start, end }) => sum + end - start, 0));
            const whole = ranges.filter((_, at) => lengths[at] === Math.max(...lengths)).map((exact) => exact.join(''));
            const all = document.entities[column]?.flatMap(({ forms }) => forms).join('') ?? '';
            assert.ok(whole.length === 0 || all.length >= Math.min(...whole.map(({ length }) => length)));
            left += own.length;
          }
        }
        assert.equal(left, articles.flatMap(({ annotations }) => annotations).length);
        assert.ok((lost.get('annotations that overlap a longer one') ?? 0) < Math.max(1, left));
      }),
      { numRuns: 120 },
    );
  });

  it('read back has the tokens and labels that were written', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const { files } = await writtenFiles(conll, articles, { codebooks: [codebook] });
        const documents = parsed(decoder.decode(files.get('')), annotationTypes.length);
        const { imported, losses } = await readFiles(conll, files, { name: 'all.conll' });
        assert.deepEqual(losses, []);
        for (const [n, { sentences, entities }] of documents.entries()) {
          const found = imported.articles[n];
          assert.equal(solid(found?.text ?? ''), sentences.flat().join(''));
          const said = found?.annotations.map(({ type, target: [range] }) => {
            assert.ok(range);
            return [type, solid(found.text?.slice(range.start, range.end) ?? '')];
          });
          const sorted = (list: readonly string[][] | undefined): string[] =>
            (list ?? []).map((one) => one.join(' ')).sort();
          assert.deepEqual(sorted(said), sorted(entities.flat().map(({ label, forms }) => [label, forms.join('')])));
        }
      }),
      { numRuns: 80 },
    );
  });

  it('labels whole tokens, cut at a target’s edges, behind an emoji, a combining mark, CRLF and a byte order mark', async () => {
    const { files, losses } = await writtenFiles(conll, [sample], { options: { types: 'claim' } });
    const lines = decoder.decode(files.get('')).split('\n');
    assert.deepEqual(lines.slice(0, 6), [
      '-DOCSTART- -X- O O',
      '',
      '😀 -X- _ O',
      'Cafe\u0301 -X- _ O',
      'report -X- _ O',
      '',
    ]);
    assert.deepEqual(
      lines.filter((line) => / [BI]-/.test(line)).map((line) => line.replace(' -X- _', '')),
      ['We B-claim', 'object I-claim', 'to B-claim', 'all I-claim', 'of I-claim', 'it I-claim'],
    );
    const lost = new Map(losses.map(({ what, count }) => [what, count]));
    assert.equal(lost.get('annotations of other types'), 3);
    assert.equal(lost.get('targets of several ranges or sentences (written as several labels)'), 1);
    assert.equal(lost.get('notes of annotations'), 1);
  });

  it('writes the longest of what overlaps, whatever its type where that isn’t ours, and counts the rest', async () => {
    const text = 'North Korea’s tests. \u0085 No';
    const list = [
      annotation('a', 'actor', at(text, 'North Korea'), { actor: 'x' }),
      annotation('b', 'actor', at(text, 'Korea')),
      annotation('c', 'odd type', at(text, 'Korea’s tests')),
      annotation('d', 'passage', at(text, 'tests')),
      annotation('e', 'passage', at(text, '\u0085')),
      annotation('f', 'claim', at(text, 'No', 'orphaned')),
    ];
    const { files, losses } = await writtenFiles(conll, [article('x.txt', text, list)], { codebooks: [] });
    const [document] = parsed(decoder.decode(files.get('')), 4);
    assert.deepEqual(document?.sentences, [['North', 'Korea', '’s', 'tests', '.'], ['No']]);
    assert.deepEqual(document.entities, [
      [{ label: 'actor', forms: ['North', 'Korea'] }],
      [],
      [],
      [{ label: 'odd_type', forms: ['Korea', '’s', 'tests'] }],
    ]);
    assert.deepEqual(losses, [
      { what: 'file names of articles', count: 1 },
      { what: 'annotations whose place in the text isn’t sure', count: 1 },
      { what: 'actors of mentions', count: 1 },
      { what: 'annotations that overlap a longer one', count: 2 },
      { what: 'annotations of no token', count: 1 },
    ]);
  });
});

describe('conll files of others', () => {
  const problem = async (file: string | Uint8Array): Promise<string> => {
    try {
      await readFiles(conll, [['d.conll', file]]);
    } catch (error) {
      assert.ok(error instanceof InputError);
      return error.message;
    }
    return 'none';
  };
  const texts = async (file: string): Promise<readonly (readonly string[])[]> => {
    const { imported } = await readFiles(conll, [['d.conll', file]]);
    return imported.articles.flatMap(({ text = '', annotations }) =>
      annotations.map(({ type, actor, topic, target: [range] }) => {
        return [type, actor ?? topic ?? '', text.slice(range?.start, range?.end)];
      }),
    );
  };

  it('are read: CoNLL-2003 with its chunks, IOB1, two documents', async () => {
    const file = [
      ...[
        '-DOCSTART- -X- -X- O',
        '',
        'U.N. NNP I-NP I-ORG',
        'official NN I-NP O',
        'Ekeus NNP I-NP I-PER',
        'heads VBZ I-VP O',
      ],
      ...[
        'for IN I-PP O',
        'Baghdad NNP I-NP I-LOC',
        'Paris NNP B-NP B-LOC',
        '. . O O',
        '',
        '-DOCSTART- -X- -X- O',
        '',
        'No UH I-NP O',
        ', , O O',
      ],
      ...['she PRP I-NP O', "'s POS I-VP O", '( ( O O', 'not RB I-NP O', ') ) O O', ''],
    ].join('\r\n');
    const { imported } = await readFiles(conll, [['d.conll', file]]);
    assert.deepEqual(
      imported.articles.map(({ path, text }) => [path, text]),
      [
        ['d-1.txt', 'U.N. official Ekeus heads for Baghdad Paris.'],
        ['d-2.txt', "No, she's (not)"],
      ],
    );
    assert.deepEqual(await texts(file), [
      ['actor', 'U.N.', 'U.N.'],
      ['actor', 'Ekeus', 'Ekeus'],
      ['actor', 'Baghdad', 'Baghdad'],
      ['actor', 'Paris', 'Paris'],
    ]);
    assert.deepEqual(
      imported.codebook?.actors?.map(({ kind }) => kind),
      ['organization', 'person', 'place', 'place'],
    );
  });

  it('are read: two columns by tabs, comments, IOBES and BILOU', async () => {
    const iobes = '# id = 1\tx\ty\tz\tw\nNorth\tB-GPE\nKorea\tE-GPE\nand\tO\nChina\tS-GPE\nRussia\tS-GPE\n#\tO\n';
    assert.deepEqual(await texts(iobes), [
      ['actor', 'North Korea', 'North Korea'],
      ['actor', 'China', 'China'],
      ['actor', 'Russia', 'Russia'],
    ]);
    assert.deepEqual(await texts('a B-x\nb I-x\nc L-x\nd U-x\ne I-y'), [
      ['passage', 'x', 'a b c'],
      ['passage', 'x', 'd'],
      ['passage', 'y', 'e'],
    ]);
  });

  it('that are broken are refused with the place', async () => {
    assert.match(await problem('a X O\nb X'), /^d\.conll, line 2: The line has 2 columns, others have 3/);
    assert.match(await problem('a O\nb PER'), /^d\.conll, line 2: “PER” is no label of IOB/);
    assert.match(await problem('a\nb'), /^d\.conll, line 1: The line has a token but no label/);
    assert.match(await problem('\tO\n'), /^d\.conll, line 1: The line has no token/);
    assert.match(await problem('\n\n'), /^chosen: There is no token in it/);
    assert.match(await problem(new Uint8Array([97, 32, 79, 10, 255])), /^d\.conll, line 2: The file is not UTF-8/);
  });
});
