import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { qdpx } from '../../../../src/exchange/formats/qdpx';
import { InputError } from '../../../../src/exchange/inputError';
import type { ExportArticle } from '../../../../src/exchange/format';
import { articleText } from '../../../../src/model/article';
import { codebook, corpora } from '../corpora';
import { said } from '../comparing';
import { readFiles } from '../reading';
import { annotation, article, at, content, sample, text, writtenFiles } from '../sample';
import { problemsOf } from '../schemas/validity';

const programs = ['spec', 'nvivo', 'atlas.ti', 'maxqda'];

async function archiveOf(
  articles: readonly ExportArticle[],
  more: Parameters<typeof writtenFiles>[2] = {},
): Promise<Uint8Array> {
  return (await writtenFiles(qdpx, articles, more)).files.get('') ?? new Uint8Array();
}

async function projectOf(
  articles: readonly ExportArticle[],
  more: Parameters<typeof writtenFiles>[2] = {},
): Promise<string> {
  const files = unzipSync(await archiveOf(articles, more));
  return new TextDecoder().decode(files['project.qde']);
}

const reading = (archive: Uint8Array, options = {}): ReturnType<typeof readFiles> =>
  readFiles(qdpx, [['', archive]], { name: 'project.qdpx', options });

/** A project as another program packs it. */
function packed(project: string, files: Readonly<Record<string, string>> = {}): Uint8Array {
  const entries = Object.entries(files).map(([path, content]) => [path, strToU8(content)]);
  return zipSync({ 'project.qde': strToU8(project), ...Object.fromEntries(entries) });
}

/** Attributes of all elements of a name, by a parser that isn't our reader. */
function attributesOf(xml: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser({});
  parser.on('opentag', (tag) => {
    if (tag.name === name) found.push({ ...tag.attributes });
  });
  parser.write(xml).close();
  return found;
}

describe('qdpx', () => {
  for (const profile of programs) {
    it(`gives back what was written for ${profile}`, async () => {
      await fc.assert(
        fc.asyncProperty(corpora, async (articles) => {
          const { files, losses } = await writtenFiles(qdpx, articles, { codebooks: [codebook], options: { profile } });
          assert.deepEqual(losses, []);
          const { imported, losses: lost } = await reading(files.get('') ?? new Uint8Array());
          assert.deepEqual(lost, []);
          assert.deepEqual(imported.codebook, codebook);
          assert.deepEqual(
            imported.articles.map(({ path, text, info, annotations }) => ({
              ...{ path, text, info },
              annotations: byId(annotations.map((one) => said(one))),
              ours: annotations.every(({ isOurs }) => isOurs === true),
            })),
            articles.map(({ path, text, info: { file, sha256, length, ...info }, annotations }) => ({
              ...{ path, text, info },
              annotations: byId(annotations.map((one) => said(one))),
              ours: true,
            })),
          );
        }),
        { numRuns: 50 },
      );
    });
  }

  it('is valid by the schema of the specification', async () => {
    const samples = fc.sample(corpora, { numRuns: 40, seed: 1 });
    const projects = await Promise.all(
      [[sample], ...samples].map((articles, n) =>
        projectOf(articles, { options: { profile: programs[n % programs.length] ?? 'spec' } }),
      ),
    );
    assert.deepEqual(await problemsOf('refi-qda-project.xsd', projects), []);
    const wrong = (projects[0] ?? '').replace('isCodable=', 'codable=');
    assert.notDeepEqual(await problemsOf('refi-qda-project.xsd', [wrong]), []);
  });

  it('counts positions as each program does', async () => {
    const one = article('a/statement.txt', content, [
      annotation('b3k90000000z', 'actor', at(text, 'North Korea'), { actor: 'north-korea' }),
      annotation('c', 'passage', at(text, 'KCNA, 18 Dec')),
    ]);
    for (const profile of programs) {
      const files = unzipSync(await archiveOf([one], { options: { profile } }));
      const project = new TextDecoder().decode(files['project.qde']);
      const [source] = attributesOf(project, 'TextSource');
      const bytes = files[`sources/${source?.['plainTextPath']?.replace('internal://', '')}`];
      const file = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      const isWindows = profile === 'nvivo' || profile === 'maxqda';
      assert.equal(file, isWindows ? text.replaceAll('\n', '\r\n') : text);
      // NVivo: units of the file as it is. All others: code points, a line break is one.
      const counted = profile === 'nvivo' ? file.split('') : [...file.replaceAll('\r\n', '\n')];
      const said = attributesOf(project, 'PlainTextSelection').map(({ startPosition, endPosition }) =>
        counted.slice(Number(startPosition), Number(endPosition)).join(''),
      );
      assert.deepEqual(said, ['North Korea', 'KCNA, 18 Dec'], profile);
    }
  });

  it('has GUIDs that are unique, and refers to none that is missing', async () => {
    const twice = { ...sample, path: 'copy.txt' };
    const project = await projectOf([sample, twice]);
    const guids = [...project.matchAll(/ guid="([^"]+)"/g)].map(([, guid]) => guid);
    assert.equal(new Set(guids).size, guids.length);
    for (const [, to] of project.matchAll(/(?:targetGUID|originGUID|creatingUser)="([^"]+)"/g)) {
      assert.ok(guids.includes(to), `${to} is there`);
    }
    const ids = [...project.matchAll(/internal:\/\/([^"]+)\.txt/g)].map(([, guid]) => guid);
    assert.deepEqual(
      ids,
      attributesOf(project, 'TextSource').map(({ guid }) => guid),
    );
  });

  it('keeps what has no place of its own: other ids, what is linked on behalf of whom, excluded ranges, coding', async () => {
    const fields = { supersedes: ['x'], orphaned: false, created: 'yesterday', topic: 'tests', kind: 'vow' };
    const one = {
      ...article('a.txt', content, [annotation('Ω', 'vow', at(text, 'We object'), fields)], undefined, {
        excluded: [{ start: 0, end: 2, exact: '😀', prefix: '', suffix: '' }],
        attributes: { tone: 'true', size: 3, tags: ['a', 'b'] },
      }),
      coding: [{ creator: 'lee', status: 'done' }],
    };
    const { imported, losses } = await reading(await archiveOf([one], { codebooks: [] }));
    assert.deepEqual(losses, []);
    const [back] = imported.articles;
    assert.deepEqual(
      back?.annotations.map((other) => said(other)),
      one.annotations.map((other) => said(other)),
    );
    assert.deepEqual(
      [back?.excluded, back?.coding, back?.info?.attributes],
      [one.info.excluded, one.coding, one.info.attributes],
    );
  });

  it('counts what it leaves out', async () => {
    const list = [
      annotation('m', 'actor', at(text, 'KCNA', 'uncertain')),
      annotation('c', 'claim', at(text, 'We object'), {
        links: [{ role: 'within', annotation: 'gone' }],
        ...({ foreign: 1 } as object),
        note: 'a \u0001 b',
      }),
    ];
    const one = article('a.txt', content, list, undefined, { encoding: 'windows-1252' });
    assert.deepEqual((await writtenFiles(qdpx, [one])).losses, [
      { what: 'annotations whose place in the text isn’t sure', count: 1 },
      { what: 'encodings of articles (the text is written as UTF-8)', count: 1 },
      { what: 'fields that aren’t ours', count: 1 },
      { what: 'links to annotations that aren’t there', count: 1 },
      { what: 'characters that XML can’t hold (written as U+FFFD)', count: 1 },
    ]);
  });

  it('shows a codebook whose parents go in circles or very deep', async () => {
    const deep = Array.from({ length: 500 }, (_, n) => ({ id: `t${n}`, name: `T ${n}`, parent: `t${n + 1}` }));
    const circle = [
      { id: 'a', name: 'A', parent: 'b' },
      { id: 'b', name: 'B', parent: 'a' },
      { id: 'c', name: 'C', parent: 'c' },
    ];
    const odd = { ...codebook, topics: [...deep, ...circle] };
    const archive = await archiveOf([article('a.txt', content, [], odd)], { codebooks: [odd] });
    assert.deepEqual((await reading(archive)).imported.codebook, odd);
  });

  it('keeps things apart that two codebooks give one id', async () => {
    const other = { ...codebook, topics: [{ id: 'tests', name: 'School tests' }] };
    const claim = (id: string): ReturnType<typeof annotation> =>
      annotation(id, 'passage', at(text, 'We object'), { topic: 'tests' });
    const articles = [
      article('a.txt', content, [claim('a')], codebook),
      article('b.txt', content, [claim('b')], other),
    ];
    const project = await projectOf(articles, { codebooks: [codebook, other] });
    const [one, two] = attributesOf(project, 'CodeRef').map(({ targetGUID }) =>
      attributesOf(project, 'Code').find(({ guid }) => guid === targetGUID),
    );
    assert.deepEqual([one?.['name'], two?.['name']], [codebook.topics?.[1]?.name, 'School tests']);
  });

  it('is known for ours where another program dropped the memos and made GUIDs of its own for selections', async () => {
    const list = [
      annotation('m', 'actor', at(text, 'North Korea'), { actor: 'north-korea', form: 'name' }),
      annotation('c', 'claim', [at(text, 'We object'), at(text, 'to all of it')], { topic: 'tests', stance: 'oppose' }),
    ];
    const files = unzipSync(await archiveOf([article('a.txt', content, list)]));
    const foreign = new TextDecoder()
      .decode(files['project.qde'])
      .replace(/<Notes>[^]*<\/Notes>/, '')
      .replace(/5a0e0/g, '77770');
    const { imported } = await reading(zipSync({ ...files, 'project.qde': strToU8(foreign) }));
    const [mention, claim] = imported.articles[0]?.annotations ?? [];
    assert.deepEqual(
      [mention?.type, mention?.actor, mention?.form, claim?.type, claim?.stance, claim?.target.length],
      ['actor', 'north-korea', 'name', 'claim', 'oppose', 2],
    );
    assert.equal(
      imported.codebook?.topics?.find(({ id }) => id === claim?.topic)?.name,
      'Missile tests are legitimate',
    );
    assert.equal(claim?.isOurs, undefined);
  });

  const windows = 'Café 😀\r\nWe object to it.\r\nThe end.';
  const guid = (n: number): string => `0000000${n}-1111-4222-8333-444444444444`;
  const selection = (n: number, start: number, end: number, code: number, more = '', name = ''): string =>
    `<PlainTextSelection guid="${guid(n)}" name="${name}" startPosition="${start}" endPosition="${end}" creatingUser="${guid(9)}" ` +
    `creationDateTime="2024-09-15T15:36:45Z">${more}<Coding guid="${guid(n + 1)}" creatingUser="${guid(9)}">` +
    `<CodeRef targetGUID="${guid(code)}"/></Coding></PlainTextSelection>`;
  const codes =
    `<CodeBook><Codes><Code guid="${guid(1).toUpperCase()}" isCodable="true" name="Refusal"><Description>Says no</Description>` +
    `<Code guid="${guid(2)}" isCodable="true" name="Open" color="#00ff00"/></Code></Codes></CodeBook>`;
  const project = (origin: string, inner: string, more = ''): string =>
    `<?xml version="1.0" encoding="UTF-8" standalone="no" ?><Project basePath="" name="qc" origin="${origin}" xmlns="urn:QDA-XML:project:1.0">` +
    `<Users><User guid="${guid(9)}" id="CP" name="chrisp"/></Users>${codes}<Sources>${inner}</Sources>${more}</Project>`;
  const textSource = (inner: string): string =>
    `<TextSource guid="${guid(8)}" name="Interview 1" richTextPath="internal://${guid(8)}.docx" plainTextPath="internal://${guid(8)}.txt">${inner}</TextSource>`;

  it('reads a project of NVivo: UTF-16 units and CRLF, “Sources”, a memo by a link', async () => {
    const start = windows.indexOf('We object');
    const inner = textSource(selection(4, start, start + 9, 2));
    const memo =
      `<Notes><Note guid="${guid(7)}" name="n" plainTextPath="internal://${guid(7)}.txt"/></Notes>` +
      `<Links><Link guid="${guid(6)}" originGUID="${guid(7)}" targetGUID="${guid(4)}"/></Links>`;
    const archive = packed(project('NVivo for Windows 12.6', inner, memo), {
      [`Sources/${guid(8)}.txt`]: `\uFEFF${windows}`,
      [`Sources/${guid(7)}.TXT`]: 'Look\r\nagain',
    });
    const { imported, losses } = await reading(archive);
    assert.deepEqual(losses, []);
    const lf = articleText(windows);
    assert.deepEqual(imported.codebook, {
      ...{ format: 'policy-codebook', version: 1 },
      topics: [
        { id: guid(1), name: 'Refusal', description: 'Says no' },
        { id: guid(2), name: 'Open', parent: guid(1) },
      ],
    });
    assert.deepEqual(imported.articles, [
      {
        ...{ key: guid(8), path: 'Interview 1.txt', text: lf, info: {} },
        annotations: [
          {
            ...{ id: guid(4), type: 'passage', topic: guid(2), creator: 'chrisp', created: '2024-09-15T15:36:45Z' },
            target: [{ start: lf.indexOf('We object'), end: lf.indexOf('We object') + 9 }],
            note: 'Look\nagain',
          },
        ],
      },
    ]);
  });

  it('reads a project of ATLAS.ti: code points, CRLF as one, several codes on one quotation', async () => {
    const points = [...articleText(windows)];
    const start = points.join('').slice(0, windows.indexOf('We')).length - 2;
    const more = `<Description>a comment</Description><Coding guid="${guid(6)}"><CodeRef targetGUID="${guid(1)}"/></Coding>`;
    const inner = textSource(selection(4, start, start + 9, 2, more));
    const archive = packed(project('ATLAS.ti for Windows 23.2.3', inner), { [`sources/${guid(8)}.txt`]: windows });
    const { imported } = await reading(archive);
    const [one] = imported.articles;
    assert.deepEqual(
      one?.annotations.map(({ id, topic, note, target }) => [
        ...[id, topic, note],
        ...target.map(({ start: from, end }) => one.text?.slice(from, end)),
      ]),
      [
        [guid(4), guid(1), 'a comment', 'We object'],
        [guid(5), guid(2), undefined, 'We object'],
      ],
    );
  });

  it('finds out how another program counts by the words that selections are named after', async () => {
    const lf = articleText(windows);
    for (const [counted, wanted] of [
      [windows, 'CRLF two, units'],
      [lf, 'CRLF one, units'],
      [[...windows], 'CRLF two, points'],
      [[...lf], 'CRLF one, points'],
    ] as const) {
      const start = typeof counted === 'string' ? counted.indexOf('The end') : counted.lastIndexOf('T');
      const inner = textSource(selection(4, start, start + 7, 2, '', 'The end'));
      const archive = packed(project('QualCoder 3.5', inner), { [`sources/${guid(8)}.txt`]: windows });
      const [one] = (await reading(archive)).imported.articles;
      const [range] = one?.annotations[0]?.target ?? [];
      assert.equal(one?.text?.slice(range?.start, range?.end), 'The end', wanted);
    }
  });

  it('finds a text whose path comes without a scheme', async () => {
    const inner = `<TextSource guid="${guid(8)}" plainTextPath="board_2017.txt">${selection(4, 0, 2, 1)}</TextSource>`;
    const { imported, losses } = await reading(packed(project('qc', inner), { 'sources/board_2017.txt': 'No.' }));
    assert.deepEqual(losses, []);
    assert.deepEqual(
      imported.articles.map(({ text, annotations }) => [text, annotations.length]),
      [['No.', 1]],
    );
  });

  it('counts what of another program’s project is no text', async () => {
    const representation = `<Representation guid="${guid(6)}" plainTextPath="internal://pdf.txt">${selection(4, 0, 3, 1)}</Representation>`;
    const inner =
      `<PDFSource guid="${guid(8)}" name="Law.pdf"><PDFSelection guid="${guid(7)}" page="0"/>${representation}</PDFSource>` +
      `<PictureSource guid="${guid(3)}"/><AudioSource guid="${guid(3)}"/><VideoSource guid="${guid(3)}"/>` +
      `<TextSource guid="${guid(3)}" richTextPath="internal://x.docx">${selection(5, 0, 3, 1)}</TextSource>`;
    const more =
      `<Notes><Note guid="${guid(7)}" name="Diary"><PlainTextContent>x</PlainTextContent></Note></Notes>` +
      `<Links><Link guid="${guid(6)}" originGUID="${guid(1)}" targetGUID="${guid(2)}"/></Links>` +
      `<Sets><Set guid="${guid(6)}" name="S"/></Sets><Graphs><Graph guid="${guid(6)}"/></Graphs>`;
    const { imported, losses } = await reading(packed(project('Quirkos', inner, more), { 'SOURCES/PDF.txt': 'No.' }));
    assert.deepEqual(
      imported.articles.map(({ path, annotations }) => [path, annotations.length]),
      [['Law.pdf.txt', 1]],
    );
    assert.deepEqual(losses.map(({ what }) => what).sort(), [
      'annotations of these texts',
      'graphs',
      'links that start at no annotation',
      'memos that belong to no annotation',
      'pictures',
      'selections of parts of PDF pages',
      'sets',
      'sound recordings with what is coded in them',
      'texts that are not in the archive',
      'videos with what is coded in them',
    ]);
  });

  it('says where a project isn’t right', async () => {
    const good = await archiveOf([sample]);
    const wrong = (inner: string, textFile: Uint8Array = strToU8(windows)): Uint8Array =>
      zipSync({ 'project.qde': strToU8(project('X', textSource(inner))), [`sources/${guid(8)}.txt`]: textFile });
    const cases: readonly (readonly [Uint8Array, RegExp])[] = [
      [good.slice(0, good.length - 30), /^project.qdpx: This is no zip archive, or the file is cut off/],
      [zipSync({ 'a.txt': strToU8('x') }), /^project.qdpx: There is no project.qde/],
      [zipSync({ 'project.qde': strToU8('<CodeBook/>') }), /^project.qde, line 1: The root is "CodeBook"/],
      [
        zipSync({ 'project.qde': strToU8('<!DOCTYPE a [<!ENTITY x "y">]><Project>&x;</Project>') }),
        /^project.qde, line 1: A document type/,
      ],
      [zipSync({ 'project.qde': strToU8('<Project><Sources></Project>') }), /^project.qde, line 1: This is not XML/],
      [zipSync({ 'project.qde': Uint8Array.of(0x3c, 0xff) }), /^project.qde, line 1: The file is not UTF-8/],
      [zipSync({ 'project.qde': strToU8('<Project/>'), '../x.txt': strToU8('x') }), /leads out of its folder/],
      [wrong('', Uint8Array.of(0x41, 0xff)), /^sources\/00000008.*line 1: The file is not UTF-8/],
      [wrong(selection(4, 0, 999, 1)), /^project.qde, line 1, selection 00000004.*no position "999" \(endPosition\)/],
      [wrong(selection(4, 9, 2, 1)), /selection 00000004.*ends before it starts/],
      [wrong(selection(4, -1, 2, 1)), /no position "-1" \(startPosition\)/],
    ];
    for (const [bytes, message] of cases) {
      await assert.rejects(reading(bytes), (error) => error instanceof InputError && message.test(error.message));
    }
  });

  it('takes names of what objects inherit, GUIDs that come twice, and links in circles', async () => {
    const join = (from: number, to: number): string =>
      `<Link guid="${guid(6)}" name="(continued)" originGUID="${guid(from)}" targetGUID="${guid(to)}"/>`;
    const inner = textSource(
      selection(4, 0, 4, 1) + selection(4, 0, 3, 1) + selection(3, 0, 2, 1) + selection(2, 0, 1, 1),
    );
    const more =
      `<Variables><Variable guid="${guid(7)}" name="__proto__" typeOfVariable="Text"/></Variables>` +
      `<Links>${join(3, 2)}${join(2, 3)}</Links>`;
    const value = `<VariableValue><VariableRef targetGUID="${guid(7)}"/><TextValue>x</TextValue></VariableValue>`;
    const archive = packed(project('X', inner.replace('</TextSource>', `${value}</TextSource>`), more), {
      [`sources/${guid(8)}.txt`]: windows,
    });
    const [one] = (await reading(archive)).imported.articles;
    const ids = one?.annotations.map(({ id }) => id) ?? [];
    assert.equal(new Set(ids).size, 4);
    assert.ok(Object.hasOwn(one?.info?.attributes ?? {}, '__proto__'));
    assert.equal(Object.getPrototypeOf(one?.info?.attributes), Object.prototype);
  });
});

function byId(list: readonly object[]): object[] {
  return [...list].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}
