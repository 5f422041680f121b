import assert from 'node:assert/strict';
import { hypothesis } from '../../../../src/exchange/formats/hypothesis';
import type { Imported } from '../../../../src/exchange/imported';
import { InputError } from '../../../../src/exchange/inputError';
import type { Loss } from '../../../../src/exchange/losses';
import { readFiles } from '../reading';

const uri = 'https://news.example/2024/levy';

/** An annotation as the API gives it. */
function row(id: string, more: object = {}): object {
  return {
    ...{ id, created: '2024-05-02T10:00:00.123456+00:00', updated: '2024-05-02T10:00:00.123456+00:00' },
    ...{ user: 'acct:lee@hypothes.is', uri, text: '', tags: [], group: '__world__', hidden: false, flagged: false },
    permissions: { read: ['group:__world__'], admin: ['acct:lee@hypothes.is'] },
    ...{ target: [{ source: uri, selector: selectors('the levy', 10) }], document: { title: ['The Levy'] } },
    links: { html: `https://hypothes.is/a/${id}` },
    user_info: { display_name: 'J. Lee' },
    ...more,
  };
}

function selectors(exact: string, start: number): object[] {
  return [
    { type: 'RangeSelector', startContainer: '/p[1]', endContainer: '/p[1]', startOffset: 1, endOffset: 9 },
    { type: 'TextPositionSelector', start, end: start + exact.length },
    { type: 'TextQuoteSelector', exact, prefix: 'says 😀 ', suffix: ' is' },
  ];
}

async function read(...rows: object[]): Promise<{ imported: Imported; losses: readonly Loss[] }> {
  return readFiles(hypothesis, [['a.json', JSON.stringify({ total: rows.length, rows })]]);
}

const target = [{ start: 10, end: 18, exact: 'the levy', prefix: 'says 😀 ', suffix: ' is' }];
const made = { creator: 'lee', created: '2024-05-02T10:00:00Z' };

describe('hypothesis', () => {
  it('makes passages of annotations, and topics of tags', async () => {
    const { imported, losses } = await read(
      row('a', { tags: ['Levy', 'Shipping ', 'Levy'], text: 'Why?\n', group: 'x1y2' }),
      row('b', { updated: '2024-05-03T10:00:00+00:00' }),
    );
    assert.deepEqual(losses, []);
    assert.deepEqual(imported, {
      codebook: { format: 'policy-codebook', version: 1, topics: [{ id: 'Levy', name: 'Levy' }] },
      articles: [
        {
          ...{ key: uri, path: 'news.example/2024/levy.txt', info: { title: 'The Levy', url: uri } },
          annotations: [
            {
              ...{ id: 'a', type: 'passage', topic: 'Levy', target, note: 'Why?', ...made },
              attributes: { tags: ['Shipping'], group: 'x1y2' },
            },
            { id: 'b', type: 'passage', target, ...made, modified: '2024-05-03T10:00:00Z' },
          ],
        },
      ],
    });
  });

  it('takes a tag that is a type of ours, or of named entities, for the type', async () => {
    const { imported } = await read(
      row('a', { tags: ['claim', 'Levy'] }),
      row('b', { tags: ['ORG'] }),
      row('c', { tags: ['Karsk', 'actor'] }),
      row('d', { tags: ['Source', 'Port statistics', '2024'] }),
    );
    const said = imported.articles[0]?.annotations.map(({ id, target, creator, created, ...fields }) => fields);
    assert.deepEqual(said, [
      { type: 'claim', topic: 'Levy' },
      { type: 'actor', actor: 'the levy' },
      { type: 'actor', actor: 'Karsk' },
      { type: 'source', reference: 'Port statistics', attributes: { tags: ['2024'] } },
    ]);
    assert.deepEqual(imported.codebook?.actors, [
      { id: 'the levy', name: 'the levy', kind: 'organization' },
      { id: 'Karsk', name: 'Karsk' },
    ]);
  });

  it('keeps replies in the notes, and page notes with the article', async () => {
    const reply = { target: [{ source: uri }], user: 'acct:moreno@hypothes.is' };
    const { imported, losses } = await read(
      row('r2', { ...reply, text: 'Because.', references: ['a', 'r1'], created: '2024-05-04T10:00:00+00:00' }),
      row('r1', { ...reply, text: 'Why so?', tags: ['question'], references: ['a'] }),
      row('a', { text: 'Odd' }),
      row('p', { target: [{ source: uri }], text: 'Good overview', tags: ['overview'] }),
      row('r3', { ...reply, text: 'Yes', references: ['p'] }),
      row('r4', { ...reply, text: 'Gone', references: ['gone'] }),
    );
    const [article] = imported.articles;
    assert.deepEqual(
      article?.annotations.map(({ note }) => note),
      ['Odd\n\nmoreno (2024-05-02T10:00:00Z): Why so? [question]\n\nmoreno (2024-05-04T10:00:00Z): Because.'],
    );
    assert.deepEqual(article?.info?.attributes, {
      'page-notes': ['lee: Good overview\n\nmoreno (2024-05-02T10:00:00Z): Yes [overview]'],
    });
    assert.deepEqual(losses, [{ what: 'replies to annotations that aren’t there', count: 1 }]);
  });

  it('reads the client’s export and plain lists, and an annotation given twice once', async () => {
    const one = row('a');
    const exported = {
      export_date: '2024-05-02',
      export_userid: 'lee',
      client_version: '1.1',
      annotations: [one, one],
    };
    for (const file of [exported, [one]]) {
      const { imported } = await readFiles(hypothesis, [['', `\uFEFF${JSON.stringify(file, null, 2)}`]]);
      assert.deepEqual(imported.articles[0]?.annotations, [{ id: 'a', type: 'passage', target, ...made }]);
    }
    const { imported } = await readFiles(hypothesis, [['', '{"total":0,"rows":[]}']]);
    assert.deepEqual(imported.articles, []);
  });

  it('gives what has a quotation alone, and keeps what has none as a note of the page', async () => {
    const [range, , quotation] = selectors('the levy', 0);
    const { imported, losses } = await read(
      row('a', { target: [{ source: uri, selector: [quotation] }], uri: 'urn:x-pdf:0a1b' }),
      row('b', { target: [{ source: uri, selector: [range] }], text: 'Where?', uri: 'urn:x-pdf:0a1b' }),
    );
    const [article] = imported.articles;
    assert.deepEqual(article?.info, { title: 'The Levy', attributes: { 'page-notes': ['lee: Where?'] } });
    assert.deepEqual(article.annotations[0]?.target, [{ ...target[0], start: 0, end: 0 }]);
    assert.deepEqual(losses, [{ what: 'places without a quotation (kept as notes of the page)', count: 1 }]);
  });

  it('refuses what is broken, and says where', async () => {
    const problem = async (content: string | Uint8Array): Promise<string> => {
      const error = await readFiles(hypothesis, [['x.json', content]]).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      assert.ok(error instanceof InputError);
      return error.message;
    };
    const file = JSON.stringify({ rows: [row('a')] }, null, 2);
    assert.match(await problem(file.slice(0, 300)), /^x\.json, line \d+: /);
    assert.match(await problem(new Uint8Array([0x7b, 0x0a, 0xff])), /^x\.json, line 2: The file is not UTF-8/);
    assert.match(await problem('{"total": 3}'), /no annotations of Hypothesis/);
    assert.match(await problem('[{"id": "a"}]'), /annotation 1: The annotation has no “uri”/);
    assert.match(await problem('[{"uri": "u"}]'), /annotation 1: The annotation has no “id”/);
    assert.match(await problem('[[]]'), /annotation 1: An annotation must be an object/);
    const selector = [{ type: 'TextPositionSelector', start: 1e300, end: -4 }];
    const odd = row('__proto__', {
      uri: '__proto__',
      target: [{ selector }, { selector: selectors('a', 1) }, 7],
      tags: [3],
    });
    const { imported } = await readFiles(hypothesis, [['', JSON.stringify([odd])]]);
    assert.deepEqual(
      imported.articles[0]?.annotations[0]?.target.map(({ start, end }) => [start, end]),
      [[1, 2]],
    );
  });
});
