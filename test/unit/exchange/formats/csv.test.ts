import assert from 'node:assert/strict';
import { csv } from '../../../../src/exchange/formats/csv';
import type { Codebook } from '../../../../src/model/codebook';
import { parseCsv, readRows } from '../readCsv';
import { annotation, article, at, codebook, sample, text, written } from '../sample';

const defaultAttributes = ['attr_act', 'attr_hedged', 'attr_verdict', 'attr_reliability'];

describe('csv', () => {
  it('has the agreed columns in their order, then the attributes', async () => {
    const [head] = parseCsv((await written(csv, [])).slice(1));
    assert.equal(
      head?.join(', '),
      'article, title, date, id, type, target_no, start, end, line, exact, standing, confidence, orphan_kept, text_sha256, text_start, text_end, actor_id, actor, actor_kind, topic_id, ' +
        'topic, stance, attribution, speaker_ids, speakers, holder_ids, addressee_ids, sources, kind, reference, url, note, ' +
        'creator, created, stance_value, summary, form, source_id, source, holders, addressees, modified, supersedes, ' +
        `links, attributes, inherited, prefix, suffix, article_sha256, ${defaultAttributes.join(', ')}`,
    );
  });

  it('has a row for each range, at the offsets of the LF text in UTF-16 units', async () => {
    const rows = readRows(await written(csv, [sample]));
    assert.deepEqual(
      rows.map((row) => [row['id'], row['target_no'], row['line'], row['exact']]),
      [
        ['m1', '1', '2', 'North Korea'],
        ['c1', '1', '3', 'We object'],
        ['c1', '2', '3', 'to all of it'],
        ['s1', '1', '3', 'KCNA, 18 Dec'],
        ['s2', '1', '1', 'report'],
      ],
    );
    for (const row of rows) assert.equal(text.slice(Number(row['start']), Number(row['end'])), row['exact']);
    // The emoji counts two, the combining mark one, the byte order mark nothing, CRLF one.
    assert.equal(rows[0]?.['start'], '16');
  });

  it('says who: an actor by its survivor, links by role', async () => {
    const [mention, claim] = readRows(await written(csv, [sample]));
    assert.deepEqual(
      [mention?.['actor_id'], mention?.['actor'], mention?.['actor_kind']],
      ['north-korea', 'North Korea', 'state'],
    );
    assert.equal(claim?.['speaker_ids'], 'north-korea; russia');
    assert.equal(claim?.['speakers'], 'North Korea; Russia');
    assert.equal(claim?.['holder_ids'], 'nato');
    assert.equal(claim?.['addressee_ids'], 'unheard-of');
    assert.equal(claim?.['sources'], 'KCNA\\; 18 Dec; UNSCR 1718');
    assert.equal(claim?.['actor_id'], '');
  });

  it('says what: topic, stance, attribution, attributes, note', async () => {
    const [, claim] = readRows(await written(csv, [sample]));
    const said = ['topic_id', 'topic', 'stance', 'attribution', 'attr_act', 'attr_hedged', 'attr_verdict', 'note'];
    assert.deepEqual(
      said.map((column) => claim?.[column]),
      ['tests', 'Missile tests are legitimate', 'oppose', 'quoted', 'condemn', 'false', '', 'a\r\nb, "c"'],
    );
  });

  it("gives a source its own kind, reference and url, else its codebook source's; no sources and no actor", async () => {
    const rows = readRows(await written(csv, [sample]));
    const shown = ['kind', 'reference', 'url', 'sources', 'actor_id', 'date'];
    assert.deepEqual(
      [rows[3], rows[4]].map((row) => shown.map((column) => row?.[column])),
      [
        ['statement', 'KCNA; 18 Dec', '', '', '', '2023-12'],
        ['document', 'UNSCR 1718', 'https://un.example/1718', '', '', '2023-12-20'],
      ],
    );
  });

  it('keeps superseded annotations and unknown types', async () => {
    const rows = readRows(
      await written(csv, [
        article('x.txt', 'one two', [
          annotation('a', 'claim', at('one two', 'one'), { supersedes: ['b'] }),
          annotation('c', 'measure', at('one two', 'two')),
        ]),
      ]),
    );
    assert.deepEqual(
      rows.map((row) => [row['id'], row['type'], row['start'], row['line'], row['standing']]),
      [
        ['a', 'claim', '0', '1', 'anchored'],
        ['c', 'measure', '4', '1', 'anchored'],
      ],
    );
  });

  it('gives offsets of an earlier text only with that text’s hash, and says what a person keeps as an orphan', async () => {
    const earlier = 'e'.repeat(64);
    const there = { start: 700, end: 703, exact: 'one', prefix: '', suffix: '' };
    const rows = readRows(
      await written(csv, [
        article('x.txt', 'one two', [
          annotation('a', 'actor', { ...at('one two', 'one'), confidence: 0.97 }),
          annotation('b', 'claim', { ...there, standing: 'orphaned' }, { text: earlier, orphaned: true }),
          annotation('c', 'claim', [at('one two', 'two'), { ...there, standing: 'uncertain', confidence: 0.5 }], {
            ...{ text: earlier, standing: 'uncertain' },
          }),
          annotation('d', 'claim', { ...there, standing: 'uncertain' }),
        ]),
      ]),
    );
    const columns = ['id', 'start', 'end', 'line', 'standing', 'confidence', 'orphan_kept'];
    assert.deepEqual(
      rows.map((row) => columns.map((column) => row[column])),
      [
        ['a', '0', '3', '1', 'anchored', '0.97', ''],
        ['b', '', '', '', 'orphaned', '', 'true'],
        ['c', '4', '7', '1', 'anchored', '', ''],
        ['c', '', '', '', 'uncertain', '0.5', ''],
        ['d', '', '', '', 'uncertain', '', ''],
      ],
    );
    assert.deepEqual(
      rows.map((row) => [row['text_sha256'], row['text_start'], row['text_end']]),
      [
        ['', '', ''],
        [earlier, '700', '703'],
        ['', '', ''],
        [earlier, '700', '703'],
        ['0'.repeat(64), '700', '703'],
      ],
    );
  });

  it('names what the codebook lacks by its id, and works without a codebook', async () => {
    const mention = annotation('m', 'actor', at('one', 'one'), { actor: 'lost', topic: 'gone' });
    const [row] = readRows(await written(csv, [article('x.txt', 'one', [mention])], []));
    assert.deepEqual(
      [row?.['actor_id'], row?.['actor'], row?.['actor_kind'], row?.['topic'], row?.['attr_act']],
      ['lost', 'lost', '', 'gone', ''],
    );
  });

  it('unites the attributes of all codebooks, in order', async () => {
    const other: Codebook = {
      ...{ format: 'policy-codebook', version: 1 },
      attributes: [
        { id: 'weight', name: 'Weight', type: 'integer', appliesTo: ['claim'] },
        { id: 'hedged', name: 'Hedged', type: 'boolean', appliesTo: ['claim'] },
        { id: 'themes', name: 'Themes', type: 'list', appliesTo: ['passage'] },
        { id: 'slant', name: 'Slant', type: 'text', appliesTo: ['article'] },
        { id: 'bloc', name: 'Bloc', type: 'text', appliesTo: ['actor'] },
      ],
      actors: [{ id: 'x', name: 'X', attributes: { bloc: '=East', slant: 'no' } }],
    };
    const attributes = { weight: -5, themes: ['a; b', 'c', 3], hedged: '-', odd: 1 };
    const annotations = [annotation('p', 'passage', at('one', 'one'), { attributes, actor: 'x' })];
    const file = await written(
      csv,
      [article('x.txt', 'one', annotations, other, { attributes: { slant: 'left' } })],
      [codebook, other],
    );
    const [head, raw] = parseCsv(file.slice(1));
    assert.deepEqual(head?.slice(49), [
      ...[...defaultAttributes, 'attr_weight', 'attr_themes', 'attr_slant', 'attr_bloc'],
    ]);
    // A number is no formula; a text that begins with a sign may be.
    assert.deepEqual(raw?.slice(49), ['', "'-", '', '', '-5', 'a\\; b; c; 3', 'left', "'=East"]);
  });

  it('guards every text that comes from files, and reading gives it back', async () => {
    const evil = '=HYPERLINK("http://evil.example","x")';
    const content = `${evil}\n＠two`;
    const annotations = [
      annotation('-id', '+type', at(content, evil), {
        ...{ actor: evil, topic: evil, stance: evil, attribution: evil, kind: evil, reference: evil, url: evil },
        ...{ note: `a\n${evil}`, creator: evil, created: evil, date: evil, attributes: { act: evil } },
        links: ['speaker', 'holder', 'addressee'].map((role) => ({ role, actor: evil })),
      }),
      annotation('z', 'passage', at(content, '＠two'), { links: [{ role: 'source', source: evil }] }),
    ];
    const file = await written(csv, [article(evil, content, annotations, codebook, { title: evil })]);
    const [, ...records] = parseCsv(file.slice(1));
    const cells = records.flat().filter((cell) => cell !== '' && !/^\d+$/.test(cell) && cell !== 'anchored');
    assert.ok(cells.length > 20);
    for (const cell of cells) assert.doesNotMatch(cell, /^[=+\-@＝＋－＠]/);
    const [first, second] = readRows(file);
    assert.equal(first?.['exact'], evil);
    assert.equal(first?.['note'], `a\n${evil}`);
    assert.equal(second?.['exact'], '＠two');
  });
});
