import assert from 'node:assert/strict';
import fc from 'fast-check';
import { spacyJsonl } from '../../../../src/exchange/formats/spacyJsonl';
import { InputError } from '../../../../src/exchange/inputError';
import { said } from '../comparing';
import { codebook, corpora } from '../corpora';
import { readFiles } from '../reading';
import { annotation, article, at, sample, text, written, writtenFiles } from '../sample';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly token_start?: number;
  readonly token_end?: number;
  readonly label: string;
}

interface Line {
  readonly text: string;
  readonly meta: Record<string, string>;
  readonly tokens?: readonly { text: string; start: number; end: number; id: number; ws: boolean }[];
  readonly spans: readonly Place[];
  readonly relations?: readonly { head: number; child: number; head_span: Place; child_span: Place; label: string }[];
}

/** The lines as Prodigy checks them: offsets of Python's strings, tokens that make up the text, spans of whole tokens, ends of relations. */
function parsed(file: string): Line[] {
  const lines = file.split('\n');
  assert.equal(lines.pop(), '');
  return lines.map((json): Line => {
    const line = JSON.parse(json) as Line;
    const points = [...line.text];
    const places = [...line.spans, ...(line.relations ?? []).flatMap((one) => [one.head_span, one.child_span])];
    for (const { start, end } of places) assert.ok(0 <= start && start < end && end <= points.length);
    assert.equal(line.tokens === undefined, line.relations === undefined);
    if (!line.tokens || !line.relations) return line;
    // spaCy's Doc(words, spaces) must give the text back.
    assert.equal(line.tokens.map((token) => token.text + (token.ws ? ' ' : '')).join(''), line.text);
    for (const [n, { id, start, end, text: word }] of line.tokens.entries()) {
      assert.deepEqual([id, points.slice(start, end).join('')], [n, word]);
    }
    for (const { start, end, token_start = -1, token_end = -1 } of places) {
      assert.deepEqual([line.tokens[token_start]?.start, line.tokens[token_end]?.end], [start, end]);
    }
    for (const { head, child, head_span, child_span } of line.relations) {
      assert.deepEqual([head, child], [head_span.token_end, child_span.token_end]);
      for (const { start, end, label } of [head_span, child_span]) {
        assert.ok(line.spans.some((span) => span.start === start && span.end === end && span.label === label));
      }
    }
    return line;
  });
}

describe('spacy-jsonl', () => {
  it('read back is what was written', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const { files } = await writtenFiles(spacyJsonl, articles, { codebooks: [codebook] });
        const { imported, losses } = await readFiles(spacyJsonl, files);
        assert.deepEqual(losses, []);
        for (const [n, { path, text: original, info, annotations }] of articles.entries()) {
          const found = imported.articles[n];
          const { file: _, sha256: _hash, length: _length, ...about } = info;
          assert.deepEqual([found?.path, found?.text, found?.info], [path, original, about]);
          assert.deepEqual(
            found?.annotations.map((one) => said(one)),
            annotations.map((one) => said(one)),
          );
        }
      }),
      { numRuns: 120 },
    );
  });

  it('is what Prodigy and spaCy take', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (articles) => {
        const lines = parsed(await written(spacyJsonl, articles, [codebook]));
        for (const [n, { text: original, annotations }] of articles.entries()) {
          const line = lines[n];
          assert.equal(line?.text, original);
          const points = [...original];
          assert.deepEqual(
            line.spans.map(({ start, end, label }) => [label, points.slice(start, end).join('')]),
            annotations.flatMap(({ type, target }) => target.map(({ exact }) => [type, exact])),
          );
          const links = annotations.flatMap(({ links: own = [] }) =>
            own.filter((link) => link.annotation !== undefined),
          );
          assert.deepEqual(
            (line.relations ?? []).map(({ label }) => label),
            links.map(({ role }) => role),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('counts code points behind an emoji, a combining mark, CRLF and a byte order mark', async () => {
    const [line] = parsed(await written(spacyJsonl, [sample]));
    assert.deepEqual(
      line?.spans.map(({ start, end, token_start, token_end, label }) => [label, start, end, token_start, token_end]),
      [
        ['actor', 15, 26, 4, 5],
        ['claim', 49, 58, 12, 13],
        ['claim', 71, 83, 20, 23],
        ['source', 86, 98, 26, 29],
        ['source', 8, 14, 2, 2],
      ],
    );
    assert.deepEqual(line?.meta, { path: 'a/statement.txt', title: 'A “statement”', date: '2023-12-20' });
    assert.equal(line?.text, text);
  });

  it('cuts tokens at the edges of spans, and gives every white space to one', async () => {
    const odd = ' a  b\n\nNorth Korea’s c ';
    const link = { role: 'within', annotation: 'x' };
    const list = [
      annotation('m', 'claim', at(odd, 'North Korea'), { links: [link] }),
      annotation('x', 'claim', { ...at(odd, ' b'), start: 3, end: 5 }),
    ];
    const [line] = parsed(await written(spacyJsonl, [article('x.txt', odd, list)]));
    assert.deepEqual(
      line?.tokens?.map((token) => token.text),
      [' ', 'a', ' ', 'b', '\n\n', 'North', 'Korea', '’s', 'c'],
    );
  });

  it('counts what it has no place for', async () => {
    const list = [
      annotation('a', 'claim', at(text, 'KCNA'), { supersedes: ['b'], links: [{ role: 'within', annotation: 'z' }] }),
    ];
    const { losses } = await writtenFiles(spacyJsonl, [article('x.txt', text, list)], { codebooks: [] });
    assert.deepEqual(losses, [
      { what: 'decisions about other annotations (“supersedes”)', count: 1 },
      { what: 'links to annotations that aren’t there', count: 1 },
    ]);
  });
});

describe('spacy-jsonl files of others', () => {
  const problem = async (file: string | Uint8Array): Promise<string> => {
    try {
      await readFiles(spacyJsonl, [['d.jsonl', file]]);
    } catch (error) {
      assert.ok(error instanceof InputError);
      return error.message;
    }
    return 'none';
  };

  it('are read: Prodigy’s spans and relations, spaCy’s documents, pairs for training', async () => {
    const file = [
      {
        ...{ text: '😀 NATO refuses.', _input_hash: 1, answer: 'accept', meta: { source: 'wire', title: 'Refusal' } },
        tokens: [],
        spans: [
          {
            text: 'NATO',
            start: 2,
            end: 6,
            token_start: 1,
            token_end: 1,
            type: 'span',
            label: 'ORG',
            source: 'en_core',
          },
          { start: 7, end: 14, token_start: 2, token_end: 2, label: 'Act' },
        ],
        relations: [
          {
            head: 2,
            child: 1,
            head_span: { start: 7, end: 14, label: 'Act' },
            child_span: { start: 2, end: 6, label: 'ORG' },
            label: 'by',
          },
          { head: 1, child: 2, label: 'does' },
          { head: 9, child: 2, label: 'x' },
        ],
      },
      { text: 'No.', answer: 'reject' },
      {
        ...{ text: 'NATO\r\nChina', ents: [{ start: 6, end: 11, label: 'GPE' }], cats: { a: 1 } },
        spans: { sc: [{ start: 0, end: 4, label: 'ORG', kb_id: 'Q7184' }] },
      },
      { text: 'China', entities: [[0, 5, 'GPE']] },
    ];
    const { imported, losses } = await readFiles(spacyJsonl, [
      ['d.jsonl', file.map((one) => JSON.stringify(one)).join('\n')],
    ]);
    assert.deepEqual(losses, [
      { what: 'relations of what isn’t there', count: 1 },
      { what: 'further metadata of texts', count: 1 },
      { what: 'texts that were rejected or ignored in Prodigy', count: 1 },
      { what: 'labels of whole texts', count: 1 },
    ]);
    const [first, second, third] = imported.articles;
    assert.deepEqual(first?.info, { title: 'Refusal' });
    assert.deepEqual(first.annotations, [
      {
        ...{ id: 'span 1', type: 'actor', target: [{ start: 3, end: 7, exact: 'NATO' }], actor: 'NATO' },
        ...{ attributes: { model: 'en_core' }, links: [{ role: 'does', annotation: 'span 2' }] },
      },
      {
        ...{ id: 'span 2', type: 'passage', topic: 'Act', target: [{ start: 8, end: 15 }] },
        links: [{ role: 'by', annotation: 'span 1' }],
      },
    ]);
    assert.equal(second?.text, 'NATO\nChina');
    assert.deepEqual(
      second.annotations.map(({ actor, target, attributes }) => [actor, target, attributes]),
      [
        ['NATO', [{ start: 0, end: 4 }], { kb_id: 'Q7184' }],
        ['China', [{ start: 5, end: 10 }], undefined],
      ],
    );
    assert.equal(third?.path, 'd-4.txt');
  });

  it('that are broken are refused with the place', async () => {
    assert.match(await problem('{"text": "a"}\n{"text": "b'), /^d\.jsonl, line 2: /);
    assert.match(await problem('{"title": "a"}'), /^d\.jsonl, line 1: The line has no “text”/);
    assert.match(
      await problem('{"text":"a","spans":[{"start":0,"end":9}]}'),
      /^d\.jsonl, line 1, spans\[0\]: The offsets 0 to 9/,
    );
    assert.match(
      await problem('{"text":"a","spans":[{"start":0.5,"end":1}]}'),
      /spans\[0\]: “start” must be a whole number/,
    );
    assert.match(await problem('{"text":"a","entities":["x"]}'), /“entities” must be lists/);
    assert.match(await problem('{"text":"a","relations":{}}'), /“relations” must be a list of objects/);
    assert.match(await problem(new Uint8Array([123, 10, 255])), /^d\.jsonl, line 2: The file is not UTF-8/);
    assert.match(await problem(''), /^chosen: There is no text in it/);
  });
});
