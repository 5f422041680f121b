import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeMarkdown } from '../../../../src/exchange/writing/escape';

describe('escapeMarkdown', () => {
  const cases: readonly (readonly [what: string, text: string, escaped: string])[] = [
    ['plain words', 'US-led talks, Dec. 18: “no” (so far)', 'US-led talks, Dec. 18: “no” \\(so far\\)'],
    ['headings', '# One', '\\# One'],
    ['bullets', '- one', '\\- one'],
    ['plus bullets', '+ one', '\\+ one'],
    ['stars and emphasis', '* a *b* __c__ ~~d~~', '\\* a \\*b\\* \\_\\_c\\_\\_ \\~\\~d\\~\\~'],
    ['numbered lists', '12. one', '12\\. one'],
    ['numbered lists with a bracket', '1) one', '1\\) one'],
    ['numbers in a sentence', 'in 2022. Then', 'in 2022. Then'],
    ['quotations', '> one', '&gt; one'],
    ['underlines of headings', '===', '\\=\\=\\='],
    ['rules and front matter', '---', '\\---'],
    ['HTML', '<script>alert(1)</script>', '&lt;script&gt;alert\\(1\\)&lt;/script&gt;'],
    ['comments', '<!-- a', '&lt;\\!-- a'],
    ['entities', '&lt; &#60;', '&amp;lt; &amp;\\#60;'],
    ['command links', '[x](command:y)', '\\[x\\]\\(command:y\\)'],
    ['images', '![x](y)', '\\!\\[x\\]\\(y\\)'],
    ['reference links and footnotes', '[^1]: a', '\\[\\^1\\]: a'],
    ['code', '`a` ``b``', '&#96;a&#96; &#96;&#96;b&#96;&#96;'],
    ['fences', '```js', '&#96;&#96;&#96;js'],
    ['tables', '| a | b |', '\\| a \\| b \\|'],
    ['formulas', '$x$', '\\$x\\$'],
    ['backslashes', 'a\\*b\\', 'a\\\\\\*b\\\\'],
    ['addresses', 'see http://a.example/b_c.', 'see `http://a.example/b_c.`'],
    ['addresses in brackets', '<https://a.example>', '&lt;`https://a.example`&gt;'],
    ['links to addresses', '[x](http://a.example)', '`[x](http://a.example)`'],
    ['www', 'www.a.example', '`www.a.example`'],
    ['e-mail', 'write to a@b.example', 'write to `a@b.example`'],
    ['bare domains', 'at example.com today', 'at `example.com` today'],
    ['abbreviations and dots, which are no domains', 'U.S. and e.g. 3.5 ...so', 'U.S. and e.g. 3.5 ...so'],
    ['a code span broken from within', 'http://a`<b>`', '`http://a`&#96;&lt;b&gt;&#96;'],
    ['line breaks of every kind', ' a\r\n\r\n# b\u2028- c\u0085d\t\ve\n', 'a \\# b - c d e'],
    ['unseen characters', 'a\u202etxt \u0007', 'a⟨U+202E⟩txt ⟨U+0007⟩'],
    ['nothing', ' \n ', ''],
  ];
  for (const [what, text, escaped] of cases) {
    it(`makes ${what} harmless or leaves them`, () => assert.equal(escapeMarkdown(text), escaped));
  }

  it('leaves no sign active: outside code spans each stands after a backslash', () => {
    const unit = fc.constantFrom(...'\\`*_{}[]()#|~=^$!<>&-+1. \n:/@aé😀'.split(''), 'www.', 'http://');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
        const outside = escapeMarkdown(text).replace(/`[^`]+`/g, 'x');
        const rest = outside.replace(/\\[^\n]/g, 'x').replace(/&(?:lt|gt|amp|#96);/g, 'x');
        assert.doesNotMatch(rest, /[\\`*_{}[\]()#|~=^$!<>&\n@]|\/\/|^[-+:]|^\d+\.(?!\S)/);
      }),
      { numRuns: 2000 },
    );
  });
});
