import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/model/annotation';
import { printCodebook, printSidecar } from '../../../src/sidecar/print';
import { readCodebook, readSidecar } from '../../../src/sidecar/read';
import { rescueCodebook, rescueSidecar, type Rescued } from '../../../src/sidecar/rescue';
import { UNKNOWN_TEXT } from '../../../src/sidecar/sidecarFitting';
import type { Sidecar } from '../../../src/model/article';
import { codebook, fullCodebook, fullSidecar, hashA, hashB, mention, sidecar, target } from './examples';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function rescued(text: string | Uint8Array): Rescued<Sidecar> {
  const result = rescueSidecar(typeof text === 'string' ? bytes(text) : text, 'statement.txt');
  assert.ok(result, 'nothing was rescued');
  const read = readSidecar(bytes(printSidecar(result.value)));
  assert.ok(read.ok && read.canonical && !read.readOnly, JSON.stringify(read));
  assert.equal(result.kept, result.value.annotations.length);
  return result;
}

const ids = ({ value }: Rescued<Sidecar>): string[] => value.annotations.map(({ id }) => id);
const told = ({ lost }: Rescued<unknown>): string[] =>
  lost.map(({ path, line, reason }) => `${path}:${line} ${reason}`);

const [a, b, c] = ['a', 'b', 'c'].map((id, i) =>
  mention(id, {
    target: [target(10 * i + 10, 10 * i + 15, `word${i}`)],
    links: [{ role: 'speaker', actor: id }],
    attributes: { act: 'demand' },
    note: `note ${id}`,
    created: '2026-11-22T05:00:00Z',
  }),
) as [Annotation, Annotation, Annotation];
const whole = sidecar([a, b, c]);
const text = printSidecar(whole);

/** Every way of printing it that the rescue may meet: as we do, on one line, and with other white space. */
const layouts: readonly (readonly [string, string])[] = [
  ['as we print', text],
  ['on one line', JSON.stringify(whole)],
  ['with tabs and CRLF', JSON.stringify(whole, null, '\t').replaceAll('\n', '\r\n')],
  ['without indentation', text.replace(/^ +/gm, '')],
];

describe('rescuing a sidecar', () => {
  it('keeps all of a whole one, whatever its layout', () => {
    for (const [, intact] of layouts) assert.deepEqual(rescued(intact), { value: whole, kept: 3, lost: [] });
    assert.equal(printSidecar(rescued(fullSidecar).value), fullSidecar);
  });

  it('is undefined where nothing of ours is to be seen', () => {
    const others = ['', ' \n', '[]', '3', '"format"', '{}', '{"annotations": []}', 'not json at all', '{"format": "x"'];
    for (const other of [...others, fullCodebook, '{"format":"other","annotations":[{"id":"a"}]}'])
      assert.equal(rescueSidecar(bytes(other), 'f'), undefined, other);
    assert.equal(rescueSidecar(bytes(text.replace('"version": 1', '"version": 2')), 'f'), undefined);
    assert.deepEqual(rescued('{"format": "policy-annotations"').kept, 0);
  });

  for (const [name, intact] of layouts) {
    it(`keeps what stands before a cut, ${name}`, () => {
      for (let end = 0; end < intact.length; end += 7) {
        const result = rescueSidecar(bytes(intact.slice(0, end)), 'statement.txt');
        if (!result) continue;
        const { value, lost } = result;
        assert.ok(lost.length > 0 || intact.slice(end).trim() === '', `nothing was lost at ${end}`);
        for (const [i, annotation] of value.annotations.entries()) {
          const original = whole.annotations[i] as Annotation;
          assertPartOf(annotation, original);
          // All but the last one are before the cut.
          if (i < value.annotations.length - 1) assert.deepEqual(annotation, original);
        }
      }
      const nearEnd = rescued(intact.slice(0, intact.lastIndexOf('note c')));
      assert.deepEqual(ids(nearEnd), ['a', 'b', 'c']);
      assert.deepEqual(nearEnd.value.annotations.slice(0, 2), [a, b]);
    });

    it(`loses little by one stray or missing character, ${name}`, () => {
      let kept = 0;
      let tried = 0;
      for (let at = intact.indexOf('"annotations"'); at < intact.length; at += 37) {
        for (const stray of ['', ',', '}', ']', '"', 'x', '{', ':', '[']) {
          const broken = intact.slice(0, at) + stray + intact.slice(stray === '' ? at + 1 : at);
          const result = rescueSidecar(bytes(broken), 'statement.txt');
          tried += 3;
          kept += result?.value.annotations.filter(({ id }) => ['a', 'b', 'c'].includes(id)).length ?? 0;
        }
      }
      // Where nothing but brackets says what belongs to what, a bracket more or less costs more.
      assert.ok(
        kept > tried * (name === 'as we print' || name === 'with tabs and CRLF' ? 0.9 : 0.85),
        `${kept} of ${tried}`,
      );
    });
  }

  it('takes trailing and missing commas, and comments', () => {
    assert.deepEqual(rescued(text.replace(/^( +)(\}|\])$/gm, '$1$2,')).value, whole);
    assert.deepEqual(rescued(text.replace(/,$/gm, '')).value, whole);
    assert.deepEqual(rescued(text.replace(/,$/gm, ', // so')).value, whole);
  });

  it('drops fields that are not what they should be, and tells them with their line', () => {
    const broken = text
      .replace('"actor": "north-korea"', '"actor": 7')
      .replace('"note": "note b"', '"note": tru')
      .replace('"act": "demand"', '"n": 9007199254740993, "big": 1e400, "zero": -0, "act": "demand"');
    const result = rescued(broken);
    const { actor: _, ...aWithoutActor } = a;
    const { note: __, ...bWithoutNote } = b;
    assert.deepEqual(result.value.annotations, [aWithoutActor, bWithoutNote, c]);
    const lineOf = (part: string): number => broken.slice(0, broken.indexOf(part)).split('\n').length;
    assert.deepEqual(
      new Set(told(result)),
      new Set([
        `annotations[0].attributes.n:${lineOf('"n":')} is a number that would be changed`,
        `annotations[0].attributes.big:${lineOf('"n":')} is a number that would be changed`,
        `annotations[0].attributes.zero:${lineOf('"n":')} is a number that would be changed`,
        `annotations[1].note:${lineOf('tru')} is no JSON`,
        `annotations[0].actor:${lineOf('"id": "a"') - 1} must be a string`,
      ]),
    );
  });

  it('says so where the annotations are no list', () => {
    for (const value of [true, null, 5, 'x', {}]) {
      const { kept, lost } = rescued(JSON.stringify({ ...whole, annotations: value }));
      assert.equal(kept, 0);
      assert.deepEqual(
        lost.map(({ path, reason }) => `${path} ${reason}`),
        ['annotations must be a list'],
      );
    }
  });

  it('drops annotations that lack what they need, and links to nothing', () => {
    const loose = { ...b, links: [{ role: 'speaker' }, { role: 'holder', actor: 'x' }] };
    const broken = JSON.stringify(sidecar([{ ...a, id: '' }, loose, { ...c, target: [] }]));
    const result = rescued(broken);
    assert.deepEqual(result.value.annotations, [{ ...b, links: [{ role: 'holder', actor: 'x' }] }]);
    assert.ok(told(result).includes('annotations[0]:1 needs "id"'));
    assert.ok(told(result).includes('annotations[1].links[0]:1 needs an actor, an annotation or a source'));
  });

  it('looks for words by themselves where their place, or their text, is gone', () => {
    const at = (start: unknown, end: unknown): Annotation =>
      ({ ...a, target: [{ ...target(0, 0, 'word0'), start, end }] }) as Annotation;
    for (const place of [at(99, 104), at(20, 10), at(-1, 4), at('10', 15), at(10, 10), at(2 ** 53 - 2, 11)]) {
      const { value } = rescued(JSON.stringify(sidecar([place])));
      assert.ok(readSidecar(bytes(printSidecar(value))).ok);
      const [annotation] = value.annotations;
      assert.equal(annotation?.text, UNKNOWN_TEXT);
      assert.equal(annotation?.target[0]?.exact, 'word0');
    }
    const elsewhere = { ...a, target: [target(1000, 1005, 'word0')], text: hashB };
    assert.deepEqual(rescued(JSON.stringify(sidecar([elsewhere]))).value.annotations, [elsewhere]);
    const noText = rescued(JSON.stringify(sidecar([elsewhere])).replace(hashB, 'zz')).value.annotations;
    assert.equal(noText[0]?.text, UNKNOWN_TEXT);
    const noName = rescued(printSidecar(sidecar([{ ...a, text: hashB }])).replace('"text"', '"te\u0001xt"'));
    assert.equal(noName.value.annotations[0]?.text, UNKNOWN_TEXT);
  });

  it('does without the context, and without what the article is', () => {
    const noContext = rescued(text.replace('"prefix": "before "', '"prefix": "bef'));
    assert.deepEqual(noContext.value.annotations[0]?.target, [{ ...a.target[0], prefix: '' }]);
    assert.deepEqual(noContext.value.annotations.slice(1), [b, c]);
    const noHash = rescued(text.replace(hashA, hashA.slice(1)));
    assert.equal(noHash.value.article.sha256, UNKNOWN_TEXT);
    const noArticle = rescued(text.replace(/"article": \{[^}]*\},/, ''));
    assert.deepEqual(noArticle.value.article, { file: 'statement.txt', sha256: UNKNOWN_TEXT, length: 35 });
    assert.deepEqual(noArticle.value.annotations, [a, b, c]);
  });

  it('finds the annotations under a broken name, and says so', () => {
    const result = rescued(text.replace('"annotations"', '"annotatiojs"'));
    assert.deepEqual(result.value, whole);
    assert.deepEqual(told(result), ['annotations:1 is called "annotatiojs"']);
    const none = rescued('{"format": "policy-annotations", "version": 1, "article": {}, "x": [{"id": "a"}]}');
    assert.equal(none.kept, 0);
    assert.ok(told(none).includes('annotations:1 is gone'));
  });

  it('drops strings with bytes that are not UTF-8, but keeps replacement characters', () => {
    const note = { ...b, note: 'a \uFFFD stands here' };
    const source = bytes(printSidecar(sidecar([a, note, c])));
    const broken = source.slice();
    broken[new TextDecoder('latin1').decode(source).indexOf('note a')] = 0xff;
    const { note: _, ...rest } = a;
    assert.deepEqual(rescued(broken).value.annotations, [rest, note, c]);
    const cut = bytes('{"format": "policy-annotations", "annotations": [').length;
    assert.ok(rescueSidecar(source.subarray(0, cut), 'f'));
  });

  it('gives a second annotation under one id an id of its own, and takes the same one once', () => {
    const other = { ...b, id: 'a' };
    const result = rescued(JSON.stringify(sidecar([a, other, a])));
    assert.equal(result.kept, 2);
    const [first, second] = result.value.annotations;
    assert.deepEqual([first, { ...second, id: 'a' }], [a, other]);
    assert.match(second?.id ?? '', /^[0-9a-z]{12}$/);
    assert.equal(result.lost.length, 2);
  });

  it('never gives one annotation the fields of the next where what parted them is gone', () => {
    const parted = text.indexOf('    {\n      "id": "b"');
    for (const gone of [text.lastIndexOf('}', parted), text.lastIndexOf('"created"', parted)]) {
      const result = rescued(text.slice(0, gone) + text.slice(parted));
      assert.deepEqual(ids(result), ['a', 'b', 'c']);
      for (const [i, annotation] of result.value.annotations.entries())
        assertPartOf(annotation, whole.annotations[i] as Annotation);
    }
    // Without any bracket or name between them: b has no id any more.
    const start = text.lastIndexOf('"created"', parted);
    const run = rescued(text.slice(0, start) + text.slice(text.indexOf('"type"', parted)));
    assert.deepEqual(ids(run), ['a', 'c']);
    assertPartOf(run.value.annotations[0] as Annotation, a);
  });

  it('drops what lies too deep, and goes on behind it', () => {
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    const result = rescued(text.replace('"note": "note a"', `"note": "note a", "deep": ${deep}, "more": 1`));
    assert.deepEqual(result.value.annotations, [{ ...a, more: 1 }, b, c]);
    assert.ok(rescueSidecar(bytes(text.slice(0, -20) + '{"x":['.repeat(20_000)), 'f'));
  });

  it('keeps keys as they are, whatever their names', () => {
    const strange = text.replace('"act": "demand"', '"__proto__": {"x": 1}, "constructor": 2, "toString": [3]') + ',';
    const [first] = rescued(strange).value.annotations;
    assert.equal(JSON.stringify(first?.attributes), '{"__proto__":{"x":1},"constructor":2,"toString":[3]}');
  });

  it('says that a list stands twice, whose items it joins, and is not deceived by what a version may be', () => {
    const twice = rescued(text.replace('"annotations": [', '"annotations": [],\n  "annotations": ['));
    assert.deepEqual([twice.value, twice.lost.length], [whole, 1]);
    assert.deepEqual(rescued(text.replace('"version": 1', '"version": {"toString": []}')).value, whole);
  });

  it('keeps the boilerplate where the length of the text is gone', () => {
    const excluded = [target(40, 60)];
    const article = { file: 'statement.txt', sha256: hashA, length: 100, excluded };
    const result = rescued(printSidecar(sidecar([a], { article })).replace('"length": 100', '"length": \\'));
    assert.deepEqual(result.value.article, { ...article, length: 60 });
  });

  it('rescues both sides of conflict markers that do not add up', () => {
    const marked = text.replace('"note": "note b",', '<<<<<<< HEAD\n      "note": "note b",\n=======');
    assert.deepEqual(rescued(marked).value, whole);
  });
});

describe('rescuing a codebook', () => {
  const korea = { id: 'north-korea', name: 'North Korea', aliases: ['DPRK'] };
  const kcna = { id: 'kcna', name: 'KCNA' };

  it('keeps all of a whole one', () => {
    const result = rescueCodebook(bytes(fullCodebook));
    assert.deepEqual([result && printCodebook(result.value), result?.kept, result?.lost], [fullCodebook, 8, []]);
  });

  it('keeps the items that are whole, with ids of their own', () => {
    const broken = codebook({
      actors: [korea, { ...kcna, id: 'north-korea' }, { name: 'No id' }, korea] as never,
      stances: [{ id: 'oppose', name: 'Oppose', value: 'x' }] as never,
    });
    const result = rescueCodebook(bytes(JSON.stringify(broken).slice(0, -1)));
    assert.deepEqual(result?.value, codebook({ actors: [korea, { ...kcna, id: 'north-korea-2' }], stances: [] }));
    assert.ok(result && readCodebook(bytes(printCodebook(result.value))).ok);
    assert.deepEqual(result.kept, 2);
    assert.ok(result.lost.length >= 5);
  });

  it('is undefined for a sidecar, and where nothing is left', () => {
    assert.equal(rescueCodebook(bytes(fullSidecar)), undefined);
    assert.equal(rescueCodebook(bytes('{"actors": [')), undefined);
  });
});

/** Every field and range of `part` is as in `original`, but for a text and a context that may be gone. */
function assertPartOf(part: Annotation, original: Annotation): void {
  for (const [key, value] of Object.entries(part)) {
    if (key === 'text') assert.equal(value, UNKNOWN_TEXT);
    else if (key === 'target') {
      for (const range of part.target) {
        const before = original.target[0] as Annotation['target'][number];
        assert.equal(range.exact, before.exact);
        assert.ok([before.prefix, ''].includes(range.prefix) && [before.suffix, ''].includes(range.suffix));
      }
    } else if (key === 'links' || key === 'attributes') {
      assert.ok(JSON.stringify(original[key]).startsWith(JSON.stringify(value).slice(0, -2)), JSON.stringify(value));
    } else assert.deepEqual(value, (original as unknown as Record<string, unknown>)[key]);
  }
}
