import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Actor } from '../../../src/model/codebook';
import { printCodebook, printSidecar } from '../../../src/sidecar/print';
import { readSidecar } from '../../../src/sidecar/read';
import { codebook, hashA, mention, sidecar } from './examples';

function ids(text: string): string[] {
  return [...text.matchAll(/^ {6}"id": "(.*)"/gm)].map(([, id]) => id ?? '');
}

describe('printing', () => {
  it('puts known keys in their order, inner ones too, and unknown ones after them in theirs', () => {
    const target = { suffix: 's', z: 1, exact: 'e', a: 2, prefix: 'p', end: 2, start: 1 };
    const annotation = {
      zz: 1,
      links: [{ for: 'f', role: 'r', actor: 'a' }],
      target: [target],
      type: 'claim',
      aa: 2,
      id: 'x',
    };
    const printed = printSidecar({
      last: 1,
      annotations: [annotation],
      article: { length: 9, file: 'f', sha256: hashA },
      version: 1,
      format: 'policy-annotations',
    } as never);
    const keys = [...printed.matchAll(/"(\w+)":/g)].map(([, key]) => key).join(' ');
    assert.equal(
      keys,
      'format version article file sha256 length annotations id type target start end exact prefix suffix z a ' +
        'links role actor for zz aa last',
    );
  });

  it('sorts by id in code units, and leaves the given lists alone', () => {
    const sorted = ['!', '10', '9', 'B', 'a', 'a0', 'é', '\u{1d518}', '\uffee'];
    const given = Object.freeze(sorted.toReversed().map((id) => mention(id)));
    assert.deepEqual(ids(printSidecar(sidecar(given))), sorted);
    const actors: readonly Actor[] = Object.freeze(sorted.toReversed().map((id) => ({ id, name: id })));
    assert.deepEqual(ids(printCodebook(codebook({ actors }))), sorted);
  });

  it('leaves the options of an attribute in their order', () => {
    const options = [
      { id: 'z', name: 'Z' },
      { id: 'a', name: 'A' },
    ];
    const printed = printCodebook(
      codebook({ attributes: [{ id: 'x', name: 'X', type: 'choice', options, appliesTo: [] }] }),
    );
    assert.ok(printed.indexOf('"Z"') < printed.indexOf('"A"'));
  });

  it('leaves out what is undefined, but nothing else', () => {
    const fields = { note: undefined, attributes: {}, links: [], empty: null } as object;
    const printed = printSidecar(sidecar([{ ...mention('a'), ...fields }]));
    assert.ok(!printed.includes('note'));
    assert.ok(printed.includes('"links": [],\n      "attributes": {},\n      "empty": null'));
  });

  it('puts integer-like keys first, as JavaScript does, and so on the second time', () => {
    const attributes = JSON.parse('{"b":1,"10":2,"a":3,"9":4}') as Record<string, number>;
    const printed = printSidecar(sidecar([mention('a', { attributes })]));
    assert.match(printed, /"9": 4,\s+"10": 2,\s+"b": 1,\s+"a": 3/);
    const again = readSidecar(new TextEncoder().encode(printed));
    assert.ok(again.ok && again.canonical);
  });

  it('ends with one line feed and has no other white space than JSON.stringify with two spaces', () => {
    const value = sidecar([mention('a')]);
    assert.equal(printSidecar(value), JSON.stringify(value, null, 2) + '\n');
  });

  it('is read back as what was printed, for any strings and values', () => {
    const text = fc.string({ unit: fc.constantFrom(...'"\\\n\u2028\u0000é𝔘_1a', '\ud800', '__proto__'), maxLength: 8 });
    fc.assert(
      fc.property(text, fc.dictionary(text, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }), (note, attributes) => {
        const value = sidecar([mention('a', { attributes: attributes as never, note: note + '\ud800' })]);
        const read = readSidecar(new TextEncoder().encode(printSidecar(value)));
        assert.ok(read.ok && read.canonical);
        assert.equal(JSON.stringify(read.value), JSON.stringify(value));
      }),
      { numRuns: 50 },
    );
  });
});
