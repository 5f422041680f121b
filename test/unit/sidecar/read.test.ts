import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileProblem, ReadResult } from '../../../src/sidecar/read';
import { readCodebook, readSidecar } from '../../../src/sidecar/read';
import { printCodebook, printSidecar } from '../../../src/sidecar/print';
import { fullCodebook, fullSidecar, hashA, mention, sidecar, target } from './examples';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function problemOf(result: ReadResult<unknown>): FileProblem {
  assert.ok(!result.ok, 'this should not read');
  return result.problem;
}

function ok<T>(result: ReadResult<T>): Extract<ReadResult<T>, { ok: true }> {
  assert.ok(result.ok, result.ok ? '' : `${result.problem.message} (${result.problem.line})`);
  return result;
}

/** The full example with one stretch of it replaced. */
function changed(from: string, to: string, text = fullSidecar): Uint8Array {
  assert.ok(text.includes(from), `${from} is in the example`);
  return bytes(text.replace(from, () => to));
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

describe('reading a sidecar', () => {
  it('gives the same bytes when it is written unchanged, whatever it holds', () => {
    const result = ok(readSidecar(bytes(fullSidecar)));
    assert.equal(printSidecar(result.value), fullSidecar);
    assert.equal(result.canonical, true);
    assert.equal(result.readOnly, undefined);
  });

  it('holds "__proto__" and "constructor" as plain data', () => {
    const { value } = ok(readSidecar(bytes(fullSidecar)));
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    assert.ok(Object.hasOwn(value.annotations[0]?.attributes ?? {}, '__proto__'));
    assert.equal(({} as { x?: unknown }).x, undefined);
  });

  it('reads a byte order mark, CRLF, other white space, another order, and says that it is not canonical', () => {
    const compact = JSON.stringify(JSON.parse(fullSidecar));
    for (const text of ['\uFEFF' + fullSidecar, fullSidecar.replaceAll('\n', '\r\n'), compact, fullSidecar.trimEnd()]) {
      const result = ok(readSidecar(bytes(text)));
      assert.equal(result.canonical, false);
      assert.equal(result.readOnly, undefined);
      assert.equal(printSidecar(result.value), fullSidecar);
    }
  });

  it('lets a target with a text of its own lie outside the article', () => {
    const far = mention('a', { target: [target(500, 505)] });
    assert.equal(problemOf(readSidecar(bytes(printSidecar(sidecar([far]))))).code, 'target-outside');
    ok(readSidecar(bytes(printSidecar(sidecar([{ ...far, text: hashA }])))));
  });

  it('names what is wrong, and the line', () => {
    const cases: [string, string, string, string][] = [
      ['"format": "policy-annotations"', '"format": "annotorious"', 'not-ours', '"format"'],
      ['"version": 1', '"version": "1"', 'wrong-type', '"version"'],
      ['"version": 1', '"version": -1', 'wrong-type', '"version"'],
      [`"sha256": "${hashA}"`, '"sha256": "abc"', 'wrong-type', '"sha256"'],
      [`    "sha256": "${hashA}",\n`, '', 'missing-field', '"article"'],
      ['"length": 100', '"length": 99.5', 'wrong-type', '"length"'],
      ['"length": 100', '"length": 99', 'target-outside', '"end": 100'],
      ['"length": 100', '"length": 5', 'target-outside', '"end": 9'],
      ['"attributes": {}', '"attributes": []', 'wrong-type', '"attributes"'],
      ['"coding": [', '"coding": [ 1,', 'wrong-type', '1,\n    {\n      "creator"'],
      ['"id": "c"', '"id": "b3k9"', 'duplicate-id', '"b3k9",\n      "type": "gesture"'],
      ['"id": "c"', '"id": ""', 'empty-id', '"id": ""'],
      ['"id": "c"', '"id": 3', 'wrong-type', '"id": 3'],
      ['"start": 10', '"start": 20', 'empty-target', '"end": 20'],
      ['"start": 10', '"start": 21', 'target-outside', '"end": 20'],
      ['"start": 10', '"start": -1', 'wrong-type', '"start": -1'],
      ['"start": 10', '"start": "10"', 'wrong-type', '"start": "10"'],
      ['"start": 10', '"start": 1e400', 'wrong-type', '"start": 1e400'],
      [
        '"note": "n",\n      "supersedes": []',
        '"note": null,\n      "supersedes": []',
        'wrong-type',
        'null,\n      "sup',
      ],
      ['"supersedes": []', '"supersedes": [1]', 'wrong-type', '"supersedes"'],
      ['"role": "speaker"', '"role": 1', 'wrong-type', '"role"'],
      ['"alpha": 1e-7', `"alpha": ${'['.repeat(200)}${']'.repeat(200)}`, 'too-deep', '"alpha"'],
    ];
    for (const [from, to, code, part] of cases) {
      const file = changed(from, to);
      const problem = problemOf(readSidecar(file));
      assert.equal(problem.code, code, `${to}: ${problem.message}`);
      assert.equal(problem.line, lineOf(new TextDecoder().decode(file), part), `${to}: line ${problem.line}`);
    }
  });

  it('refuses an empty target, and a link to nothing', () => {
    const empty = problemOf(readSidecar(bytes(printSidecar(sidecar([mention('a', { target: [] })])))));
    assert.deepEqual([empty.code, empty.field, empty.line], ['empty-target', 'annotations[0].target', 13]);
    const loose = problemOf(readSidecar(bytes(printSidecar(sidecar([mention('a', { links: [{ role: 'source' }] })])))));
    assert.deepEqual([loose.code, loose.field], ['link-to-nothing', 'annotations[0].links[0]']);
  });

  it('names the id that stands twice', () => {
    assert.match(problemOf(readSidecar(changed('"id": "c"', '"id": "b3k9"'))).message, /"b3k9"/);
  });

  it('refuses what is no JSON object, at its line and column', () => {
    const cases: [string, string, number, number][] = [
      ['', 'empty', 1, 1],
      [' \r\n\n', 'empty', 1, 1],
      ['\uFEFF', 'empty', 1, 1],
      ['[]', 'not-an-object', 1, 1],
      ['\nnull', 'not-an-object', 2, 1],
      ['"policy-annotations"', 'not-an-object', 1, 1],
      ['{}', 'not-ours', 1, 1],
      ['{\n  "a": 1,\n}', 'not-json', 3, 1],
      ['{\r\n  "a": 01\r\n}', 'not-json', 2, 9],
      ['{ "a" 1 }', 'not-json', 1, 7],
      ['{ "a": "b\nc" }', 'not-json', 1, 10],
      ['{ "a": "\\x" }', 'not-json', 1, 9],
      ['{} {}', 'not-json', 1, 4],
      ['<<<<<<< ours\n{}', 'not-json', 1, 1],
      ['{ "a": [1, 2', 'truncated', 1, 13],
      ['{ "a": "b', 'truncated', 1, 10],
      ['{ "a": tr', 'truncated', 1, 8],
      ['{ "a": 1\n', 'truncated', 2, 1],
    ];
    for (const [text, ...expected] of cases) {
      const { code, line, column } = problemOf(readSidecar(bytes(text)));
      assert.deepEqual([code, line, column], expected, JSON.stringify(text));
    }
  });

  it('refuses a file cut off anywhere', () => {
    const whole = fullSidecar.trimEnd();
    for (let length = 0; length < whole.length; length += 7) {
      const { code } = problemOf(readSidecar(bytes(whole.slice(0, length))));
      assert.ok(['truncated', 'empty', 'not-json'].includes(code), `${length}: ${code}`);
    }
  });

  it('refuses bytes that are not UTF-8, at their line', () => {
    const latin = Uint8Array.from([0x7b, 0x0a, 0x22, 0xc3, 0xa9, 0xe9, 0x22, 0x7d]);
    const { code, line, column } = problemOf(readSidecar(latin));
    assert.deepEqual([code, line, column], ['not-utf8', 2, 3]);
    assert.equal(problemOf(readSidecar(Uint8Array.from([0xff, 0xfe, 0x7b, 0x00]))).code, 'not-utf8');
  });

  it('opens a newer version for reading only, where it can be read', () => {
    const { readOnly } = ok(readSidecar(changed('"version": 1', '"version": 2')));
    assert.deepEqual([readOnly?.code, readOnly?.line], ['newer-version', 3]);
    const other = changed('"version": 1,\n  "article": {', '"version": 2,\n  "article": [], "then": {');
    const problem = problemOf(readSidecar(other));
    assert.deepEqual([problem.code, problem.line], ['newer-version', 3]);
  });

  it('is read-only where a number would change', () => {
    for (const number of ['1e400', '9007199254740993', '-0', '-0.0', '1e-400', '0.1234567890123456789']) {
      const file = changed('1e-7', number);
      const result = ok(readSidecar(file));
      assert.equal(result.readOnly?.code, 'inexact-number', number);
      assert.equal(result.readOnly?.line, lineOf(fullSidecar, '1e-7'));
    }
    for (const number of ['1.0', '1E2', '0.10', '100e-2', '0e99', '123456789012345680000']) {
      assert.equal(ok(readSidecar(changed('1e-7', number))).readOnly, undefined, number);
    }
  });

  it('is read-only where a key stands twice, also when escaped', () => {
    const { readOnly } = ok(readSidecar(changed('"alpha": 1e-7', '"zet\\u0061": 1')));
    assert.deepEqual([readOnly?.code, readOnly?.line], ['duplicate-key', lineOf(fullSidecar, '"alpha"')]);
  });

  it('is stopped by no depth', () => {
    for (const depth of [101, 6000, 1_000_000]) {
      const { code, line } = problemOf(readSidecar(changed('1e-7', '['.repeat(depth) + ']'.repeat(depth))));
      assert.deepEqual([code, line], ['too-deep', lineOf(fullSidecar, '"alpha"')]);
    }
    // The file, its list, the annotation: three levels above the value.
    ok(readSidecar(changed('1e-7', '['.repeat(97) + ']'.repeat(97))));
    assert.equal(problemOf(readSidecar(changed('1e-7', '['.repeat(98) + ']'.repeat(98)))).code, 'too-deep');
  });

  it('never throws on a changed file, and what it reads prints stably', () => {
    const file = bytes(fullSidecar);
    const edit = fc.record({
      at: fc.nat(file.length - 1),
      remove: fc.nat(20),
      insert: fc.oneof(fc.uint8Array({ maxLength: 3 }), fc.constantFrom('"', '{', ']', ',', '1', '\\').map(bytes)),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let mutated: number[] = [...file];
        for (const { at, remove, insert } of edits) mutated = mutated.toSpliced(at, remove, ...insert);
        const result = readSidecar(Uint8Array.from(mutated));
        if (!result.ok) return assert.ok(result.problem.line >= 1 && result.problem.column >= 1);
        const printed = printSidecar(result.value);
        const again = ok(readSidecar(bytes(printed)));
        assert.equal(printSidecar(again.value), printed);
        assert.equal(again.canonical, true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('reading a codebook', () => {
  it('gives the same bytes when it is written unchanged, whatever it holds', () => {
    const result = ok(readCodebook(bytes(fullCodebook)));
    assert.equal(printCodebook(result.value), fullCodebook);
    assert.deepEqual([result.canonical, result.readOnly], [true, undefined]);
  });

  it('names what is wrong, and the line', () => {
    const cases: [string, string, string, string][] = [
      ['"format": "policy-codebook"', '"format": "policy-annotations"', 'not-ours', '"format"'],
      ['"id": "constructor"', '"id": "__proto__"', 'duplicate-id', '"__proto__",\n      "name": "M"'],
      ['"name": "M"', '"name": 1', 'wrong-type', '"name": 1'],
      ['      "name": "Oppose",\n', '', 'missing-field', '{\n      "id": "oppose"'],
      ['"value": -1', '"value": "-1"', 'wrong-type', '"value"'],
      ['"stances": [', '"stances": {}, "x": [', 'wrong-type', '"stances"'],
    ];
    for (const [from, to, code, part] of cases) {
      const file = changed(from, to, fullCodebook);
      const problem = problemOf(readCodebook(file));
      assert.equal(problem.code, code, `${to}: ${problem.message}`);
      assert.equal(problem.line, lineOf(new TextDecoder().decode(file), part), to);
    }
  });

  it('reads with every list absent, and with a former id that is in use', () => {
    ok(readCodebook(bytes('{"format":"policy-codebook","version":1}')));
    ok(readCodebook(bytes(fullCodebook)));
  });
});
