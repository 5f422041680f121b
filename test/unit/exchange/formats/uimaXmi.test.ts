import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { validateXML } from 'xmllint-wasm';
import { uimaXmi } from '../../../../src/exchange/formats/uimaXmi';
import { articleText } from '../../../../src/model/article';
import { codebook, corpora } from '../corpora';
import { said } from '../comparing';
import { readFiles } from '../reading';
import * as sample from '../sample';
import { checkCas, checkSpans, checkTokens, type CheckedCas, type CheckedTypes } from './casChecks';

const { annotation, article, at, writtenFiles } = sample;
const text8 = (bytes: Uint8Array | undefined): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** An XMI document by the rules of UIMA's reference (chapter XMI), with saxes alone. */
function parsed(xml: string): CheckedCas {
  const structures: CheckedCas['structures'][number][] = [];
  let members: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const space = /^http:\/\/\/(.*)\.ecore$/.exec(uri)?.[1]?.replaceAll('/', '.');
    const own = Object.values(attributes).filter(({ prefix }) => prefix === '');
    const features = new Map(own.map(({ local: name, value }) => [name, value]));
    const id = attributes['xmi:id']?.value;
    if (local === 'View') members = (features.get('members') ?? '').split(' ').filter(Boolean);
    else if (space !== undefined && local !== 'NULL')
      structures.push({ id: id ?? '', type: `${space}.${local}`, features });
  });
  parser.write(xml).close();
  const sofa = structures.find(({ type }) => type === 'uima.cas.Sofa');
  return { text: sofa?.features.get('sofaString') ?? '', structures, members };
}

function parsedTypes(xml: string): CheckedTypes {
  const types = new Map<string, { parent: string; features: Map<string, string> }>();
  let [content, name, feature] = ['', '', ''];
  const parser = new SaxesParser();
  parser.on('opentag', () => (content = ''));
  parser.on('text', (more) => (content += more));
  parser.on('closetag', (tag) => {
    if (tag.name === 'name') feature = content;
    if (tag.name === 'supertypeName') types.set((name = feature), { parent: content, features: new Map() });
    if (tag.name === 'rangeTypeName') types.get(name)?.features.set(feature, content);
    content = '';
  });
  parser.write(xml).close();
  return types;
}

describe('UIMA CAS XMI', () => {
  it('read back is what was written', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const { files, losses } = await writtenFiles(uimaXmi, articles, { codebooks: [codebook] });
        assert.deepEqual(
          losses.filter(({ what }) => !what.includes('codebook')),
          [],
        );
        const { imported, losses: lost } = await readFiles(uimaXmi, files);
        assert.deepEqual(lost, []);
        const byPath = new Map(imported.articles.map((one) => [one.path, one]));
        for (const { path, text, info, annotations } of articles) {
          const { file: _, sha256: _hash, length: _length, ...about } = info;
          const found = byPath.get(path);
          assert.equal(found?.text, text);
          assert.deepEqual(found.info, about);
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

  it('is a CAS that UIMA takes: ids, references, types, features, offsets, tokens', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const { files } = await writtenFiles(uimaXmi, articles, { codebooks: [codebook] });
        const types = parsedTypes(text8(files.get('TypeSystem.xml')));
        const documents = [...files].filter(([path]) => path.endsWith('.xmi')).map(([, bytes]) => parsed(text8(bytes)));
        assert.equal(documents.length, articles.length);
        for (const [n, cas] of documents.entries()) {
          checkCas(cas, types);
          checkTokens(cas);
          const one = articles[n];
          if (one) checkSpans(cas, one);
          assert.equal(cas.text, one?.text);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is XML for libxml2 too, whatever stands in it', async () => {
    const odd = 'a\u0000b\u0001\u000b\ud800 <&"\t\r\n]]> 😀';
    const text = articleText(`\u0002\ufffe ${odd} end`);
    const fields = {
      note: odd,
      attributes: { 'speech-act': odd, ä_x0041_: [1] },
      links: [{ role: 'my role', actor: 'x' }],
    };
    const one = article('odd.txt', text, [annotation('o', 'claim', at(text, 'end'), fields)]);
    const { files, losses } = await writtenFiles(uimaXmi, [one, sample.sample]);
    const checked = await validateXML({
      xml: [...files].map(([fileName, bytes]) => ({ fileName, contents: text8(bytes) })),
      // Well-formed is what is asked: any schema would do.
      schema: '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
    });
    assert.deepEqual(
      checked.errors.filter(({ message }) => !/No matching global|fails to validate/.test(message)),
      [],
    );
    assert.ok(losses.some(({ what }) => what.includes('U+FFFD')));
    const { imported } = await readFiles(uimaXmi, files);
    const [claim] = imported.articles.find(({ path }) => path === 'odd.txt')?.annotations ?? [];
    const legal = odd.replace(/[\u0000\u0001\u000b\ud800](?![\udc00-\udfff])/g, '\ufffd');
    assert.deepEqual(claim?.attributes, { 'speech-act': legal, ä_x0041_: [1] });
    assert.deepEqual([claim?.note, claim?.links], [legal, [{ role: 'my role', actor: 'x' }]]);
  });

  it('of discontinuous targets is one annotation a range, with one id', async () => {
    const { files, losses } = await writtenFiles(uimaXmi, [sample.sample]);
    const { structures } = parsed(text8(files.get('a/statement.xmi')));
    const parts = structures.filter(({ features }) => features.get('id') === 'c1').map(({ features }) => features);
    assert.deepEqual(
      parts.map((features) => [features.get('label'), features.get('part'), features.has('topic')]),
      [
        ['claim', '1/2', true],
        ['claim', '2/2', false],
      ],
    );
    assert.deepEqual(
      losses.map(({ what }) => what),
      ['details of actors in the codebook', 'details of topics in the codebook', 'details of sources in the codebook'],
    );
  });

  it('keeps what a link to an annotation says besides', async () => {
    const text = 'NATO and Russia object';
    const links = [{ role: 'addressee', annotation: 'a', actor: 'x', source: 's', for: 'y' }];
    const list = [annotation('a', 'actor', at(text, 'NATO')), annotation('c', 'claim', at(text, 'object'), { links })];
    const { files } = await writtenFiles(uimaXmi, [article('a.txt', text, list)]);
    const { imported } = await readFiles(uimaXmi, files);
    assert.deepEqual(imported.articles[0]?.annotations[1]?.links, links);
  });

  it('counts what it has no place for', async () => {
    const { text, codebook: own } = sample;
    const info = { attributes: { genre: 'speech' }, excluded: [at(text, 'report')] };
    const one = article(
      'a.txt',
      text,
      [
        annotation('m', 'actor', at(text, 'North Korea', 'uncertain')),
        annotation('c', 'claim', at(text, 'We object'), { supersedes: ['x'] }),
      ],
      own,
      info,
    );
    const { losses } = await writtenFiles(uimaXmi, [{ ...one, coding: [{ creator: 'lee', status: 'done' }] }], {
      codebooks: [],
    });
    assert.deepEqual(
      losses.map(({ what, count }) => [what, count]),
      [
        ['attributes of articles', 1],
        ['excluded ranges', 1],
        ['coding statuses', 1],
        ['annotations whose place in the text isn’t sure', 1],
        ['decisions about other annotations (“supersedes”)', 1],
      ],
    );
  });
});

const head = `<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:tcas="http:///uima/tcas.ecore" xmlns:xmi="http://www.omg.org/XMI"
  xmlns:cas="http:///uima/cas.ecore" xmlns:type3="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore"
  xmlns:type4="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"
  xmlns:type5="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore"
  xmlns:pos="http:///de/tudarmstadt/ukp/dkpro/core/api/lexmorph/type/pos.ecore"
  xmlns:type2="http:///de/tudarmstadt/ukp/dkpro/core/api/coref/type.ecore"
  xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/>`;

/** A document as INCEpTION exports it: layers of its own, a slot feature, a relation, a list of values, a text with CRLF and an emoji. */
const foreign = `${head}
  <type3:DocumentMetaData xmi:id="1" sofa="12" begin="0" end="33" language="en" documentTitle="speech.txt" documentId="lee" isLastSegment="false"/>
  <type5:Sentence xmi:id="2" sofa="12" begin="0" end="33" id="s1"/>
  <type5:Token xmi:id="3" sofa="12" begin="3" end="7" pos="4" order="0"/>
  <pos:POS xmi:id="4" sofa="12" begin="3" end="7" PosValue="NNP"/>
  <type4:NamedEntity xmi:id="5" sofa="12" begin="4" end="8" identifier="http://www.wikidata.org/entity/Q7184" value="ORG"/>
  <custom:Frame xmi:id="6" sofa="12" begin="9" end="16" value="Refusal" certainty="3" roles="7 8"><tags>a</tags><tags>b</tags></custom:Frame>
  <custom:FrameRolesLink xmi:id="7" role="agent" target="5"/>
  <custom:FrameRolesLink xmi:id="8" target="9"/>
  <custom:Quote xmi:id="9" sofa="12" begin="17" end="24"/>
  <custom:Says xmi:id="10" sofa="12" begin="17" end="24" Governor="5" Dependent="9" value="says" weight="2"/>
  <type4:NamedEntity xmi:id="11" sofa="12" begin="24" end="24" value="PER"/>
  <type5:Token xmi:id="13" sofa="12" begin="3" end="7" order="0"/>
  <type4:NamedEntity xmi:id="14" sofa="12" begin="0" end="2" value="gone"/>
  <cas:Sofa xmi:id="12" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="😀&#13;&#10;NATO refuses &quot;talks&quot; with it."/>
  <cas:View sofa="12" members="1 2 3 4 5 6 9 10 11 13"/>
</xmi:XMI>`;

describe('UIMA CAS XMI of INCEpTION', () => {
  it('has annotations of every layer, relations, slots, and its document’s name', async () => {
    const { imported, losses } = await readFiles(uimaXmi, [['annotation/admin.xmi', foreign]]);
    const [one] = imported.articles;
    assert.deepEqual(
      [one?.path, one?.text, one?.info],
      ['speech.txt', '😀\nNATO refuses "talks" with it.', { language: 'en' }],
    );
    assert.deepEqual(one?.annotations, [
      {
        ...{ id: '5', type: 'actor', target: [{ start: 3, end: 7 }], actor: 'NATO' },
        links: [{ role: 'says', annotation: '9' }],
        attributes: { identifier: 'http://www.wikidata.org/entity/Q7184' },
      },
      {
        ...{ id: '6', type: 'passage', target: [{ start: 8, end: 15 }], topic: 'Refusal' },
        links: [
          { role: 'agent', annotation: '5' },
          { role: 'roles', annotation: '9' },
        ],
        attributes: { certainty: 3, tags: ['a', 'b'], layer: 'Frame' },
      },
      { id: '9', type: 'passage', target: [{ start: 16, end: 23 }], topic: 'Quote' },
    ]);
    assert.deepEqual(
      losses.map(({ what, count }) => [what, count]),
      [
        ['annotations of grammar (parts of speech, lemmas, syntax)', 1],
        ['annotations of no text', 1],
        ['features of relations', 1],
      ],
    );
  });

  it('takes a number for a number where the type system says so', async () => {
    const types = `<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription>
      <name>webanno.custom.Frame</name><supertypeName>uima.tcas.Annotation</supertypeName><features><featureDescription>
      <name>target</name><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription></features></typeDescription></types></typeSystemDescription>`;
    const xmi = `${head}<cas:Sofa xmi:id="1" sofaID="_InitialView" sofaString="abc"/>
      <custom:Frame xmi:id="2" sofa="1" begin="0" end="3" target="2"/><cas:View sofa="1" members="2"/></xmi:XMI>`;
    const { imported } = await readFiles(uimaXmi, [
      ['a.xmi', xmi],
      ['TypeSystem.xml', types],
    ]);
    assert.deepEqual(imported.articles[0]?.annotations[0]?.attributes, { target: 2 });
  });

  it('made on our layers needs no id and no label', async () => {
    const xmi = `${head}<cas:Sofa xmi:id="1" sofaID="_InitialView" sofaString="NATO said no"/>
      <custom:PolicyAnnotation xmi:id="2" sofa="1" begin="0" end="4" label="actor" attr_speech_x002D_act="x"/>
      <custom:PolicyAnnotation xmi:id="3" sofa="1" begin="5" end="12"/>
      <custom:PolicyAnnotation xmi:id="4" sofa="1" begin="0" end="4" id="k" label="actor" actor="nato"/>
      <custom:PolicyAnnotation xmi:id="5" sofa="1" begin="5" end="9" id="k" label="actor" actor="nato"/>
      <cas:View sofa="1" members="2 3 4 5"/></xmi:XMI>`;
    const { imported } = await readFiles(uimaXmi, [['a.xmi', xmi]]);
    assert.deepEqual(imported.articles[0]?.annotations, [
      { id: '2', type: 'actor', target: [{ start: 0, end: 4 }], actor: 'NATO', attributes: { 'speech-act': 'x' } },
      { id: '3', type: 'passage', target: [{ start: 5, end: 12 }] },
      { id: 'k', isOurs: true, type: 'actor', target: [{ start: 0, end: 4 }], actor: 'nato' },
      { id: '5', type: 'actor', target: [{ start: 5, end: 9 }], actor: 'nato' },
    ]);
  });
});

describe('UIMA CAS XMI that is broken', () => {
  const sofa = '<cas:Sofa xmi:id="1" sofaID="_InitialView" sofaString="a😀b"/>';
  const of = (begin: string, end: string): string =>
    `${head}${sofa}\n<type4:NamedEntity xmi:id="2" sofa="1" begin="${begin}" end="${end}"/><cas:View sofa="1" members="2"/></xmi:XMI>`;
  for (const [name, xml, message] of [
    ['is cut off', foreign.slice(0, -200), /^a\.xmi, line \d+: This is not XML/],
    ['has no text', `${head}</xmi:XMI>`, /^a\.xmi: There is no text/],
    ['is no XMI', '<a/>', /There is no XMI document/],
    ['has offsets beyond the text', of('0', '9'), /^a\.xmi, line 8, xmi:id 2: The offsets 0 to 9 don’t fit/],
    ['has offsets the wrong way round', of('3', '1'), /xmi:id 2: .*reversed/],
    ['has offsets that are no numbers', of('x', '1'), /xmi:id 2: .*not-integers/],
    ['has offsets within a character', of('0', '2'), /xmi:id 2: .*surrogate/],
    ['has two elements of one id', of('0', '1').replace('xmi:id="2"', 'xmi:id="1"'), /Two elements have the id 1/],
    ['has members that aren’t there', of('0', '1').replace('members="2"', 'members="3"'), /member that isn’t there: 3/],
    ['has entities', of('0', '1').replace('?>', '?><!DOCTYPE x [<!ENTITY e "x">]>'), /document type declaration/],
  ] as const) {
    it(`is refused with the place where it ${name}`, async () => {
      await assert.rejects(readFiles(uimaXmi, [['a.xmi', xml]]), { name: 'Error', message });
    });
  }

  it('is refused in another encoding', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(head), 0xe4, 0x20]);
    await assert.rejects(readFiles(uimaXmi, [['a.xmi', bytes]]), /a\.xmi, line 7: The file is not UTF-8/);
  });

  it('is looked through once where it is large', async () => {
    const many = Array.from({ length: 20_000 }, (_, n) => {
      return `<custom:PolicyAnnotation xmi:id="${n + 2}" sofa="1" begin="0" end="1" id="__proto__" part="${n}/20000" __proto__="x"/>`;
    });
    const members = many.map((_, n) => n + 2).join(' ');
    const xml = `${head}${sofa}${many.join('')}<cas:View sofa="1" members="${members}"/></xmi:XMI>`;
    const { imported } = await readFiles(uimaXmi, [['a.xmi', xml]]);
    assert.equal(imported.articles[0]?.annotations[0]?.target.length, 20_000);
  });
});
