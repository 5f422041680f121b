import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, tokenize, under } from './tokenize';

const PARAGRAPH =
  'The ministers of the northern ports met on the quay on Tuesday, and they agreed that dredging would go on until the channel is deep enough for the ships that both of them expect.';

describe('grammar: boilerplate', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });
  const comments = (...lines: string[]) =>
    under(tokenize(grammar, ['Headline', '', PARAGRAPH, '', ...lines].join('\n')), 'comment.block.boilerplate');

  for (const line of [
    'WhatsAppWhatsAppFacebookFacebookTwitterTwitterRedditRedditShareShare',
    'Facebook | X | LinkedIn | Email | Print',
    'Share',
    'Share this article',
    'Keep Reading',
    'ADVERTISEMENT',
    'Read more: The Quay That Nobody Wanted',
    'Sign up for our weekly newsletter',
    '© 2024 Coastal Institute. All rights reserved.',
  ])
    it(`knows “${line}”, and goes on behind it`, () => {
      assert.deepEqual(comments(line, PARAGRAPH), [line]);
    });

  for (const line of [
    'Share of exports falls',
    'Shares fell by a third on Monday.',
    'Facebook said that it would appeal.',
    'Keep reading the treaty, said the minister.',
    'Related publications have said so before.',
    'Recent posts by the ministry say otherwise.',
    'Copyright law was amended in the spring.',
    'Line',
  ])
    it(`does not take “${line}” for it`, () => {
      assert.deepEqual(comments(line), []);
    });

  it('takes what follows "Related Publications", until a paragraph', () => {
    const list = [
      'Related Publications',
      '-',
      'Dredging Up the Past',
      'Abstract: The pact was signed in haste, and it shows. What the two […]',
      '-',
    ];
    assert.deepEqual(comments(...list), list);
    assert.deepEqual(comments(...list, PARAGRAPH, 'The end.'), list);
    assert.deepEqual(comments(...list, '## Notes', 'The end.'), list);
  });

  it('takes what follows "Recent Posts", to the end', () => {
    const list = [
      'Recent Posts',
      'A Quay Is Born.',
      'It was a cold morning when the first stone was laid…',
      'April 2, 2025',
      PARAGRAPH,
    ];
    assert.deepEqual(comments(...list), list);
  });

  it('lets a long paragraph end even that', () => {
    assert.deepEqual(comments('Recent Posts', 'A Quay Is Born', `${PARAGRAPH} ${PARAGRAPH} ${PARAGRAPH}`), [
      'Recent Posts',
      'A Quay Is Born',
    ]);
  });
});

describe('grammar: real articles', () => {
  const folder = path.resolve('../shared/articles');
  /** By file: how lone lines of boilerplate begin, and the line from which everything is. */
  const cases = [
    { file: '000_a547ddf638dd9a12.txt', lone: [], toTheEnd: 'Related Publications' },
    { file: '001_59a8c07fbd1193d4.txt', lone: ['WhatsAppWhatsApp', 'Keep Reading'], toTheEnd: 'Recent Posts' },
    { file: '004_edeca838c7610512.txt', lone: [], toTheEnd: undefined },
  ];
  for (const { file, lone, toTheEnd } of existsSync(folder) ? cases : [])
    it(`finds the boilerplate of ${file}, and no sentence of the article`, async () => {
      const lines = tokenize(await loadGrammar(), readFileSync(path.join(folder, file), 'utf8'));
      const tail = toTheEnd === undefined ? -1 : lines.findIndex(({ text }) => text === toTheEnd);
      lines.forEach(({ text, tokens }, index) => {
        if (text.trim() === '') return;
        const expected = lone.some((start) => text.startsWith(start)) || (tail >= 0 && index >= tail);
        for (const { scopes } of tokens) assert.equal(scopes.includes('comment.block.boilerplate'), expected, text);
      });
    });
});
