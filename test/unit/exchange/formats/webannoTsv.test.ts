import assert from 'node:assert/strict';
import fc from 'fast-check';
import { webannoTsv } from '../../../../src/exchange/formats/webannoTsv';
import {
  escapeText,
  escapeValue,
  unescapeText,
  unescapeValue,
} from '../../../../src/exchange/formats/webannoTsv/escaping';
import { featureName, plainName } from '../../../../src/exchange/spans/layers/names';
import { said } from '../comparing';
import { codebook, corpora } from '../corpora';
import { readFiles } from '../reading';
import { annotation, article, at, sample, writtenFiles } from '../sample';
import { parseWebannoTsv } from './parseWebannoTsv';

const text8 = (bytes: Uint8Array | undefined): string => {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
};

/** White space before the first word becomes spaces. */
function held(text: string): string {
  const start = text.length - text.trimStart().length;
  return ' '.repeat(start) + text.slice(start);
}

describe('WebAnno TSV', () => {
  it('read back is what was written', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const { files, losses } = await writtenFiles(webannoTsv, articles, { codebooks: [codebook] });
        assert.ok(!losses.some(({ what }) => /ranges|links|annotations whose/.test(what)));
        const { imported, losses: lost } = await readFiles(webannoTsv, files);
        assert.deepEqual(lost, []);
        const byPath = new Map(imported.articles.map((one) => [one.path, one]));
        for (const { path, text, annotations } of articles) {
          const found = byPath.get(path);
          assert.equal(found?.text, held(text));
          assert.deepEqual(
            found.annotations.map((one) => said(one)),
            annotations.map((one) => said(one)),
          );
          assert.ok(found.annotations.every(({ isOurs }) => isOurs));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is what its specification says', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const { files } = await writtenFiles(webannoTsv, articles, { codebooks: [codebook] });
        for (const { path, text, annotations } of articles) {
          const found = parseWebannoTsv(text8(files.get(`${path}.tsv`)));
          assert.equal(found.text, held(text));
          const ranges = found.annotations.map(({ begin, end, features }) => {
            return JSON.stringify([features.get('id'), features.get('label'), begin, end]);
          });
          const wanted = annotations.flatMap(({ id, type, target }) =>
            target.map(({ start, end }) => JSON.stringify([id, type, start, end])),
          );
          assert.deepEqual(ranges.sort(), wanted.sort());
          const ids = ({ from, to, features }: (typeof found.relations)[number]): string =>
            JSON.stringify([
              from.features.get('id'),
              features.get('role'),
              features.get('actor'),
              to.features.get('id'),
            ]);
          const links = annotations.flatMap(({ id, links: own = [] }) =>
            own.flatMap(({ role, actor, annotation: to }) =>
              to === undefined ? [] : [JSON.stringify([id, role, actor, to])],
            ),
          );
          assert.deepEqual(found.relations.map(ids).sort(), links.sort());
          for (const { id, note } of annotations) {
            const first = found.annotations.find(({ features }) => features.get('id') === id);
            assert.equal(first?.features.get('note'), note);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has words, parts of words, stacked annotations and relations in its rows', async () => {
    const text = '😀 We object,\nit said. US-led talks';
    const claim = annotation('c', 'claim', [at(text, 'We object'), at(text, 'led')], {
      links: [{ role: 'addressee', annotation: 'a', actor: 'us' }],
    });
    const one = article('a.txt', text, [
      claim,
      annotation('n', 'passage', at(text, 'object')),
      annotation('a', 'actor', at(text, 'US'), { actor: 'us', note: '*|[1]' }),
    ]);
    const { files } = await writtenFiles(webannoTsv, [one], { codebooks: [] });
    assert.equal(
      text8(files.get('a.txt.tsv')),
      [
        '#FORMAT=WebAnno TSV 3.3',
        '#T_SP=webanno.custom.PolicyAnnotation|label|id|part|actor|note',
        '#T_RL=webanno.custom.PolicyRelation|role|actor|BT_webanno.custom.PolicyAnnotation',
        '',
        '',
        '#Text=😀 We object,',
        '#Text=',
        '1-1\t0-2\t😀\t_\t_\t_\t_\t_\t_\t_\t_\t',
        '1-2\t3-5\tWe\tclaim[1]\tc[1]\t1/2[1]\t*[1]\t*[1]\t_\t_\t_\t',
        '1-3\t6-12\tobject\tclaim[1]|passage[2]\tc[1]|n[2]\t1/2[1]|*[2]\t*[1]|*[2]\t*[1]|*[2]\t_\t_\t_\t',
        '1-4\t12-13\t,\t_\t_\t_\t_\t_\t_\t_\t_\t',
        '',
        '#Text=it said. ',
        '2-1\t14-16\tit\t_\t_\t_\t_\t_\t_\t_\t_\t',
        '2-2\t17-21\tsaid\t_\t_\t_\t_\t_\t_\t_\t_\t',
        '2-3\t21-22\t.\t_\t_\t_\t_\t_\t_\t_\t_\t',
        '',
        '#Text=US-led talks',
        '3-1\t23-25\tUS\tactor\ta\t*\tus\t\\*\\|\\[1\\]\taddressee\tus\t1-2[1_0]\t',
        '3-2\t25-26\t-\t_\t_\t_\t_\t_\t_\t_\t_\t',
        '3-3\t26-29\tled\tclaim\tc\t2/2\t*\t*\t_\t_\t_\t',
        '3-4\t30-35\ttalks\t_\t_\t_\t_\t_\t_\t_\t_\t',
        '',
      ].join('\n'),
    );
  });

  it('keeps what a link to an annotation says besides', async () => {
    const text = 'NATO and Russia object';
    const links = [{ role: 'addressee', annotation: 'a', actor: 'x', source: 's', for: 'y' }];
    const list = [annotation('a', 'actor', at(text, 'NATO')), annotation('c', 'claim', at(text, 'object'), { links })];
    const { files } = await writtenFiles(webannoTsv, [article('a.txt', text, list)]);
    const { imported } = await readFiles(webannoTsv, files);
    assert.deepEqual(imported.articles[0]?.annotations[1]?.links, links);
  });

  it('counts what it has no place for', async () => {
    const text = '\n\t a\ud800 word ';
    const one = article(
      'a.txt',
      text,
      [annotation('a', 'passage', { ...at(text, ' word '), exact: ' word ' }, { note: 'x\r\ny' })],
      undefined,
      { title: 'T', url: 'https://x.example/' },
    );
    const { files, losses } = await writtenFiles(webannoTsv, [one, article('b.txt', ' \n', [])], { codebooks: [] });
    assert.deepEqual(
      losses.map(({ what, count }) => [what, count]),
      [
        ['titles', 1],
        ['web addresses of articles', 1],
        ['tabs, line breaks and the like before the first word (written as spaces)', 3],
        ['ranges that began or ended in white space (cut to the words)', 1],
        ['texts with carriage returns (written as line feeds)', 1],
      ],
    );
    const { imported } = await readFiles(webannoTsv, files);
    assert.equal(imported.articles[0]?.text, '   a\ufffd word ');
    assert.deepEqual(imported.articles[0]?.annotations[0]?.target, [{ start: 6, end: 10 }]);
    assert.equal(imported.articles[0]?.annotations[0]?.note, 'x\ny');
    assert.deepEqual([imported.articles[1]?.text, imported.articles[1]?.annotations], ['', []]);
  });

  it('names a file after each article, whole', async () => {
    const { files } = await writtenFiles(webannoTsv, [sample, { ...sample, path: 'a/statement.md' }]);
    assert.deepEqual([...files.keys()], ['a/statement.txt.tsv', 'a/statement.md.tsv']);
  });

  it('escapes so that nothing is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'\\[]|_->;\t\n*tnrbf\u0001\u000b\fa😀') }), (value) => {
        assert.equal(unescapeValue(escapeValue(value)), value);
        assert.doesNotMatch(escapeValue(value), /(?<!\\)[\t\n]/);
        assert.equal(unescapeText(escapeText(value), false), value);
        assert.match(escapeText(value), /^[^\t\n\r]*$/);
      }),
    );
    assert.equal(unescapeText('a\\u00e4\\\\n', true), 'aä\\n');
  });

  it('has names of features that UIMA takes, and gives them back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'_x0012DFa-é😀') }), (name) => {
        assert.match(featureName(name), /^\w*$/);
        assert.equal(plainName(featureName(name)), name);
      }),
      { numRuns: 2000 },
    );
  });
});

/** As INCEpTION writes it: slots, a chain, stacked and zero-width annotations, a gap between sentences. */
const foreign = `#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
#T_SP=webanno.custom.Mark|
#T_SP=webanno.custom.Frame|ROLE_webanno.custom.Frame:roles_webanno.custom.FrameRolesLink|uima.tcas.Annotation|value
#T_CH=webanno.custom.CorefLink|referenceRelation|referenceType
#T_RL=de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency|DependencyType|BT_de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS
#T_RL=webanno.custom.Says|value|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity


#Sentence.id=s1
#Text=😀 Ms. Haag\\tof NATO
1-1\t0-2\t😀\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t
1-2\t3-6\tMs.\tNNP\t*[1]|Q1[2]\tPER[1]|PART[2]\t_\t_\t_\t_\tcoref->1-1\tpr[1]\tSBJ\t1-3\t_\t_\t
1-3\t7-11\tHaag\tNNP\t*[1]\tPER[1]\t*\t_\t_\t_\t_\t_\t_\t_\t_\t_\t
1-3.1\t8-10\taa\t_\t_\t_\t*\t_\t_\t_\t_\t_\t_\t_\t_\t_\t
1-4\t12-14\tof\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t
1-5\t15-19\tNATO\t_\thttp://x.example/a\\_b\tORG\t_\t_\t_\t_\t_\t_\t_\t_\tmember\\|of\t1-2[1_0]\t

#Text=refuses
#Text=talks.
2-1\t22-29\trefuses\t_\t_\t_\t_\tagent;*\t1-2[1];1-5\tno\t*->1-2\t*[1]\t_\t_\t_\t_\t
2-2\t30-35\ttalks\t_\t_\t_\t_\t_\t*\tnone\t_\t_\t_\t_\t_\t_\t
2-3\t35-36\t.\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t
2-3.1\t36-36\t\t_\t_\t_\t*\t_\t_\t_\t_\t_\t_\t_\t_\t_\t
`;

describe('WebAnno TSV of INCEpTION', () => {
  it('has spans, slots, chains and relations of every layer', async () => {
    const { imported, losses } = await readFiles(webannoTsv, [['', foreign]], { name: 'speech.tsv' });
    const [one] = imported.articles;
    assert.deepEqual([one?.path, one?.text], ['speech.txt', '😀 Ms. Haag\tof NATO\n  refuses\ntalks.\n']);
    const found = one?.annotations.map(({ type, target, actor, topic, links, attributes }) => {
      const text = target.map(({ start, end }) => one.text?.slice(start, end)).join('+');
      const ends = links?.map(({ role, annotation: to }) => `${role} ${to}`);
      return [type, text, actor ?? topic, ...(ends ?? []), ...(attributes ? [JSON.stringify(attributes)] : [])];
    });
    const ne = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
    assert.deepEqual(found, [
      ['actor', 'Ms. Haag', 'Ms. Haag', `member|of ${ne}@1-5#0`],
      ['passage', 'Ms.', 'PART', '{"identifier":"Q1"}'],
      ['passage', 'Ms.', 'pr', 'coref webanno.custom.CorefLink->1-2', '{"layer":"CorefLink"}'],
      ['passage', 'Haag', 'Mark'],
      ['passage', 'aa', 'Mark'],
      ['actor', 'NATO', 'NATO', '{"identifier":"http://x.example/a_b"}'],
      ['passage', 'refuses', 'no', `agent ${ne}[1]`, `roles ${ne}@1-5#0`, '{"layer":"Frame"}'],
      ['passage', 'refuses', 'CorefLink'],
      ['passage', 'talks', 'none', '{"layer":"Frame"}'],
    ]);
    assert.deepEqual(
      losses.map(({ what, count }) => [what, count]),
      [
        ['annotations of grammar (parts of speech, lemmas, syntax)', 3],
        ['annotations of no text', 1],
      ],
    );
  });

  it('may have carriage returns at its lines’ ends and in its text', async () => {
    const file =
      '#FORMAT=WebAnno TSV 3.2\n#T_SP=webanno.custom.Span|value\n\n\n#Text=a\\r\\nb😀c\n1-1\t0-1\ta\t_\n1-2\t3-7\tb😀c\tX\n';
    const { imported } = await readFiles(webannoTsv, [['a.tsv', file.replaceAll('\n', '\r\n')]]);
    assert.equal(imported.articles[0]?.text, 'a\nb😀c\n');
    assert.deepEqual(imported.articles[0]?.annotations[0]?.target, [{ start: 2, end: 6 }]);
  });
});

describe('WebAnno TSV that is broken', () => {
  const of = (row: string): string =>
    `#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.S|v\n#T_RL=webanno.custom.R|v|BT_webanno.custom.S\n\n\n#Text=a😀b c\n${row}\n`;
  for (const [name, file, message] of [
    ['is of another format', 'a\tb\n', /^a\.tsv, line 1: The first line isn’t/],
    ['is of an old version', '#FORMAT=WebAnno TSV 2.0\n', /line 1: WebAnno TSV 2.0 is not taken/],
    ['has a relation of nothing', '#FORMAT=WebAnno TSV 3.3\n#T_RL=x|y\n', /line 2: The relation x has no column BT_/],
    ['is cut off in a sentence', of('').trimEnd(), /line 6: The sentence has no tokens/],
    ['is cut off in a row', of('1-1\t0-4\ta😀b\t_'), /line 7: The row has 4 columns of 6/],
    [
      'has no token where one should be',
      of('x\t0-4\ta\t_\t_\t_'),
      /line 7: A row begins with what is no token’s number: x/,
    ],
    ['has no range', of('1-1\tx\ta\t_\t_\t_'), /line 7: This is no range: x/],
    ['has offsets beyond the text', of('1-1\t0-9\ta\t_\t_\t_'), /line 7: The offsets 0-9 don’t fit the sentence/],
    ['has offsets the wrong way round', of('1-1\t4-0\ta\t_\t_\t_'), /line 7: The offsets 4-0 don’t fit/],
    ['has offsets within a character', of('1-1\t0-2\ta\t_\t_\t_'), /line 7: The offsets 0-2 are within a character/],
    [
      'has a part outside of its token',
      of('1-1\t0-4\ta\t_\t_\t_\n1-1.1\t5-6\tc\t_\t_\t_'),
      /line 8: The offsets 5-6 don’t fit the token/,
    ],
    ['has a relation from nowhere', of('1-1\t0-4\ta\tX\tr\t7-7'), /line 7: There is no token 7-7/],
    ['has a relation from no annotation', of('1-1\t0-4\ta\tX\tr\t1-1[5_0]'), /line 7: There is no annotation \[5\]/],
    [
      'has a sentence that begins too early',
      `${of('1-1\t0-4\ta\t_\t_\t_')}\n#Text=x\n2-1\t1-2\tx\t_\t_\t_\n`,
      /line 10: .*begins before/,
    ],
    ['has a sentence far away', of('1-1\t999999999-999999999\ta\t_\t_\t_'), /line 7: There is no text before/],
  ] as const) {
    it(`is refused with the place where it ${name}`, async () => {
      await assert.rejects(readFiles(webannoTsv, [['a.tsv', file]]), { name: 'Error', message });
    });
  }

  it('is refused in another encoding', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(of('')), 0xe4, 0x20]);
    await assert.rejects(readFiles(webannoTsv, [['a.tsv', bytes]]), /a\.tsv, line 8: The file is not UTF-8/);
  });

  it('is looked through once where it is large, whatever its layers are called', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, n) => `1-${n + 1}\t${n * 2}-${n * 2 + 1}\ta\t${'x[1]|'.repeat(3)}y[${n + 2}]\t_\t_`,
    );
    const file = of(rows.join('\n')).replace('a😀b c', 'a '.repeat(20_000)).replaceAll('webanno.custom.S', '__proto__');
    const { imported } = await readFiles(webannoTsv, [['a.tsv', file]]);
    assert.equal(imported.articles[0]?.annotations.length, 20_001);
  });
});
