import assert from 'node:assert/strict';
import { InputError } from '../../../../src/exchange/inputError';
import { Losses } from '../../../../src/exchange/losses';
import { jsonOf } from '../../../../src/exchange/reading/json';
import { textOf } from '../../../../src/exchange/reading/text';
import { childrenOf, xmlOf } from '../../../../src/exchange/reading/xml';
import { xmlAttributes, xmlText } from '../../../../src/exchange/writing/xml';

const message = (pattern: RegExp) => (error: unknown) => error instanceof InputError && pattern.test(error.message);

describe('XML', () => {
  it('gives back what was written, but for what it has no way to write', () => {
    const losses = new Losses();
    const value = 'a <b> & "c" \' \t\n\r ]]> 😀 e\u0301 \u0085 \u2028';
    const written = `<x:r xmlns:x="urn:x"${xmlAttributes({ v: value, n: 1, none: undefined }, losses)}>${xmlText(value, losses)}<x:c/></x:r>`;
    const root = xmlOf(written, 'a.xml');
    assert.deepEqual(
      [root.name, root.uri, root.text, root.attributes.get('v'), root.attributes.get('n')],
      ['r', 'urn:x', value, value, '1'],
    );
    assert.equal(childrenOf(root, 'c').length, 1);
    assert.equal(losses.all.length, 0);
    assert.equal(xmlText('a\u0000\u000b\ud800\udc00\ud800b\uffff', losses), 'a\ufffd\ufffd\ud800\udc00\ufffdb\ufffd');
    assert.deepEqual(losses.all, [{ what: 'characters that XML can’t hold (written as U+FFFD)', count: 4 }]);
  });

  it('is refused with entities of its own, broken or too deep, with the line', () => {
    const bomb = '<?xml version="1.0"?>\n<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n<r>&b;</r>';
    assert.throws(() => xmlOf(bomb, 'a.xml'), message(/^a\.xml, line 2: A document type declaration is not taken\.$/));
    assert.throws(() => xmlOf('<r>\n&b;</r>', 'a.xml'), message(/line 2: This is not XML/));
    assert.throws(() => xmlOf('<r>\n<s></r>', 'a.xml'), message(/line 2: This is not XML/));
    assert.throws(() => xmlOf('', 'a.xml'), message(/This is not XML/));
    assert.throws(() => xmlOf('<a>'.repeat(100_000), 'a.xml'), message(/nested more than 200 deep/));
  });
});

describe('Text and JSON', () => {
  it('are refused in another encoding, with the line', () => {
    assert.equal(textOf(new TextEncoder().encode('\uFEFFé'), 'a'), 'é');
    assert.equal(textOf(new Uint8Array([0xff, 0xfe, 0xe9, 0]), 'a'), 'é');
    assert.throws(
      () => textOf(new Uint8Array([0x61, 0x0a, 0xe9, 0x61]), 'a.txt'),
      message(/^a\.txt, line 2: The file is not UTF-8\.$/),
    );
  });

  it('are refused where they are broken or too deep, with the line', () => {
    assert.deepEqual(jsonOf('[{"a\\"[": "]"}]', 'a'), [{ 'a"[': ']' }]);
    assert.throws(() => jsonOf('{\n"a": tru', 'a.json'), message(/^a\.json, line 2: /));
    assert.throws(() => jsonOf('['.repeat(300) + ']'.repeat(300), 'a.json'), message(/nested more than 200 deep/));
  });
});
