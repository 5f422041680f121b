import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, tokenize, under } from './tokenize';

describe('grammar: an article', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });
  const scoped = (scope: string, ...lines: string[]) => under(tokenize(grammar, lines.join('\n')), scope);
  /** Below a headline and a paragraph, where no line is taken for a byline. */
  const inBody = (scope: string, ...lines: string[]) =>
    scoped(scope, 'Headline', '', 'It began on the quay.', '', ...lines);

  describe('head', () => {
    it('takes the first line for the headline, and only that', () => {
      const lines = ['Harbour Pact Divides the Coast', '', 'The ministers met late, and they left early.'];
      assert.deepEqual(scoped('markup.heading.1', ...lines), ['Harbour Pact Divides the Coast']);
    });

    it('takes the first line that is not blank, a share bar or a date', () => {
      const lines = [
        '',
        'FacebookFacebookShareShare',
        '12 March 2024',
        'harbour pact divides the coast',
        '',
        'The end.',
      ];
      assert.deepEqual(scoped('markup.heading.1', ...lines), ['harbour pact divides the coast']);
      assert.deepEqual(scoped('comment.block', ...lines), ['FacebookFacebookShareShare']);
      assert.deepEqual(scoped('constant.numeric.date', ...lines), ['12 March 2024']);
    });

    it('takes a headline that begins with a word of share bars', () => {
      assert.deepEqual(scoped('markup.heading.1', 'Share of Imports Falls', '', 'It fell.'), [
        'Share of Imports Falls',
      ]);
    });

    it('takes no long paragraph for a headline', () => {
      const paragraph = 'The ministers met late, and they left early. '.repeat(6).trim();
      assert.deepEqual(scoped('markup.heading', paragraph, 'They met.'), []);
      assert.deepEqual(scoped('markup.heading', '', paragraph, 'They met.'), []);
    });

    it('knows bylines with and without "By", and date lines', () => {
      const lines = [
        'Headline',
        '',
        'By Mara Lindqvist, Coastal Institute',
        'Ilse van Dorn and Petr Hala',
        'Updated: 3 May 2024, 10:15',
        '',
      ];
      assert.deepEqual(scoped('entity.name.type.author', ...lines), [
        'Mara Lindqvist, Coastal Institute',
        'Ilse van Dorn and Petr Hala',
      ]);
      assert.deepEqual(scoped('meta.date-line', ...lines), ['Updated: 3 May 2024, 10:15']);
    });

    it('ends with the first other line: a name further down is no byline', () => {
      assert.deepEqual(scoped('meta.byline', 'Headline', 'The ministers met, and they left.', 'Mara Lindqvist'), []);
    });
  });

  describe('headings', () => {
    const headings = (...lines: string[]) => inBody('markup.heading', ...lines).slice(1);
    for (const line of [
      'Introduction:',
      'What are the motives of the two ports?',
      'Implications of the Pact for Trade, Fishing and the U.S.',
      'Why the minister is wrong',
      '2. Background and Method',
      'IV. The Fleet',
      '## Markdown, with a full stop.',
      'SUMMARY',
    ])
      it(`knows “${line}”`, () => {
        assert.equal(headings(line).join(''), line);
      });

    it('knows a label that opens a line, alone', () => {
      assert.deepEqual(headings('Abstract: The ministers met, and they left.'), ['Abstract:']);
    });

    for (const line of [
      'The ministers met.',
      'The minister said:',
      'and so the ministers met',
      'Did they meet? Nobody knows.',
      'a line of a wrapped paragraph which ends without a mark and goes',
      'The ministers of the northern ports met late on the quay, and they',
      '',
    ])
      it(`does not take “${line}” for one`, () => {
        assert.deepEqual(headings(line), []);
      });
  });

  describe('lists', () => {
    it('knows the marks, alone and before text', () => {
      const lines = ['- the quay', '• the pier', '-', '* the dock', '3. the mole and its lamp.', '(b) the buoy.'];
      assert.deepEqual(inBody('punctuation.definition.list', ...lines), ['-', '•', '-', '*', '3.', '(b)']);
      assert.deepEqual(inBody('markup.list', ...lines), lines);
    });

    it('marks the leading words of a bullet', () => {
      assert.deepEqual(inBody('markup.bold', '- Shared quays: both ports gain.', '- nothing: here'), ['Shared quays:']);
    });

    it('takes no hyphen or minus inside a line for one', () => {
      assert.deepEqual(inBody('markup.list', 'It was cold - very cold.', '-5 degrees were measured.', '— Anna'), []);
    });
  });

  describe('quotations', () => {
    const quoted = (line: string) => inBody('string.quoted', line);

    it('knows straight and curly marks, several in a line', () => {
      assert.deepEqual(quoted('He said “no,” then "yes," then ‘perhaps’ and \'never\'.'), [
        '“no,”',
        '"yes,"',
        '‘perhaps’',
        "'never'",
      ]);
      assert.deepEqual(quoted('„Nein“, sagte sie, « non ».'), ['„Nein“', '« non »']);
    });

    it('keeps apostrophes and inner quotations inside', () => {
      assert.deepEqual(quoted('He said ‘it’s the port’s quay’ again.'), ['‘it’s the port’s quay’']);
      assert.deepEqual(quoted("He said 'it's the port's quay' again."), ["'it's the port's quay'"]);
      assert.deepEqual(quoted('“She said ‘no’ twice,” he wrote.'), ['“She said ‘no’ twice,”']);
    });

    it('takes no apostrophe or inch for a quotation', () => {
      assert.deepEqual(quoted("The ports' quays, the '90s and the allies’ ships; rock ’n’ roll."), []);
      assert.deepEqual(quoted('A 12" gun and a 14" gun.'), []);
    });

    it('ends an unclosed quotation with its line', () => {
      const lines = ['He wrote “we will never', 'and " nobody', "and 'nobody", 'The quay “is ours” now.'];
      assert.deepEqual(inBody('string.quoted', ...lines), ['“is ours”']);
    });

    it('knows a paragraph of a long quotation, which only opens', () => {
      const lines = ['“We will build it, whatever they say.', '', 'He left.'];
      assert.deepEqual(inBody('string.quoted', ...lines), ['“We will build it, whatever they say.']);
    });

    it('finds references and figures inside', () => {
      assert.deepEqual(inBody('constant.numeric', 'He spoke of “40 ships [2]”.'), ['40', '[2]']);
    });
  });

  it('knows references', () => {
    const line = 'One [1], two [2, 3], three [4–6], four [Harbour Board, 2021], five.¹² Not [sic] or [the port].';
    assert.deepEqual(inBody('constant.other.reference', line), [
      '[1]',
      '[2, 3]',
      '[4–6]',
      '[Harbour Board, 2021]',
      '¹²',
    ]);
  });

  it('knows addresses, without the mark that closes the sentence', () => {
    const line =
      'See https://example.org/a_(b)?c=1, (www.example.org/x) and doi:10.1234/ab.c. Write to a.b@example.org.';
    assert.deepEqual(inBody('markup.underline.link', line), [
      'https://example.org/a_(b)?c=1',
      'www.example.org/x',
      'doi:10.1234/ab.c',
      'a.b@example.org',
    ]);
  });

  it('knows dates, and no "may" or "march" alone', () => {
    const line = 'On 3 May 2024, Dec. 18, June 2023, 2024-05-03, 18.12.2023 and 5–7 March it may march. May we?';
    assert.deepEqual(inBody('constant.numeric.date', line), [
      '3 May 2024',
      'Dec. 18',
      'June 2023',
      '2024-05-03',
      '18.12.2023',
      '5–7 March',
    ]);
  });

  it('knows money, percentages and numbers, and none inside words', () => {
    const line =
      'It cost $3.5 billion, €40 or 20,000 yen; 12.5% and 40 per cent of 1,200 ships, the 3rd of the G7 and the PS5.';
    assert.deepEqual(inBody('constant.numeric.money', line), ['$3.5 billion', '€40', '20,000 yen']);
    assert.deepEqual(inBody('constant.numeric.percentage', line), ['12.5%', '40 per cent']);
    assert.deepEqual(inBody('constant.numeric', line).slice(-2), ['1,200', '3rd']);
  });

  it('knows the place and date of a press report', () => {
    const line = 'PORT ELSA, Dec. 18 (Coastwire) — The ministers met.';
    assert.deepEqual(inBody('entity.name.type.place', line), ['PORT ELSA']);
    assert.deepEqual(inBody('meta.dateline', 'The quay was theirs, at last — and ours.'), []);
  });
});
