import assert from 'node:assert/strict';
import { asMarkdown, commandLink } from '../../../../src/editor/language/markdown';

describe('asMarkdown', () => {
  it('leaves no character that could be markup, an autolink or an icon', () => {
    const hostile =
      '[x](command:a) <command:a> <b>!</b> **b** `c` $(trash) https://e.org a@b.org &lt; \\ ~~s~~ | # - 1. _';
    const escaped = asMarkdown(hostile);
    assert.match(escaped, /^(?:[a-zA-Z0-9 ]|&#\d+;)*$/);
    assert.equal(
      escaped.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code))),
      hostile,
    );
  });

  it('makes one line of many, so that no block can begin', () => {
    assert.equal(asMarkdown('  one\r\n\n    two\tthree\n'), 'one two three');
  });

  it('shows marks that turn the direction of what follows', () => {
    assert.equal(
      asMarkdown('a\u202eb').replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(code)),
      'a⟨U+202E⟩b',
    );
  });

  it('cuts a long text', () => {
    assert.ok(asMarkdown('<'.repeat(1_000_000)).length < 3000);
  });

  it('leaves letters of every script as they are', () => {
    assert.equal(asMarkdown('朝鲜 Пхеньян “été” 😀'), '朝鲜 Пхеньян “été” 😀');
  });
});

describe('commandLink', () => {
  it('carries its argument through, whatever is in it', () => {
    const argument = { id: `a) [b](c) "'!*~%22 \n`, article: 'file:///a (b)/c.txt' };
    const link = commandLink('Edit [x]', 'policyAnnotator.view.edit', argument);
    const match = /^\[([^\]]*)\]\(command:policyAnnotator\.view\.edit\?([^()\s]*)\)$/.exec(link);
    assert.ok(match, link);
    assert.equal(match[1], 'Edit &#91;x&#93;');
    const once = decodeURIComponent(match[2] ?? '');
    assert.deepEqual(JSON.parse(once), [argument]);
    assert.deepEqual(JSON.parse(decodeURIComponent(once)), [argument], 'VS Code decodes it twice');
  });
});
